import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const impossible: Rule = {
	code: 'time/impossible',
	title: 'A time names a day, an hour and a zone that exist',
	rationale: dedent`
		Many readers of dates roll over what does not exist: 30 February becomes 1 March, 25:00 one in the morning of the
		next day. The record is then wrong without a word. Such a value is no time here.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'The last day of a February in a leap year',
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
			caption: 'A day that February does not have',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-02-«30»T05:30:00Z
			`,
			message: '`30` cannot be: February 2024 has 29 days; expected a time that exists',
		},
		{
			caption: 'An hour too many, in front matter',
			text: dedent`
				//- /incidents/2024-02-28-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-02-28T«25»:30:00Z
				---

				A relay was overloaded.
			`,
			message: '`25` cannot be: a day has hours 0 to 23; expected a time that exists',
		},
	],
	*check({ once }) {
		for (const { at } of once(timesOf)) {
			const { reading } = at;
			if (!reading.ok && reading.reason === 'impossible') {
				const found = textOfPart(at, reading.range);
				yield {
					range: rangeOfPart(at, reading.range),
					message: `${quoted(found)} cannot be: ${reading.detail}; expected a time that exists`,
					data: { found },
				};
			}
		}
	},
};
