import type { WrittenTime } from '../../../core/time/written-time.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** When people begin to work and when they stop, in hours after midnight. */
const FIRST_HOURS = [7, 8, 9, 10];
const LAST_HOURS = [16, 17, 18, 19];
/** The days of a fortnight: nobody counts hours for longer. */
const MOST_DAYS = 14;

/**
 * Whether a length in minutes, to the minute, is that of the hours between two times in which people are at work, by any
 * usual hours, weekends counted or not. Both times are taken by the wall clock, as written.
 */
export function isInWorkingHours(minutes: number, from: WrittenTime, to: WrittenTime): boolean {
	const days = to.epochDay - from.epochDay;
	if (days < 1 || days > MOST_DAYS) {
		return false;
	}
	return FIRST_HOURS.some(first =>
		LAST_HOURS.some(last =>
			[false, true].some(
				weekends => Math.abs(worked(from, to, { first: first * HOUR, last: last * HOUR, weekends }) - minutes) <= 1,
			),
		),
	);
}

interface Hours {
	readonly first: number;
	readonly last: number;
	readonly weekends: boolean;
}

function worked(from: WrittenTime, to: WrittenTime, { first, last, weekends }: Hours): number {
	let sum = 0;
	for (let day = from.epochDay; day <= to.epochDay; day++) {
		// 1970-01-01 was a Thursday.
		const weekday = (((day + 3) % 7) + 7) % 7;
		const start = day === from.epochDay ? minuteOf(from) : 0;
		const end = day === to.epochDay ? minuteOf(to) : DAY;
		if (weekends || weekday < 5) {
			sum += Math.max(0, Math.min(end, last) - Math.max(start, first));
		}
	}
	return sum;
}

function minuteOf({ time }: WrittenTime): number {
	return time ? time.hour * HOUR + time.minute : 0;
}
