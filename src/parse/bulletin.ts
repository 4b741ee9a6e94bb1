import type { Incident } from '../core/incident.ts';
import type { Reference } from '../core/reference.ts';
import type { Data } from './data.ts';
import type { Bulletin, Problem, Source } from './document.ts';
import type { Markdown } from './markdown.ts';

/** What a bulletin holds. `incidents` are its entries written by hand, in page order. */
export interface BulletinReading {
	readonly bulletin: Bulletin;
	readonly incidents: readonly Incident[];
	/** All references of the page, entries and their comments included, each with the entry that it belongs to. */
	readonly references: readonly Reference[];
	/** Faults of the YAML in entries' comments. */
	readonly problems: readonly Problem[];
}

/** Reads a bulletin: `page` is the Markdown after the front matter, `data` the front matter. */
export function readBulletin(source: Source, page: Markdown, data: Data | undefined): BulletinReading {
	void source;
	void page;
	void data;
	return {
		bulletin: {
			date: undefined,
			dateFrom: undefined,
			title: undefined,
			entries: [],
			incidentsDirective: undefined,
			pictureDirective: undefined,
			entryLists: [],
		},
		incidents: [],
		references: [],
		problems: [],
	};
}
