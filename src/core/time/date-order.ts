import type { DateOrder } from './written-date.ts';

const NUMERIC_DATE = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d./-])/g;

/** Whether a text has a date whose first two numbers can each be the day: `03/02/2026`. */
export function needsDateOrder(text: string): boolean {
	return /\d[/-]\d{1,2}[/-]\d/.test(text) && !/\d{4}-\d/.test(text);
}

/**
 * Returns the order of day and month on a page, from its dates with only one possible order: `26/08/2024`. Undefined if
 * there is none, and if two dates have different orders.
 */
export function findDateOrder(text: string): DateOrder | undefined {
	let order: DateOrder | undefined;
	for (const [, first, , second] of text.matchAll(NUMERIC_DATE)) {
		const [a, b] = [Number(first), Number(second)];
		const found: DateOrder | undefined =
			a > 12 && a <= 31 && b <= 12 ? 'day-first' : b > 12 && b <= 31 && a <= 12 ? 'month-first' : undefined;
		if (found !== undefined && order !== undefined && found !== order) {
			return undefined;
		}
		order ??= found;
	}
	return order;
}
