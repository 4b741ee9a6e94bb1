/** One box of the picture. */
export interface PictureBox {
	readonly id: string;
	readonly title: string;
	/** Where it is told: a click on it goes there. Of several places, the page itself first. */
	readonly uri: string;
	/** Offset there. */
	readonly offset: number;
	/** Instants in milliseconds since the epoch. */
	readonly start: number;
	/** Undefined: still open. */
	readonly end: number | undefined;
	/** True where only the day of the start is known. */
	readonly dateOnly: boolean;
	/** The level of the log's scale (or the unknown word as written). Undefined: nothing is said of it. */
	readonly impact: string | undefined;
	/** 0 for the least level. */
	readonly rank: number;
	readonly inferredDuration: boolean;
	readonly inferredImpact: boolean;
	/** "3–4 hours", "5 min", "still open", "duration unknown". */
	readonly durationText: string;
	/** "26 August, 05:30 EDT". */
	readonly startText: string;
	/** Where the name of the box leads within the page (`#entry-…`), or last week's bulletin. */
	readonly href: string | undefined;
}

export interface PictureRow {
	/** "18–24 August". */
	readonly label: string;
	/** Instants of the eight midnights, in the log's zone, that begin and end its seven days: 23 and 25 hour days as they are. */
	readonly midnights: readonly number[];
	readonly dayLabels: readonly string[];
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
	| { readonly type: 'entry'; readonly box: PictureBox; readonly html: string; readonly offset: number; readonly uri: string }
	| { readonly type: 'markdown'; readonly html: string; readonly offset: number };

/** A finding that stands between this page and publication. */
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
	readonly title: string;
	/** ISO dates of the first and last day. */
	readonly from: string;
	readonly to: string;
	readonly picture: Picture;
	readonly blocks: readonly PageBlock[];
	readonly checklist: readonly ChecklistItem[];
}
