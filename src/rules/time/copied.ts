import type { Definition } from '../../core/definition.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { isTranslation } from '../support/translation.ts';
import { quoted } from '../support/words.ts';

export const copied: Rule = {
	code: 'time/copied',
	title: 'Two incidents do not share both their start and their end',
	rationale: dedent`
		Two things that begin and end at the very same moments are one thing told twice, or a record that began as a copy
		and kept the times. Where the two are the same, \`relation: duplicate-of\` says so; any relation between them will do.
	`,
	level: 'warning',
	kinds: ['incident'],
	valid: [
		{
			caption: 'Two records that say what they are to each other',
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
			caption: 'A record that kept the times of another',
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
			message: 'same start and end as `2024-08-26-disk`; expected times of its own, or a relation between the two',
		},
	],
	*check({ document, log }) {
		const [incident] = document.incidents;
		const started = incident?.times.get('started_at');
		const own =
			incident &&
			log.byId(incident.id, 'incident').find(({ uri, source }) => uri === document.uri && source === 'record');
		if (!own?.date || own.end === undefined || own.dateOnly || !started) {
			return;
		}
		const twin = log.incidentsOn(own.date).find(other => isTwin(own, other));
		if (twin) {
			const message = `same start and end as ${quoted(twin.id)}; expected times of its own, or a relation between the two`;
			yield { range: started.range, message, related: [relatedDefinition(twin)] };
		}
	},
};

/** The one whose file comes first in the alphabet counts as the first. */
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
