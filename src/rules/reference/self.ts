import type { Rule } from '../rule.ts';
import { sample } from '../support/sample.ts';
import { quoted } from '../support/words.ts';

export const self: Rule = {
	code: 'reference/self',
	title: 'A record refers to others, not to itself',
	rationale: sample`
		An incident that is a recurrence of itself began as a copy, or has the wrong one of two ids. A postmortem may have
		the id of its incident: naming that incident is no reference to itself.
	`,
	level: 'error',
	kinds: ['incident'],
	valid: [
		{
			caption: 'An incident and the postmortem of the same id',
			text: sample`
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
			caption: 'A recurrence of itself',
			text: sample`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: «2024-08-26-mail», relation: recurrence-of }
			`,
			message: '`2024-08-26-mail` is this incident itself; expected the id of another one',
		},
		{
			caption: 'In front matter, without a relation',
			text: sample`
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
			message: '`2024-08-26-mail` is this incident itself; expected the id of another one',
		},
	],
	*check({ document }) {
		const [incident] = document.incidents;
		for (const { form, target, range } of document.references) {
			if (form === 'field' && target.by === 'id' && target.kind !== 'postmortem' && target.id === incident?.id) {
				yield { range, message: `${quoted(target.id)} is this incident itself; expected the id of another one` };
			}
		}
	},
};
