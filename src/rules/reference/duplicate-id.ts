import type { Definition } from '../../core/definition.ts';
import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import { fileStem } from '../../core/uri/file-name.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { write } from '../support/fixes.ts';
import { isTranslation } from '../support/translation.ts';
import { quoted } from '../support/words.ts';

export const duplicateId: Rule = {
	code: 'reference/duplicate-id',
	title: 'An id belongs to one record of its kind',
	rationale: dedent`
		A reference to an id that two records share leads to either. It happens when a record begins as a copy of the last
		one. Of the two, the later one is told. An incident and its postmortem may share an id; so may a record and the
		entry in a bulletin that tells it, and the same record in two languages (\`en/\` and \`fr/\`, \`x.md\` and \`x.fr.md\`).
	`,
	level: 'error',
	kinds: ['incident', 'postmortem'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An incident, its postmortem, and the bulletin',
			text: dedent`
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /postmortems/2024-08-26-leases.md
				---
				incident: 2024-08-26-leases
				---

				# Leases could not be had
				//- /bulletins/2024-08-31.md
				* **August 26: Leases could not be had** (05:30 UTC): One host was slow.
				  <!-- incident: { id: 2024-08-26-leases } -->
			`,
		},
		{
			caption: 'Two languages',
			text: dedent`
				//- /incidents/en/2024-08-26-leases.yaml
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/it/2024-08-26-leases.yaml
				title: Nessun lease disponibile
				impact: minor
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A record that began as a copy',
			text: dedent`
				//- /incidents/2024-08-15-database.yaml
				id: 2024-08-15-database
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				id: «2024-08-15-database»
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
			`,
			message: '`2024-08-15-database` is the id of another incident; expected an id of its own',
			also: ['time/date-mismatch'],
			fixed: dedent`
				//- /incidents/2024-08-15-database.yaml
				id: 2024-08-15-database
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				id: 2024-08-26-leases
				title: Leases could not be had
				impact: minor
				started_at: 2024-08-26T05:30:00Z
			`,
			now: '2024-08-28T00:00:00Z',
		},
		{
			caption: 'Two postmortems in Markdown',
			text: dedent`
				//- /postmortems/2024-08-15-database.md
				---
				id: database
				---

				# Database slow on one host
				//- /postmortems/2024-08-26-database.md
				---
				id: «database»
				---

				# Database slow on three hosts
			`,
			message: '`database` is the id of another postmortem; expected an id of its own',
			fixed: dedent`
				//- /postmortems/2024-08-15-database.md
				---
				id: database
				---

				# Database slow on one host
				//- /postmortems/2024-08-26-database.md
				---
				id: 2024-08-26-database
				---

				# Database slow on three hosts
			`,
		},
	],
	*check({ document, log }) {
		const kind = document.kind === 'postmortem' ? 'postmortem' : 'incident';
		const record = document.kind === 'postmortem' ? document.postmortem : document.incidents[0];
		if (!record) {
			return;
		}
		const records = log.byId(record.id, kind).filter(({ source }) => source === 'record');
		const own = records.find(({ uri }) => uri === document.uri);
		const earlier = records.find(other => own && other !== own && isEarlier(other, own) && !isTranslation(other, own));
		if (earlier) {
			const fix = record.idWritten ? ownId(record.idRange, kind, document, log) : undefined;
			yield {
				range: record.idRange,
				message: `${quoted(record.id)} is the id of another ${kind}; expected an id of its own`,
				related: [relatedDefinition(earlier)],
				...(fix && { fixes: [fix] }),
				data: { id: record.id },
			};
		}
	},
};

/** By what each tells of its time, and by the names of their files where both tell the same. */
function isEarlier(one: Definition, other: Definition): boolean {
	const order = (one.date ?? '').localeCompare(other.date ?? '', 'en') || (one.start ?? 0) - (other.start ?? 0);
	return order === 0 ? one.uri < other.uri : order < 0;
}

/** The name of the file, where no other record has it for its id. */
function ownId(range: Range, kind: 'incident' | 'postmortem', { uri }: LogDocument, log: LogView): Fix | undefined {
	const stem = fileStem(uri);
	return log.byId(stem, kind).length === 0 ? write(range, stem, 'suggested') : undefined;
}
