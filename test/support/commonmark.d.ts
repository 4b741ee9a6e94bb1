/** The parts of `commonmark` that the tests use. The package includes no types. */
declare module 'commonmark' {
	export class Node {
		readonly type: string;
		readonly lastChild: Node | null;
		/** Inline text that is not parsed yet. */
		_string_content: string;
		constructor(type: string);
	}

	/** Methods and state of one object. Parts of it can be replaced. */
	export interface InlineParser {
		/** The text of the block that is parsed. */
		readonly subject: string;
		/** The offset in the subject. */
		pos: number;
		/** The innermost open bracket, with the offset of its `[`. */
		readonly brackets: { readonly index: number } | null;
		/** Link definitions by label. */
		refmap: Readonly<Record<string, { readonly destination: string; readonly title: string }>>;
		parse(block: Node): void;
		parseBackticks(block: Node): boolean;
		parseAutolink(block: Node): boolean;
		parseHtmlTag(block: Node): boolean;
		parseBang(block: Node): boolean;
		parseOpenBracket(block: Node): boolean;
		parseCloseBracket(block: Node): boolean;
		parseLinkDestination(): string | null;
	}

	export class Parser {
		readonly inlineParser: InlineParser;
		parse(text: string): Node;
	}
}
