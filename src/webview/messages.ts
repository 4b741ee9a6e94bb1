import type { NewPart, PartChange } from '../core/part-change.ts';

/**
 * Messages between the client and the page in the preview. The only module that both import. A `source` is the URI of a
 * document, relative to the base of the page.
 */

/** Client → page. */
export type ToPage =
	| {
			readonly type: 'page';
			/** The document of the page. */
			readonly uri: string;
			/** Identifies the week. The scroll position is kept as long as the key is equal. */
			readonly key: string;
			/** The `data-uri` of the page's own document. */
			readonly source: string;
			/** The whole page; absent if there are changes to the shown one. */
			readonly parts?: readonly NewPart[] | undefined;
			readonly changes?: readonly PartChange[] | undefined;
	  }
	/** The findings to resolve before publication, and whether the preview stays on its page. */
	| { readonly type: 'toolbar'; readonly errors: number; readonly warnings: number; readonly isLocked: boolean }
	/** No page: the reason, and what to do next. Plain text. */
	| { readonly type: 'empty'; readonly heading: string; readonly text: string }
	/** Scrolls the part with this source position (UTF-16 offset) to the top. */
	| { readonly type: 'scroll'; readonly source: string; readonly offset: number };

/** Page → client. */
export type FromPage =
	/** The page's script is ready for messages. */
	| { readonly type: 'ready' }
	/** A box or an entry was clicked. Opens its source. */
	| { readonly type: 'reveal'; readonly source: string; readonly offset: number }
	/** A link to another page was clicked. `href`: as written. */
	| { readonly type: 'link'; readonly href: string }
	/** The button of the checklist was clicked that states the zone of the page in the configuration. */
	| { readonly type: 'set-time-zone' }
	/** A button of the toolbar was clicked. */
	| { readonly type: 'command'; readonly command: ToolbarCommand }
	/** The reader scrolled. The source position is that of the part at the top. */
	| { readonly type: 'scrolled'; readonly source: string; readonly offset: number };

export const TOOLBAR_COMMANDS = [
	'previous-week',
	'this-week',
	'next-week',
	'lock',
	'copy-html',
	'save',
	'open',
] as const;
export type ToolbarCommand = (typeof TOOLBAR_COMMANDS)[number];

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
	const { type, source, offset, href, command } = message;
	if (type === 'ready' || type === 'set-time-zone') {
		return { type };
	}
	if (type === 'link' && typeof href === 'string') {
		return { type, href };
	}
	if (type === 'command') {
		const known = TOOLBAR_COMMANDS.find(each => each === command);
		return known && { type, command: known };
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
