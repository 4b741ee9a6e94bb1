import { matchAt } from '../../core/match-at.ts';
import { mergeRanges, type Range } from '../../core/range.ts';
import type { InlineLink, ReferenceLink } from './inline-link.ts';
import { definitionKey, type LinkDefinitions } from './link-definitions.ts';
import { destinationAt, isEscape } from './link-destination.ts';
import { AngleScanner, COMMENT_OPENING } from './raw-html.ts';

/** The parts of inline text as ranges of the document, in order. Links are in the order of their ends. */
export interface InlineParts {
	/** Parts of lines whose text is prose: see `MarkdownBody`. */
	readonly prose: Range[];
	/** Code spans. */
	readonly code: Range[];
	/** Links with a destination of their own. */
	readonly links: InlineLink[];
	readonly referenceLinks: ReferenceLink[];
	/** The destinations of images with a destination of their own. */
	readonly images: Range[];
	/** `<scheme:…>` and `<name@host>`. */
	readonly autolinks: Range[];
	/** Raw HTML, comments included. */
	readonly html: Range[];
	readonly comments: Range[];
	readonly wikiLinks: Range[];
}

export function noParts(): InlineParts {
	return {
		prose: [],
		code: [],
		links: [],
		referenceLinks: [],
		images: [],
		autolinks: [],
		html: [],
		comments: [],
		wikiLinks: [],
	};
}

const MAY_HAVE_MARKUP = /[\\`<[\]{]/;
const MAY_HAVE_ADDRESS = /(?:https?|ftp|mailto):/i;
const WEB_ADDRESS = /(?:https?|ftp|mailto):[^\s<>\])]*/iy;
/** `[[1]](address)` is a link with brackets in its text. */
const WIKI_LINK = /\[\[[^[\]\n]{1,300}\]\](?!\()/y;
/** Elements whose content is code. */
const CODE_TAG = /^<(code|pre|kbd|samp|tt)[\s>]/i;
/** Tags of site generators: `{{< ref "page.md" >}}`, `{% post_url page %}`. */
const TEMPLATE_TAG = /\{\{[^\n{}]{0,300}\}\}|\{%[^\n{}]{0,300}%\}/y;
/** In characters, as in CommonMark. */
const MAX_LABEL_LENGTH = 999;
const LABEL = new RegExp(String.raw`\[(?:[^[\]\\]|\\[^]){0,${MAX_LABEL_LENGTH}}\]`, 'y');

/**
 * Reads the code spans, links, autolinks and raw HTML of one block, as CommonMark 0.31 requires, and appends them to
 * `found`. Two extensions: a wiki link `[[id]]` is text and no bracket, and web addresses without angle brackets, tags of
 * templates and the content of code elements are not prose. Emphasis is not read. `lines`: the lines of the block as ranges
 * of `text`. Linear in the length of the block.
 */
export function scanInline(
	text: string,
	lines: readonly Range[],
	definitions: LinkDefinitions | undefined,
	found: InlineParts,
): void {
	const content = lines.map(({ start, end }) => text.slice(start, end)).join('\n');
	// Most blocks have no markup.
	if (MAY_HAVE_MARKUP.test(content) || (content.includes(':') && MAY_HAVE_ADDRESS.test(content))) {
		new InlineScan(content, lines, definitions, found).run();
		return;
	}
	for (const line of lines) {
		if (line.start < line.end) {
			found.prose.push(line);
		}
	}
}

/** A bracket that may begin a link. */
interface Opener {
	readonly at: number;
	readonly isImage: boolean;
	/** Whether another bracket follows. Then the text is not a label. */
	containsBracket: boolean;
}

/** Works on the lines of a block joined by `\n`, and maps offsets back to the document. */
class InlineScan {
	readonly #content: string;
	readonly #lines: readonly Range[];
	/** The offset in `#content` of each line. */
	readonly #starts: number[] = [];
	readonly #definitions: LinkDefinitions | undefined;
	readonly #found: InlineParts;
	/** The ranges of `#content` that are not prose, ordered by their ends. */
	readonly #masked: Range[] = [];
	readonly #openers: Opener[] = [];
	/** A link contains no link: the openers before this index, except those of images, begin none. */
	#inactiveOpeners = 0;
	#angles: AngleScanner | undefined;
	#codeRuns: Map<number, { readonly starts: number[]; next: number }> | undefined;
	/** The end of the content of the last code element. */
	#codeElementEnd = 0;
	/** Names of code elements without an end tag in the rest of the block. */
	#unclosedElements: Set<string> | undefined;

	constructor(content: string, lines: readonly Range[], definitions: LinkDefinitions | undefined, found: InlineParts) {
		this.#content = content;
		this.#lines = lines;
		this.#definitions = definitions;
		this.#found = found;
		let length = 0;
		for (const line of lines) {
			this.#starts.push(length);
			length += line.end - line.start + 1;
		}
	}

	run(): void {
		this.#scan();
		this.#addProse();
	}

	#addProse(): void {
		const { prose } = this.#found;
		const hidden = mergeRanges(this.#masked);
		let next = 0;
		for (const [index, line] of this.#lines.entries()) {
			const start = this.#starts[index] ?? 0;
			const end = start + line.end - line.start;
			let at = start;
			for (; at < end; ) {
				const mask = hidden[next];
				if (mask === undefined || mask.start >= end) {
					prose.push({ start: line.start + at - start, end: line.end });
					break;
				}
				if (mask.start > at) {
					prose.push({ start: line.start + at - start, end: line.start + mask.start - start });
				}
				at = Math.max(at, mask.end);
				if (mask.end > end) {
					break;
				}
				next++;
			}
		}
	}

	#scan(): void {
		const content = this.#content;
		for (let i = 0; i < content.length; ) {
			switch (content[i]) {
				case '\\':
					i += isEscape(content, i) ? 2 : 1;
					break;
				case '`':
					i = this.#codeSpan(i);
					break;
				case '<':
					i = this.#angle(i);
					break;
				case '!':
					i = content[i + 1] === '[' ? this.#openBracket(i + 1, true) : i + 1;
					break;
				case '[':
					i = this.#openBracket(i, false);
					break;
				case ']':
					i = this.#closeBracket(i);
					break;
				case '{':
					this.#template(i);
					i++;
					break;
				case 'h':
				case 'H':
				case 'f':
				case 'F':
				case 'm':
				case 'M':
					this.#address(i);
					i++;
					break;
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
		this.#found.code.push(this.#absolute(start, close + end - start));
		return this.#mask(start, close + end - start);
	}

	/** Returns the offset of the next run of exactly `length` backticks. Called with ascending offsets. */
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
		this.#angles ??= new AngleScanner(this.#content);
		const autolinkEnd = this.#angles.autolinkEnd(start);
		const end = autolinkEnd ?? this.#angles.htmlEnd(start);
		if (end === undefined) {
			return start + 1;
		}
		const range = this.#absolute(start, end);
		if (autolinkEnd !== undefined) {
			this.#found.autolinks.push(range);
		} else {
			this.#found.html.push(range);
			if (this.#content.startsWith(COMMENT_OPENING, start)) {
				this.#found.comments.push(range);
			}
			this.#codeElement(start, end);
		}
		return this.#mask(start, end);
	}

	/** Masks the content of an element whose start tag is `[start, end)`, if it contains code. It is read on. */
	#codeElement(start: number, end: number): void {
		const name = CODE_TAG.exec(this.#content.slice(start, Math.min(end, start + 6)))?.[1];
		if (name === undefined || end < this.#codeElementEnd || this.#unclosedElements?.has(name)) {
			return;
		}
		const close = this.#content.indexOf(`</${name}>`, end);
		if (close < 0) {
			this.#unclosedElements ??= new Set();
			this.#unclosedElements.add(name);
		} else {
			this.#codeElementEnd = close;
			this.#mask(end, close);
		}
	}

	/** Masks a tag of a template. It is read on, because it is text in Markdown. */
	#template(start: number): void {
		const tag = matchAt(TEMPLATE_TAG, this.#content, start)?.[0];
		if (tag !== undefined) {
			this.#mask(start, start + tag.length);
		}
	}

	/** Masks a web address. The scan continues in it, because it may contain markup. */
	#address(start: number): void {
		const address = startsWord(this.#content, start) ? matchAt(WEB_ADDRESS, this.#content, start)?.[0] : undefined;
		if (address !== undefined) {
			this.#mask(start, start + address.length);
		}
	}

	#openBracket(at: number, isImage: boolean): number {
		const wikiLink = matchAt(WIKI_LINK, this.#content, at)?.[0];
		if (wikiLink !== undefined) {
			this.#found.wikiLinks.push(this.#absolute(at, at + wikiLink.length));
			return at + wikiLink.length;
		}
		const outer = this.#openers.at(-1);
		if (outer !== undefined) {
			outer.containsBracket = true;
		}
		this.#openers.push({ at, isImage, containsBracket: false });
		return at + 1;
	}

	#closeBracket(close: number): number {
		const opener = this.#openers.pop();
		const isActive = this.#openers.length >= this.#inactiveOpeners;
		this.#inactiveOpeners = Math.min(this.#inactiveOpeners, this.#openers.length);
		if (opener === undefined || !(isActive || opener.isImage)) {
			return close + 1;
		}
		const destination = destinationAt(this.#content, close + 1);
		const label = destination === undefined ? this.#labelOf(opener, close) : undefined;
		const end = destination?.end ?? label?.linkEnd;
		if (end === undefined) {
			return close + 1;
		}
		if (opener.isImage) {
			if (destination !== undefined) {
				this.#found.images.push(this.#absolute(destination.destination.start, destination.destination.end));
			}
			return this.#mask(opener.at - 1, end);
		}
		this.#inactiveOpeners = this.#openers.length;
		const text = this.#absolute(opener.at + 1, close);
		const fullRange = this.#absolute(opener.at, end);
		if (destination !== undefined) {
			const { start, end } = destination.destination;
			this.#found.links.push({ text, destination: this.#absolute(start, end), fullRange });
		} else if (label !== undefined) {
			this.#found.referenceLinks.push({ text, label: this.#absolute(label.start, label.end), fullRange });
		}
		this.#mask(opener.at, opener.at + 1);
		return this.#mask(close, end);
	}

	/** Returns the label of a reference link whose text ends at `close`, if there is a definition. */
	#labelOf(opener: Opener, close: number): (Range & { readonly linkEnd: number }) | undefined {
		if (this.#definitions === undefined) {
			return undefined;
		}
		const written = matchAt(LABEL, this.#content, close + 1)?.[0] ?? '';
		const linkEnd = close + 1 + written.length;
		const isOwn = written.length > 2;
		if (!isOwn && opener.containsBracket) {
			return undefined;
		}
		const range = isOwn ? { start: close + 2, end: linkEnd - 1 } : { start: opener.at + 1, end: close };
		if (range.end - range.start > MAX_LABEL_LENGTH) {
			return undefined;
		}
		const key = definitionKey(this.#content.slice(range.start, range.end));
		return Object.hasOwn(this.#definitions, key) ? { ...range, linkEnd } : undefined;
	}

	#absolute(start: number, end: number): Range {
		return { start: this.#toDocument(start), end: Math.max(this.#toDocument(start), this.#toDocument(end)) };
	}

	/** Maps an offset of the content to the document. */
	#toDocument(offset: number): number {
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
