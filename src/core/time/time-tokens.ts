import { matchAt } from '../match-at.ts';
import type { Range } from '../range.ts';

/** A run of digits, letters or white space, or one other character. A token of kind `end` follows the last one. */
export interface Token {
	readonly kind: 'number' | 'word' | 'space' | 'mark' | 'end';
	readonly text: string;
	/** UTF-16 offsets into the whole text. */
	readonly start: number;
	readonly end: number;
}

export function tokenRange({ start, end }: Token): Range {
	return { start, end };
}

function kindOf(code: number): Token['kind'] {
	if (code >= 48 && code <= 57) {
		return 'number';
	}
	if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || isAccentedLetter(code)) {
		return 'word';
	}
	// ASCII white space, the no-break space, and the narrow no-break space that some locales write before "pm".
	return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f ? 'space' : 'mark';
}

/** Latin letters with accents, as in "März". The multiplication and division signs are in the same block. */
function isAccentedLetter(code: number): boolean {
	return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

/** Iterates over the tokens of a part of a text. Tokens are read on demand; lookahead beyond the end gives the token `end`. */
export class TokenCursor {
	readonly text: string;
	readonly #tokens: Token[] = [];
	readonly #end: Token;
	/** Offset up to which tokens have been read. */
	#scanned: number;
	#position = 0;

	constructor(text: string, start: number, end: number) {
		this.text = text;
		this.#scanned = start;
		this.#end = { kind: 'end', text: '', start: end, end };
	}

	get isAtEnd(): boolean {
		return this.peek().kind === 'end';
	}

	/** Offset of the next token. */
	get start(): number {
		return this.peek().start;
	}

	/** End offset of the previous token. */
	get previousEnd(): number {
		return this.#tokens[this.#position - 1]?.end ?? this.start;
	}

	peek(ahead = 0): Token {
		while (this.#tokens.length <= this.#position + ahead && this.#scanned < this.#end.start) {
			this.#scanToken();
		}
		return this.#tokens[this.#position + ahead] ?? this.#end;
	}

	#scanToken(): void {
		const start = this.#scanned;
		const kind = kindOf(this.text.charCodeAt(start));
		let end = start + 1;
		while (kind !== 'mark' && end < this.#end.start && kindOf(this.text.charCodeAt(end)) === kind) {
			end++;
		}
		this.#tokens.push({ kind, text: this.text.slice(start, end), start, end });
		this.#scanned = end;
	}

	/** Number of tokens passed, for `rewind`. */
	get position(): number {
		return this.#position;
	}

	rewind(position: number): void {
		this.#position = position;
	}

	skip(count = 1): void {
		this.#position += count;
	}

	/** Returns the match of a sticky pattern at the next token, if it is inside of the read part of the text. */
	match(pattern: RegExp): RegExpExecArray | undefined {
		const { start } = this.peek();
		const match = matchAt(pattern, this.text, start);
		return match !== undefined && start + match[0].length <= this.#end.start ? match : undefined;
	}

	/** Reads the text up to an offset as one token, and advances past it. */
	skipTo(offset: number): void {
		const { start } = this.peek();
		this.#tokens.length = this.#position;
		this.#tokens.push({ kind: 'mark', text: this.text.slice(start, offset), start, end: offset });
		this.#scanned = offset;
		this.#position++;
	}

	/** Number of white-space tokens at `ahead`: 0 or 1, because a run of white space is one token. */
	spaces(ahead = 0): number {
		return this.peek(ahead).kind === 'space' ? 1 : 0;
	}

	/** Whether the token is this character. */
	isMark(mark: string, ahead = 0): boolean {
		const token = this.peek(ahead);
		return token.kind === 'mark' && token.text === mark;
	}

	/** Whether the token is a run of `shortest` to `longest` digits. */
	isNumber(ahead: number, shortest: number, longest = shortest): boolean {
		const { kind, text } = this.peek(ahead);
		return kind === 'number' && text.length >= shortest && text.length <= longest;
	}

	/** The word in lower case; empty for a token that is not a word. */
	word(ahead = 0): string {
		const { kind, text } = this.peek(ahead);
		return kind === 'word' ? text.toLowerCase() : '';
	}
}
