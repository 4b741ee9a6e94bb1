import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { quoted } from '../support/words.ts';
import { findCycle, findOwner, isLater } from './support/chains.ts';

export const cycle: Rule = {
	code: 'reference/cycle',
	title: 'Reference cycle',
	rationale: dedent`
		If A was caused by B and B by A, one of the relations has the wrong direction or refers to the wrong record. Causes,
		recurrences, follow-ups and duplicates are checked. A cycle is reported once, in the incident that started last,
		with the other incidents as related locations, and its relations are not reported by \`reference/not-earlier\`.
	`,
	level: 'error',
	kinds: ['incident', 'bulletin'],
	valid: [
		{
			caption: 'A chain, and a symmetric relation',
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
			caption: 'Two records, each a duplicate of the other',
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
			message:
				'Reference cycle through `2024-08-26-mail-copy`: its relations lead back to this incident. Expected relations without a cycle.',
			also: ['time/copied'],
		},
		{
			caption: 'A cycle of three incidents',
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
			message:
				'Reference cycle through `2024-08-26-mail`: its relations lead back to this incident. Expected relations without a cycle.',
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			const own = findOwner(reference, document.uri, log);
			const others = own && findCycle(reference, own, log);
			if (others && !others.some(other => isLater(other, own))) {
				const [next] = others;
				yield {
					range: reference.range,
					message: `Reference cycle through ${quoted(next?.id ?? '')}: its relations lead back to this incident. Expected relations without a cycle.`,
					related: others.map(relatedDefinition),
					data: { circle: others.map(({ id }) => id) },
				};
			}
		}
	},
};
