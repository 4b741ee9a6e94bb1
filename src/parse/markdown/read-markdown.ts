import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { LineIndex } from '../../core/line-index.ts';
import type { Range } from '../../core/range.ts';
import type { Block, BlockType } from '../model/block.ts';
import type { MarkdownBody, Section } from '../model/document.ts';
import { PackedBlocks } from '../model/packed-blocks.ts';
import { packRanges } from '../model/packed-ranges.ts';
import { isSpace, trimmed } from '../model/ranges.ts';
import { InlineReader, type InlineText } from './inline.ts';
import type { LinkDefinitions } from './link-definitions.ts';
import { sectionsOf } from './sections.ts';
import { cellsOf, inlineLineAt } from './source-position.ts';

/** A Markdown page while it is parsed. The document keeps its `packedBody`. */
export interface Markdown extends InlineText {
	readonly range: Range;
	readonly sections: readonly Section[];
	readonly blocks: readonly Block[];
	readonly definitions: LinkDefinitions;
}

/**
 * markdown-it, used for its block structure only. It returns the lines of a block, but no positions in a line: inline
 * text is read by `inline.ts`. `html: true` makes it return blocks of HTML. Nothing is rendered here.
 */
const blockParser = new MarkdownIt({ html: true });
blockParser.core.ruler.disable(['inline', 'text_join', 'strip_references']);

const LINK_DEFINITION = /^\[((?:[^[\]\\]|\\.){1,999})\]:\s*(?:<([^<>\n]*)>|(\S+))/;

/**
 * Reads the Markdown from `start` (UTF-16) to the end of a text. All offsets are into the whole text. Never throws.
 * Linear, except for markdown-it, which takes about 0.1 ms for a page and less than 1 s for a megabyte.
 */
export function readMarkdown(text: string, start: number): Markdown {
	const env: Env = {};
	const tokens = blockParser.parse(text.slice(start), env);
	const definitions = env.references ?? {};
	const page = new Page(text, start, definitions);
	for (const token of tokens) {
		page.read(token);
	}
	const range = { start, end: text.length };
	const { blocks } = page;
	return { range, sections: sectionsOf(text, blocks, range), blocks, definitions, ...page.inline.result() };
}

/** Returns the part of a page that the document keeps, in little memory. */
export function packedBody({ range, sections, blocks, paragraphs, prose, code, comments }: Markdown): MarkdownBody {
	return {
		range,
		sections,
		blocks: new PackedBlocks(blocks),
		paragraphs: packRanges(paragraphs),
		prose: packRanges(prose),
		code: packRanges(code),
		comments: packRanges(comments),
	};
}

/** Collects the blocks of a page, token by token. */
class Page {
	readonly blocks: Block[] = [];
	readonly inline: InlineReader;
	readonly #text: string;
	readonly #start: number;
	readonly #lines: LineIndex;
	/** For each open list item the offset of its content. Blocks in it that begin on the same line have no smaller offset. */
	readonly #contentStarts: number[] = [];
	#depth = 0;
	#isInTableHead = false;
	/** The heading or paragraph whose inline text is in the next token. */
	#pending: { readonly type: 'heading' | 'paragraph'; readonly range: Range; readonly level: number } | undefined;
	/** The index of an item that contains no text yet: its first paragraph becomes the text of the item. */
	#untitledItem: number | undefined;

	constructor(text: string, start: number, definitions: LinkDefinitions) {
		this.#text = text;
		this.#start = start;
		this.#lines = new LineIndex(start === 0 ? text : text.slice(start));
		this.inline = new InlineReader(text, definitions);
	}

	read(token: Token): void {
		switch (token.type) {
			case 'bullet_list_open':
			case 'ordered_list_open':
				this.#add('list', this.#rangeOf(token));
				this.#depth++;
				break;
			case 'list_item_open': {
				const range = this.#rangeOf(token);
				this.#add('item', range, this.#depth - 1);
				this.#contentStarts.push(this.#afterMarker(range));
				break;
			}
			case 'list_item_close':
				this.#contentStarts.pop();
				this.#untitledItem = undefined;
				break;
			case 'blockquote_open':
				this.#depth++;
				break;
			case 'bullet_list_close':
			case 'ordered_list_close':
			case 'blockquote_close':
				this.#depth--;
				break;
			case 'html_block':
				this.#add('html', this.#rangeOf(token));
				this.inline.readHtml(this.#rangeOf(token));
				break;
			case 'fence':
			case 'code_block':
				this.#add('code', this.#rangeOf(token));
				this.inline.addCodeBlock(this.#rangeOf(token));
				break;
			case 'hr':
				this.#add('break', this.#rangeOf(token));
				break;
			case 'reference_definition':
				this.#readDefinition(this.#rangeOf(token));
				break;
			case 'heading_open':
				this.#pending = { type: 'heading', range: this.#rangeOf(token), level: Number(token.tag.slice(1)) };
				break;
			case 'paragraph_open':
				this.#pending = { type: 'paragraph', range: this.#rangeOf(token), level: 0 };
				break;
			case 'tr_open':
				this.#readRow(this.#rangeOf(token));
				break;
			case 'thead_open':
				this.#isInTableHead = true;
				break;
			case 'thead_close':
				this.#isInTableHead = false;
				break;
			case 'inline':
				this.#readInline(token);
				break;
		}
	}

	#add(type: BlockType, range: Range, depth = this.#depth, text: readonly Range[] = [], level = 0): void {
		this.blocks.push({ type, range, text, depth, level });
		if (type === 'item') {
			this.#untitledItem = this.blocks.length - 1;
		} else if (type !== 'html' && type !== 'code' && type !== 'break') {
			this.#untitledItem = undefined;
		}
	}

	#readInline(token: Token): void {
		const block = this.#pending;
		this.#pending = undefined;
		if (block === undefined || token.map === null) {
			return;
		}
		const content = token.content.split('\n');
		const first = token.map[0];
		const lines = content.map((line, i) => this.#rangeOfLine(line.trim(), first + i));
		if (block.type === 'paragraph') {
			this.#addToItem(lines);
		}
		this.#add(block.type, block.range, this.#depth, lines, block.level);
		this.inline.readBlock(lines);
	}

	/** Reads `[label]: destination "title"` as a link: it is the destination of every `[text][label]`. */
	#readDefinition(range: Range): void {
		const [whole, label, bracketed, bare] = LINK_DEFINITION.exec(this.#text.slice(range.start, range.end)) ?? [];
		const destination = bracketed ?? bare;
		if (whole !== undefined && label !== undefined && destination !== undefined) {
			const end = range.start + whole.length - (bracketed === undefined ? 0 : 1);
			this.inline.addLink({
				text: { start: range.start + 1, end: range.start + 1 + label.length },
				destination: { start: end - destination.length, end },
				fullRange: range,
			});
		}
	}

	/** The first paragraph of an item is the text of the item. */
	#addToItem(lines: readonly Range[]): void {
		const index = this.#untitledItem;
		const item = index === undefined ? undefined : this.blocks[index];
		const [first, last] = [lines[0], lines.at(-1)];
		if (index !== undefined && item !== undefined && first !== undefined && last !== undefined) {
			this.blocks[index] = { ...item, text: [{ start: first.start, end: last.end }] };
		}
	}

	/** markdown-it writes spaces for a tab that is divided by indentation: then the text is not found. */
	#rangeOfLine(content: string, line: number): Range {
		const source = this.#lineRange(line);
		return inlineLineAt(this.#text, source, content) ?? source;
	}

	#readRow(range: Range): void {
		const cells = cellsOf(this.#text, range);
		this.#add('row', range, this.#depth, cells, this.#isInTableHead ? 1 : 0);
		for (const cell of cells) {
			this.inline.readBlock([cell]);
		}
	}

	/** The lines of a token, without surrounding white space, quote marks and list markers. */
	#rangeOf(token: Token): Range {
		const [first, last] = token.map ?? [0, 0];
		const { start, end } = trimmed(this.#text, {
			start: this.#lineRange(first).start,
			end: this.#lineRange(Math.max(first, last - 1)).end,
		});
		let at = Math.max(start, Math.min(this.#contentStarts.at(-1) ?? start, end));
		while (at < end && (this.#text[at] === '>' || isSpace(this.#text[at]))) {
			at++;
		}
		return { start: at, end };
	}

	#afterMarker(item: Range): number {
		let at = item.start;
		while (at < item.end && /[\d.)*+-]/.test(this.#text[at] ?? '') && !isSpace(this.#text[at])) {
			at++;
			if (!/\d/.test(this.#text[at - 1] ?? '')) {
				break;
			}
		}
		while (at < item.end && isSpace(this.#text[at])) {
			at++;
		}
		return at;
	}

	/** Returns a line of the body without trailing white space. */
	#lineRange(line: number): Range {
		const start = this.#start + this.#lines.startOfLine(line);
		let end = this.#start + this.#lines.startOfLine(line + 1);
		while (end > start && isSpace(this.#text[end - 1])) {
			end--;
		}
		return { start, end };
	}
}
