import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { isSelf } from './support/suggestions.ts';

export const self: Rule = {
	code: 'reference/self',
	title: 'Self-reference',
	rationale: dedent`
		If an incident is a recurrence of itself, its record was copied from another one, or the reference has the wrong id.
		A postmortem with the id of its incident may refer to that incident. In prose, a link \`[[id]]\` to its own page is
		a warning.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'An incident and a postmortem with the same id',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				postmortem: 2024-08-26-mail
				//- /postmortems/2024-08-26-mail.md
				---
				incident: 2024-08-26-mail
				---

				# Mail was delayed
			`,
		},
	],
	invalid: [
		{
			caption: 'An incident that is a recurrence of itself',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: «2024-08-26-mail», relation: recurrence-of }
			`,
			message:
				'Self-reference `2024-08-26-mail`: this incident refers to itself. Expected a reference to another record.',
		},
		{
			caption: 'A reference without a relation, in front matter',
			text: dedent`
				//- /incidents/mail.md
				---
				id: 2024-08-26-mail
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references: [«2024-08-26-mail»]
				---

				A relay was overloaded.
			`,
			message:
				'Self-reference `2024-08-26-mail`: this incident refers to itself. Expected a reference to another record.',
		},
		{
			caption: 'A link in prose',
			text: dedent`
				//- /postmortems/mail.md
				# Mail was delayed

				As described in [[«mail»]].
			`,
			message: 'Self-reference `mail`: this postmortem refers to itself. Expected a reference to another record.',
		},
	],
	*check({ document, log }) {
		const { kind, references } = document;
		for (const reference of references) {
			const { form, range } = reference;
			const isLink = form === 'wiki-link' && kind !== 'bulletin';
			if ((form === 'field' || isLink) && log.resolve(reference).some(target => isSelf(target, reference, document))) {
				const noun = kind === 'postmortem' ? 'postmortem' : 'incident';
				const found = quoted(document.text.slice(range.start, range.end));
				yield {
					range,
					message: `Self-reference ${found}: this ${noun} refers to itself. Expected a reference to another record.`,
					...(isLink && { level: 'warning' as const }),
				};
			}
		}
	},
};
