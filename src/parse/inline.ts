import type { Range } from '../core/range.ts';

/** A Markdown link with its destination written in place, `[text](destination)`. Images are none. */
export interface InlineLink {
	readonly text: Range;
	/** Without angle brackets and without a title. */
	readonly destination: Range;
	/** From `[` to `)`. */
	readonly extent: Range;
}

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

/** Longer than any destination that a person writes; keeps a text of unclosed links linear. */
const LONGEST_DESTINATION = 2000;
/** markdown-it's own limit. */
const DEEPEST_PARENTHESES = 32;
const HTML_TAG = /<[a-z/?!][^<>\n]{0,1000}>/iy;
const WEB_ADDRESS = /(?:https?|ftp|mailto):[^\s<>\])]*/iy;
const WIKI_LINK = /\[\[[^[\]\n]{1,300}\]\]/y;

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
		const block = new BlockScan(this.#text, lines);
		append(this.#prose, block.prose());
		append(this.#links, block.links);
		append(this.#comments, block.comments);
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

/** The scan of one block. Works on the block's lines joined by `\n`, and translates places back to the document. */
class BlockScan {
	readonly links: InlineLink[] = [];
	readonly comments: Range[] = [];
	readonly #lines: readonly Range[];
	/** Where in `#content` each line begins. */
	readonly #starts: number[] = [];
	readonly #content: string;
	/** What is no prose, in `#content`, in order of their ends. */
	readonly #masked: Range[] = [];
	#codeRuns: Map<number, { readonly starts: number[]; next: number }> | undefined;
	#noMoreComments = false;

	constructor(text: string, lines: readonly Range[]) {
		this.#lines = lines;
		const parts: string[] = [];
		let length = 0;
		for (const line of lines) {
			this.#starts.push(length);
			parts.push(text.slice(line.start, line.end));
			length += line.end - line.start + 1;
		}
		this.#content = parts.join('\n');
		this.#scan();
	}

	/** All that is not masked, line by line. */
	prose(): Range[] {
		const hidden = mergeRanges(this.#masked);
		const result: Range[] = [];
		let next = 0;
		for (const [index, line] of this.#lines.entries()) {
			const start = this.#starts[index] ?? 0;
			const end = start + line.end - line.start;
			let at = start;
			for (; at < end; ) {
				const mask = hidden[next];
				if (mask === undefined || mask.start >= end) {
					result.push({ start: line.start + at - start, end: line.end });
					break;
				}
				if (mask.start > at) {
					result.push({ start: line.start + at - start, end: line.start + mask.start - start });
				}
				at = Math.max(at, mask.end);
				if (mask.end > end) {
					break;
				}
				next++;
			}
		}
		return result;
	}

	#scan(): void {
		const content = this.#content;
		const brackets: number[] = [];
		for (let i = 0; i < content.length; ) {
			switch (content[i]) {
				case '\\':
					i += 2;
					break;
				case '`':
					i = this.#codeSpan(i);
					break;
				case '<':
					i = this.#angle(i);
					break;
				case '[': {
					const wiki = matchAt(WIKI_LINK, content, i);
					if (wiki === undefined) {
						brackets.push(i);
					}
					i += wiki?.length ?? 1;
					break;
				}
				case ']': {
					const open = brackets.pop();
					i = open === undefined ? i + 1 : this.#closeBracket(open, i);
					break;
				}
				case 'h':
				case 'H':
				case 'f':
				case 'm': {
					const address = startsWord(content, i) ? matchAt(WEB_ADDRESS, content, i) : undefined;
					i = address === undefined ? i + 1 : this.#mask(i, i + address.length);
					break;
				}
				default:
					i++;
			}
		}
	}

	/** Masks `[start, end)` of the content and returns `end`. */
	#mask(start: number, end: number): number {
		this.#masked.push({ start, end });
		return end;
	}

	#codeSpan(start: number): number {
		let end = start;
		while (this.#content[end] === '`') {
			end++;
		}
		const close = this.#nextRun(end - start, end);
		return close === undefined ? end : this.#mask(start, close + end - start);
	}

	/** Where the next run of exactly so many backticks begins. Asked for ever later places. */
	#nextRun(length: number, from: number): number | undefined {
		this.#codeRuns ??= runsOfBackticks(this.#content);
		const runs = this.#codeRuns.get(length);
		if (runs === undefined) {
			return undefined;
		}
		while ((runs.starts[runs.next] ?? from) < from) {
			runs.next++;
		}
		return runs.starts[runs.next];
	}

	#angle(start: number): number {
		if (this.#content.startsWith('<!--', start) && !this.#noMoreComments) {
			const close = this.#content.indexOf('-->', start + 4);
			if (close >= 0) {
				this.comments.push(this.#absolute(start, close + 3));
				return this.#mask(start, close + 3);
			}
			this.#noMoreComments = true;
		}
		const tag = matchAt(HTML_TAG, this.#content, start);
		return tag === undefined ? start + 1 : this.#mask(start, start + tag.length);
	}

	#closeBracket(open: number, close: number): number {
		const image = this.#content[open - 1] === '!';
		const link = destinationAt(this.#content, close + 1);
		if (link !== undefined) {
			if (!image) {
				this.links.push({
					text: this.#absolute(open + 1, close),
					destination: this.#absolute(link.destination.start, link.destination.end),
					extent: this.#absolute(open, link.end),
				});
				this.#mask(open, open + 1);
			}
			return this.#mask(image ? open - 1 : close, link.end);
		}
		return close + 1;
	}

	#absolute(start: number, end: number): Range {
		return { start: this.#place(start), end: Math.max(this.#place(start), this.#place(end)) };
	}

	#place(offset: number): number {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		const line = this.#lines[low] ?? { start: 0, end: 0 };
		return Math.min(line.start + offset - (this.#starts[low] ?? 0), line.end);
	}
}

function runsOfBackticks(content: string): Map<number, { readonly starts: number[]; next: number }> {
	const runs = new Map<number, { readonly starts: number[]; next: number }>();
	for (const match of content.matchAll(/`+/g)) {
		const same = runs.get(match[0].length);
		if (same === undefined) {
			runs.set(match[0].length, { starts: [match.index], next: 0 });
		} else {
			same.starts.push(match.index);
		}
	}
	return runs;
}

/** `(destination "title")` from the `(` on. */
function destinationAt(content: string, at: number): { destination: Range; end: number } | undefined {
	if (content[at] !== '(') {
		return undefined;
	}
	let start = skipSpace(content, at + 1);
	let end = start;
	const limit = Math.min(content.length, start + LONGEST_DESTINATION);
	if (content[start] === '<') {
		start++;
		end = start;
		while (end < limit && content[end] !== '>' && content[end] !== '\n') {
			end++;
		}
		if (content[end] !== '>') {
			return undefined;
		}
	} else {
		let depth = 0;
		for (; end < limit; end++) {
			const c = content[end] ?? ' ';
			if (c <= ' ' || (c === ')' && depth === 0) || depth > DEEPEST_PARENTHESES) {
				break;
			}
			depth += c === '(' ? 1 : c === ')' ? -1 : 0;
			end += c === '\\' ? 1 : 0;
		}
	}
	const destination = { start, end: Math.min(end, content.length) };
	let after = skipSpace(content, content[end] === '>' ? end + 1 : end);
	const quote = content[after];
	if (quote === '"' || quote === "'") {
		const close = content.slice(after + 1, after + 1 + LONGEST_DESTINATION).indexOf(quote);
		if (close < 0) {
			return undefined;
		}
		after = skipSpace(content, after + close + 2);
	}
	return content[after] === ')' ? { destination, end: after + 1 } : undefined;
}

function skipSpace(content: string, at: number): number {
	const limit = Math.min(content.length, at + LONGEST_DESTINATION);
	let i = at;
	while (i < limit && (content[i] === ' ' || content[i] === '\t' || content[i] === '\n')) {
		i++;
	}
	return i;
}

function startsWord(content: string, at: number): boolean {
	return at === 0 || !/[\p{L}\p{N}]/u.test(content[at - 1] ?? ' ');
}

function matchAt(pattern: RegExp, content: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(content)?.[0];
}

/** Spreading a long array into `push` would overflow the stack. */
function append<T>(to: T[], from: readonly T[]): void {
	for (const item of from) {
		to.push(item);
	}
}

/** The same offsets covered, in order and without overlap. */
function mergeRanges(ranges: readonly Range[]): Range[] {
	const result: { start: number; end: number }[] = [];
	for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last !== undefined && start <= last.end) {
			last.end = Math.max(last.end, end);
		} else {
			result.push({ start, end });
		}
	}
	return result;
}
