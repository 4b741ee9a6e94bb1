import { matchAt } from '../../core/match-at.ts';
import type { Range } from '../../core/range.ts';
import type { InlineLink } from './inline-link.ts';
import { destinationAt } from './link-destination.ts';

/** What begins all that is no prose; of an address its colon. Nearly all lines have none of it. */
const MAY_HAVE_MARKS = /[\\`<[\]:]/;
const HTML_TAG = /<[a-z/?!][^<>\n]{0,1000}>/iy;
const WEB_ADDRESS = /(?:https?|ftp|mailto):[^\s<>\])]*/iy;
const WIKI_LINK = /\[\[[^[\]\n]{1,300}\]\]/y;

/** The scan of one block. Works on the block's lines joined by `\n`, and translates places back to the document. */
export class InlineScan {
	readonly links: InlineLink[] = [];
	readonly code: Range[] = [];
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
		if (MAY_HAVE_MARKS.test(this.#content)) {
			this.#scan();
		}
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
					const wiki = matchAt(WIKI_LINK, content, i)?.[0];
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
					const address = startsWord(content, i) ? matchAt(WEB_ADDRESS, content, i)?.[0] : undefined;
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
		if (close === undefined) {
			return end;
		}
		this.code.push(this.#absolute(start, close + end - start));
		return this.#mask(start, close + end - start);
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
		const tag = matchAt(HTML_TAG, this.#content, start)?.[0];
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

function startsWord(content: string, at: number): boolean {
	return at === 0 || !/[\p{L}\p{N}]/u.test(content[at - 1] ?? ' ');
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
