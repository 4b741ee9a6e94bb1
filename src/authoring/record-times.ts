import { Temporal } from 'temporal-polyfill';
import type { Incident, LocatedTime } from '../core/incident.ts';
import { endOf, startOf } from '../core/incident-times.ts';
import { MINUTE } from '../core/time/units.ts';
import type { WrittenTime } from '../core/time/written-time.ts';
import { incidentTimes } from '../schema/fields.ts';
import type { WrittenEntry } from './written-entry.ts';

const MINUTE_IN_NANOSECONDS = 60e9;

/**
 * Returns the times of an entry in the form of a record: RFC 3339, with the offset of the log's zone at that time. Times
 * that the entry's comment states in this form are kept. The entry's day replaces an unreadable start.
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
 * Computes the end from a duration in the prose, using the middle of a range ("3-4 hours"), with the precision of the
 * start. Returns undefined if the end is stated or the prose has no duration.
 */
export function inferredEnd({ incident, date }: WrittenEntry, timeZone: string): string | undefined {
	const duration = incident.inferred.duration?.value;
	const started = readingOf(startOf(incident));
	if (duration === undefined || started === undefined || endOf(incident) !== undefined) {
		return undefined;
	}
	const minutes = Math.round((duration.minMinutes + duration.maxMinutes) / 2);
	if (started.precision === 'date') {
		return date.add({ days: Math.floor(minutes / 1440) }).toString();
	}
	return instantText(started.earliestMs + minutes * MINUTE, zoneFor(started, date, timeZone));
}

/** Whether the time in the entry's headline is unreadable. */
export function hasUnreadableStart({ times }: Incident): boolean {
	return times.get('started_at')?.reading.ok === false;
}

function readingOf(time: LocatedTime | undefined): WrittenTime | undefined {
	return time?.reading.ok ? time.reading : undefined;
}

function timeText(reading: WrittenTime, date: Temporal.PlainDate, timeZone: string): string {
	if (reading.deviations.length === 0 && reading.hasWrittenDate && (reading.zone || reading.precision === 'date')) {
		return reading.text.trim();
	}
	const time =
		reading.precision === 'date'
			? reading.date.toString()
			: instantText(reading.earliestMs, zoneFor(reading, date, timeZone));
	return reading.isApproximate ? `about ${time}` : time;
}

/** Returns the log's zone, or the zone of the written time if the start falls on another day in the log's zone. */
function zoneFor(reading: WrittenTime, date: Temporal.PlainDate, timeZone: string): string {
	const day = reading.earliest.toZonedDateTimeISO(timeZone).toPlainDate();
	return day.equals(date) || !reading.date.equals(date) ? timeZone : reading.timeZone;
}

/** Formats as RFC 3339 to the second. Offsets with seconds (local mean time) do not exist there: those are written in UTC. */
export function instantText(instant: number, timeZone: string): string {
	const time = Temporal.Instant.fromEpochMilliseconds(instant);
	const local = time.toZonedDateTimeISO(timeZone);
	return timeZone === 'UTC' || local.offsetNanoseconds % MINUTE_IN_NANOSECONDS !== 0
		? time.toString({ smallestUnit: 'second' })
		: local.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
