import type { Range } from '../../core/range.ts';

/** The ranges of the front matter at the start of a Markdown text, and the start of the Markdown after it. */
export interface FrontMatter {
	/** The YAML between the delimiters; without a closing one, up to the end of the first paragraph. */
	readonly range: Range;
	/** The opening `---`. */
	readonly opening: Range;
	readonly isClosed: boolean;
	/** Offset of the line after the closing delimiter. */
	readonly bodyStart: number;
}

const OPENING = /^---[ \t]*(?:\r\n|\n|\r|$)/;
const EMPTY_LINE = /^[ \t]*$/gm;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/gm;

/**
 * Finds front matter: `---` on the first line (after an optional byte order mark) up to the next line that is
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
		// While it is typed: the text before the first empty line is the front matter.
		EMPTY_LINE.lastIndex = from;
		const end = EMPTY_LINE.exec(text)?.index ?? text.length;
		if (end === from) {
			return undefined;
		}
		return { range: { start: from, end }, opening, isClosed: false, bodyStart: end };
	}
	return {
		range: { start: from, end: closing.index },
		opening,
		isClosed: true,
		bodyStart: afterLine(text, closing.index + closing[0].length),
	};
}

function afterLine(text: string, offset: number): number {
	if (text.startsWith('\r\n', offset)) {
		return offset + 2;
	}
	return Math.min(text.length, offset + 1);
}
