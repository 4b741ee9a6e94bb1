import type { Incident, TimelineEntry } from '../../core/incident.ts';
import { endOf, startOf } from '../../core/incident-times.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { misplacedEntries } from './support/entry-order.ts';

export const updateOutside: Rule = {
	code: 'time/update-outside',
	title: 'Public update before the incident',
	rationale: dedent`
		Nobody can report an unplanned incident before it starts, or its end before it ends: one of the two times is wrong.
		An update before the start, and one with the status \`resolved\` before the end, are reported. Updates of planned
		work announce it, and are not reported. An update after the end is usual.
	`,
	level: 'warning',
	kinds: ['incident'],
	valid: [
		{
			caption: 'Updates during an incident, and an announcement of planned work',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				updates:
				  - { at: 2024-08-26T07:45:00Z, status: resolved, body: All mail has arrived }
				  - { at: 2024-08-26T06:00:00Z, status: investigating, body: Mail is delayed }
				//- /incidents/2024-08-28-move.yaml
				title: Mail moves
				kind: maintenance
				status: completed
				impact: minor
				started_at: 2024-08-28T05:30:00Z
				scheduled_for: 2024-08-28T05:30:00Z
				scheduled_until: 2024-08-28T07:30:00Z
				updates:
				  - { at: 2024-08-26T06:00:00Z, status: scheduled, body: Mail will move }
			`,
		},
	],
	invalid: [
		{
			caption: 'An update before the start',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				updates:
				  - { at: «2024-08-26T05:00:00Z», status: investigating, body: Mail is delayed }
				  - { at: 2024-08-26T07:45:00Z, status: resolved, body: All mail has arrived }
			`,
			message:
				'Update `2024-08-26T05:00:00Z` is before the start `2024-08-26T05:30:00Z`. Expected a start at or before the first update.',
		},
		{
			caption: 'An update months before the start, as one fault',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				updates:
				  - { at: «2024-02-26T05:41:00Z», status: investigating, body: Mail is delayed }
			`,
			message:
				'Update `2024-02-26T05:41:00Z` is before the start `2024-08-26T05:30:00Z`. Expected a start at or before the first update.',
		},
		{
			caption: 'A resolution before the end',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T09:30:00Z
				updates:
				  - { at: 2024-08-26T06:00:00Z, status: investigating, body: Mail is delayed }
				  - { at: «2024-08-26T07:45:00Z», status: resolved, body: All mail has arrived }
			`,
			message:
				'Update `2024-08-26T07:45:00Z` with status `resolved` is before the end `2024-08-26T09:30:00Z`. Expected an end at or before it.',
		},
	],
	*check({ document, once }) {
		for (const incident of document.incidents) {
			if (incident.source === 'record' && incident.kind === 'incident' && !incident.times.has('scheduled_for')) {
				const misplaced = once(misplacedEntries);
				for (const report of updatesOutside(incident, document)) {
					// `time/timeline-order` reports the wrong time.
					if (!misplaced.has(report.range.start)) {
						yield report;
					}
				}
			}
		}
	},
};

function* updatesOutside(incident: Incident, { data }: LogDocument): Iterable<Report> {
	const [start, end] = [startOf(incident)?.reading, endOf(incident)?.reading];
	const first = firstOf(incident.updates);
	if (first && start?.ok && isBefore(first.reading, start)) {
		yield {
			range: first.range,
			message: `Update ${quoted(first.reading.text)} is before the start ${quoted(start.text)}. Expected a start at or before the first update.`,
		};
	}
	for (const [index, { at }] of incident.updates.entries()) {
		const status = data?.at(['updates', index, 'status'])?.value;
		// A later update can reopen the incident.
		const isLast = at?.reading.ok && !incident.updates.some(other => isAfter(other, at.reading));
		if (status === 'resolved' && isLast && at.reading.ok && end?.ok && isBefore(at.reading, end)) {
			yield {
				range: at.range,
				message: `Update ${quoted(at.reading.text)} with status \`resolved\` is before the end ${quoted(end.text)}. Expected an end at or before it.`,
			};
		}
	}
}

/** Returns the earliest update, with its reading. */
function firstOf(updates: readonly TimelineEntry[]) {
	return updates
		.flatMap(({ at }) => (at?.reading.ok ? { range: at.range, reading: at.reading } : []))
		.reduce<{ range: TimelineEntry['range']; reading: WrittenTime } | undefined>(
			(one, other) => (one && one.reading.earliestMs <= other.reading.earliestMs ? one : other),
			undefined,
		);
}

/** Compares exact times of day: an approximate time or a day may be any time near it. */
function isBefore(one: WrittenTime, other: WrittenTime): boolean {
	return !one.isApproximate && !other.isApproximate && one.latestMs < other.earliestMs;
}

function isAfter({ at }: TimelineEntry, reading: WrittenTime | { readonly ok: false }): boolean {
	return at?.reading.ok === true && reading.ok && at.reading.earliestMs > reading.latestMs;
}
