import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { entriesOutOfOrder } from './support/entry-order.ts';

export const timelineOrder: Rule = {
	code: 'time/timeline-order',
	title: 'Timeline entries out of order',
	rationale: dedent`
		An entry out of order more often has a wrong time (a morning instead of an afternoon, the previous date after
		midnight) than a wrong position. Timelines and updates are checked, each list under a heading of its own alone.
		Entries are expected oldest first, unless most steps go back. Days without a time are not compared, and times marked
		"about" may be an hour from their place.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Updates, newest first',
			text: dedent`
				title: Logs were late
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				updates:
				  - { at: 2024-08-26T08:00:00Z, body: All is well }
				  - { at: 2024-08-26T07:00:00Z, body: A fix is in place }
				  - { at: 2024-08-26T06:00:00Z, body: We are looking into it }
			`,
		},
		{
			caption: 'A timeline over midnight, in a postmortem',
			text: dedent`
				//- /postmortems/2024-08-26-logs.md
				# Logs were late

				## Timeline

				- 2024-08-26 23:50 UTC Alert fires
				- 2024-08-27 00:10 UTC The queue is drained
			`,
		},
	],
	invalid: [
		{
			caption: 'A morning instead of an afternoon',
			text: dedent`
				title: Logs were late
				impact: minor
				started_at: 2024-08-26T11:30:00Z
				timeline:
				  - { at: 2024-08-26T11:41:00Z, text: Alert fires }
				  - { at: «2024-08-26T01:10:00Z», text: The queue is drained }
				  - { at: 2024-08-26T13:30:00Z, text: All logs are there }
			`,
			message:
				'Timeline entries out of order: `2024-08-26T01:10:00Z` comes after `2024-08-26T11:41:00Z`, which is 10 h 31 min later. Expected the oldest entry first.',
			fixed: dedent`
				title: Logs were late
				impact: minor
				started_at: 2024-08-26T11:30:00Z
				timeline:
				  - { at: 2024-08-26T01:10:00Z, text: The queue is drained }
				  - { at: 2024-08-26T11:41:00Z, text: Alert fires }
				  - { at: 2024-08-26T13:30:00Z, text: All logs are there }
			`,
		},
		{
			caption: 'The same timeline in a postmortem',
			text: dedent`
				//- /postmortems/2024-08-26-logs.md
				# Logs were late

				## Timeline

				- 2024-08-26 11:41 UTC Alert fires
				- «2024-08-26 01:10 UTC» The queue is drained
				- 2024-08-26 13:30 UTC All logs are there
			`,
			message:
				'Timeline entries out of order: `2024-08-26 01:10 UTC` comes after `2024-08-26 11:41 UTC`, which is 10 h 31 min later. Expected the oldest entry first.',
		},
	],
	check: ({ once }) => once(entriesOutOfOrder),
};
