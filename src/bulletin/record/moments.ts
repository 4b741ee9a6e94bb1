import type { Incident, LocatedTime, RecordFacts, TimeField } from '../../core/incident.ts';
import { dateAt, formatClock, formatDay, formatDuration, formatShortDay } from '../../core/time/format.ts';
import { MINUTE } from '../../core/time/units.ts';
import { startOfDay } from '../../core/time/zones.ts';

/** A moment of an incident, on its page. */
export interface PhaseMoment {
	/** "Detected". */
	readonly name: string;
	/** In milliseconds since 1970; midnight in the zone of the page for a date without a time of day. */
	readonly instant: number;
	readonly isDateOnly: boolean;
}

/** The fields that are moments, in the order in which they usually happen. */
const NAMES: Readonly<Partial<Record<TimeField, string>>> = {
	scheduled_for: 'Planned start',
	started_at: 'Started',
	detected_at: 'Detected',
	acknowledged_at: 'Acknowledged',
	declared_at: 'Declared',
	mitigated_at: 'Mitigated',
	scheduled_until: 'Planned end',
	resolved_at: 'Resolved',
};

/** Returns the stated moments of a record that can be read, by their time. */
export function momentsOf({ times }: Pick<RecordFacts, 'times'>, timeZone: string): readonly PhaseMoment[] {
	return Object.entries(NAMES)
		.flatMap(([field, name]): readonly PhaseMoment[] => {
			const at = times.get(field);
			const instant = at && instantOf(at, timeZone);
			return instant === undefined ? [] : [{ name, ...instant }];
		})
		.sort((one, other) => one.instant - other.instant);
}

/** The instant of a written time; undefined if it cannot be read. */
export function instantOf(
	{ reading }: LocatedTime,
	timeZone: string,
): Pick<PhaseMoment, 'instant' | 'isDateOnly'> | undefined {
	if (!reading.ok) {
		return undefined;
	}
	return reading.precision === 'date'
		? { instant: startOfDay(reading.date, timeZone), isDateOnly: true }
		: { instant: reading.earliestMs, isDateOnly: false };
}

/** Formats a time on a page: "05:30", with the day if it is not the given one; "26 August 2024" for a date. */
export function momentText({ instant, isDateOnly }: PhaseMoment, timeZone: string, day: string): string {
	const date = dateAt(instant, timeZone);
	if (isDateOnly) {
		return formatDay(date);
	}
	const clock = formatClock(instant, timeZone);
	return date.toString() === day ? clock : `${formatShortDay(date)}, ${clock}`;
}

/** "+12 min", "−3 min", "0 min": the time since the start. */
export function sinceStart(instant: number, start: number): string {
	const minutes = Math.round((instant - start) / MINUTE);
	const sign = minutes > 0 ? '+' : minutes < 0 ? '−' : '';
	return `${sign}${formatDuration(Math.abs(minutes))}`;
}

/** The timeline and the updates of a record; a postmortem has no updates. */
export function entriesOf(facts: Pick<RecordFacts, 'timeline'> & Partial<Pick<Incident, 'updates'>>) {
	return { timeline: facts.timeline, updates: facts.updates ?? [] };
}
