import type { Incident, LocatedTime } from '../../core/incident.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

const PLANS: ReadonlySet<string> = new Set(['scheduled_for', 'scheduled_until']);
/** Of a maintenance: what it is called once it has begun. */
const BEGUN: ReadonlySet<string> = new Set(['in_progress', 'verifying', 'completed']);
/** In milliseconds: clocks differ. */
const GRACE = 5 * 60_000;

export const future: Rule = {
	code: 'time/future',
	title: 'What a record tells has happened',
	rationale: dedent`
		A start, an end or an entry of a timeline that lies ahead is a slip, most often in the year. Plans are told by
		\`scheduled_for\` and \`scheduled_until\`; of a maintenance that has not begun nothing else is looked at.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem'],
	valid: [
		{
			caption: 'A maintenance to come',
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
			caption: 'A year ahead',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: «2025-08-26T06:30:00Z»
			`,
			message: '`2025-08-26T06:30:00Z` is in the future; expected a time that has passed',
			also: ['time/suspicious-length'],
		},
		{
			caption: 'In the timeline of a postmortem',
			text: dedent`
				//- /postmortems/2024-08-26-mail.md
				# Mail was delayed

				## Timeline

				- 2024-08-26 05:30 UTC Alert fires
				- «2042-08-26 05:40 UTC» The queue is drained
			`,
			message: '`2042-08-26 05:40 UTC` is in the future; expected a time that has passed',
		},
	],
	*check({ document, log }) {
		const now = log.now().epochMilliseconds + GRACE;
		for (const times of pastTimes(document)) {
			// Where the first is ahead, what follows it is, too.
			const ahead = times.find(({ reading }) => reading.ok && reading.earliestMs > now);
			if (ahead) {
				const message = `${quoted(ahead.reading.text)} is in the future; expected a time that has passed`;
				yield { range: ahead.range, message };
			}
		}
	},
};

/** The fields of each incident, its updates and its timeline, and a postmortem's timeline. */
function* pastTimes({ incidents, postmortem }: LogDocument): Iterable<readonly LocatedTime[]> {
	for (const incident of incidents) {
		if (!isToCome(incident)) {
			yield [...incident.times].flatMap(([field, at]) => (PLANS.has(field) ? [] : [at]));
			yield incident.updates.flatMap(({ at }) => at ?? []);
			yield incident.timeline.flatMap(({ at }) => at ?? []);
		}
	}
	yield (postmortem?.timeline ?? []).flatMap(({ at }) => at ?? []);
}

function isToCome({ kind, status }: Incident): boolean {
	return kind === 'maintenance' && !BEGUN.has(status?.value ?? '');
}
