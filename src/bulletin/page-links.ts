import type { Definition } from '../core/definition.ts';
import type { Reference } from '../core/reference.ts';
import { relativeUri } from '../core/uri/relative-uri.ts';
import type { LogView } from '../rules/log-view.ts';
import { definitionIdentity, type MergedIncident } from './merged-incident.ts';
import type { Audience } from './model.ts';
import type { PageRequest } from './page-context.ts';
import { NO_PUBLICATION, type PublicationMap, weekSource } from './publication.ts';

/** How a reference in prose is rendered on the page. */
export interface LinkLook {
	readonly state: 'on-page' | 'elsewhere' | 'ambiguous' | 'unresolved';
	/** Within the page, or to another page. */
	readonly href: string | undefined;
	/** Tooltip: the title of the target, or the possible targets. */
	readonly title: string;
	/** The definition that a click opens. */
	readonly target: Definition | undefined;
}

/** Anchors of the incidents on a page, and targets of its references. */
export class PageLinks {
	readonly base: string;
	readonly audience: Audience;
	readonly #log: LogView;
	readonly #documentAt: PageRequest['documentAt'];
	readonly #publication: PublicationMap;
	readonly #anchors = new Map<MergedIncident, string>();
	/** Incidents on the page, by the keys of their definitions. */
	readonly #onPage = new Map<string, MergedIncident>();
	/** Anchors in use, with the highest number that was appended to each. */
	readonly #used = new Map<string, number>();
	readonly #relative = new Map<string, string>();
	readonly #looks = new Map<string, LinkLook>();

	/** `base`: URI of the document of the page. */
	constructor(base: string, { log, documentAt, publication = NO_PUBLICATION, audience = 'editor' }: PageRequest) {
		this.base = base;
		this.audience = audience;
		this.#log = log;
		this.#documentAt = documentAt;
		this.#publication = publication;
	}

	/** Assigns an incident its anchor on the page: the id of its element. */
	assignAnchor(merged: MergedIncident): string {
		const assigned = this.#anchors.get(merged);
		if (assigned !== undefined) {
			return assigned;
		}
		const base = anchorOf(merged.id);
		let anchor = base;
		for (let n = this.#used.get(base) ?? 1; this.#used.has(anchor); n++) {
			anchor = `${base}-${n + 1}`;
			this.#used.set(base, n + 1);
		}
		this.#used.set(anchor, 1);
		this.#anchors.set(merged, anchor);
		for (const definition of merged.definitions) {
			this.#onPage.set(definitionIdentity(definition), merged);
		}
		return anchor;
	}

	/** Returns the incident on this page that a definition describes. */
	onPage(definition: Definition): MergedIncident | undefined {
		return this.#onPage.get(definitionIdentity(definition));
	}

	hrefOf(merged: MergedIncident): string | undefined {
		const anchor = this.#anchors.get(merged);
		return anchor === undefined ? undefined : `#${anchor}`;
	}

	/** Returns the link to the page of an incident's record, or to its entry on this page. Undefined for an editor. */
	permalink(merged: MergedIncident): string | undefined {
		if (this.audience === 'editor') {
			return undefined;
		}
		const records = merged.definitions.filter(({ source }) => source === 'record');
		return records.map(each => this.#linkTo(each)).find(link => link !== undefined) ?? this.hrefOf(merged);
	}

	/**
	 * Returns the link to an incident that is not on this page: to its entry on the page of a bulletin, or of the week that
	 * ends on `endsOn`, otherwise to its own page. Undefined if none is published.
	 */
	otherPage(
		{ id, definitions }: MergedIncident,
		bulletin: Definition | undefined,
		endsOn: string | undefined,
	): string | undefined {
		const hasEntry = bulletin !== undefined && this.#hasEntry(bulletin, definitions);
		const entry = hasEntry ? this.#publication.link(this.base, bulletin.uri, anchorOf(id)) : undefined;
		const week = endsOn && this.#publication.link(this.base, weekSource(endsOn), anchorOf(id));
		return entry ?? week ?? definitions.map(definition => this.#linkTo(definition)).find(link => link !== undefined);
	}

	/** Whether a bulletin has an entry of one of these definitions. */
	#hasEntry(bulletin: Definition, definitions: readonly Definition[]): boolean {
		return (
			definitions.some(({ id, uri }) => uri === bulletin.uri || bulletin.incidents.includes(id)) ||
			this.#documentAt?.(bulletin.uri)?.bulletin?.incidentsDirective !== undefined
		);
	}

	/** Returns the link to the page of a definition. An entry is on the page of its bulletin. */
	#linkTo({ uri, source, id }: Definition): string | undefined {
		return this.#publication.link(this.base, uri, source === 'entry' ? anchorOf(id) : undefined);
	}

	/** Returns the URI of a document relative to the page. */
	relative(uri: string): string {
		const known = this.#relative.get(uri);
		const relative = known ?? relativeUri(this.base, uri);
		this.#relative.set(uri, relative);
		return relative;
	}

	/** The attributes that state the source of an element. None on a page for readers, which contains no paths of the log. */
	sourceAttributes(uri: string, offset: number): Readonly<Record<string, string | number>> {
		return this.audience === 'readers' ? {} : { 'data-uri': this.relative(uri), 'data-offset': offset };
	}

	/** Returns how a reference is rendered. Call it after all anchors are assigned. */
	look(reference: Pick<Reference, 'target'>): LinkLook {
		const key = JSON.stringify(reference.target);
		const cached = this.#looks.get(key);
		const look = cached ?? this.#computeLook(reference);
		this.#looks.set(key, look);
		return look;
	}

	#computeLook(reference: Pick<Reference, 'target'>): LinkLook {
		const targets = this.#log.resolve(reference);
		const [target] = targets;
		if (target === undefined) {
			return { state: 'unresolved', href: undefined, title: 'Not found in this log', target };
		}
		if (targets.length > 1) {
			const titles = targets.slice(0, MAX_TITLES).map(({ title }) => `“${title}”`);
			const more = targets.length > MAX_TITLES ? ', …' : '';
			const title = `One of ${targets.length}: ${titles.join(', ')}${more}`;
			return { state: 'ambiguous', href: undefined, title, target };
		}
		const { title } = target;
		const merged = this.onPage(target);
		if (merged !== undefined) {
			return { state: 'on-page', href: this.hrefOf(merged), title, target };
		}
		const href = this.#linkTo(target);
		return { state: 'elsewhere', href, title: target.kind === 'bulletin' ? `Bulletin ${title}` : title, target };
	}
}

/** The attributes that state the source of an element of a page. None on a page for readers. */
export function sourceAttributes(
	{ audience, base }: { readonly audience: Audience; readonly base: string },
	uri: string,
	offset: number,
): Readonly<Record<string, string | number>> {
	return audience === 'readers' ? {} : { 'data-uri': relativeUri(base, uri), 'data-offset': offset };
}

/** Maximum number of targets in the tooltip of an ambiguous reference. */
const MAX_TITLES = 5;
const MAX_ANCHOR_LENGTH = 120;

/** Returns the anchor for an id. It is equal on all pages, unless several incidents on a page share the id. */
function anchorOf(id: string): string {
	return `entry-${id.slice(0, MAX_ANCHOR_LENGTH).replace(/[^\p{L}\p{N}_.-]/gu, '-')}`;
}
