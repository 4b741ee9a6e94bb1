import type { Range } from '../../core/range.ts';
import type { InlineLink } from './inline-link.ts';
import { noParts, scanInline } from './inline-scan.ts';
import type { LinkDefinitions } from './link-definitions.ts';
import { COMMENT_OPENING, commentEnd } from './raw-html.ts';

/** The paragraphs and parts of inline Markdown. For the ranges see `MarkdownBody`. */
export interface InlineText {
	readonly paragraphs: readonly Range[];
	readonly prose: readonly Range[];
	readonly code: readonly Range[];
	readonly comments: readonly Range[];
	readonly links: readonly InlineLink[];
	/** The destinations of images. */
	readonly images: readonly Range[];
}

/**
 * Reads the inline text of blocks, one block after the other: markdown-it returns the lines of a block, but no positions
 * of links and code spans in them. Linear in the length of the text.
 */
export class InlineReader {
	readonly #text: string;
	readonly #paragraphs: Range[] = [];
	readonly #parts = noParts();
	readonly #definitions: LinkDefinitions | undefined;

	/** `text`: the whole document. All offsets are into it. `definitions`: its link definitions. */
	constructor(text: string, definitions: LinkDefinitions = {}) {
		this.#text = text;
		this.#definitions = Object.keys(definitions).length === 0 ? undefined : definitions;
	}

	result(): InlineText {
		return { paragraphs: this.#paragraphs, ...this.#parts };
	}

	/** Reads one block of inline text. `lines`: the ranges of its lines, without indentation and quote markers. */
	readBlock(lines: readonly Range[]): void {
		const [first, last] = [lines[0], lines.at(-1)];
		if (first === undefined || last === undefined) {
			return;
		}
		this.#paragraphs.push({ start: first.start, end: Math.max(first.start, last.end) });
		scanInline(this.#text, lines, this.#definitions, this.#parts);
	}

	/** Adds a link outside of inline text. */
	addLink(link: InlineLink): void {
		this.#parts.links.push(link);
	}

	addCodeBlock(range: Range): void {
		this.#parts.code.push(range);
	}

	/** Reads the comments of a block of HTML. It contains no prose. */
	readHtml(range: Range): void {
		// Searches in the block alone: searching to the end of the document from each block is quadratic.
		const html = this.#text.slice(range.start, range.end);
		let start = html.indexOf(COMMENT_OPENING);
		let end = start < 0 ? undefined : commentEnd(html, start);
		while (end !== undefined) {
			this.#parts.comments.push({ start: range.start + start, end: range.start + end });
			start = html.indexOf(COMMENT_OPENING, end);
			end = start < 0 ? undefined : commentEnd(html, start);
		}
	}
}

/** Reads a range of a document, such as the value of a YAML field, as paragraphs of inline Markdown. */
export function readInline(text: string, range: Range): InlineText {
	const reader = new InlineReader(text);
	const part = text.slice(range.start, range.end);
	let paragraph: Range[] = [];
	for (let start = 0; start < part.length; ) {
		const lineBreak = part.indexOf('\n', start);
		const end = lineBreak < 0 ? part.length : lineBreak;
		if (part.slice(start, end).trim() === '') {
			reader.readBlock(paragraph);
			paragraph = [];
		} else {
			paragraph.push({ start: range.start + start, end: range.start + end });
		}
		start = end + 1;
	}
	reader.readBlock(paragraph);
	return reader.result();
}
