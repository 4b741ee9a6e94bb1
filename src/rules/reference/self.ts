import type { Definition } from '../../core/definition.ts';
import type { Reference } from '../../core/reference.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

export const self: Rule = {
	code: 'reference/self',
	title: 'A record refers to others, not to itself',
	rationale: dedent`
		An incident that is a recurrence of itself began as a copy, or has the wrong one of two ids. A postmortem may have
		the id of its incident: naming that incident is no reference to itself. In prose, where \`[[id]]\` leads back to the
		page that it stands on, it is a warning.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'An incident and the postmortem of the same id',
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
			caption: 'A recurrence of itself',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: «2024-08-26-mail», relation: recurrence-of }
			`,
			message: '`2024-08-26-mail` is this incident itself; expected another one',
		},
		{
			caption: 'In front matter, without a relation',
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
			message: '`2024-08-26-mail` is this incident itself; expected another one',
		},
		{
			caption: 'In prose',
			text: dedent`
				//- /postmortems/mail.md
				# Mail was delayed

				As described in [[«mail»]].
			`,
			message: '`mail` is this postmortem itself; expected another one',
		},
	],
	*check({ document, log }) {
		const { kind, references } = document;
		for (const reference of references) {
			const { form, range } = reference;
			const isLink = form === 'wiki-link' && kind !== 'bulletin';
			if (
				(form === 'field' || isLink) &&
				log.resolve(reference).some(target => isItself(target, reference, document))
			) {
				const noun = kind === 'postmortem' ? 'postmortem' : 'incident';
				const found = quoted(document.text.slice(range.start, range.end));
				yield {
					range,
					message: `${found} is this ${noun} itself; expected another one`,
					...(isLink && { level: 'warning' as const }),
				};
			}
		}
	},
};

function isItself({ kind, id, uri }: Definition, { owner }: Reference, document: LogDocument): boolean {
	return kind === 'postmortem' ? uri === document.uri : kind === 'incident' && id === owner;
}
