import type { Temporal } from 'temporal-polyfill';
import type { Incident } from '../../../core/incident.ts';
import { readTime } from '../../../core/time/read-time.ts';
import { DAY, HOUR } from '../../../core/time/units.ts';
import type { WrittenTime } from '../../../core/time/written-time.ts';

/** In milliseconds. A correction that makes the incident longer than 14 days is as unlikely as the wrong order. */
const MAX_DURATION = 14 * DAY;
/** In milliseconds. An incident over midnight whose end has the date of its start lasted less than half a day. */
const MAX_NIGHT = 12 * HOUR;
const MAX_SUGGESTIONS = 3;

/**
 * Returns likely corrections of `wrong`, which must be after `after`: the last time in the record's own updates and
 * timeline, then `wrong` on the day of `after`, in its year or the next, and on the day after it.
 */
export function otherTimes(
	incident: Incident,
	wrong: WrittenTime,
	after: WrittenTime,
	timeZone: string,
): readonly string[] {
	const entryTimes = [...incident.timeline, ...incident.updates]
		.flatMap(({ at }) => (at?.reading.ok && at.reading.hasWrittenDate && at.reading.zone ? at.reading : []))
		.sort((one, other) => other.earliest.epochMilliseconds - one.earliest.epochMilliseconds);
	const { year } = after.date;
	const days = [after.date, wrong.date.with({ year }), wrong.date.with({ year: year + 1 })];
	const moved = days.flatMap(day => onDay(wrong, day, timeZone));
	const candidates = [
		...entryTimes.slice(0, 1).filter(isSoonAfter(after, MAX_DURATION)),
		...moved.filter(isSoonAfter(after, MAX_DURATION)),
		...onDay(wrong, after.date.add({ days: 1 }), timeZone).filter(isSoonAfter(after, MAX_NIGHT)),
	];
	return [...new Set(candidates.map(({ text }) => text))].slice(0, MAX_SUGGESTIONS);
}

/** Returns the same time on another day, if its text contains the date in ISO form; empty otherwise. */
function onDay(wrong: WrittenTime, day: Temporal.PlainDate, timeZone: string): readonly WrittenTime[] {
	const text = wrong.text.replace(wrong.date.toString(), day.toString());
	const reading = readTime(text, { timeZone });
	return reading.ok && text !== wrong.text ? [reading] : [];
}

function isSoonAfter(after: WrittenTime, maxDuration: number) {
	return ({ earliest }: WrittenTime) => {
		const duration = earliest.epochMilliseconds - after.latest.epochMilliseconds;
		return duration > 0 && duration <= maxDuration;
	};
}
