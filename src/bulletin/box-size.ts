const MINUTE = 60_000;
/** Minutes up to which the scale is logarithmic. */
const SCALE_END = 14 * 24 * 60;
/** Share of the growth that remains for longer durations. */
const BEYOND = 0.12;

/**
 * The relative size of a box, from 0 (smallest) to 1 (largest), strictly increasing with the duration. The scale is
 * logarithmic from ten minutes on, so that five minutes are visible next to two weeks. `length` in milliseconds.
 */
export function relativeSize(length: number): number {
	const minutes = Math.max(0, length / MINUTE);
	const inScale = Math.log1p(Math.min(minutes, SCALE_END) / 10) / Math.log1p(SCALE_END / 10);
	const beyond = minutes <= SCALE_END ? 0 : 1 - SCALE_END / minutes;
	return inScale * (1 - BEYOND) + beyond * BEYOND;
}
