import type { Range } from '../core/range.ts';

/** A wiki link that begins before the cursor, on the same line. */
export interface OpenWikiLink {
	/** The id before and after the cursor, without the folder of a path. */
	readonly written: Range;
	/** The folder before a file name, as written. */
	readonly folder: string | undefined;
	/** `]]`, a heading, or `|` and a text follow the id. */
	readonly isClosed: boolean;
}

/** Maximum distance from `[[` to the cursor, in UTF-16 code units. */
const MAX_DISTANCE = 200;

export function wikiLinkAt(text: string, offset: number): OpenWikiLink | undefined {
	const before = text.slice(Math.max(0, offset - MAX_DISTANCE), offset);
	const open = before.lastIndexOf('[[');
	if (open < 0 || /[\]\n\r|#]/.test(before.slice(open + 2))) {
		return undefined;
	}
	const after = /^[^\s[\]|#\\]*/.exec(text.slice(offset, offset + MAX_DISTANCE))?.[0] ?? '';
	const next = text.slice(offset + after.length, offset + after.length + 2);
	const isClosed = next === ']]' || next === '\\|' || /^[|#]/.test(next);
	const path = before.slice(open + 2);
	const slash = path.lastIndexOf('/');
	// In an unclosed link the text after the cursor is not part of the id: the link was typed before it.
	return {
		written: { start: offset - path.length + slash + 1, end: isClosed ? offset + after.length : offset },
		folder: slash < 0 ? undefined : path.slice(0, slash),
		isClosed,
	};
}
