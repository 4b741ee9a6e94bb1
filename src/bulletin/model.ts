import type { IncidentKind } from '../core/incident.ts';
import type { PageZone } from './page-zone.ts';

/** How the end of an incident is known: stated, inferred from prose, still open, or unknown. A notice has none. */
export type Ending = 'stated' | 'inferred' | 'open' | 'unknown' | 'none';

/** One box of the picture. Instants are in milliseconds since 1970. */
export interface PictureBox {
	readonly id: string;
	readonly title: string;
	readonly kind: IncidentKind;
	/** The document that a click opens: that of the page if possible. */
	readonly uri: string;
	/** Offset in that document. */
	readonly offset: number;
	readonly start: number;
	/**
	 * The time of the picture for an open incident, the upper bound of an inferred duration, the end of the day if only the
	 * day is known, and the start if the end is unknown and for a notice.
	 */
	readonly end: number;
	readonly ending: Ending;
	/** The lower bound of an inferred duration as an instant, if it differs from `end`. */
	readonly certainUntil: number | undefined;
	/** The instant at which the effect on users ended, between start and end. */
	readonly mitigated: number | undefined;
	/** Whether it is a maintenance that has not begun. */
	readonly isPlanned: boolean;
	/** Whether the start is a date without a time of day. */
	readonly isDateOnly: boolean;
	/** A level of the log's scale, or an unknown word as written. Undefined: not stated. */
	readonly impact: string | undefined;
	/** What an editor should know of an unknown level. Undefined for a level of the log, and on a page for readers. */
	readonly impactNote: string | undefined;
	/** The index of the level, least first. Undefined if the impact is not stated, or not a level of the log. */
	readonly rank: number | undefined;
	readonly isImpactInferred: boolean;
	/** "3–4 h", "5 min", "open, 1 d 2 h so far", "duration unknown"; empty for a notice. */
	readonly durationText: string;
	/** "26 August, 05:30 EDT". */
	readonly startText: string;
	/** "05:30"; empty for a date without a time of day. */
	readonly clockText: string;
	/** "since 24 August", for a row that begins later. */
	readonly sinceText: string;
	/** Link to the entry on the page (`#entry-…`), or to the previous bulletin. */
	readonly href: string | undefined;
	/** Whether it is the incident of the requested document. */
	readonly isCurrent: boolean;
}

export interface PictureRow {
	/** "Last week". */
	readonly name: string;
	/** "18–24 August". */
	readonly label: string;
	/** Instants of the eight midnights, in the zone of the page, at which its days begin and end. A day can have 23 or 25 hours. */
	readonly midnights: readonly number[];
	readonly days: readonly PictureDay[];
	/** All incidents that take place in these days, by their start. */
	readonly boxes: readonly PictureBox[];
}

export interface PictureDay {
	/** "Mon". */
	readonly weekday: string;
	/** "26", with the name of the month on its first day: "1 September". */
	readonly date: string;
	readonly isWeekend: boolean;
}

/** The trailing two weeks: last week above this week. */
export interface Picture {
	readonly title: string;
	readonly timeZone: string;
	/** "Times in EDT (New York, UTC−4)". */
	readonly zoneText: string;
	/** The time of the picture: the current time, or the end of the second week if that is earlier. */
	readonly now: number;
	/** "As of 31 August 2024, 18:00". */
	readonly nowText: string;
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
			/** Link to the page of the incident's record, or within the page. Undefined on a page for an editor. */
			readonly permalink: string | undefined;
			/** "August 26: Title (05:30 EDT):" and the prose, as HTML. */
			readonly html: string;
			readonly facts: EntryFacts;
			readonly offset: number;
			readonly uri: string;
			/** The offset of the entry when the prose was rendered, if the prose is text of the page's own document. */
			readonly proseAt?: number;
	  }
	| {
			readonly type: 'markdown';
			readonly html: string;
			readonly offset: number;
			/** Is added to offsets in `html` that are in the page's own document. Default: 0. */
			readonly shift?: number;
	  };

/** Facts of an incident below its prose. */
export interface EntryFacts {
	readonly components: readonly string[];
	/** As written. */
	readonly severity: string | undefined;
	/** As written, unless the incident is over. */
	readonly status: string | undefined;
	/** "mitigated after 3 h 10 min". */
	readonly mitigated: string | undefined;
	readonly references: readonly FactLink[];
	readonly postmortem: FactLink | undefined;
}

/** The name of another record, as a link if it is published. */
export interface FactLink {
	/** "recurrence of"; undefined for a postmortem. */
	readonly relation: string | undefined;
	readonly text: string;
	readonly href: string | undefined;
	/** The source that a click opens. */
	readonly source: { readonly uri: string; readonly offset: number } | undefined;
}

/** A finding to resolve before publication. */
export interface ChecklistItem {
	readonly level: string;
	readonly code: string;
	readonly message: string;
	readonly uri: string;
	readonly offset: number;
	readonly line: number;
	/** A change that the preview offers: to state the zone of the page in the configuration. */
	readonly action?: { readonly name: 'set-time-zone'; readonly title: string };
}

/**
 * For whom a page is rendered. An editor's page has the sources of its parts, and marks what an editor needs: unresolved
 * references, inferred facts, unknown levels. The published page is the same without these.
 */
export type Audience = 'editor' | 'readers';

/** A page as plain data, the input of the renderers. */
export interface BulletinPage {
	readonly audience: Audience;
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
	/** The zone of all times on the page. */
	readonly zone: PageZone;
	/** "2 incidents, the worst of them minor; 3 the week before." Undefined for a page without a picture. */
	readonly lede: string | undefined;
	/** A BCP 47 tag. */
	readonly language: string;
	/** Undefined for a document without a week. */
	readonly picture: Picture | undefined;
	readonly blocks: readonly PageBlock[];
	/** The documents of the page, its own first. The checklist contains their findings. */
	readonly sources: readonly string[];
	readonly checklist: readonly ChecklistItem[];
}

/** The links of a published page to the others of its site. */
export interface PageNavigation {
	/** The index: the name of the log. */
	readonly home: PageLink;
	/** The weeks before and after, on the page of a week. */
	readonly previous: PageLink | undefined;
	readonly next: PageLink | undefined;
	/** Other pages of the site. */
	readonly others: readonly PageLink[];
	readonly feeds: readonly (PageLink & { readonly type: string })[];
}

export interface PageLink {
	readonly text: string;
	readonly href: string;
}

export interface PageHeading {
	/** Above the heading: the name of the log, or the kind of page. */
	readonly over: string | undefined;
	readonly text: string;
	/** Below the heading: the week, if the heading does not contain it. */
	readonly under: string | undefined;
	readonly offset: number;
}
