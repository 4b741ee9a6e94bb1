import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const impossible: Rule = {
	code: 'time/impossible',
	title: 'Impossible date or time',
	rationale: dedent`
		Many date parsers roll over dates that do not exist: 30 February becomes 1 March, and 25:00 becomes 01:00 on the
		next day. The record is then silently wrong. Dates, times, offsets and zones that do not exist are reported here
		and are not read as a time.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'The last day of February in a leap year',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-02-29T23:59:59Z
			`,
			now: '2024-03-01T12:00:00Z',
		},
	],
	invalid: [
		{
			caption: 'A day that does not exist in February',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-02-«30»T05:30:00Z
			`,
			message: 'Impossible date or time `30`: February 2024 has 29 days. Expected an existing date and time.',
		},
		{
			caption: 'Hour 25, in front matter',
			text: dedent`
				//- /incidents/2024-02-28-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-02-28T«25»:30:00Z
				---

				A relay was overloaded.
			`,
			message: 'Impossible date or time `25`: a day has hours 0 to 23. Expected an existing date and time.',
		},
	],
	*check({ once }) {
		for (const { at } of once(timesOf)) {
			const { reading } = at;
			if (!reading.ok && reading.reason === 'impossible') {
				const found = textOfPart(at, reading.range);
				yield {
					range: rangeOfPart(at, reading.range),
					message: `Impossible date or time ${quoted(found)}: ${reading.detail}. Expected an existing date and time.`,
					data: { found },
				};
			}
		}
	},
};
