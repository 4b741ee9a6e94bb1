const MINUTE = 60_000;
/** Where the scale stops telling lengths well apart. */
const LONG = 14 * 24 * 60;
/** What a box may grow beyond that, as a part of all its growth. */
const BEYOND = 0.12;

/**
 * How large a box is drawn, as a part (0 to 1) of the way from the smallest to the largest: larger if and only if longer.
 * The scale is logarithmic from ten minutes on, so that five minutes can be seen beside two weeks.
 * `length` in milliseconds.
 */
export function growth(length: number): number {
	const minutes = Math.max(0, length / MINUTE);
	const inScale = Math.log1p(Math.min(minutes, LONG) / 10) / Math.log1p(LONG / 10);
	const beyond = minutes <= LONG ? 0 : 1 - LONG / minutes;
	return inScale * (1 - BEYOND) + beyond * BEYOND;
}
