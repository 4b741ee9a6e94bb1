import type { Range } from '../core/range.ts';

/** `[[` and what follows it, as far as the cursor's line goes. */
export interface WikiLinkPlace {
	/** The id as far as it is written, on both sides of the cursor. */
	readonly written: Range;
	/** Whether `]]`, or `|` and a text, follow already. */
	readonly closed: boolean;
}

/** An id has no more letters than this; further back no `[[` is looked for. */
const LONGEST = 200;

export function wikiLinkAt(text: string, offset: number): WikiLinkPlace | undefined {
	const before = text.slice(Math.max(0, offset - LONGEST), offset);
	const open = before.lastIndexOf('[[');
	if (open < 0 || /[\]\n\r|]/.test(before.slice(open + 2))) {
		return undefined;
	}
	const after = /^[^\s[\]|]*/.exec(text.slice(offset, offset + LONGEST))?.[0] ?? '';
	const next = text.slice(offset + after.length, offset + after.length + 2);
	const closed = next === ']]' || next.startsWith('|');
	// What follows an open link is the text that it was typed into, and no part of the id.
	return {
		written: { start: offset - (before.length - open - 2), end: closed ? offset + after.length : offset },
		closed,
	};
}
