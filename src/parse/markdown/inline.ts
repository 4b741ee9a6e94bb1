import type { Range } from '../../core/range.ts';
import type { InlineLink } from './inline-link.ts';
import { InlineScan } from './inline-scan.ts';

/** Inline Markdown taken apart. */
export interface InlineText {
	/** Where each block of inline text (a paragraph, a heading, a table's cell) begins and ends, in order. */
	readonly paragraphs: readonly Range[];
	/** Spans whose text is prose, in order, none across a line's end: see `MarkdownBody.prose`. */
	readonly prose: readonly Range[];
	readonly links: readonly InlineLink[];
	/** `<!-- … -->`, whole. */
	readonly comments: readonly Range[];
}

/**
 * Takes the inline text of blocks apart, one block after the other: markdown-it says which lines are a block's, but not
 * where in them a link or a code span stands. Linear in the length of the text.
 */
export class InlineReader {
	readonly #text: string;
	readonly #paragraphs: Range[] = [];
	readonly #prose: Range[] = [];
	readonly #links: InlineLink[] = [];
	readonly #comments: Range[] = [];

	/** @param text the whole document; all offsets are into it. */
	constructor(text: string) {
		this.#text = text;
	}

	result(): InlineText {
		return { paragraphs: this.#paragraphs, prose: this.#prose, links: this.#links, comments: this.#comments };
	}

	/** Reads one block of inline text, given as the ranges of its lines without indentation and quote marks. */
	readBlock(lines: readonly Range[]): void {
		const [first, last] = [lines[0], lines.at(-1)];
		if (first === undefined || last === undefined) {
			return;
		}
		this.#paragraphs.push({ start: first.start, end: Math.max(first.start, last.end) });
		const block = new InlineScan(this.#text, lines);
		append(this.#prose, block.prose());
		append(this.#links, block.links);
		append(this.#comments, block.comments);
	}

	/** Adds a link that stands in no inline text. */
	addLink(link: InlineLink): void {
		this.#links.push(link);
	}

	/** Reads a block of HTML: there is no prose in it, only comments. */
	readHtml(range: Range): void {
		let at = this.#text.indexOf('<!--', range.start);
		while (at >= 0 && at < range.end) {
			const close = this.#text.indexOf('-->', at + 4);
			if (close < 0 || close + 3 > range.end) {
				return;
			}
			this.#comments.push({ start: at, end: close + 3 });
			at = this.#text.indexOf('<!--', close + 3);
		}
	}
}

/** Reads a span of a document (the value of a YAML field, say) as one block of inline Markdown. */
export function readInline(text: string, range: Range): InlineText {
	const reader = new InlineReader(text);
	const lines: Range[] = [];
	let start = range.start;
	for (const match of text.slice(range.start, range.end).matchAll(/\r\n?|\n/g)) {
		lines.push({ start, end: range.start + match.index });
		start = range.start + match.index + match[0].length;
	}
	lines.push({ start, end: range.end });
	let paragraph: Range[] = [];
	for (const line of [...lines, { start: range.end, end: range.end }]) {
		if (text.slice(line.start, line.end).trim() === '') {
			reader.readBlock(paragraph);
			paragraph = [];
		} else {
			paragraph.push(line);
		}
	}
	return reader.result();
}

/** Spreading a long array into `push` would overflow the stack. */
function append<T>(to: T[], from: readonly T[]): void {
	for (const item of from) {
		to.push(item);
	}
}
