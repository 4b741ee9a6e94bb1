import type { Definition } from '../../core/definition.ts';
import type { Reference } from '../../core/reference.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { quoted } from '../support/words.ts';

export const oneSided: Rule = {
	code: 'reference/one-sided',
	title: 'One-sided reference',
	rationale: dedent`
		If a postmortem names an incident whose record names a different postmortem, readers of the record never find it.
		Either the postmortem was copied from another one, or the record was not updated. The reference in the postmortem
		is reported. A record that names no postmortem is not a fault.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'An incident that names the postmortem, and one that names none',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				postmortem: ../postmortems/2024-08-26-queue.md
				//- /incidents/2024-08-27-mail.yaml
				title: Mail was late
				impact: minor
				started_at: 2024-08-27T05:30:00Z
				//- /postmortems/2024-08-26-queue.md
				---
				incidents: [2024-08-26-queue, 2024-08-27-mail]
				---

				# Queue stood still
			`,
		},
	],
	invalid: [
		{
			caption: 'A postmortem that was copied from another one',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				postmortem: 2024-08-26-queue
				//- /postmortems/2024-08-26-queue.md
				---
				incident: 2024-08-26-queue
				---

				# Queue stood still
				//- /postmortems/2024-08-27-mail.md
				---
				incident: «2024-08-26-queue»
				---

				# Mail was late
			`,
			message:
				'One-sided reference to incident `2024-08-26-queue`: its record names postmortem `2024-08-26-queue`. Expected an incident that names this postmortem.',
		},
		{
			caption: 'A postmortem of two incidents, in YAML',
			text: dedent`
				//- /incidents/2024-08-26-queue.md
				---
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				postmortem: ../postmortems/queue.yaml
				---

				Its store was full.
				//- /incidents/2024-08-27-mail.yaml
				title: Mail was late
				impact: minor
				started_at: 2024-08-27T05:30:00Z
				//- /postmortems/queue.yaml
				title: Queue stood still
				//- /postmortems/queue-and-mail.yaml
				title: Queue and mail
				incidents: [2024-08-27-mail, «2024-08-26-queue»]
			`,
			message:
				'One-sided reference to incident `2024-08-26-queue`: its record names postmortem `queue`. Expected an incident that names this postmortem.',
		},
	],
	*check({ document, log }) {
		for (const reference of incidentReferences(document)) {
			const incident = log.resolve(reference).find(({ kind, source }) => kind === 'incident' && source === 'record');
			const postmortems = incident?.postmortem ? log.resolve({ target: incident.postmortem }) : [];
			const [other] = postmortems;
			if (incident && other && !postmortems.some(one => isDefinedBy(document, one))) {
				yield {
					range: reference.range,
					message: `One-sided reference to incident ${quoted(incident.id)}: its record names postmortem ${quoted(other.id)}. Expected an incident that names this postmortem.`,
					related: [relatedDefinition(incident), relatedDefinition(other)],
					data: { incident: incident.id, postmortem: other.id },
				};
			}
		}
	},
};

/** Returns the references in the fields `incident` and `incidents` of a postmortem. */
function incidentReferences({ postmortem, references }: LogDocument): readonly Reference[] {
	const fields = new Set(postmortem?.incidents.map(({ range }) => range.start));
	return references.filter(({ form, range }) => form === 'field' && fields.has(range.start));
}

/** Returns true for the document's postmortem and for its translations, which have the same id. */
function isDefinedBy(document: LogDocument, { uri, id }: Definition): boolean {
	return uri === document.uri || id === document.postmortem?.id;
}
