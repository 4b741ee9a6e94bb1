import { Temporal } from 'temporal-polyfill';
import type { Incident, LocatedTime } from '../core/incident.ts';
import { endOf, startOf } from '../core/incident-times.ts';
import type { WrittenTime } from '../core/time/written-time.ts';
import { incidentTimes } from '../schema/fields.ts';
import type { WrittenEntry } from './written-entry.ts';

const MINUTE = 60_000;
const MINUTE_IN_NANOSECONDS = 60e9;

/**
 * The times of an entry as a record writes them: RFC 3339 with the offset that the log's zone has then. What the comment
 * states in that form already stays as it is. A start that cannot be read is the entry's day.
 */
export function recordTimes(entry: WrittenEntry, timeZone: string): ReadonlyMap<string, string> {
	const times = new Map<string, string>();
	for (const field of incidentTimes) {
		const time = entry.incident.times.get(field);
		if (time?.reading.ok) {
			times.set(field, timeText(time.reading, entry.date, timeZone));
		} else if (field === 'started_at') {
			times.set(field, entry.date.toString());
		} else if (time) {
			times.set(field, time.reading.text);
		}
	}
	return times;
}

/**
 * The end that the prose lets one reckon, in the middle of what it says ("3-4 hours"); as exact as the start. Undefined
 * where the end is known, and where nothing says how long it took.
 */
export function inferredEnd({ incident, date }: WrittenEntry, timeZone: string): string | undefined {
	const length = incident.inferred.duration?.value;
	const started = readingOf(startOf(incident));
	if (length === undefined || started === undefined || endOf(incident) !== undefined) {
		return undefined;
	}
	const minutes = Math.round((length.minMinutes + length.maxMinutes) / 2);
	if (started.precision === 'date') {
		return date.add({ days: Math.floor(minutes / 1440) }).toString();
	}
	return instantText(started.earliestMs + minutes * MINUTE, zoneFor(started, date, timeZone));
}

/** Whether the time that the entry's headline gives is none that can be read. */
export function hasUnreadableStart({ times }: Incident): boolean {
	return times.get('started_at')?.reading.ok === false;
}

function readingOf(time: LocatedTime | undefined): WrittenTime | undefined {
	return time?.reading.ok ? time.reading : undefined;
}

function timeText(reading: WrittenTime, date: Temporal.PlainDate, timeZone: string): string {
	if (reading.deviations.length === 0 && reading.dateWritten && (reading.zone || reading.precision === 'date')) {
		return reading.text.trim();
	}
	const time =
		reading.precision === 'date'
			? reading.date.toString()
			: instantText(reading.earliestMs, zoneFor(reading, date, timeZone));
	return reading.approximate ? `about ${time}` : time;
}

/** The log's zone; that of the writer where the log's calendar shows another day than the headline. */
function zoneFor(reading: WrittenTime, date: Temporal.PlainDate, timeZone: string): string {
	const day = reading.earliest.toZonedDateTimeISO(timeZone).toPlainDate();
	return day.equals(date) || !reading.date.equals(date) ? timeZone : reading.timeZone;
}

/** RFC 3339 to the second. Its offsets have no seconds, as local mean times have: those are told in UTC. */
function instantText(instant: number, timeZone: string): string {
	const time = Temporal.Instant.fromEpochMilliseconds(instant);
	const local = time.toZonedDateTimeISO(timeZone);
	return timeZone === 'UTC' || local.offsetNanoseconds % MINUTE_IN_NANOSECONDS !== 0
		? time.toString({ smallestUnit: 'second' })
		: local.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
