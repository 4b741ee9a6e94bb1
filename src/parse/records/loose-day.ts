import { Temporal } from 'temporal-polyfill';
import type { DateOrder } from '../../core/time/written-date.ts';

/** Maximum distance from the previous date, in days, of a date with the day and the month in either order. */
const MAX_DISTANCE = 45;
/** For a date that only one order makes a date. */
const MAX_CLEAR_DISTANCE = 400;

/**
 * The day of a date in figures without a year, or with the day and the month in either order: `03-26`, `24.05.`, `24/07/25`.
 * In the order of the page; without one, the candidate that is nearest to `near`, and near enough.
 */
export function resolveLooseDay(
	text: string,
	near: Temporal.PlainDate | undefined,
	order: DateOrder | undefined,
): Temporal.PlainDate | undefined {
	const [a = 0, b = 0, c] = text
		.split(/[/.-]/)
		.filter(part => part !== '')
		.map(Number);
	const dotted = text.includes('.');
	const years =
		c !== undefined ? [c < 100 ? 2000 + c : c] : near === undefined ? [] : [near.year - 1, near.year, near.year + 1];
	const orders: readonly DateOrder[] =
		order === undefined ? (dotted ? ['day-first'] : ['day-first', 'month-first']) : [order];
	const pairs = orders.map(each => (each === 'day-first' ? { day: a, month: b } : { day: b, month: a }));
	const dates = years.flatMap(year => pairs.flatMap(pair => dateOf(year, pair.month, pair.day)));
	const isClear = new Set(dates.map(date => `${date.month}-${date.day}`)).size === 1;
	if (near === undefined) {
		return isClear && c !== undefined && c > 99 ? dates[0] : undefined;
	}
	const distance = (date: Temporal.PlainDate) => Math.abs(near.until(date).days);
	const [best] = dates.sort((one, other) => distance(one) - distance(other));
	return best !== undefined && distance(best) <= (isClear || order !== undefined ? MAX_CLEAR_DISTANCE : MAX_DISTANCE)
		? best
		: undefined;
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate[] {
	const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
	return day >= 1 && day <= days ? [Temporal.PlainDate.from({ year, month, day })] : [];
}
