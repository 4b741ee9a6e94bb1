import type { WrittenTime } from '../../../core/time/written-time.ts';

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
/** Usual starts and ends of a working day, in hours after midnight. */
const START_HOURS = [7, 7.5, 8, 8.5, 9, 9.5, 10];
const END_HOURS = [16, 16.5, 17, 17.5, 18, 18.5, 19];
/** Longer durations are not counted in working hours. Bounds the loop over days. */
const MAX_DAYS = 14;

/**
 * Returns whether a duration in minutes equals the working hours between two times, within a minute, for any usual
 * working day, with or without weekends. Both times are taken by their local clock, as written.
 */
export function isInWorkingHours(minutes: number, from: WrittenTime, to: WrittenTime): boolean {
	const days = to.epochDay - from.epochDay;
	if (days < 1 || days > MAX_DAYS) {
		return false;
	}
	return START_HOURS.some(start =>
		END_HOURS.some(end =>
			[false, true].some(includesWeekends => {
				const hours = { start: start * MINUTES_PER_HOUR, end: end * MINUTES_PER_HOUR, includesWeekends };
				return Math.abs(workingMinutes(from, to, hours) - minutes) <= 1;
			}),
		),
	);
}

interface WorkingHours {
	/** In minutes after midnight, as is `end`. */
	readonly start: number;
	readonly end: number;
	readonly includesWeekends: boolean;
}

function workingMinutes(from: WrittenTime, to: WrittenTime, hours: WorkingHours): number {
	let sum = 0;
	for (let day = from.epochDay; day <= to.epochDay; day++) {
		// 1970-01-01 was a Thursday.
		const weekday = (((day + 3) % 7) + 7) % 7;
		const start = day === from.epochDay ? minuteOfDay(from) : 0;
		const end = day === to.epochDay ? minuteOfDay(to) : MINUTES_PER_DAY;
		if (hours.includesWeekends || weekday < 5) {
			sum += Math.max(0, Math.min(end, hours.end) - Math.max(start, hours.start));
		}
	}
	return sum;
}

function minuteOfDay({ time }: WrittenTime): number {
	return time ? time.hour * MINUTES_PER_HOUR + time.minute : 0;
}
