import type { PageLink, PageNavigation } from '../bulletin/model.ts';
import { weekText } from '../bulletin/texts.ts';
import { compareText } from '../core/compare-text.ts';
import type { Configuration } from '../core/configuration.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import { weekEndingOn } from '../core/week.ts';
import { OVERVIEWS, type SitePage, type SitePlan } from './site-plan.ts';

/** The files of the site that are not pages. */
export const OUTPUT_NAMES = {
	stylesheet: 'style.css',
	atom: 'feed.xml',
	json: 'feed.json',
	incidents: 'incidents.json',
	sitemap: 'sitemap.xml',
	badge: 'badge.svg',
} as const;

/** The name of a log as its site shows it. */
export function siteTitle({ title }: Configuration): string {
	return title ?? 'Incident log';
}

/** Returns the relative link from a page to a file of the site. */
export function linkToFile(from: string, file: string): string {
	return relativeUri(ROOT + from, ROOT + file);
}

const ROOT = 'publication://root/';

/** The links of the pages of a site to each other. */
export class Navigation {
	readonly #plan: SitePlan;
	readonly #title: string;
	/** Pages with a week, by its end. */
	readonly #weeks: readonly SitePage[];
	/** Positions in `#weeks`, by the key of the page. */
	readonly #positions: ReadonlyMap<string, number>;

	constructor(plan: SitePlan, configuration: Configuration) {
		this.#plan = plan;
		this.#title = siteTitle(configuration);
		this.#weeks = plan.pages
			.filter(({ endsOn }) => endsOn !== undefined)
			.sort((one, other) => compareText(one.endsOn ?? '', other.endsOn ?? '') || compareText(one.path, other.path));
		this.#positions = new Map(this.#weeks.map(({ source }, index) => [source, index]));
	}

	/** Returns the links of a page at a path. `page`: undefined for an overview. `week`: the key of the week of a record. */
	of(path: string, page?: SitePage, week?: string): PageNavigation {
		const at = this.#positions.get(page?.source ?? '') ?? -1;
		const weekOfRecord = this.#weeks[this.#positions.get(week ?? '') ?? -1];
		return {
			home: { text: this.#title, href: this.#to(path, OVERVIEWS.index) },
			previous: at < 0 ? undefined : this.#weekLink(path, this.#weeks[at - 1]),
			next: at < 0 ? undefined : this.#weekLink(path, this.#weeks[at + 1]),
			others: [
				...[this.#weekLink(path, weekOfRecord)].flatMap(link => link ?? []),
				{ text: 'Statistics', href: this.#to(path, OVERVIEWS.statistics) },
			],
			feeds: [
				{ text: 'Feed', href: linkToFile(path, OUTPUT_NAMES.atom), type: 'application/atom+xml' },
				{ text: 'Feed (JSON)', href: linkToFile(path, OUTPUT_NAMES.json), type: 'application/feed+json' },
			],
		};
	}

	#to(path: string, source: string): string {
		return linkToFile(path, this.#plan.map.pathOf(source) ?? '');
	}

	#weekLink(from: string, page: SitePage | undefined): PageLink | undefined {
		return page?.endsOn === undefined
			? undefined
			: { text: weekText(weekEndingOn(page.endsOn)), href: linkToFile(from, page.path) };
	}
}
