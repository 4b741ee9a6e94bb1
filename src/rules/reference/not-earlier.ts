import { startOf } from '../../core/incident-times.ts';
import type { Reference } from '../../core/reference.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { quoted } from '../support/words.ts';
import { findCycle, findOwner } from './support/chains.ts';

export const notEarlier: Rule = {
	code: 'reference/not-earlier',
	title: 'Reference to a later incident',
	rationale: dedent`
		An incident cannot be caused by an incident that started after it, or be a recurrence of it. Either the relation has
		the wrong direction, or one of the two incidents has a wrong start. Only \`caused-by\` and \`recurrence-of\` are
		checked.
	`,
	level: 'error',
	kinds: ['incident'],
	valid: [
		{
			caption: 'A recurrence of an earlier incident, and a related later incident',
			text: dedent`
				//- /incidents/2024-08-15-database.yaml
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				references:
				  - { id: 2024-08-26-leases, relation: related }
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: 2024-08-15-database, relation: recurrence-of }
			`,
			now: '2024-08-28T00:00:00Z',
		},
	],
	invalid: [
		{
			caption: 'A relation with the wrong direction',
			text: dedent`
				//- /incidents/2024-08-15-database.yaml
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				references:
				  - { id: «2024-08-26-leases», relation: recurrence-of }
				//- /incidents/2024-08-26-leases.md
				---
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				---

				One host was slow.
			`,
			message:
				'Reference to later incident `2024-08-26-leases` with relation `recurrence-of`. Expected an incident that started before this one.',
			now: '2024-08-28T00:00:00Z',
		},
		{
			caption: 'A cause that started an hour later, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-leases.md
				---
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - id: «2024-08-26-disk»
				    relation: caused-by
				---

				One host was slow.
				//- /incidents/2024-08-26-disk.yaml
				title: Disk full on one host
				impact: minor
				started_at: 2024-08-26T06:30:00Z
			`,
			message:
				'Reference to later incident `2024-08-26-disk` with relation `caused-by`. Expected an incident that started before this one.',
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			const { relation, owner, range } = reference;
			if (relation !== 'caused-by' && relation !== 'recurrence-of') {
				continue;
			}
			const incident = document.incidents.find(({ id }) => id === owner);
			const start = incident && startOf(incident)?.reading;
			const [other] = log.resolve(reference);
			if (
				start?.ok &&
				other?.start !== undefined &&
				other.start > start.latestMs &&
				!isInCycle(reference, document.uri, log)
			) {
				yield {
					range,
					message: `Reference to later incident ${quoted(other.id)} with relation ${quoted(relation)}. Expected an incident that started before this one.`,
					related: [relatedDefinition(other)],
					data: { id: other.id, relation },
				};
			}
		}
	},
};

/** References of a cycle are reported by `reference/cycle`. */
function isInCycle(reference: Reference, uri: string, log: LogView): boolean {
	const own = findOwner(reference, uri, log);
	return own !== undefined && findCycle(reference, own, log) !== undefined;
}
