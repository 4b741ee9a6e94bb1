import type { Definition } from '../../core/definition.ts';
import type { Range } from '../../core/range.ts';
import { recordName } from '../../core/record-files.ts';
import type { Fix } from '../../core/text-edit.ts';
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
	title: 'Duplicate id',
	rationale: dedent`
		A reference to an id that two records share is ambiguous. The usual cause is a record that was copied from an older
		one. The record of the later incident is reported. An incident may share its id with its postmortem, with its
		bulletin entries, and with its translations (\`en/\` and \`fr/\`, \`x.md\` and \`x.fr.md\`).
	`,
	level: 'error',
	kinds: ['incident', 'postmortem'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An incident, its postmortem, and its bulletin entry',
			text: dedent`
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /postmortems/2024-08-26-leases.md
				---
				incident: 2024-08-26-leases
				---

				# Leases could not be acquired
				//- /bulletins/2024-08-31.md
				* **August 26: Leases could not be acquired** (05:30 UTC): One host was slow.
				  <!-- incident: { id: 2024-08-26-leases } -->
			`,
		},
		{
			caption: 'A record in two languages',
			text: dedent`
				//- /incidents/en/2024-08-26-leases.yaml
				title: Leases could not be acquired
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
			caption: 'A record that was copied from another one',
			text: dedent`
				//- /incidents/2024-08-15-database.yaml
				id: 2024-08-15-database
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				id: «2024-08-15-database»
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'Duplicate id `2024-08-15-database`: another incident has this id. Expected a unique id.',
			also: ['time/date-mismatch'],
			fixed: dedent`
				//- /incidents/2024-08-15-database.yaml
				id: 2024-08-15-database
				title: Database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				id: 2024-08-26-leases
				title: Leases could not be acquired
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
			message: 'Duplicate id `database`: another postmortem has this id. Expected a unique id.',
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
			const fix = record.hasWrittenId ? changeToFileName(record.idRange, kind, document, log) : undefined;
			yield {
				range: record.idRange,
				message: `Duplicate id ${quoted(record.id)}: another ${kind} has this id. Expected a unique id.`,
				related: [relatedDefinition(earlier)],
				...(fix && { fixes: [fix] }),
				data: { id: record.id },
			};
		}
	},
};

/** Compares dates, then starts, then URIs. */
function isEarlier(one: Definition, other: Definition): boolean {
	const order = (one.date ?? '').localeCompare(other.date ?? '', 'en') || (one.start ?? 0) - (other.start ?? 0);
	return order === 0 ? one.uri < other.uri : order < 0;
}

/** Returns undefined if another record has the file name as its id. */
function changeToFileName(
	range: Range,
	kind: 'incident' | 'postmortem',
	{ uri }: LogDocument,
	log: LogView,
): Fix | undefined {
	const stem = recordName(uri);
	return log.byId(stem, kind).length === 0 ? write(range, stem, 'suggested') : undefined;
}
