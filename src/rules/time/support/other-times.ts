import type { Temporal } from 'temporal-polyfill';
import type { Incident } from '../../../core/incident.ts';
import { readTime } from '../../../core/time/read-time.ts';
import type { WrittenTime } from '../../../core/time/written-time.ts';

/** In milliseconds: an incident of more than a fortnight is no better than one that ends before it starts. */
const LONGEST = 14 * 86_400_000;
/** What went over midnight, and kept the day before it, took less than half a day. */
const NIGHT = 12 * 3_600_000;
const MOST = 3;

/**
 * Texts that may be meant in the place of a time that must come after another: a time that the record's own updates or
 * timeline tell, the last one first; the same time on the day of the other, in its year, or after the next midnight.
 */
export function otherTimes(
	incident: Incident,
	wrong: WrittenTime,
	after: WrittenTime,
	timeZone: string,
): readonly string[] {
	const told = [...incident.timeline, ...incident.updates]
		.flatMap(({ at }) => (at?.reading.ok && at.reading.dateWritten && at.reading.zone ? at.reading : []))
		.sort((one, other) => other.earliest.epochMilliseconds - one.earliest.epochMilliseconds);
	const { year } = after.date;
	const days = [after.date, wrong.date.with({ year }), wrong.date.with({ year: year + 1 })];
	const moved = days.flatMap(day => onDay(wrong, day, timeZone));
	const fitting = [
		...told.slice(0, 1).filter(fits(after, LONGEST)),
		...moved.filter(fits(after, LONGEST)),
		...onDay(wrong, after.date.add({ days: 1 }), timeZone).filter(fits(after, NIGHT)),
	];
	return [...new Set(fitting.map(({ text }) => text))].slice(0, MOST);
}

function onDay(wrong: WrittenTime, day: Temporal.PlainDate, timeZone: string): readonly WrittenTime[] {
	const text = wrong.text.replace(wrong.date.toString(), day.toString());
	const reading = readTime(text, { timeZone });
	return reading.ok && text !== wrong.text ? [reading] : [];
}

function fits(after: WrittenTime, longest: number) {
	return ({ earliest }: WrittenTime) => {
		const length = earliest.epochMilliseconds - after.latest.epochMilliseconds;
		return length > 0 && length <= longest;
	};
}
