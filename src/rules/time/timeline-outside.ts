import type { TimelineEntry } from '../../core/incident.ts';
import { endOf, startOf } from '../../core/incident-times.ts';
import { formatDuration } from '../../core/time/format.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule, RuleContext } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { quoted } from '../support/words.ts';

/** Instants in milliseconds since 1970; `end` is undefined while it is open. */
interface Span {
	readonly start: number;
	readonly end: number | undefined;
}

export const timelineOutside: Rule = {
	code: 'time/timeline-outside',
	title: 'A timeline tells of the days of its incident',
	rationale: dedent`
		A cause may lie days before the start, and work goes on after the end; but an entry a month away is most often a
		slip in the month or the year.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	options: {
		beyond: lengthSchema('30d', 'How far before the start or after the end of the incident an entry may lie.'),
	},
	valid: [
		{
			caption: 'A cause of last week, and work of the week after',
			text: dedent`
				title: Certificates ran out
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				timeline:
				  - { at: 2024-08-19T05:41:00Z, text: The reminder goes to a mailbox that nobody reads }
				  - { at: 2024-08-26T05:41:00Z, text: Alert fires }
				  - { at: 2024-08-30T05:41:00Z, text: Renewal is automatic }
			`,
		},
	],
	invalid: [
		{
			caption: 'A slip in the month',
			text: dedent`
				title: Certificates ran out
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				timeline:
				  - { at: «2024-06-26T05:41:00Z», text: Alert fires }
				  - { at: 2024-08-26T05:55:00Z, text: A certificate is made by hand }
			`,
			message: '`2024-06-26T05:41:00Z` is 61 d before the incident; expected a time within 30 days of it',
		},
		{
			caption: 'A slip in the year, in a postmortem',
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
				- 2024-01-03 05:55 UTC A certificate is made by hand
			`,
			message: '`2023-01-03 05:41 UTC` is 365 d before the incident; expected a time within 30 days of it',
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
				yield* outside([...incident.updates, ...incident.timeline], span, context);
			}
		}
		const span = document.postmortem && spanOf(document.postmortem, log);
		if (span) {
			yield* outside(document.postmortem?.timeline ?? [], span, context);
		}
	},
};

/** From the first start to the last end of a postmortem's incidents. */
function spanOf({ id, incidents }: NonNullable<LogDocument['postmortem']>, log: LogView): Span | undefined {
	const ids = incidents.length > 0 ? incidents.map(({ value }) => value) : [id];
	const told = ids.flatMap(incident => log.byId(incident, 'incident').slice(0, 1));
	const starts = told.flatMap(({ start }) => start ?? []);
	const ends = told.flatMap(({ end }) => end ?? []);
	return starts.length === 0
		? undefined
		: { start: Math.min(...starts), end: ends.length === told.length ? Math.max(...ends) : undefined };
}

function* outside(entries: readonly TimelineEntry[], { start, end }: Span, { options }: RuleContext): Iterable<Report> {
	const { beyond } = options;
	const room = lengthOption(beyond);
	for (const { at } of entries) {
		if (!at?.reading.ok) {
			continue;
		}
		const before = start - at.reading.latestMs;
		const after = at.reading.earliestMs - (end ?? Number.POSITIVE_INFINITY);
		if (before > room || after > room) {
			const distance = formatDuration(Math.round(Math.max(before, after) / 86_400_000) * 1440);
			const side = before > room ? 'before' : 'after';
			yield {
				range: at.range,
				message: `${quoted(at.reading.text)} is ${distance} ${side} the incident; expected a time within ${lengthText(beyond)} of it`,
			};
		}
	}
}
