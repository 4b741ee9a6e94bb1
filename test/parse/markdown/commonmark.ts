import { type InlineParser, Node, Parser } from 'commonmark';
import type { Range } from '../../../src/core/range.ts';

/** The constructs in the inline text of one block, as ranges of this text. */
export interface InlineConstructs {
	readonly code: Range[];
	readonly html: Range[];
	readonly autolinks: Range[];
	readonly images: Range[];
	readonly wikiLinks: Range[];
	/** In the order of their ends. */
	readonly links: { readonly text: Range; readonly destination: Range; readonly fullRange: Range }[];
	/** In the order of their ends. */
	readonly referenceLinks: { readonly text: Range; readonly label: Range; readonly fullRange: Range }[];
}

const WIKI_LINK = /^\[\[[^[\]\n]{1,300}\]\](?!\()/;

/** Returns the inline text of each paragraph and heading of a document. */
export function inlineTextsOf(text: string): readonly string[] {
	const parser = new Parser();
	const inline = parser.inlineParser;
	const { parse } = inline;
	const texts: string[] = [];
	inline.parse = block => {
		parse.call(inline, block);
		texts.push(inline.subject);
	};
	parser.parse(text);
	return texts;
}

/**
 * Parses inline text with the reference implementation of CommonMark. It keeps no positions of inline constructs: its
 * methods are replaced by ones that record offsets. The only extension is that a wiki link, `[[id]]`, is read as text.
 * `definitions`: the keys of the link definitions.
 */
export function readConstructs(text: string, definitions: readonly string[]): InlineConstructs {
	const inline = new Parser().inlineParser;
	inline.refmap = Object.fromEntries(definitions.map(key => [key, { destination: '', title: '' }]));
	const found: InlineConstructs = {
		code: [],
		html: [],
		autolinks: [],
		images: [],
		wikiLinks: [],
		links: [],
		referenceLinks: [],
	};
	recordConstructs(inline, found);
	const block = new Node('paragraph');
	block._string_content = text;
	inline.parse(block);
	return found;
}

function recordConstructs(inline: InlineParser, found: InlineConstructs): void {
	const { parseBackticks, parseAutolink, parseHtmlTag, parseBang, parseOpenBracket } = inline;
	const { parseCloseBracket, parseLinkDestination } = inline;
	let destination: Range = { start: 0, end: 0 };

	inline.parseBackticks = block => {
		const start = inline.pos;
		const isRead = parseBackticks.call(inline, block);
		if (block.lastChild?.type === 'code') {
			found.code.push({ start, end: inline.pos });
		}
		return isRead;
	};
	inline.parseAutolink = block => {
		const start = inline.pos;
		const isRead = parseAutolink.call(inline, block);
		if (isRead) {
			found.autolinks.push({ start, end: inline.pos });
		}
		return isRead;
	};
	inline.parseHtmlTag = block => {
		const start = inline.pos;
		const isRead = parseHtmlTag.call(inline, block);
		if (isRead) {
			found.html.push({ start, end: inline.pos });
		}
		return isRead;
	};
	inline.parseBang = block => {
		if (WIKI_LINK.test(inline.subject.slice(inline.pos + 1))) {
			inline.pos++;
			return true;
		}
		return parseBang.call(inline, block);
	};
	inline.parseOpenBracket = block => {
		const start = inline.pos;
		const wikiLink = WIKI_LINK.exec(inline.subject.slice(start))?.[0];
		if (wikiLink !== undefined) {
			inline.pos += wikiLink.length;
			found.wikiLinks.push({ start, end: inline.pos });
			return true;
		}
		return parseOpenBracket.call(inline, block);
	};
	inline.parseLinkDestination = () => {
		const start = inline.pos;
		const result = parseLinkDestination.call(inline);
		const inBrackets = inline.subject[start] === '<';
		destination = inBrackets ? { start: start + 1, end: inline.pos - 1 } : { start, end: inline.pos };
		return result;
	};
	inline.parseCloseBracket = block => {
		const close = inline.pos;
		const open = inline.brackets?.index ?? 0;
		const isRead = parseCloseBracket.call(inline, block);
		const end = inline.pos;
		const type = block.lastChild?.type;
		if (type === 'image') {
			found.images.push({ start: open - 1, end });
		} else if (type === 'link') {
			const text = { start: open + 1, end: close };
			const fullRange = { start: open, end };
			const label = end - close > '][]'.length ? { start: close + 2, end: end - 1 } : text;
			if (inline.subject[end - 1] === ')') {
				found.links.push({ text, destination, fullRange });
			} else {
				found.referenceLinks.push({ text, label, fullRange });
			}
		}
		return isRead;
	};
}
