import type { Range } from '../../core/range.ts';

/** Where the YAML at the head of a Markdown text stands, and where the Markdown after it begins. */
export interface FrontMatter {
	/** Between the dashes; up to the end of its first paragraph where they are never closed. */
	readonly range: Range;
	/** The opening `---`. */
	readonly opening: Range;
	readonly closed: boolean;
	/** Offset of the line after the closing dashes. */
	readonly bodyStart: number;
}

const OPENING = /^---[ \t]*(?:\r\n|\n|\r|$)/;
const EMPTY_LINE = /^[ \t]*$/gm;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/gm;

/**
 * Finds front matter: `---` on the very first line (a byte-order mark may stand before it) up to the next line that is
 * `---` or `...`. Dashes further down are thematic breaks.
 */
export function findFrontMatter(text: string): FrontMatter | undefined {
	const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	const head = OPENING.exec(text.slice(start, start + 200));
	if (!head) {
		return undefined;
	}
	const opening = { start, end: start + 3 };
	const from = start + head[0].length;
	CLOSING.lastIndex = from;
	const closing = CLOSING.exec(text);
	if (!closing) {
		// As somebody types it: what stands before the first empty line is meant to be the front matter.
		EMPTY_LINE.lastIndex = from;
		const end = EMPTY_LINE.exec(text)?.index ?? text.length;
		if (end === from) {
			return undefined;
		}
		return { range: { start: from, end }, opening, closed: false, bodyStart: end };
	}
	return {
		range: { start: from, end: closing.index },
		opening,
		closed: true,
		bodyStart: afterLine(text, closing.index + closing[0].length),
	};
}

function afterLine(text: string, offset: number): number {
	if (text.startsWith('\r\n', offset)) {
		return offset + 2;
	}
	return Math.min(text.length, offset + 1);
}
