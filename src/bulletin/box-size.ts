import { HOUR, MINUTE } from '../core/time/units.ts';
import type { Density } from './form.ts';

/** The duration in milliseconds above which boxes become lower as they become wider. */
const TALL_UNTIL = 12 * HOUR;
/** The share of the height that the shortest box has. */
const SHORTEST = 0.65;
/** The width of the narrowest box, in user units. */
export const MIN_WIDTH = 5;
/** The height of the flattest box, in user units. */
export const MIN_HEIGHT = 5;
/** The height of the tallest box of each density, in user units. */
export const TALLEST: Readonly<Record<Density, number>> = { full: 20, dense: 14, micro: 5 };

/**
 * The height of a box in user units, so that its area grows strictly with the duration. A box is as wide as its duration.
 * Above 12 hours, the height decreases with the duration, but more slowly than the width increases. A duration that is too short for the
 * minimum width makes it lower instead. `length` in milliseconds, `unit` in user units per millisecond.
 */
export function boxHeight(length: number, unit: number, density: Density): number {
	const tallest = TALLEST[density];
	if (length > TALL_UNTIL) {
		return Math.max(MIN_HEIGHT, tallest * (TALL_UNTIL / length) ** 0.35);
	}
	const narrowest = MIN_WIDTH / unit;
	if (length >= narrowest || density === 'micro') {
		return tallest;
	}
	const share = Math.log1p(Math.max(0, length) / MINUTE) / Math.log1p(narrowest / MINUTE);
	return tallest * (SHORTEST + (1 - SHORTEST) * share);
}
