import { CompletionItemKind, MarkupKind } from 'vscode-languageserver-types';
import type { Definition } from '../core/definition.ts';
import type { Range } from '../core/range.ts';
import { isPathOf } from '../core/record-names.ts';
import { formatDay } from '../core/time/format.ts';
import { fileStem } from '../core/uri/file-name.ts';
import type { Log } from '../log/log.ts';
import type { Choices } from './choice.ts';
import type { DocumentContext } from './feature.ts';
import { impactOf, incidentCard } from './incident-card.ts';
import { isSubsequence, newestFirst } from './newest.ts';
import { markdownProse } from './prose.ts';

/** Maximum number of items per response. The editor repeats the request as the user types. */
const MAX_ITEMS = 200;

/**
 * Completes the ids of incidents or postmortems, newest first, filtered by id and title. `after` is appended to the id.
 * Below a `folder`, the names of its files are completed instead.
 */
export function idChoices(
	{ document, log }: DocumentContext,
	kinds: readonly Definition['kind'][],
	written: Range,
	after: string,
	folder?: string,
): Choices {
	const typed = document.text.slice(written.start, written.end).toLowerCase();
	const found = new Map<string, Definition>();
	for (const definition of definitionsIn(log)) {
		const { id, kind, title, uri, source } = definition;
		const own = uri === document.uri && source === 'record' && kinds[0] === kind;
		const isInFolder = folder === undefined || (source === 'record' && isPathOf(`${folder}/${fileStem(uri)}`, uri));
		if (kinds.includes(kind) && !own && isInFolder && isSubsequence(typed, `${id} ${title}`.toLowerCase())) {
			// An incident and its postmortem can have the same id, which then refers to the incident.
			const other = found.get(id);
			if (other === undefined || (other.kind !== 'incident' && kind === 'incident')) {
				found.set(id, definition);
			}
		}
	}
	const nameOf = ({ id, uri }: Definition) => (folder === undefined ? id : fileStem(uri));
	const newest = [...found.values()].sort(newestFirst);
	return {
		written,
		isIncomplete: newest.length > MAX_ITEMS,
		items: newest.slice(0, MAX_ITEMS).map(definition => ({
			label: nameOf(definition),
			labelDetails: { description: definition.title },
			detail: detailOf(definition, log),
			documentation: { kind: MarkupKind.Markdown, value: incidentCard(definition, log, markdownProse) },
			kind: CompletionItemKind.Reference,
			filterText: `${nameOf(definition)} ${definition.title}`,
			insert: nameOf(definition) + after,
		})),
	};
}

/** For example "26 August 2024 · minor · Machine leases could not be acquired". */
function detailOf(definition: Definition, log: Log): string {
	const impact = impactOf(definition, log.view.configuration.impact);
	return [
		definition.date === undefined ? undefined : formatDay(definition.date),
		impact && (impact.remark === '' ? impact.word : `${impact.word} (${impact.remark})`),
		definition.kind === 'incident' ? definition.title : `${definition.kind}: ${definition.title}`,
	]
		.filter(part => part !== undefined)
		.join(' · ');
}

function* definitionsIn(log: Log): Generator<Definition> {
	log.requireRead();
	for (const { uri } of log.documents()) {
		yield* log.definitionsOf(uri);
	}
}
