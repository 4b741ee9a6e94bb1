import { endOf } from '../../core/incident-times.ts';
import type { Fix } from '../../core/text-edit.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { finalUpdate, hasNoEnds, isOver, resolvedFolder } from '../../parse/records/is-open.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { fieldName } from '../support/field-name.ts';
import { recordHeadRange } from '../support/record-head-range.ts';
import { quoted } from '../support/words.ts';

export const resolvedWithoutEnd: Rule = {
	code: 'time/resolved-without-end',
	title: 'Resolved incident without an end',
	rationale: dedent`
		An incident with \`status: resolved\` and no end has no duration and counts as open. If a public update has the
		status \`resolved\`, the fix takes the end from it. A record without a status is resolved if it is in a folder named
		\`resolved\` or \`closed\`. A status that \`x-inferred\` marks as inferred is not reported.
	`,
	level: 'warning',
	kinds: ['incident'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A completed maintenance with a scheduled end',
			text: dedent`
				title: Mail moves to a new host
				kind: maintenance
				status: completed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				scheduled_until: 2024-08-26T07:30:00Z
			`,
		},
		{
			caption: 'An inferred status, with its source',
			text: dedent`
				title: Mail was delayed
				status: resolved
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				x-inferred: { status: bulletin of 2024-08-31 }
			`,
		},
	],
	invalid: [
		{
			caption: 'The end is in the updates',
			text: dedent`
				title: Mail was delayed
				status: «resolved»
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				updates:
				  - { at: 2024-08-26T07:30:00Z, status: resolved, body: All mail has arrived }
				  - { at: 2024-08-26T06:00:00Z, status: investigating, body: Mail is delayed }
			`,
			message: 'Missing end of an incident with status `resolved`. Expected `resolved_at`.',
			fixed: dedent`
				title: Mail was delayed
				status: resolved
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				updates:
				  - { at: 2024-08-26T07:30:00Z, status: resolved, body: All mail has arrived }
				  - { at: 2024-08-26T06:00:00Z, status: investigating, body: Mail is delayed }
			`,
		},
		{
			caption: 'The record has no end, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was delayed
				status: «postmortem»
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				---

				A relay was overloaded.
			`,
			message: 'Missing end of an incident with status `postmortem`. Expected `resolved_at`.',
		},
		{
			caption: 'The latest update is final, and the record has no status',
			text: dedent`
				title: «Mail was delayed»
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				updates:
				  - { at: 2024-08-26T06:00:00Z, status: investigating, body: Mail is delayed }
				  - { at: 2024-08-26T07:30:00Z, status: resolved, body: All mail has arrived }
			`,
			message: 'Missing end of an incident whose latest update has status `resolved`. Expected `resolved_at`.',
			fixed: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:30:00Z
				updates:
				  - { at: 2024-08-26T06:00:00Z, status: investigating, body: Mail is delayed }
				  - { at: 2024-08-26T07:30:00Z, status: resolved, body: All mail has arrived }
			`,
		},
		{
			caption: 'The record is in a folder of resolved incidents',
			text: dedent`
				//- /incidents/resolved/2024-08-26-mail.yaml
				title: «Mail was delayed»
				impact: minor
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'Missing end of an incident in the folder `resolved`. Expected `resolved_at`.',
		},
	],
	*check({ document }) {
		for (const incident of hasNoEnds(document) ? [] : document.incidents) {
			const { kind, status, inferredFields } = incident;
			const folder = status ? undefined : resolvedFolder(document);
			if (folder !== undefined && kind !== 'notice' && incident.source === 'record' && !endOf(incident)) {
				yield {
					range: recordHeadRange(document),
					message: `Missing end of an incident in the folder ${quoted(folder)}. Expected ${quoted(fieldName(document, 'resolved_at'))}.`,
				};
				continue;
			}
			const update = finalUpdate(incident, document);
			if (update && kind !== 'notice' && !isOver(incident) && !endOf(incident)) {
				const fix = endFromUpdates(document);
				yield {
					range: status?.range ?? recordHeadRange(document),
					message: `Missing end of an incident whose latest update has status ${quoted(update.status)}. Expected ${quoted(fieldName(document, 'resolved_at'))}.`,
					fixes: fix ? [fix] : [],
				};
			}
			if (status && kind !== 'notice' && isOver(incident) && !endOf(incident) && !inferredFields?.has('status')) {
				const fix = endFromUpdates(document);
				yield {
					range: status.range,
					message: `Missing end of an incident with status ${quoted(status.value)}. Expected ${quoted(fieldName(document, 'resolved_at'))}.`,
					fixes: fix ? [fix] : [],
				};
			}
		}
	},
};

/** Inserts the time of the latest update, if its status is final, below the line of `started_at`. */
function endFromUpdates(document: LogDocument): Fix | undefined {
	const { data, text, lines, incidents } = document;
	const start = data?.at(['started_at']);
	const line = start && lines.startOfLine(lines.lineAt(start.range.end) + 1);
	if (!data || !start?.keyRange || line === undefined || text[line - 1] !== '\n') {
		return undefined;
	}
	const update = incidents[0] && finalUpdate(incidents[0], document);
	const end = update && data.at(['updates', update.index, 'at'])?.value;
	const isOwnLine = start.keyRange.start === lines.startOfLine(lines.lineAt(start.keyRange.start));
	if (typeof end !== 'string' || !isOwnLine) {
		return undefined;
	}
	const newLine = `${fieldName(document, 'resolved_at')}: ${end}`;
	return {
		title: `Add ${quoted(newLine)}`,
		edits: [{ range: { start: line, end: line }, newText: `${newLine}\n` }],
		safe: false,
	};
}
