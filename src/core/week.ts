import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Weekday } from './configuration.ts';
import { startOfDay } from './time/zones.ts';

/** The seven days of a bulletin. */
export interface Week {
	readonly first: Temporal.PlainDate;
	/** The date of the bulletin. */
	readonly last: Temporal.PlainDate;
}

/** The instants of a week in a zone, in milliseconds since 1970-01-01T00:00Z. */
export interface WeekBounds {
	readonly start: number;
	/** The midnight after the last day, exclusive. */
	readonly end: number;
	/** The eight midnights at which its days begin and end. A day can have 23 or 25 hours. */
	readonly midnights: readonly number[];
}

/** Returns the week that ends on a date. Throws a `RangeError` for a text that is not an ISO date. */
export function weekEndingOn(date: Temporal.PlainDate | string): Week {
	const last = Temporal.PlainDate.from(date);
	return { first: last.subtract({ days: 6 }), last };
}

/** Returns the week that contains a date. */
export function weekOf(date: Temporal.PlainDate | string, weekEndsOn: Weekday): Week {
	const day = Temporal.PlainDate.from(date);
	const lastWeekday = WEEKDAYS.indexOf(weekEndsOn) + 1;
	return weekEndingOn(day.add({ days: (lastWeekday - day.dayOfWeek + 7) % 7 }));
}

/** Returns the previous week, which ends on the same weekday. */
export function previousWeek(week: Week): Week {
	return weekEndingOn(week.last.subtract({ days: 7 }));
}

/** The days of a week, in order. */
export function daysOf(week: Week): readonly Temporal.PlainDate[] {
	return [0, 1, 2, 3, 4, 5, 6].map(days => week.first.add({ days }));
}

export function isInWeek(date: Temporal.PlainDate, week: Week): boolean {
	return Temporal.PlainDate.compare(week.first, date) <= 0 && Temporal.PlainDate.compare(date, week.last) <= 0;
}

/** The instants of a week in an IANA zone. A day whose midnight is skipped by daylight saving begins at its first instant. */
export function weekBounds(week: Week, timeZone: string): WeekBounds {
	const midnights = [...daysOf(week), week.last.add({ days: 1 })].map(day => startOfDay(day, timeZone));
	return { start: midnights[0] ?? 0, end: midnights[7] ?? 0, midnights };
}
