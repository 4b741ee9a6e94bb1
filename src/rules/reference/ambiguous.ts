import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { alternatives, quoted } from '../support/words.ts';
import { linksTo } from './support/links.ts';

export const ambiguous: Rule = {
	code: 'reference/ambiguous',
	title: 'A mention means one incident',
	rationale: dedent`
		Of a day with two incidents, "the August 15 issue" is either. Whoever wrote it knew which; a reader a year later
		does not. The fix writes the id beside the words: \`[[id|the August 15 issue]]\`.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Two incidents on a day, and an id that says which',
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
			caption: 'Two incidents on a day',
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
			message:
				'`August 15 issue` can mean `2024-08-15-dns` or `2024-08-15-mail`; expected a mention that means one of them',
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
			// Several records of one id are `reference/duplicate-id`.
			if (reference.target.by !== 'date') {
				continue;
			}
			const meant = log.resolve(reference);
			// A record that names its own day means itself.
			if (meant.length > 1 && !meant.some(({ uri, source }) => uri === document.uri && source === 'record')) {
				const found = document.text.slice(reference.range.start, reference.range.end);
				const ids = meant.map(({ id }) => id);
				yield {
					range: reference.range,
					message: `${quoted(found)} can mean ${alternatives(ids)}; expected a mention that means one of them`,
					related: meant.map(relatedDefinition),
					fixes: meant.flatMap(({ id }) => linksTo(id, reference, document)),
					data: { ids },
				};
			}
		}
	},
};
