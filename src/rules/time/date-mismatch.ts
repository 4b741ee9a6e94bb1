import type { Configuration } from '../../core/configuration.ts';
import type { Incident } from '../../core/incident.ts';
import { endOf } from '../../core/incident-times.ts';
import type { Range } from '../../core/range.ts';
import { recordName } from '../../core/record-files.ts';
import { readTime } from '../../core/time/read-time.ts';
import { HOUR } from '../../core/time/units.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import { epochDayAt } from '../../core/time/zones.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

const DATE = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/;

/** Planned work is often named by the day of its announcement. */
const PLANNED = /\b(?:maintenance|upgrad\w*|migrat\w*|planned|scheduled)\b/i;

function isPlanned({ id, title }: Incident): boolean {
	return PLANNED.test(`${title?.value ?? ''} ${id.replaceAll('-', ' ')}`);
}

/** The future in an announcement: "we'll activate the option", "the service will switch". */
const FUTURE = /(?:\bwill|\w['’]ll)\b/i;
/** How long before its start work is announced without words for planned work in its title. In days. */
const MAX_ANNOUNCEMENT = 7;

/** Work that is announced in the future tense can be named by the day of the announcement. */
function isAnnouncement({ text }: LogDocument, day: NamedDay, { epochDay }: WrittenTime): boolean {
	return day.epochDay < epochDay && epochDay - day.epochDay <= MAX_ANNOUNCEMENT && FUTURE.test(text);
}

/** The date in a record's id or file name. */
interface NamedDay {
	/** In days since 1970-01-01. */
	readonly epochDay: number;
	readonly text: string;
	/** Undefined for a date in the file name, which has no range in the document. */
	readonly range: Range | undefined;
}

export const dateMismatch: Rule = {
	code: 'time/date-mismatch',
	title: 'Name and start date disagree',
	rationale: dedent`
		People find a record by the date in its id or file name, and dated mentions are matched to \`started_at\`. If the
		two differ, one of them is wrong, or the record was copied. Any date from start to end is accepted, in the log's
		zone or in the record's own. Maintenances, notices and other planned work may be named by the day of their
		announcement.
	`,
	level: 'warning',
	kinds: ['incident'],
	valid: [
		{
			caption: 'Planned work, in a file named by the day of its announcement',
			text: dedent`
				//- /incidents/2024-08-19-registry-migration.yaml
				title: Migration of the registry
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				//- /incidents/2024-08-23-registry-names.md
				---
				title: Names of the registry
				impact: minor
				started_at: 2024-08-26T08:30:00Z
				resolved_at: 2024-08-26T09:30:00Z
				---

				On Monday we'll change the names of the registry.
			`,
		},
		{
			caption: 'Named by the day in the zone of the record, and by the day of its end',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T22:30:00-04:00
				//- /incidents/2024-08-28-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-27T23:50:00Z
				resolved_at: 2024-08-28T01:10:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'The date in the file name',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: «2024-08-25T05:30:00Z»
				resolved_at: 2024-08-25T06:30:00Z
			`,
			message:
				'Start `2024-08-25T05:30:00Z` does not match the date in the file name. Expected `2024-08-26` or another file name.',
		},
		{
			caption: 'The date in the id, in front matter',
			text: dedent`
				//- /incidents/mail.md
				---
				id: «2024-08-15»-mail
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-25T05:30:00Z
				---

				A relay was overloaded.
			`,
			message: 'Date `2024-08-15` in the id does not match the start of the incident. Expected `2024-08-25`.',
		},
		{
			caption: 'Planned work, named by a day after its end',
			text: dedent`
				//- /incidents/2024-08-27-mail.yaml
				title: Mail moves
				kind: maintenance
				status: completed
				impact: minor
				started_at: 2024-08-20T05:30:00Z
				scheduled_for: 2024-08-20T05:30:00Z
				scheduled_until: «2024-08-20T06:30:00Z»
			`,
			message:
				'Date `2024-08-27` in the file name is after the end of the maintenance. Expected `2024-08-20` or an earlier date.',
		},
	],
	*check({ document, log }) {
		const [incident] = document.incidents;
		const started = incident?.times.get('started_at');
		if (incident?.kind === 'maintenance') {
			yield* plannedAfterEnd(incident, document, log.configuration);
			return;
		}
		if (incident?.kind !== 'incident' || !started?.reading.ok || isPlanned(incident)) {
			return;
		}
		const day = namedDay(incident, document);
		const ranges = dayRanges(incident, started.reading, log.configuration);
		if (!day || ranges.some(([first, last]) => first <= day.epochDay && day.epochDay <= last)) {
			return;
		}
		if (isAnnouncement(document, day, started.reading)) {
			return;
		}
		const start = quoted(started.reading.text);
		const startDate = quoted(started.reading.date.toString());
		const name = quoted(day.text);
		yield {
			range: day.range ?? started.range,
			message: day.range
				? `Date ${name} in the id does not match the start of the incident. Expected ${startDate}.`
				: `Start ${start} does not match the date in the file name. Expected ${name} or another file name.`,
			...(day.range && { related: [{ uri: document.uri, range: started.range, message: 'Start of the incident' }] }),
		};
	},
};

/** Planned work can be named by the day of its announcement, but not by a day after its end. */
function* plannedAfterEnd(incident: Incident, document: LogDocument, { timeZone }: Configuration): Iterable<Report> {
	const day = namedDay(incident, document);
	const end = incident.times.get('resolved_at') ?? incident.times.get('scheduled_until');
	if (!day || !end?.reading.ok || day.epochDay <= epochDayAt(timeZone, end.reading.latestMs + MAX_OFFSET)) {
		return;
	}
	const place = day.range ? 'the id' : 'the file name';
	yield {
		range: day.range ?? end.range,
		message: `Date ${quoted(day.text)} in ${place} is after the end of the maintenance. Expected ${quoted(end.reading.date.toString())} or an earlier date.`,
	};
}

/** Reads the date from the id if the record states one, from the file name if not. */
function namedDay(incident: Incident, { uri }: LogDocument): NamedDay | undefined {
	const written = incident.hasWrittenId ? incident.id : undefined;
	const match = DATE.exec(written ?? recordName(uri));
	const text = match?.[0];
	if (!match || text === undefined) {
		return undefined;
	}
	const reading = readTime(text, { timeZone: 'UTC' });
	if (!reading.ok) {
		// Not a calendar date: the digits have another meaning.
		return undefined;
	}
	const start = incident.idRange.start + match.index;
	const range = written === undefined ? undefined : { start, end: start + text.length };
	return { epochDay: reading.epochDay, text, range };
}

/** In milliseconds: the smallest and the largest UTC offset. */
const MIN_OFFSET = -12 * HOUR;
const MAX_OFFSET = 14 * HOUR;

/**
 * Returns the ranges of days that a record may be named by: from start to end in the record's own offset and in the
 * log's zone. First and last day of each range, in days since 1970-01-01.
 */
function dayRanges(
	incident: Incident,
	start: WrittenTime,
	{ timeZone, isTimeZoneStated }: Configuration,
): readonly (readonly [number, number])[] {
	const end = endOf(incident)?.reading;
	const last = end?.ok ? end : start;
	const inZone = ({ precision, epochDay, earliestMs }: WrittenTime) =>
		precision === 'date' ? epochDay : epochDayAt(timeZone, earliestMs);
	return [
		[start.epochDay, last.epochDay],
		[inZone(start), inZone(last)],
		// If the configuration states no time zone, or UTC, the day may be that of the writer's zone.
		...((isTimeZoneStated && timeZone !== 'UTC') || start.precision === 'date' || last.precision === 'date'
			? []
			: [[epochDayAt('UTC', start.earliestMs + MIN_OFFSET), epochDayAt('UTC', last.earliestMs + MAX_OFFSET)] as const]),
		// If start and end are out of order, `time/order` reports it, and the duration is unknown: any later day is accepted.
		last.epochDay < start.epochDay ? [last.epochDay, Number.POSITIVE_INFINITY] : [start.epochDay, start.epochDay],
	];
}
