import type { Definition } from '../../core/definition.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { isTranslation } from '../support/translation.ts';
import { quoted } from '../support/words.ts';

export const copied: Rule = {
	code: 'time/copied',
	title: 'Times copied from another incident',
	rationale: dedent`
		Two incidents with the same start and the same end are usually one incident recorded twice, or a record that was
		copied and kept the original's times. If they are one incident, state \`relation: duplicate-of\`. Two records that
		have any relation to each other are not reported.
	`,
	level: 'warning',
	kinds: ['incident'],
	valid: [
		{
			caption: 'Two records with a relation',
			text: dedent`
				//- /incidents/2024-08-26-disk.yaml
				title: Disk full
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:10:00Z
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:10:00Z
				references: [{ id: 2024-08-26-disk, relation: caused-by }]
			`,
		},
	],
	invalid: [
		{
			caption: 'A record with the times of another record',
			text: dedent`
				//- /incidents/2024-08-26-disk.yaml
				title: Disk full
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:10:00Z
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: «2024-08-26T05:30:00Z»
				resolved_at: 2024-08-26T07:10:00Z
				---

				A relay was overloaded.
			`,
			message:
				'Same start and end as incident `2024-08-26-disk`. Expected different times or a relation between the two incidents.',
		},
	],
	*check({ document, log }) {
		const [incident] = document.incidents;
		const started = incident?.times.get('started_at');
		const own =
			incident &&
			log.byId(incident.id, 'incident').find(({ uri, source }) => uri === document.uri && source === 'record');
		if (!own?.date || own.end === undefined || own.isDateOnly || !started) {
			return;
		}
		const twin = log.incidentsOn(own.date).find(other => isTwin(own, other));
		if (twin) {
			const message = `Same start and end as incident ${quoted(twin.id)}. Expected different times or a relation between the two incidents.`;
			yield { range: started.range, message, related: [relatedDefinition(twin)] };
		}
	},
};

/** Of two records, only the one whose URI is later in alphabetical order is reported. */
function isTwin(own: Definition, other: Definition): boolean {
	return (
		other.source === 'record' &&
		other.uri < own.uri &&
		other.id !== own.id &&
		other.start === own.start &&
		other.end === own.end &&
		!isRelated(own, other) &&
		!isRelated(other, own) &&
		!isTranslation(own, other)
	);
}

function isRelated(one: Definition, other: Definition): boolean {
	return one.relations.some(({ id }) => id === other.id);
}
