/**
 * Messages between the client and the page in the preview. The only module that both sides import. A `source` is a
 * document's URI as the page has it, relative to the page's base.
 */

/** Client → page. */
export type ToPage =
	| {
			readonly type: 'page';
			/** The document that the page was drawn for. */
			readonly uri: string;
			/** Names the week shown: while it stays the same, so does the scroll position. */
			readonly key: string;
			/** The fragment that the core's renderer wrote. */
			readonly html: string;
	  }
	/** No page: the reason, and what to do next. Plain text. */
	| { readonly type: 'empty'; readonly heading: string; readonly text: string }
	/** Scroll so that what came from this offset of this document (UTF-16) is at the top. */
	| { readonly type: 'scroll'; readonly source: string; readonly offset: number };

/** Page → client. */
export type FromPage =
	/** The page's script is ready for messages. */
	| { readonly type: 'ready' }
	/** A box or an entry was clicked: open its source. */
	| { readonly type: 'reveal'; readonly source: string; readonly offset: number }
	/** A link was clicked that leads out of the page: its `href` as it is written. */
	| { readonly type: 'link'; readonly href: string }
	/** The reader scrolled: what is at the top came from this offset of this document. */
	| { readonly type: 'scrolled'; readonly source: string; readonly offset: number };

/** State that is kept when the window is reloaded. */
export interface PageState {
	readonly uri: string;
	readonly key: string;
	/** CSS pixels. */
	readonly scrollY: number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

/** Parses a message of the page. Returns undefined for anything else. */
export function readFromPage(message: unknown): FromPage | undefined {
	if (!isObject(message)) {
		return undefined;
	}
	const { type, source, offset, href } = message;
	if (type === 'ready') {
		return { type };
	}
	if (type === 'link' && typeof href === 'string') {
		return { type, href };
	}
	if ((type === 'reveal' || type === 'scrolled') && typeof source === 'string' && typeof offset === 'number') {
		return { type, source, offset };
	}
	return undefined;
}

/** Parses the stored state of a page. Returns undefined for the format of an older version. */
export function readPageState(state: unknown): PageState | undefined {
	if (!isObject(state)) {
		return undefined;
	}
	const { uri, key, scrollY } = state;
	return typeof uri === 'string' && typeof key === 'string' && typeof scrollY === 'number'
		? { uri, key, scrollY }
		: undefined;
}
