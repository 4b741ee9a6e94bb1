import { overlapping } from '../../parse/model/ranges.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';

/** Phrases that refer to a record without identifying it. */
const VAGUE = new RegExp(
	[
		String.raw`\b(?:see|as (?:in|described in|with)|like|same as|similar to|refer to|recurrence of|repeat of|caused by|related to|follow-?up (?:to|on|of)|described in|details in)\s+`,
		String.raw`((?:the|our|that|a|an)\s+)?(?<words>(?:previous|prior|earlier|last|past|above)\s+(?:postmortem|post-mortem|incident(?: report)?|outage))\b`,
		String.raw`(?!['’]|\s+(?:of|on|from|in|at|with|today|yesterday|this|that|which|where|when|week|month|year)\b)`,
	].join(''),
	'giu',
);
/**
 * Matches the source of every vague phrase, so that the prose of most documents is not read for this rule: between the words
 * is only what is not prose. Code is skipped; before any other markup, the noun is not required.
 */
const MAY_BE_VAGUE =
	/(?:previous|prior|earlier|last|past|above)(?:[\s*>]|(?<!`)`[^`\n]{1,200}`(?!`)){1,200}(?:postmortem|post-mortem|incident|outage|[`<![\]{]|(?:https?|ftp|mailto):)/i;

/** In UTF-16 units. A reference within this distance identifies the record. */
const MAX_DISTANCE = 120;

export const vague: Rule = {
	code: 'reference/vague',
	title: 'Vague reference',
	rationale: dedent`
		The meaning of "see the previous postmortem" changes with each new postmortem. An id, a link or a date keeps its
		meaning. A phrase is not reported if one of these is nearby, or if a qualifier follows ("the last outage of the
		registry").
	`,
	level: 'info',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'A link next to the phrase',
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

				See the previous incident, [[2024-08-26-mail]]. An earlier incident had another cause.
			`,
		},
	],
	invalid: [
		{
			caption: 'The previous postmortem',
			text: dedent`
				//- /postmortems/2024-08-28-mail.md
				# Mail was delayed again

				For the design of the relay, see the «previous postmortem».
			`,
			message: 'Vague reference `previous postmortem`. Expected an id, a link or a date.',
		},
		{
			caption: 'The last incident, in YAML',
			text: dedent`
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-28T05:30:00Z
				summary: Much like the «last incident».
			`,
			message: 'Vague reference `last incident`. Expected an id, a link or a date.',
		},
	],
	*check({ document }) {
		if (!MAY_BE_VAGUE.test(document.text)) {
			return;
		}
		for (const { start, text } of proseOf(document)) {
			for (const match of text.matchAll(VAGUE)) {
				const words = match.groups?.['words'] ?? '';
				const end = start + match.index + match[0].length;
				const vicinity = { start: end - MAX_DISTANCE, end: end + MAX_DISTANCE };
				const isIdentified = overlapping(document.references, ({ fullRange }) => fullRange, vicinity).some(
					({ form }) => form !== 'field',
				);
				if (!isIdentified) {
					const range = { start: end - words.length, end };
					yield { range, message: `Vague reference ${quoted(words)}. Expected an id, a link or a date.` };
				}
			}
		}
	},
};
