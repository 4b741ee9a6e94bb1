import type { Incident, TimelineEntry } from '../../core/incident.ts';
import { endOf, startOf } from '../../core/incident-times.ts';
import { formatDuration } from '../../core/time/format.ts';
import { DAY } from '../../core/time/units.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { Postmortem } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule, RuleContext } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { quoted } from '../support/words.ts';
import { misplacedEntries } from './support/entry-order.ts';

/** Days of a long incident that are compared with the date of an entry. */
const MAX_DAYS = 28;

/** Instants in milliseconds since 1970; `end` is undefined for an open incident. */
interface Span {
	readonly start: number;
	readonly end: number | undefined;
}

export const timelineOutside: Rule = {
	code: 'time/timeline-outside',
	title: 'Timeline entry outside the incident',
	rationale: dedent`
		A cause may be days before the start, and work continues after the end. But an entry a month before or after the
		incident most often has a wrong month or year. Timelines and updates are checked. An entry with a full date is reported
		only if it is the date of the incident with another month or year: histories of an incident are in order.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	options: {
		beyond: lengthSchema('30d', 'How long before the start or after the end of the incident an entry may be.'),
	},
	valid: [
		{
			caption: 'A cause in the previous week, and work in the next days',
			text: dedent`
				title: Certificates ran out
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				timeline:
				  - { at: 2024-08-19T05:41:00Z, text: The reminder goes to an unused mailbox }
				  - { at: 2024-08-26T05:41:00Z, text: Alert fires }
				  - { at: 2024-08-30T05:41:00Z, text: Renewal is automatic }
			`,
		},
	],
	invalid: [
		{
			caption: 'A wrong month',
			text: dedent`
				title: Certificates ran out
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				timeline:
				  - { at: «2024-06-26T05:41:00Z», text: Alert fires }
				  - { at: 2024-08-26T05:55:00Z, text: A certificate is created manually }
			`,
			message:
				'Timeline entry `2024-06-26T05:41:00Z` is 61 d before the incident. Expected a time within 30 days of it.',
		},
		{
			caption: 'A wrong year, in a postmortem',
			text: dedent`
				//- /incidents/2024-01-03-certificates.yaml
				title: Certificates ran out
				impact: minor
				started_at: 2024-01-03T05:30:00Z
				resolved_at: 2024-01-03T07:30:00Z
				//- /postmortems/certificates.md
				---
				incident: 2024-01-03-certificates
				---

				# Certificates ran out

				## Timeline

				- «2023-01-03 05:41 UTC» Alert fires
				- 2024-01-03 05:55 UTC A certificate is created manually
			`,
			message:
				'Timeline entry `2023-01-03 05:41 UTC` is 365 d before the incident. Expected a time within 30 days of it.',
		},
	],
	*check(context) {
		const { document, log } = context;
		for (const incident of document.incidents) {
			const [start, end] = [startOf(incident)?.reading, endOf(incident)?.reading];
			if (incident.source === 'record' && start?.ok) {
				const span = {
					start: start.earliestMs,
					end: end?.ok ? end.latestMs : undefined,
				};
				yield* entriesOutside([...updatesToCheck(incident, span), ...incident.timeline], span, context);
			}
		}
		const span = document.postmortem && spanOf(document.postmortem, log);
		if (span) {
			yield* entriesOutside(document.postmortem?.timeline ?? [], span, context);
		}
	},
};

/** `time/update-outside` reports updates before the start of unplanned incidents. */
function updatesToCheck({ kind, times, updates }: Incident, { start }: Span): readonly TimelineEntry[] {
	return kind === 'incident' && !times.has('scheduled_for')
		? updates.filter(({ at }) => !at?.reading.ok || at.reading.latestMs >= start)
		: updates;
}

/** Returns the span from the first start to the last end of a postmortem's incidents. Undefined if no start is known. */
function spanOf({ id, incidents, times }: Postmortem, log: LogView): Span | undefined {
	const ids = incidents.length > 0 ? incidents.map(({ value }) => value) : [id];
	const definitions = ids.flatMap(incident => log.byId(incident, 'incident').slice(0, 1));
	const starts = definitions.flatMap(({ start }) => start ?? []);
	const ends = definitions.flatMap(({ end }) => end ?? []);
	return starts.length === 0
		? ownSpan(times)
		: { start: Math.min(...starts), end: ends.length === definitions.length ? Math.max(...ends) : undefined };
}

/** The span that a postmortem states itself. */
function ownSpan(times: Postmortem['times']): Span | undefined {
	const [start, end] = [times.get('started_at')?.reading, times.get('resolved_at')?.reading];
	return start?.ok ? { start: start.earliestMs, end: end?.ok ? end.latestMs : undefined } : undefined;
}

function* entriesOutside(
	entries: readonly TimelineEntry[],
	{ start, end }: Span,
	{ options, once }: RuleContext,
): Iterable<Report> {
	const { beyond } = options;
	const limit = lengthOption(beyond);
	/** The days that are reported: a wrong date or a wrong start is one fault of several entries. */
	const days = new Set<number>();
	for (const { at } of entries) {
		if (!at?.reading.ok || days.has(at.reading.epochDay) || once(misplacedEntries).has(at.range.start)) {
			continue;
		}
		const before = start - at.reading.latestMs;
		const after = at.reading.earliestMs - (end ?? Number.POSITIVE_INFINITY);
		if ((before > limit || after > limit) && !isHistory(at.reading, start, end ?? start)) {
			const distance = formatDuration(Math.round(Math.max(before, after) / DAY) * 1440);
			const side = before > limit ? 'before' : 'after';
			days.add(at.reading.epochDay);
			yield {
				range: at.range,
				message: `Timeline entry ${quoted(at.reading.text)} is ${distance} ${side} the incident. Expected a time within ${lengthText(beyond)} of it.`,
			};
		}
	}
}

/**
 * Returns true for an event whose date is not that of the incident with another month or year: the history of an incident,
 * and what was done months later. An entry without a date so far away has that of a row or heading above it.
 */
function isHistory({ date }: WrittenTime, start: number, end: number): boolean {
	for (let day = start - DAY; day <= end + DAY && day <= start + MAX_DAYS * DAY; day += DAY) {
		const other = new Date(day);
		const isSame = [
			other.getUTCFullYear() === date.year,
			other.getUTCMonth() + 1 === date.month,
			other.getUTCDate() === date.day,
		];
		if (isSame[2] && (isSame[0] || isSame[1])) {
			return false;
		}
	}
	return true;
}
