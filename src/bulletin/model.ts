import type { IncidentKind } from '../core/incident.ts';

/** How the end of an incident is known: stated, inferred from prose, still open, or unknown. */
export type Ending = 'stated' | 'inferred' | 'open' | 'unknown';

/** One box of the picture. */
export interface PictureBox {
	readonly id: string;
	readonly title: string;
	readonly kind: IncidentKind;
	/** The document that a click opens: that of the page if possible. */
	readonly uri: string;
	/** Offset in that document. */
	readonly offset: number;
	/** Instants in milliseconds since 1970. */
	readonly start: number;
	/** Undefined: still open. The start if the end is unknown. */
	readonly end: number | undefined;
	readonly ending: Ending;
	/** Whether the start is a date without a time of day. */
	readonly dateOnly: boolean;
	/** A level of the log's scale, or an unknown word as written. Undefined: not stated. */
	readonly impact: string | undefined;
	/** 0 for the least level and without an impact. An unknown word has the rank of the worst level. */
	readonly rank: number;
	readonly inferredDuration: boolean;
	readonly inferredImpact: boolean;
	/** "3–4 h", "5 min", "still open", "duration unknown". */
	readonly durationText: string;
	/** "26 August, 05:30 EDT". */
	readonly startText: string;
	/** "05:30 EDT"; empty for a date without a time of day. */
	readonly clockText: string;
	/** Link to the entry on the page (`#entry-…`), or to the previous bulletin. */
	readonly href: string | undefined;
	/** Whether it is the incident of the requested document. */
	readonly current: boolean;
}

export interface PictureRow {
	/** "18–24 August". */
	readonly label: string;
	/** Instants of the eight midnights, in the log's zone, at which its days begin and end. A day can have 23 or 25 hours. */
	readonly midnights: readonly number[];
	/** "Sun 18". */
	readonly dayLabels: readonly string[];
	/** Incidents that continue from the previous row, then those that began in these days, sorted by start. */
	readonly boxes: readonly PictureBox[];
}

/** The trailing two weeks: last week above this week. */
export interface Picture {
	readonly title: string;
	readonly timeZone: string;
	readonly rows: readonly [PictureRow, PictureRow];
	/** Least first. */
	readonly levels: readonly string[];
}

/** A part of the page, in page order, with its source position for scroll synchronisation and clicks. */
export type PageBlock =
	| { readonly type: 'picture'; readonly offset: number }
	| {
			readonly type: 'entry';
			readonly box: PictureBox;
			/** The id of the entry's element, `entry-…`. */
			readonly anchor: string;
			/** "August 26: Title (05:30 EDT):" and the prose, as HTML. */
			readonly html: string;
			readonly components: readonly string[];
			readonly offset: number;
			readonly uri: string;
	  }
	| { readonly type: 'markdown'; readonly html: string; readonly offset: number };

/** A finding to resolve before publication. */
export interface ChecklistItem {
	readonly level: string;
	readonly code: string;
	readonly message: string;
	readonly uri: string;
	readonly offset: number;
	readonly line: number;
}

/** A page as plain data, the input of the renderers. */
export interface BulletinPage {
	/** Title of the HTML document: "Infra Log, 25–31 August 2024". */
	readonly title: string;
	readonly heading: PageHeading;
	/**
	 * The URI of the page's document. The rendered page has source URIs relative to it (`data-uri`), so that a published page
	 * contains no local paths. `resolveUri(base, …)` returns the absolute URI.
	 */
	readonly base: string;
	/** ISO dates of the first and last day; empty for a document without a week. */
	readonly from: string;
	readonly to: string;
	/** Undefined for a document without a week. */
	readonly picture: Picture | undefined;
	readonly blocks: readonly PageBlock[];
	/** The documents of the page, its own first. The checklist contains their findings. */
	readonly sources: readonly string[];
	readonly checklist: readonly ChecklistItem[];
}

export interface PageHeading {
	/** Above the heading: the name of the log, or the kind of page. */
	readonly over: string | undefined;
	readonly text: string;
	/** Below the heading: the week, if the heading does not contain it. */
	readonly under: string | undefined;
	readonly offset: number;
}
