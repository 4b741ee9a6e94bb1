import type { Definition } from '../core/definition.ts';
import type { Incident } from '../core/incident.ts';
import type { OnDefect } from '../log/defect.ts';
import type { LogDocument } from '../parse/document.ts';
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
	const incident = document?.incidents.find(each => each.id === id && each.idRange.start === range.start);
	return document === undefined || incident === undefined ? undefined : { document, incident };
}
