import type { Incident, LocatedTime } from '../../core/incident.ts';
import { MINUTE } from '../../core/time/units.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

const PLAN_FIELDS: ReadonlySet<string> = new Set(['scheduled_for', 'scheduled_until']);
/** Statuses of a maintenance that has started. */
const STARTED_STATUSES: ReadonlySet<string> = new Set(['in_progress', 'verifying', 'completed']);
/** In milliseconds. Clocks of different machines may differ. */
const TOLERANCE = 5 * MINUTE;

export const future: Rule = {
	code: 'time/future',
	title: 'Time in the future',
	rationale: dedent`
		A start, an end or a timeline entry in the future is a mistake, most often in the year. \`scheduled_for\` and
		\`scheduled_until\` may be in the future, and so may all times of a maintenance that has not started.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'An upcoming maintenance',
			text: dedent`
				title: Mail moves to a new host
				kind: maintenance
				status: scheduled
				impact: minor
				started_at: 2024-09-07T22:00:00Z
				scheduled_for: 2024-09-07T22:00:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A wrong year',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: «2025-08-26T06:30:00Z»
			`,
			message: 'Time `2025-08-26T06:30:00Z` is in the future. Expected a past time.',
			also: ['time/suspicious-length'],
		},
		{
			caption: 'A timeline entry of a postmortem',
			text: dedent`
				//- /postmortems/2024-08-26-mail.md
				# Mail was delayed

				## Timeline

				- 2024-08-26 05:30 UTC Alert fires
				- «2042-08-26 05:40 UTC» The queue is drained
			`,
			message: 'Time `2042-08-26 05:40 UTC` is in the future. Expected a past time.',
		},
	],
	*check({ document, log }) {
		for (const times of pastTimes(document)) {
			// Only the first of a list is reported: later entries have the same mistake.
			const first = times.find(({ reading }) => reading.ok && log.isBefore(reading.earliestMs - TOLERANCE));
			if (first) {
				const message = `Time ${quoted(first.reading.text)} is in the future. Expected a past time.`;
				yield { range: first.range, message };
			}
		}
	},
};

/** Yields lists of times that must be in the past: each incident's fields, updates and timeline; a postmortem's timeline. */
function* pastTimes({ incidents, postmortem }: LogDocument): Iterable<readonly LocatedTime[]> {
	for (const incident of incidents) {
		if (!isUpcoming(incident)) {
			yield [...incident.times].flatMap(([field, at]) => (PLAN_FIELDS.has(field) ? [] : [at]));
			yield incident.updates.flatMap(({ at }) => at ?? []);
			yield incident.timeline.flatMap(({ at }) => at ?? []);
		}
	}
	yield [...(postmortem?.times.values() ?? [])];
	yield (postmortem?.timeline ?? []).flatMap(({ at }) => at ?? []);
}

function isUpcoming({ kind, status }: Incident): boolean {
	return kind === 'maintenance' && !STARTED_STATUSES.has(status?.value ?? '');
}
