import { startOf } from '../../core/incident-times.ts';
import type { Reference } from '../../core/reference.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { quoted } from '../support/words.ts';
import { ownerOf, wayBack } from './support/chains.ts';

/** What must lie in the past of the incident that says so. */
const WORDS = { 'caused-by': 'the cause', 'recurrence-of': 'the first occurrence' } as const;

export const notEarlier: Rule = {
	code: 'reference/not-earlier',
	title: 'A cause, and what recurs, began earlier',
	rationale: dedent`
		An incident cannot be caused by one that began after it, or be a recurrence of it. Either the relation points the
		wrong way round, or one of the two has a wrong date.
	`,
	level: 'error',
	kinds: ['incident'],
	valid: [
		{
			caption: 'A recurrence of an earlier incident; a later one that is merely related',
			text: dedent`
				//- /incidents/2024-08-15-database.yaml
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				references:
				  - { id: 2024-08-26-leases, relation: related }
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be had
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
			caption: 'The relation points the wrong way round',
			text: dedent`
				//- /incidents/2024-08-15-database.yaml
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				references:
				  - { id: «2024-08-26-leases», relation: recurrence-of }
				//- /incidents/2024-08-26-leases.md
				---
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				---

				One host was slow.
			`,
			message:
				'`2024-08-26-leases` began later than this incident; expected the first occurrence to have begun earlier',
			now: '2024-08-28T00:00:00Z',
		},
		{
			caption: 'A cause of the next hour, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-leases.md
				---
				title: Leases could not be had
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
			message: '`2024-08-26-disk` began later than this incident; expected the cause to have begun earlier',
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
				!isInCircle(reference, document.uri, log)
			) {
				yield {
					range,
					message: `${quoted(other.id)} began later than this incident; expected ${WORDS[relation]} to have begun earlier`,
					related: [relatedDefinition(other)],
					data: { id: other.id, relation },
				};
			}
		}
	},
};

/** Then `reference/cycle` shows the whole of it. */
function isInCircle(reference: Reference, uri: string, log: LogView): boolean {
	const own = ownerOf(reference, uri, log);
	return own !== undefined && wayBack(reference, own, log) !== undefined;
}
