import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { alternatives, quotedSource } from '../support/words.ts';
import { linkFixes } from './support/links.ts';

export const ambiguous: Rule = {
	code: 'reference/ambiguous',
	title: 'Ambiguous reference',
	rationale: dedent`
		If two incidents started on 15 August, "the August 15 issue" can refer to either. The author knew which one; a
		reader a year later does not. The fix adds the id: \`[[id|the August 15 issue]]\`. A record that mentions its own
		day refers to itself and is not reported.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A mention with an id, on a day with two incidents',
			text: dedent`
				//- /incidents/2024-08-15-dns.yaml
				title: Names did not resolve
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-15-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-15T17:00:00Z
				//- /incidents/2024-08-26-dns.yaml
				title: Names did not resolve again
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				summary: Much like [[2024-08-15-dns|the August 15 issue]].
			`,
			now: '2024-08-28T00:00:00Z',
		},
	],
	invalid: [
		{
			caption: 'A mention of a day with two incidents',
			text: dedent`
				//- /incidents/2024-08-15-dns.yaml
				title: Names did not resolve
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-15-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-15T17:00:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Names did not resolve again** (05:30 UTC): Much like the «August 15 issue».
			`,
			message: 'Ambiguous reference `August 15 issue`. Expected `2024-08-15-dns` or `2024-08-15-mail`.',
			fixed: dedent`
				//- /incidents/2024-08-15-dns.yaml
				title: Names did not resolve
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-15-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-15T17:00:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Names did not resolve again** (05:30 UTC): Much like [[2024-08-15-dns|the August 15 issue]].
			`,
			now: '2024-08-28T00:00:00Z',
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			// Several records with one id are reported by `reference/duplicate-id`.
			if (reference.target.by !== 'date') {
				continue;
			}
			const candidates = log.resolve(reference);
			const isOwnDay = candidates.some(({ uri, source }) => uri === document.uri && source === 'record');
			if (candidates.length > 1 && !isOwnDay) {
				const found = document.text.slice(reference.range.start, reference.range.end);
				const ids = candidates.map(({ id }) => id);
				yield {
					range: reference.range,
					message: `Ambiguous reference ${quotedSource(found)}. Expected ${alternatives(ids)}.`,
					related: candidates.map(relatedDefinition),
					fixes: candidates.flatMap(({ id }) => linkFixes(id, reference, document)),
					data: { ids },
				};
			}
		}
	},
};
