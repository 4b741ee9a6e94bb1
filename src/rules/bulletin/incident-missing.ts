import type { Definition } from '../../core/definition.ts';
import { isSameIncident } from '../../core/same-incident.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { headOf } from '../support/head.ts';
import { quoted } from '../support/words.ts';
import { entryReader } from './support/entries.ts';

export const incidentMissing: Rule = {
	code: 'bulletin/incident-missing',
	title: "Every incident of the week is on the bulletin's page",
	rationale: dedent`
		Readers take the bulletin for the whole week. An incident that has a record and is not on the page is one that
		nobody outside will hear of. \`<!-- incidents -->\` on a line of its own stands for all of them; \`- [[id]]\` for one.
		A record that says of itself that it duplicates another one is not missed.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'All incidents of the week at once',
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
			caption: 'The same day and headline, written by hand',
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
			caption: 'An incident between two that are told',
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
			message: '`2024-08-27-mail` (Mail was delayed) is not on this page; expected every incident of the week',
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
		const read = entryReader(document, log);
		const told = bulletin.entries.flatMap(entry => read(entry) ?? []);
		for (const incident of log.incidentsInWeek(bulletin.date.value.toString())) {
			if (incident.source === 'entry' || isDuplicate(incident) || told.some(other => hasEntry(incident, other))) {
				continue;
			}
			const name = `${quoted(incident.id)} (${incident.title})`;
			yield {
				range: headOf(document),
				message: `${name} is not on this page; expected every incident of the week`,
				related: [relatedDefinition(incident)],
				fixes: [insert(incident, document, log)],
				data: { id: incident.id },
			};
		}
	},
};

function hasEntry(incident: Definition, told: Definition): boolean {
	return incident.id === told.id || (told.source === 'entry' && isSameIncident(incident, told));
}

function isDuplicate({ relations }: Definition): boolean {
	return relations.some(({ relation }) => relation === 'duplicate-of');
}

/** Puts `- [[id]]` before the first entry that began later, with the list's own bullet; else after the last one. */
function insert(incident: Definition, document: LogDocument, log: LogView): Fix {
	const { text, lines, bulletin } = document;
	const entries = bulletin?.entries ?? [];
	const read = entryReader(document, log);
	const later = entries.find(entry => {
		const told = read(entry);
		return told?.start !== undefined && incident.start !== undefined && told.start > incident.start;
	});
	const neighbour = later ?? entries.at(-1);
	const title = `Insert ${quoted(`[[${incident.id}]]`)}`;
	if (!neighbour) {
		return { title, edits: [appendTo(document, `- [[${incident.id}]]`)], safe: false };
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

/** A page without entries gets its first at the end of its section on incidents, or else of the page. */
function appendTo({ text, body }: LogDocument, item: string) {
	const section = body?.sections.find(({ title }) => /\bincidents\b/i.test(title.value));
	const { start, end } = section?.range ?? { start: 0, end: text.length };
	const at = start + text.slice(start, end).trimEnd().length;
	return { range: { start: at, end: at }, newText: `${at > 0 ? '\n\n' : ''}${item}${at === text.length ? '\n' : ''}` };
}
