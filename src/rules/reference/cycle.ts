import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { quoted } from '../support/words.ts';
import { isLater, ownerOf, wayBack } from './support/chains.ts';

export const cycle: Rule = {
	code: 'reference/cycle',
	title: 'Causes, recurrences, follow-ups and duplicates do not lead back to where they began',
	rationale: dedent`
		A was caused by B, which was caused by A: one of the relations points the wrong way round, or to the wrong record.
		Of two duplicates one is the record that stays. The circle is told once, in the record that began last, with the
		others beside it; \`reference/not-earlier\` is then silent.
	`,
	level: 'error',
	kinds: ['incident', 'bulletin'],
	valid: [
		{
			caption: 'A chain, and a relation that leads both ways',
			text: dedent`
				//- /incidents/2024-08-26-disk.yaml
				title: Disk full
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references: [{ id: 2024-08-27-mail, relation: related }]
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T06:30:00Z
				references: [{ id: 2024-08-26-disk, relation: caused-by }]
				//- /incidents/2024-08-27-mail.yaml
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-27T06:30:00Z
				references: [{ id: 2024-08-26-mail, relation: follow-up-to }]
			`,
		},
	],
	invalid: [
		{
			caption: 'Two duplicates of each other',
			text: dedent`
				//- /incidents/2024-08-26-mail-copy.yaml
				title: Mail was late
				impact: minor
				started_at: 2024-08-26T06:30:00Z
				references: [{ id: 2024-08-26-mail, relation: duplicate-of }]
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was late
				impact: minor
				started_at: 2024-08-26T06:30:00Z
				references:
				  - { id: «2024-08-26-mail-copy», relation: duplicate-of }
				---

				A relay was overloaded.
			`,
			message: '`2024-08-26-mail-copy` leads back to this incident; expected relations that lead one way',
			also: ['time/copied'],
		},
		{
			caption: 'Three incidents, each the cause of the next',
			text: dedent`
				//- /incidents/2024-08-26-disk.yaml
				title: Disk full
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references: [{ id: 2024-08-27-queue, relation: caused-by }]
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T06:30:00Z
				references: [{ id: 2024-08-26-disk, relation: caused-by }]
				//- /incidents/2024-08-27-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-27T06:30:00Z
				references: [{ id: «2024-08-26-mail», relation: recurrence-of }]
			`,
			message: '`2024-08-26-mail` leads back to this incident; expected relations that lead one way',
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			const own = ownerOf(reference, document.uri, log);
			const way = own && wayBack(reference, own, log);
			if (way && !way.some(other => isLater(other, own))) {
				const [next] = way;
				yield {
					range: reference.range,
					message: `${quoted(next?.id ?? '')} leads back to this incident; expected relations that lead one way`,
					related: way.map(relatedDefinition),
					data: { circle: way.map(({ id }) => id) },
				};
			}
		}
	},
};
