import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted, quotedSource } from '../support/words.ts';
import { linkFixes } from './support/links.ts';

export const unlinked: Rule = {
	code: 'reference/unlinked',
	title: 'Unlinked mention',
	rationale: dedent`
		The editor resolves dated mentions ("the August 15 issue") and ids in prose. Readers of the published page can only
		follow links, and \`[[id|the August 15 issue]]\` becomes a link. Mentions of the incident that the text describes
		are not reported.
	`,
	level: 'hint',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A link, and a mention of the described incident',
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
			caption: 'A dated mention, and an id in prose',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				- [[2024-08-26-mail]]

				After the «August 26 incident» («2024-08-26-mail») mail was on time.
			`,
			message: 'Unlinked mention `August 26 incident`. Expected a link to `2024-08-26-mail`.',
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
			const isOther = only?.id !== reference.owner && only?.uri !== document.uri;
			if (only && more.length === 0 && isOther && reference.target.by !== 'week') {
				const found = document.text.slice(reference.range.start, reference.range.end);
				yield {
					range: reference.range,
					message: `Unlinked mention ${quotedSource(found)}. Expected a link to ${quoted(only.id)}.`,
					fixes: linkFixes(only.id, reference, document),
					data: { id: only.id },
				};
			}
		}
	},
};
