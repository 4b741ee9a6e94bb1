import type { Range } from '../../core/range.ts';
import {
	COLON,
	COMMA,
	DASH,
	HASH,
	isDigit,
	isFlowIndicator,
	isLetterOrUnderscore,
	plainValue,
	SPACE,
	scalarNode,
} from './plain-scalars.ts';
import { CollectionNode, type TreeNode } from './tree.ts';

/** In UTF-16 units. Longer texts may have more tokens than the parser accepts. */
const MAX_LENGTH = 100_000;
/** Keys of a mapping. Duplicate keys are found by comparison with each earlier key. */
const MAX_KEYS = 50;
const MAX_KEY_LENGTH = 100;
const MAX_DEPTH = 20;

/** Control characters except the line break, among them tabs, carriage returns, and the marks of the parser's lexer. */
const UNSUPPORTED = /[^\n -~\u00a0-\ufefe\uff00-\uffff]/;

/** The key of a node in its parent. */
interface NodeKey {
	readonly step: string | number;
	readonly keyRange: Range | undefined;
}

/**
 * Reads YAML as nearly all records are written: block mappings and sequences, plain and quoted scalars on one line, literal
 * blocks, flow collections on one line, comments. Returns the tree that the `yaml` package and `TreeBuilder` build of it,
 * in less than a tenth of the time, or undefined if it may read a text differently. `range`: the part of the text that is YAML.
 */
export function readPlainYaml(text: string, { start, end }: Range): TreeNode | undefined {
	if (end - start > MAX_LENGTH || UNSUPPORTED.test(text.slice(start, end))) {
		return undefined;
	}
	return new PlainReader(text, start, end).read();
}

/** Each method that reads a node returns undefined for a text that it does not support. The reader cannot be used after that. */
class PlainReader {
	readonly #text: string;
	readonly #end: number;
	/** The current line, which is neither empty nor a comment: its first character, its column, and the end of the line. */
	#content = 0;
	#column = -1;
	#lineEnd = 0;
	/** The start of the next line. */
	#next: number;
	/** The end of the last value, or of the comment after it on the same line. */
	#valueEnd = 0;
	#depth = 0;
	/** The largest column of the comments between the previous line and the current one; -1 without comments. */
	#commentColumn = -1;
	/** Whether a comment is indented more than the next line: the parser adds it to the collection before it. */
	#hasInnerComment = false;

	constructor(text: string, start: number, end: number) {
		this.#text = text;
		this.#next = start;
		this.#end = end;
	}

	read(): TreeNode | undefined {
		this.#advance();
		const root = this.#column === 0 ? this.#mapping(this.#content, { step: '', keyRange: undefined }) : undefined;
		return this.#column < 0 && !this.#hasInnerComment ? root : undefined;
	}

	/** Moves to the next line that is neither empty nor a comment. At the end of the text, its column is -1. */
	#advance(): void {
		const text = this.#text;
		this.#column = -1;
		this.#commentColumn = -1;
		while (this.#next < this.#end && this.#column < 0) {
			const start = this.#next;
			const lineBreak = text.indexOf('\n', start);
			this.#lineEnd = lineBreak < 0 || lineBreak > this.#end ? this.#end : lineBreak;
			this.#next = this.#lineEnd + 1;
			this.#content = this.#skipSpaces(start);
			const column = this.#content - start;
			if (text.charCodeAt(this.#content) === HASH) {
				this.#commentColumn = Math.max(this.#commentColumn, column);
			} else if (this.#content < this.#lineEnd) {
				this.#column = column;
			}
		}
		this.#hasInnerComment ||= this.#commentColumn > Math.max(this.#column, 0);
	}

	/** Reads a block mapping with its first key at an offset of the current line. */
	#mapping(first: number, { step, keyRange }: NodeKey): TreeNode | undefined {
		const column = this.#column + first - this.#content;
		const members: TreeNode[] = [];
		if (++this.#depth > MAX_DEPTH) {
			return undefined;
		}
		let at = first;
		do {
			const end = this.#keyEnd(at);
			const name = this.#text.slice(at, end);
			if (end === undefined || members.length === MAX_KEYS || hasStep(members, name)) {
				return undefined;
			}
			const member = this.#value(end + 1, column, { step: name, keyRange: { start: at, end } });
			if (!member) {
				return undefined;
			}
			members.push(member);
			at = this.#content;
		} while (this.#column === column);
		this.#depth--;
		const fullRange = { start: first, end: this.#valueEnd };
		return this.#column > column ? undefined : new CollectionNode('block-map', { step, keyRange, fullRange }, members);
	}

	/** Reads a block sequence. Its first dash is the first character of the current line. */
	#sequence({ step, keyRange }: NodeKey): TreeNode | undefined {
		const column = this.#column;
		const start = this.#content;
		const members: TreeNode[] = [];
		if (++this.#depth > MAX_DEPTH) {
			return undefined;
		}
		do {
			const item = this.#skipSpaces(this.#content + 1);
			const key = { step: members.length, keyRange: undefined };
			const isMapping = this.#keyEnd(item) !== undefined;
			const member = isMapping ? this.#mapping(item, key) : this.#scalarOrFlow(item, column, key);
			if (!member) {
				return undefined;
			}
			members.push(member);
		} while (this.#column === column && this.#isDash());
		this.#depth--;
		const fullRange = { start, end: this.#valueEnd };
		return this.#column > column ? undefined : new CollectionNode('block-seq', { step, keyRange, fullRange }, members);
	}

	/** Returns true if the current line is a list item with a value on the same line. */
	#isDash(): boolean {
		return this.#text.charCodeAt(this.#content) === DASH && this.#text.charCodeAt(this.#content + 1) === SPACE;
	}

	/** Returns the end of the key at an offset. Undefined if there is no plain key with a colon after it. */
	#keyEnd(start: number): number | undefined {
		const text = this.#text;
		let at = start;
		let code = text.charCodeAt(at);
		while (isLetterOrUnderscore(code) || isDigit(code) || (at > start && (code === DASH || code === SPACE))) {
			code = text.charCodeAt(++at);
		}
		if (code !== COLON || at === start || at - start > MAX_KEY_LENGTH || text.charCodeAt(at - 1) === SPACE) {
			return undefined;
		}
		const hasValue = at + 1 < this.#lineEnd && text.charCodeAt(at + 1) === SPACE;
		return hasValue || at + 1 === this.#lineEnd ? at : undefined;
	}

	/** Reads the value after the colon of a key, and advances. `column`: that of the key. */
	#value(colon: number, column: number, key: NodeKey & { readonly keyRange: Range }): TreeNode | undefined {
		const at = this.#skipSpaces(colon);
		if (at < this.#lineEnd && this.#text.charCodeAt(at) !== HASH) {
			return this.#scalarOrFlow(at, column, key);
		}
		this.#valueEnd = this.#withoutSpaces(this.#lineEnd);
		this.#advance();
		if (this.#column > column || (this.#column === column && this.#isDash())) {
			return this.#isDash() ? this.#sequence(key) : this.#mapping(this.#content, key);
		}
		if (this.#commentColumn >= 0 && this.#column < column) {
			return undefined;
		}
		const { end } = key.keyRange;
		return scalarNode(null, { range: { start: end, end } }, key.step, key.keyRange);
	}

	/** Reads a value that begins on the current line, and advances. `column`: that of the key or the dash before it. */
	#scalarOrFlow(at: number, column: number, key: NodeKey): TreeNode | undefined {
		switch (this.#text[at]) {
			case '|':
				return this.#literal(at, column, key);
			case '[':
			case '{':
				return this.#endOfLine(this.#flow(at, key));
			case '"':
			case "'":
				return this.#endOfLine(this.#quoted(at, key));
			default: {
				const comment = this.#text.slice(at, this.#lineEnd).indexOf(' #');
				const end = comment < 0 ? this.#lineEnd : at + comment;
				return this.#endOfLine(this.#plain(at, end, false, key));
			}
		}
	}

	/** Advances if nothing but a comment follows a node on its line. */
	#endOfLine(node: TreeNode | undefined): TreeNode | undefined {
		if (!node) {
			return undefined;
		}
		const { end } = node.fullRange;
		const rest = this.#skipSpaces(end);
		const isComment = rest > end && this.#text.charCodeAt(rest) === HASH;
		if (end > this.#lineEnd || (rest < this.#lineEnd && !isComment)) {
			return undefined;
		}
		this.#valueEnd = this.#withoutSpaces(this.#lineEnd);
		this.#advance();
		return node;
	}

	#plain(start: number, limit: number, inFlow: boolean, { step, keyRange }: NodeKey): TreeNode | undefined {
		const end = Math.max(start, this.#withoutSpaces(limit));
		const read = plainValue(this.#text.slice(start, end), inFlow);
		return read && scalarNode(read.value, { range: { start, end } }, step, keyRange);
	}

	/** Reads a quoted scalar on one line without escapes. */
	#quoted(start: number, { step, keyRange }: NodeKey): TreeNode | undefined {
		const quote = this.#text.charAt(start);
		const end = this.#text.indexOf(quote, start + 1);
		const value = this.#text.slice(start + 1, end);
		if (end < 0 || end >= this.#lineEnd || this.#text[end + 1] === quote || value.includes('\\')) {
			return undefined;
		}
		const written = { start, end: end + 1 };
		return scalarNode(value, { range: { start: start + 1, end }, written }, step, keyRange);
	}

	/** Reads a flow collection on one line. */
	#flow(start: number, { step, keyRange }: NodeKey): TreeNode | undefined {
		const isMapping = this.#text[start] === '{';
		const close = isMapping ? '}' : ']';
		const members: TreeNode[] = [];
		if (++this.#depth > MAX_DEPTH) {
			return undefined;
		}
		let at = this.#skipSpaces(start + 1);
		while (this.#text[at] !== close) {
			const member = isMapping
				? this.#flowPair(at, members)
				: this.#flowValue(at, { step: members.length, keyRange: undefined });
			if (!member || members.length === MAX_KEYS) {
				return undefined;
			}
			members.push(member);
			at = this.#skipSpaces(member.fullRange.end);
			if (this.#text.charCodeAt(at) === COMMA) {
				at = this.#skipSpaces(at + 1);
			} else if (this.#text[at] !== close) {
				return undefined;
			}
		}
		this.#depth--;
		const fullRange = { start, end: at + 1 };
		return new CollectionNode(isMapping ? 'flow-map' : 'flow-seq', { step, keyRange, fullRange }, members);
	}

	#flowPair(start: number, members: readonly TreeNode[]): TreeNode | undefined {
		const end = this.#keyEnd(start);
		const name = this.#text.slice(start, end);
		if (end === undefined || hasStep(members, name)) {
			return undefined;
		}
		return this.#flowValue(this.#skipSpaces(end + 1), { step: name, keyRange: { start, end } });
	}

	#flowValue(start: number, key: NodeKey): TreeNode | undefined {
		switch (this.#text[start]) {
			case '[':
			case '{':
				return this.#flow(start, key);
			case '"':
			case "'":
				return this.#quoted(start, key);
			default: {
				let end = start;
				while (end < this.#lineEnd && !isFlowIndicator(this.#text.charCodeAt(end))) {
					end++;
				}
				return end < this.#lineEnd ? this.#plain(start, end, true, key) : undefined;
			}
		}
	}

	/** Reads a literal block, with or without its last line break. */
	#literal(start: number, column: number, { step, keyRange }: NodeKey): TreeNode | undefined {
		const text = this.#text;
		const isStripped = text.charCodeAt(start + 1) === DASH;
		const first = this.#skipSpaces(this.#next);
		const indentation = first - this.#next;
		if (this.#lineEnd !== start + (isStripped ? 2 : 1) || indentation <= column || text[first] === '\n') {
			return undefined;
		}
		const lines: string[] = [];
		/** Lines up to the last one that is not empty, and its end. */
		let length = 0;
		let end = first;
		while (this.#next < this.#end) {
			const content = this.#skipSpaces(this.#next);
			const lineEnd = text.indexOf('\n', content);
			const isEmpty = content === lineEnd;
			const indented = content - this.#next - indentation;
			if (!isEmpty && indented < 0) {
				break;
			}
			if (lineEnd < 0 || lineEnd >= this.#end || (isEmpty && indented > 0)) {
				return undefined;
			}
			lines.push(text.slice(this.#next + indentation, lineEnd));
			this.#next = lineEnd + 1;
			if (!isEmpty) {
				length = lines.length;
				end = lineEnd;
			}
		}
		if (length === 0) {
			return undefined;
		}
		lines.length = length;
		const value = lines.join('\n') + (isStripped ? '' : '\n');
		this.#valueEnd = this.#withoutSpaces(end);
		this.#advance();
		const ranges = { range: { start: first, end: this.#withoutSpaces(end) }, written: { start, end: end + 1 } };
		return this.#column > column ? undefined : scalarNode(value, ranges, step, keyRange);
	}

	/** The end of a text without the spaces before it. */
	#withoutSpaces(end: number): number {
		let at = end;
		while (this.#text.charCodeAt(at - 1) === SPACE) {
			at--;
		}
		return at;
	}

	#skipSpaces(from: number): number {
		let at = from;
		while (this.#text.charCodeAt(at) === SPACE) {
			at++;
		}
		return at;
	}
}

function hasStep(members: readonly TreeNode[], step: string): boolean {
	return members.some(member => member.step === step);
}
