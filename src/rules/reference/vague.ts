import type { Rule } from '../rule.ts';
import { sample } from '../support/sample.ts';
import { quoted } from '../support/words.ts';

/** Phrases that send the reader to a record without saying to which. */
const VAGUE =
	/\b(?:see|as (?:in|described in)|like|same as|similar to|refer to) ((?:the |our |a |an )?(?:previous|prior|earlier|other|last) (?:postmortem|post-mortem|incident|outage)s?)\b/gi;

export const vague: Rule = {
	code: 'reference/vague',
	title: 'A reader who is sent somewhere is told where',
	rationale: sample`
		"See the previous postmortem" meant one page on the day on which it was written. An id, a link or a date means it
		for good.
	`,
	level: 'info',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'With a link beside it',
			text: sample`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-08-28-mail.md
				---
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-28T05:30:00Z
				---

				See the previous incident, [[2024-08-26-mail]]. An earlier incident was of another kind.
			`,
		},
	],
	invalid: [
		{
			caption: 'The previous one',
			text: sample`
				//- /incidents/2024-08-28-mail.md
				---
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-28T05:30:00Z
				---

				A relay was overloaded, see «the previous postmortem».
			`,
			message: '`the previous postmortem` can be any; expected an id, a link or a date',
		},
	],
	*check({ document }) {
		for (const prose of document.body?.prose ?? []) {
			const text = document.text.slice(prose.start, prose.end);
			for (const match of text.matchAll(VAGUE)) {
				const words = match[1] ?? '';
				const end = prose.start + match.index + match[0].length;
				const range = { start: end - words.length, end };
				// In the same line a reference says which one is meant.
				const line = document.lines.lineAt(end);
				const isNamed = document.references.some(({ extent }) => document.lines.lineAt(extent.start) === line);
				if (!isNamed) {
					yield { range, message: `${quoted(words)} can be any; expected an id, a link or a date` };
				}
			}
		}
	},
};
