import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { linksTo } from './support/links.ts';

export const unlinked: Rule = {
	code: 'reference/unlinked',
	title: 'What is mentioned is linked',
	rationale: dedent`
		"The August 15 issue" and an id in prose are found, hovered and followed in the editor; a reader of the page can
		follow a link alone. \`[[id|the August 15 issue]]\` becomes one. A mention of the incident that the text itself tells
		is left alone.
	`,
	level: 'hint',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A link, and a mention of itself',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-08-28-mail.yaml
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-28T05:30:00Z
				summary: Much like [[2024-08-26-mail|the August 26 incident]]. The August 28 incident was shorter.
			`,
		},
	],
	invalid: [
		{
			caption: 'A mention, and an id',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				- [[2024-08-26-mail]]

				After the «August 26 incident» («2024-08-26-mail») mail was on time.
			`,
			message: '`August 26 incident` means `2024-08-26-mail`; expected a link',
			fixed: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				- [[2024-08-26-mail]]

				After [[2024-08-26-mail|the August 26 incident]] ([[2024-08-26-mail]]) mail was on time.
			`,
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			if (reference.form !== 'mention' && reference.form !== 'bare-id') {
				continue;
			}
			const [only, ...more] = log.resolve(reference);
			const isElsewhere = only?.id !== reference.owner && only?.uri !== document.uri;
			if (only && more.length === 0 && isElsewhere && reference.target.by !== 'week') {
				const found = document.text.slice(reference.range.start, reference.range.end);
				yield {
					range: reference.range,
					message: `${quoted(found)} means ${quoted(only.id)}; expected a link`,
					fixes: linksTo(only.id, reference, document),
					data: { id: only.id },
				};
			}
		}
	},
};
