import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Weekday } from './configuration.ts';
import { startOfDay } from './time/zones.ts';

/** Seven days of a bulletin. */
export interface Week {
	readonly first: Temporal.PlainDate;
	/** The date that names the week. */
	readonly last: Temporal.PlainDate;
}

/** The instants of a week in a zone, in milliseconds since 1970-01-01T00:00Z. */
export interface WeekBounds {
	readonly start: number;
	/** The midnight after the last day: not part of the week any more. */
	readonly end: number;
	/** The eight midnights that begin and end its days; those between them may be 23 or 25 hours apart. */
	readonly midnights: readonly number[];
}

/** The seven days that end on a date (or an ISO date, which must be one: `RangeError` otherwise). */
export function weekEndingOn(date: Temporal.PlainDate | string): Week {
	const last = Temporal.PlainDate.from(date);
	return { first: last.subtract({ days: 6 }), last };
}

/** The week that a date is in, where weeks end on a certain weekday. */
export function weekOf(date: Temporal.PlainDate | string, weekEndsOn: Weekday): Week {
	const day = Temporal.PlainDate.from(date);
	const lastWeekday = WEEKDAYS.indexOf(weekEndsOn) + 1;
	return weekEndingOn(day.add({ days: (lastWeekday - day.dayOfWeek + 7) % 7 }));
}

/** The week before, which ends on the same weekday. */
export function previousWeek(week: Week): Week {
	return weekEndingOn(week.last.subtract({ days: 7 }));
}

/** Its days in order. */
export function daysOf(week: Week): readonly Temporal.PlainDate[] {
	return [0, 1, 2, 3, 4, 5, 6].map(days => week.first.add({ days }));
}

export function isInWeek(date: Temporal.PlainDate, week: Week): boolean {
	return Temporal.PlainDate.compare(week.first, date) <= 0 && Temporal.PlainDate.compare(date, week.last) <= 0;
}

/** Where a week begins and ends in an IANA zone. A day that begins after its midnight, for daylight saving, begins then. */
export function weekBounds(week: Week, timeZone: string): WeekBounds {
	const midnights = [...daysOf(week), week.last.add({ days: 1 })].map(day => startOfDay(day, timeZone));
	return { start: midnights[0] ?? 0, end: midnights[7] ?? 0, midnights };
}
