import type { Configuration } from '../../core/configuration.ts';
import type { Incident } from '../../core/incident.ts';
import { endOf } from '../../core/incident-times.ts';
import type { Range } from '../../core/range.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import { epochDayAt } from '../../core/time/zones.ts';
import { fileStem } from '../../core/uri/file-name.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

const DATE = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/;

/** Planned work is often named by the day on which it was announced. */
const PLANNED = /\b(?:maintenance|upgrad\w*|migrat\w*|planned|scheduled)\b/i;

function isPlanned({ id, title }: Incident): boolean {
	return PLANNED.test(`${title?.value ?? ''} ${id.replaceAll('-', ' ')}`);
}

/** A day that a record is named by. */
interface NamedDay {
	/** In days since 1970-01-01, as all days here. */
	readonly day: number;
	readonly text: string;
	/** Undefined for the name of the file, which stands nowhere in it. */
	readonly range: Range | undefined;
}

export const dateMismatch: Rule = {
	code: 'time/date-mismatch',
	title: 'The day in the name of a record is a day of its incident',
	rationale: dedent`
		Records are found by the day in their id or in the name of their file, and dated mentions by \`started_at\`. Where
		the two differ, one of them is a slip, or the record began as a copy. Any day from start to end will do, in the
		log's zone or in the record's own; maintenances and notices may be named by the day of their announcement.
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
			`,
		},
		{
			caption: 'Named by the day in the place where it was, and by the day of its end',
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
			caption: 'The name of the file',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: «2024-08-25T05:30:00Z»
				resolved_at: 2024-08-25T06:30:00Z
			`,
			message:
				'`2024-08-25T05:30:00Z` is not on the day in the name of the file; expected `2024-08-26`, or another name',
		},
		{
			caption: 'The id, in front matter',
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
			message: '`2024-08-15` is no day of this incident; expected `2024-08-25`',
		},
	],
	*check({ document, log }) {
		const [incident] = document.incidents;
		const started = incident?.times.get('started_at');
		if (incident?.kind !== 'incident' || !started?.reading.ok || isPlanned(incident)) {
			return;
		}
		const day = namedDay(incident, document);
		const days = daysOf(incident, started.reading, log.configuration);
		if (!day || days.some(([first, last]) => first <= day.day && day.day <= last)) {
			return;
		}
		const written = `${quoted(started.reading.text)} is not on the day in the name of the file`;
		yield {
			range: day.range ?? started.range,
			message: day.range
				? `${quoted(day.text)} is no day of this incident; expected ${quoted(started.reading.date.toString())}`
				: `${written}; expected ${quoted(day.text)}, or another name`,
			...(day.range && { related: [{ uri: document.uri, range: started.range, message: 'the start' }] }),
		};
	},
};

function namedDay(incident: Incident, { uri }: LogDocument): NamedDay | undefined {
	const written = incident.idWritten ? incident.id : undefined;
	const match = DATE.exec(written ?? fileStem(uri));
	const text = match?.[0];
	if (!match || text === undefined) {
		return undefined;
	}
	const reading = readTime(text, { timeZone: 'UTC' });
	if (!reading.ok) {
		// No day of the calendar: digits that mean something else.
		return undefined;
	}
	const start = incident.idRange.start + match.index;
	const range = written === undefined ? undefined : { start, end: start + text.length };
	return { day: reading.epochDay, text, range };
}

/** In milliseconds: offsets of the last and the first place where a day begins. */
const FARTHEST_WEST = -12 * 3_600_000;
const FARTHEST_EAST = 14 * 3_600_000;

/** From the first to the last day, where it was written and in the log's zone. */
function daysOf(
	incident: Incident,
	start: WrittenTime,
	{ timeZone, timeZoneStated }: Configuration,
): readonly (readonly [number, number])[] {
	const end = endOf(incident)?.reading;
	const last = end?.ok ? end : start;
	const inZone = ({ precision, epochDay, earliestMs }: WrittenTime) =>
		precision === 'date' ? epochDay : epochDayAt(timeZone, earliestMs);
	return [
		[start.epochDay, last.epochDay],
		[inZone(start), inZone(last)],
		// Where nobody says which zone the log is in, the day may be that of any.
		...(timeZoneStated || start.precision === 'date' || last.precision === 'date'
			? []
			: [
					[
						epochDayAt('UTC', start.earliestMs + FARTHEST_WEST),
						epochDayAt('UTC', last.earliestMs + FARTHEST_EAST),
					] as const,
				]),
		// Where they are out of order, `time/order` speaks, and nobody knows how long it took.
		last.epochDay < start.epochDay ? [last.epochDay, Number.POSITIVE_INFINITY] : [start.epochDay, start.epochDay],
	];
}
