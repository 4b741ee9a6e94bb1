import type { Definition } from '../core/definition.ts';
import type { Incident } from '../core/incident.ts';
import type { OnDefect } from '../log/defect.ts';
import type { LogDocument } from '../parse/model/document.ts';
import type { LogView } from '../rules/log-view.ts';
import type { ChecklistItem } from './model.ts';

/** What pages are drawn from. */
export interface PageRequest {
	readonly log: LogView;
	/**
	 * The log's documents: whole summaries and their references are there. Without it an entry shows as much of a record
	 * as its definition holds.
	 */
	readonly documentAt?: (uri: string) => LogDocument | undefined;
	readonly checklist?: readonly ChecklistItem[];
	/** Called for each part of the page that could not be drawn, in addition to what the page says in its place. */
	readonly onDefect?: OnDefect;
}

/** The document of a definition, and the incident in it. */
export interface Source {
	readonly document: LogDocument;
	readonly incident: Incident;
}

/** Where a definition of an incident was read from. */
export function sourceOf({ uri, id, range }: Definition, { documentAt }: PageRequest): Source | undefined {
	const document = documentAt?.(uri);
	const incident = document && incidentsOf(document).get(keyOf(id, range.start));
	return document === undefined || incident === undefined ? undefined : { document, incident };
}

const incidents = new WeakMap<LogDocument, ReadonlyMap<string, Incident>>();

/** The incidents of a document by id and place: a bulletin may have ten thousand, and each is looked up. */
function incidentsOf(document: LogDocument): ReadonlyMap<string, Incident> {
	const known = incidents.get(document);
	if (known) {
		return known;
	}
	const byKey = new Map(document.incidents.map(each => [keyOf(each.id, each.idRange.start), each]));
	incidents.set(document, byKey);
	return byKey;
}

function keyOf(id: string, start: number): string {
	return `${start} ${id}`;
}
