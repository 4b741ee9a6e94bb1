const MINUTE = 60_000;
/** Minutes up to which the scale is logarithmic. */
const SCALE_END = 14 * 24 * 60;
/** Share of the growth that remains for longer durations. */
const BEYOND = 0.12;

/**
 * How large a box is drawn, as a part (0 to 1) of the way from the smallest to the largest: larger if and only if longer.
 * The scale is logarithmic from ten minutes on, so that five minutes can be seen beside two weeks.
 * `length` in milliseconds.
 */
export function growth(length: number): number {
	const minutes = Math.max(0, length / MINUTE);
	const inScale = Math.log1p(Math.min(minutes, SCALE_END) / 10) / Math.log1p(SCALE_END / 10);
	const beyond = minutes <= SCALE_END ? 0 : 1 - SCALE_END / minutes;
	return inScale * (1 - BEYOND) + beyond * BEYOND;
}
