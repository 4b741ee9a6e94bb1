import { overlapping } from '../../parse/model/ranges.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';

/** Phrases that send the reader to a record without saying to which. */
const VAGUE = new RegExp(
	[
		String.raw`\b(?:see|as (?:in|described in|with)|like|same as|similar to|refer to|recurrence of|repeat of|caused by|related to|follow-?up (?:to|on|of)|described in|details in)\s+`,
		String.raw`((?:the|our|that|a|an)\s+)?(?<words>(?:previous|prior|earlier|last|past|above)\s+(?:postmortem|post-mortem|incident(?: report)?|outage))\b`,
		String.raw`(?!['’]|\s+(?:of|on|from|in|at|with|today|yesterday|this|that|which|where|when|week|month|year)\b)`,
	].join(''),
	'giu',
);
/** A text without one of each has none of them. To ask costs a tenth of what it does to look through all paragraphs. */
const ORDER = /previous|prior|earlier|last|past|above/i;
const NOUN = /postmortem|post-mortem|incident|outage/i;
/** So near a reference says which one is meant. */
const NEAR = 120;

export const vague: Rule = {
	code: 'reference/vague',
	title: 'A reader who is sent somewhere is told where',
	rationale: dedent`
		"See the previous postmortem" meant one page on the day on which it was written. An id, a link or a date means it
		for good. Where one of these stands nearby, or where the phrase goes on ("the last outage of the registry"), nothing
		is said.
	`,
	level: 'info',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'With a link beside it',
			text: dedent`
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
			text: dedent`
				//- /postmortems/2024-08-28-mail.md
				# Mail was delayed again

				For how the relay works see the «previous postmortem».
			`,
			message: '`previous postmortem` can be any; expected an id, a link or a date',
		},
		{
			caption: 'In YAML',
			text: dedent`
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-28T05:30:00Z
				summary: Much like the «last incident».
			`,
			message: '`last incident` can be any; expected an id, a link or a date',
		},
	],
	*check({ document }) {
		if (!ORDER.test(document.text) || !NOUN.test(document.text)) {
			return;
		}
		for (const { start, text } of proseOf(document)) {
			for (const match of text.matchAll(VAGUE)) {
				const words = match.groups?.['words'] ?? '';
				const end = start + match.index + match[0].length;
				const near = { start: end - NEAR, end: end + NEAR };
				const isNamed = overlapping(document.references, ({ extent }) => extent, near).some(
					({ form }) => form !== 'field',
				);
				if (!isNamed) {
					const range = { start: end - words.length, end };
					yield { range, message: `${quoted(words)} can be any; expected an id, a link or a date` };
				}
			}
		}
	},
};
