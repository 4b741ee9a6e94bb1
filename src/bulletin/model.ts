import type { IncidentKind } from '../core/incident.ts';

/** How the end of an incident is known: stated, inferred from prose, still open, or unknown. */
export type Ending = 'stated' | 'inferred' | 'open' | 'unknown';

/** One box of the picture. */
export interface PictureBox {
	readonly id: string;
	readonly title: string;
	readonly kind: IncidentKind;
	/** The source that a click opens: on the page itself if possible. */
	readonly uri: string;
	/** Offset there. */
	readonly offset: number;
	/** Instants in milliseconds since the epoch. */
	readonly start: number;
	/** Undefined: still open. Where nothing is said of an end: the start. */
	readonly end: number | undefined;
	readonly ending: Ending;
	/** True where only the day of the start is known. */
	readonly dateOnly: boolean;
	/** The level of the log's scale (or the unknown word as written). Undefined: nothing is said of it. */
	readonly impact: string | undefined;
	/** 0 for the least level. Of an unknown word the worst; 0 where nothing is said. */
	readonly rank: number;
	readonly inferredDuration: boolean;
	readonly inferredImpact: boolean;
	/** "3–4 h", "5 min", "still open", "duration unknown". */
	readonly durationText: string;
	/** "26 August, 05:30 EDT". */
	readonly startText: string;
	/** "05:30 EDT"; empty where only the day is known. */
	readonly clockText: string;
	/** Where the name of the box leads within the page (`#entry-…`), or last week's bulletin. */
	readonly href: string | undefined;
	/** The record that the page was asked for. */
	readonly current: boolean;
}

export interface PictureRow {
	/** "18–24 August". */
	readonly label: string;
	/** Instants of the eight midnights, in the log's zone, that begin and end its seven days: 23 and 25 hour days as they are. */
	readonly midnights: readonly number[];
	/** "Sun 18". */
	readonly dayLabels: readonly string[];
	/** Those that began in these days, in the order of their start, after those that began before and go on. */
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

/** A piece of the page, in page order, with the lines of the source that it came from (for scroll sync and clicks). */
export type PageBlock =
	| { readonly type: 'picture'; readonly offset: number }
	| {
			readonly type: 'entry';
			readonly box: PictureBox;
			/** Of the incident's element: what `#entry-…` names. */
			readonly anchor: string;
			/** "August 26: Title (05:30 EDT):" as HTML, and its prose after it. */
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

/** A week of a log as a page: everything that the renderers need, and plain data. */
export interface BulletinPage {
	/** One line for a browser's tab: "Infra Log, 25–31 August 2024". */
	readonly title: string;
	/** What the page begins with. */
	readonly heading: PageHeading;
	/**
	 * The URI that the page was drawn for. What is rendered names sources relative to it (`data-uri`), so that a published
	 * page contains no paths of the machine that rendered it; `resolveUri(base, …)` makes them whole again.
	 */
	readonly base: string;
	/** ISO dates of the first and last day; empty for a document without a week. */
	readonly from: string;
	readonly to: string;
	/** Undefined for a document without a week. */
	readonly picture: Picture | undefined;
	readonly blocks: readonly PageBlock[];
	/** The documents that the page was drawn from, this one first: their findings make the checklist. */
	readonly sources: readonly string[];
	readonly checklist: readonly ChecklistItem[];
}

export interface PageHeading {
	/** Above the heading, small: the log's name, or what kind of page it is. */
	readonly over: string | undefined;
	readonly text: string;
	/** Below the heading: the week, if the heading does not contain it. */
	readonly under: string | undefined;
	readonly offset: number;
}
