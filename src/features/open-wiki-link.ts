import type { Range } from '../core/range.ts';

/** A wiki link that begins before the cursor, on the same line. */
export interface OpenWikiLink {
	/** The id before and after the cursor. */
	readonly written: Range;
	/** `]]`, or `|` and a text, follows the id. */
	readonly closed: boolean;
}

/** Maximum distance from `[[` to the cursor, in UTF-16 code units. */
const MAX_DISTANCE = 200;

export function wikiLinkAt(text: string, offset: number): OpenWikiLink | undefined {
	const before = text.slice(Math.max(0, offset - MAX_DISTANCE), offset);
	const open = before.lastIndexOf('[[');
	if (open < 0 || /[\]\n\r|]/.test(before.slice(open + 2))) {
		return undefined;
	}
	const after = /^[^\s[\]|]*/.exec(text.slice(offset, offset + MAX_DISTANCE))?.[0] ?? '';
	const next = text.slice(offset + after.length, offset + after.length + 2);
	const closed = next === ']]' || next.startsWith('|');
	// In an unclosed link the text after the cursor is not part of the id: the link was typed before it.
	return {
		written: { start: offset - (before.length - open - 2), end: closed ? offset + after.length : offset },
		closed,
	};
}
