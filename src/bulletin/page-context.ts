import type { Definition } from '../core/definition.ts';
import type { Incident } from '../core/incident.ts';
import type { OnDefect } from '../log/defect.ts';
import type { PlacedReference } from '../log/extract-facts.ts';
import type { LogDocument, Postmortem } from '../parse/model/document.ts';
import type { LogView } from '../rules/log-view.ts';
import type { Audience, ChecklistItem } from './model.ts';
import type { PageMemo } from './page-memo.ts';
import type { PublicationMap } from './publication.ts';

/** The inputs of a page. */
export interface PageRequest {
	readonly log: LogView;
	/**
	 * The documents of the log, for whole summaries with their references. Without it, an entry shows the part of the
	 * summary that is in the definition.
	 */
	readonly documentAt?: (uri: string) => LogDocument | undefined;
	/** The references to a definition, for the list of what refers to a record. Without it, pages have no such list. */
	readonly referencesTo?: (definition: Definition) => readonly PlacedReference[];
	/** The pages to which this page can link. By default it is published alone, and links to no other page. */
	readonly publication?: PublicationMap;
	readonly checklist?: readonly ChecklistItem[];
	/** The parts of an earlier page of the same view. */
	readonly memo?: PageMemo;
	/** Defaults to an editor. */
	readonly audience?: Audience;
	/** Called for each part of the page that could not be drawn. The page shows a note in its place. */
	readonly onDefect?: OnDefect;
}

/** The inputs of a page with the parts that were drawn before, or none. */
export interface DrawRequest extends PageRequest {
	readonly memo: PageMemo;
}

/** The document of a definition, and the record of the incident in it, or the entry. */
export interface IncidentSource {
	readonly document: LogDocument;
	readonly incident: Incident | Postmortem;
}

/** Finds the incidents of definitions in their documents, for one page. */
export class IncidentSources {
	readonly #documentAt: PageRequest['documentAt'];
	/** Incidents by key, of each document: a page can look up thousands of incidents of one bulletin. */
	readonly #incidents = new Map<LogDocument, ReadonlyMap<string, Incident | Postmortem>>();

	constructor({ documentAt }: PageRequest) {
		this.#documentAt = documentAt;
	}

	sourceOf({ uri, id, range }: Definition): IncidentSource | undefined {
		const document = this.#documentAt?.(uri);
		const incident = document && this.#incidentsOf(document).get(keyOf(id, range.start));
		return document === undefined || incident === undefined ? undefined : { document, incident };
	}

	#incidentsOf(document: LogDocument): ReadonlyMap<string, Incident | Postmortem> {
		let incidents = this.#incidents.get(document);
		if (incidents === undefined) {
			const { postmortem } = document;
			const described = postmortem ? [...document.incidents, postmortem] : document.incidents;
			incidents = new Map(described.map(each => [keyOf(each.id, each.idRange.start), each]));
			this.#incidents.set(document, incidents);
		}
		return incidents;
	}
}

function keyOf(id: string, start: number): string {
	return `${start} ${id}`;
}
