import type { Definition } from '../core/definition.ts';
import type { Reference } from '../core/reference.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import type { LogView } from '../rules/log-view.ts';
import { definitionKey, type MergedIncident } from './merged-incident.ts';

/** What a reference in prose looks like on the page. */
export interface LinkLook {
	readonly state: 'on-page' | 'elsewhere' | 'ambiguous' | 'unresolved';
	/** Within the page, or to another page. */
	readonly href: string | undefined;
	/** What it means, for a tooltip; of a single meaning its title. */
	readonly title: string;
	/** Where it leads in the sources. */
	readonly target: Definition | undefined;
}

/** Where incidents stand on a page, and where what is named on it leads. */
export class PageLinks {
	readonly base: string;
	readonly #log: LogView;
	readonly #anchors = new Map<MergedIncident, string>();
	/** By where they are told. */
	readonly #placed = new Map<string, MergedIncident>();
	/** With the highest number that was put behind each. */
	readonly #taken = new Map<string, number>();
	readonly #looks = new Map<string, LinkLook>();

	/** @param base the URI of the document that the page is drawn for. */
	constructor(base: string, log: LogView) {
		this.base = base;
		this.#log = log;
	}

	/** Gives an incident its place on the page: an id for its element. */
	place(told: MergedIncident): string {
		const known = this.#anchors.get(told);
		if (known !== undefined) {
			return known;
		}
		const anchor = anchorOf(told.id);
		let free = anchor;
		for (let n = this.#taken.get(anchor) ?? 1; this.#taken.has(free); n++) {
			free = `${anchor}-${n + 1}`;
			this.#taken.set(anchor, n + 1);
		}
		this.#taken.set(free, 1);
		this.#anchors.set(told, free);
		for (const definition of told.definitions) {
			this.#placed.set(definitionKey(definition), told);
		}
		return free;
	}

	/** The incident on this page that a definition tells of. */
	onPage(definition: Definition): MergedIncident | undefined {
		return this.#placed.get(definitionKey(definition));
	}

	hrefOf(told: MergedIncident): string | undefined {
		const anchor = this.#anchors.get(told);
		return anchor === undefined ? undefined : `#${anchor}`;
	}

	/** Where a bulletin is published: beside its source, with the ending of a page. */
	bulletinHref(bulletin: Definition, told?: MergedIncident): string | undefined {
		const relative = relativeUri(this.base, bulletin.uri);
		if (relative === bulletin.uri) {
			return undefined;
		}
		const page = relative.replace(/\.(?:md|markdown)$/i, '.html');
		return told === undefined ? page : `${page}#${anchorOf(told.id)}`;
	}

	/** Asked for while the page is written: what is placed later is not on it yet. */
	look(reference: Reference): LinkLook {
		const key = JSON.stringify(reference.target);
		const known = this.#looks.get(key);
		const look = known ?? this.#lookAt(reference);
		this.#looks.set(key, look);
		return look;
	}

	#lookAt(reference: Reference): LinkLook {
		const targets = this.#log.resolve(reference);
		const [target] = targets;
		if (target === undefined) {
			return { state: 'unresolved', href: undefined, title: 'Not found in this log', target };
		}
		if (targets.length > 1) {
			const titles = targets.slice(0, MOST_TITLES).map(({ title }) => `“${title}”`);
			const more = targets.length > MOST_TITLES ? ', …' : '';
			const title = `One of ${targets.length}: ${titles.join(', ')}${more}`;
			return { state: 'ambiguous', href: undefined, title, target };
		}
		const { title } = target;
		const told = target.kind === 'incident' ? this.onPage(target) : undefined;
		if (told !== undefined) {
			return { state: 'on-page', href: this.hrefOf(told), title, target };
		}
		const href = target.kind === 'bulletin' ? this.bulletinHref(target) : undefined;
		return { state: 'elsewhere', href, title: target.kind === 'bulletin' ? `Bulletin ${title}` : title, target };
	}
}

/** So many of several meanings a tooltip names. */
const MOST_TITLES = 5;
const LONGEST_ANCHOR = 120;

/** The same on every page that tells of the incident, as long as it is alone with its id. */
function anchorOf(id: string): string {
	return `entry-${id.slice(0, LONGEST_ANCHOR).replace(/[^\p{L}\p{N}_.-]/gu, '-')}`;
}
