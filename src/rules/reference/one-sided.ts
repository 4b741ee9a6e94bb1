import type { Definition } from '../../core/definition.ts';
import { EMPTY_RANGE } from '../../core/range.ts';
import type { Reference, ReferenceTarget } from '../../core/reference.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { quoted } from '../support/words.ts';

export const oneSided: Rule = {
	code: 'reference/one-sided',
	title: 'A postmortem and its incident name each other',
	rationale: dedent`
		A postmortem says which incident it is about, and that incident's record names another postmortem as its own:
		readers of the record never get here. Either this one began as a copy, or the record was not told that the
		postmortem moved. Only the postmortem is told; a record that names none is fine.
	`,
	level: 'warning',
	kinds: ['postmortem'],
	valid: [
		{
			caption: 'Each names the other, or only one does',
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
			caption: 'A postmortem that began as a copy',
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
			message: '`2024-08-26-queue` names `2024-08-26-queue` as its postmortem; expected this one, or another incident',
		},
		{
			caption: 'In YAML, among several',
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
			message: '`2024-08-26-queue` names `queue` as its postmortem; expected this one, or another incident',
		},
	],
	*check({ document, log }) {
		for (const reference of incidentsNamed(document)) {
			const incident = log.resolve(reference).find(({ kind, source }) => kind === 'incident' && source === 'record');
			const named = incident?.postmortem ? resolve(incident.postmortem, log) : [];
			const [other] = named;
			if (incident && other && !named.some(one => isOwn(one, document))) {
				yield {
					range: reference.range,
					message: `${quoted(incident.id)} names ${quoted(other.id)} as its postmortem; expected this one, or another incident`,
					related: [relatedDefinition(incident), relatedDefinition(other)],
					data: { incident: incident.id, postmortem: other.id },
				};
			}
		}
	},
};

/** What stands in `incident` and `incidents`: the incidents that the postmortem is about. */
function incidentsNamed({ postmortem, references }: LogDocument): readonly Reference[] {
	const fields = new Set(postmortem?.incidents.map(({ range }) => range.start));
	return references.filter(({ form, range }) => form === 'field' && fields.has(range.start));
}

function resolve(target: ReferenceTarget, log: LogView): readonly Definition[] {
	const reference = { form: 'field', target, range: EMPTY_RANGE, extent: EMPTY_RANGE } as const;
	return log.resolve({ ...reference, relation: undefined, owner: undefined });
}

/** The postmortem itself, or one of its id: the same in another language. */
function isOwn({ uri, id }: Definition, document: LogDocument): boolean {
	return uri === document.uri || id === document.postmortem?.id;
}
