import type { Definition } from '../../core/definition.ts';
import { isSameIncident } from '../../core/same-incident.ts';
import type { Fix, TextEdit } from '../../core/text-edit.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { recordHeadRange } from '../support/record-head-range.ts';
import { quoted } from '../support/words.ts';
import { entryDefinitions } from './support/entries.ts';

export const incidentMissing: Rule = {
	code: 'bulletin/incident-missing',
	title: 'Incident missing from the bulletin',
	rationale: dedent`
		Readers expect that a bulletin covers the whole week. An incident with a record but without an entry is not
		published. \`<!-- incidents -->\` on a separate line includes all incidents of the week, and \`- [[id]]\` includes one.
		Records with the relation \`duplicate-of\` do not need an entry.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A comment that includes all incidents of the week',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				# Infra log

				<!-- incidents -->
			`,
		},
		{
			caption: 'An entry written by hand with the same day and headline',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
		},
	],
	invalid: [
		{
			caption: 'A missing incident between two entries',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-08-27-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-27T05:30:00Z
				---

				A relay was overloaded.
				//- /bulletins/2024-08-31.md
				# «Infra log»

				- [[2024-08-26-queue]]
				- **August 28: Names did not resolve** (05:30 UTC): One server was down.
			`,
			message:
				'Incident `2024-08-27-mail` (Mail was delayed) is missing from the bulletin. Expected an entry for each incident of the week.',
			fixed: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				//- /incidents/2024-08-27-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-27T05:30:00Z
				---

				A relay was overloaded.
				//- /bulletins/2024-08-31.md
				# Infra log

				- [[2024-08-26-queue]]
				- [[2024-08-27-mail]]
				- **August 28: Names did not resolve** (05:30 UTC): One server was down.
			`,
		},
	],
	*check({ document, log }) {
		const { bulletin } = document;
		if (!bulletin?.date || bulletin.incidentsDirective) {
			return;
		}
		const definitionOf = entryDefinitions(document, log);
		const entries = bulletin.entries.flatMap(entry => definitionOf(entry) ?? []);
		for (const incident of log.incidentsInWeek(bulletin.date.value.toString())) {
			if (incident.source === 'entry' || isDuplicate(incident) || entries.some(entry => isEntryOf(incident, entry))) {
				continue;
			}
			const name = `${quoted(incident.id)} (${incident.title})`;
			yield {
				range: recordHeadRange(document),
				message: `Incident ${name} is missing from the bulletin. Expected an entry for each incident of the week.`,
				related: [relatedDefinition(incident)],
				fixes: [insertEntry(incident, document, log)],
				data: { id: incident.id },
				subjects: [incident.id],
			};
		}
	},
};

function isEntryOf(incident: Definition, entry: Definition): boolean {
	return incident.id === entry.id || (entry.source === 'entry' && isSameIncident(incident, entry));
}

function isDuplicate({ relations }: Definition): boolean {
	return relations.some(({ relation }) => relation === 'duplicate-of');
}

/** Inserts `- [[id]]`, with the bullet of the list, before the first entry that started later, or after the last entry. */
function insertEntry(incident: Definition, document: LogDocument, log: LogView): Fix {
	const { text, lines, bulletin } = document;
	const entries = bulletin?.entries ?? [];
	const definitionOf = entryDefinitions(document, log);
	const later = entries.find(entry => {
		const start = definitionOf(entry)?.start;
		return start !== undefined && incident.start !== undefined && start > incident.start;
	});
	const neighbour = later ?? entries.at(-1);
	const title = `Insert ${quoted(`[[${incident.id}]]`)}`;
	if (!neighbour) {
		return { title, edits: [appendFirstEntry(document, `- [[${incident.id}]]`)], safe: false };
	}
	const lineStart = lines.startOfLine(lines.lineAt(neighbour.range.start));
	const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(lineStart, lineStart + 40))?.[0] ?? '- ';
	const item = `${bullet}[[${incident.id}]]`;
	if (later) {
		return { title, edits: [{ range: { start: lineStart, end: lineStart }, newText: `${item}\n` }], safe: false };
	}
	const end = neighbour.range.start + text.slice(neighbour.range.start, neighbour.range.end).trimEnd().length;
	return { title, edits: [{ range: { start: end, end }, newText: `\n${item}` }], safe: false };
}

/** Inserts the first entry of a bulletin at the end of the section on incidents, or else of the document. */
function appendFirstEntry({ text, body }: LogDocument, item: string): TextEdit {
	const section = body?.sections.find(({ title }) => /\bincidents\b/i.test(title.value));
	const { start, end } = section?.range ?? { start: 0, end: text.length };
	const offset = start + text.slice(start, end).trimEnd().length;
	const newText = `${offset > 0 ? '\n\n' : ''}${item}${offset === text.length ? '\n' : ''}`;
	return { range: { start: offset, end: offset }, newText };
}
