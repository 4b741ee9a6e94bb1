import { relativeUri } from '../core/uri/relative-uri.ts';

/**
 * The addresses of published pages. It is the only origin of links between pages: the target of a link is in the map, or
 * the reference is not a link. Keys are the URIs of sources (`weekSource` for the page of a week without a bulletin), values
 * are paths below the root of the publication, percent-encoded, with `/`.
 */
export class PublicationMap {
	readonly #paths: ReadonlyMap<string, string>;

	constructor(paths: Iterable<readonly [source: string, path: string]>) {
		this.#paths = new Map(paths);
	}

	pathOf(source: string): string | undefined {
		return this.#paths.get(source);
	}

	/** Returns the relative link from one page to another. Undefined if either is not published. */
	link(from: string, to: string, anchor?: string): string | undefined {
		const [own, target] = [this.#paths.get(from), this.#paths.get(to)];
		if (own === undefined || target === undefined) {
			return undefined;
		}
		return `${relativeUri(ROOT + own, ROOT + target)}${anchor === undefined ? '' : `#${anchor}`}`;
	}
}

/** For a page that is published alone. */
export const NO_PUBLICATION = new PublicationMap([]);

/** The key of the page of a week without a bulletin. `endsOn`: ISO date of its last day. */
export function weekSource(endsOn: string): string {
	return `week:${endsOn}`;
}

const ROOT = 'publication://root/';
