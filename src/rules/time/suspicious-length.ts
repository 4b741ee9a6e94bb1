import { endOf, startOf } from '../../core/incident-times.ts';
import { formatDuration } from '../../core/time/format.ts';
import type { Rule } from '../rule.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { sample } from '../support/sample.ts';

export const suspiciousLength: Rule = {
	code: 'time/suspicious-length',
	title: 'An incident takes longer than no time, and not longer than two weeks',
	rationale: sample`
		An incident of a year and twenty minutes is most often one of twenty minutes with a slip in the year. One that
		ends at the second at which it began was most often closed by a tool. A notice may end as it begins.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	options: { beyond: lengthSchema('14d', 'How long an incident may take.') },
	valid: [
		{
			caption: 'Five minutes, and a day',
			text: sample`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T05:35:00Z
				//- /incidents/2024-08-27-mail.yaml
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-27
				resolved_at: 2024-08-27
			`,
		},
	],
	invalid: [
		{
			caption: 'A slip in the year',
			text: sample`
				title: Mail was delayed
				impact: minor
				started_at: 2023-08-26T05:30:00Z
				resolved_at: «2024-08-26T05:50:00Z»
			`,
			message: 'lasts 366 d; expected at most 14 days',
		},
		{
			caption: 'No time at all, in front matter',
			text: sample`
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: «2024-08-26T05:30:00Z»
				---

				A relay was overloaded.
			`,
			message: 'ends as it begins; expected some time between',
		},
	],
	*check({ document, options: { beyond } }) {
		for (const incident of document.incidents) {
			const [start, end] = [startOf(incident)?.reading, endOf(incident)];
			if (incident.kind !== 'incident' || !start?.ok || !end?.reading.ok) {
				continue;
			}
			const length = end.reading.earliestMs - start.latestMs;
			if (length > lengthOption(beyond)) {
				const lasts = formatDuration(length / 60_000);
				yield { range: end.range, message: `lasts ${lasts}; expected at most ${lengthText(beyond)}` };
			} else if (start.precision === 'second' && end.reading.precision === 'second' && length === 0) {
				yield { range: end.range, message: 'ends as it begins; expected some time between' };
			}
		}
	},
};
