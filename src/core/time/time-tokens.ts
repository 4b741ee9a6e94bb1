import type { Range } from '../range.ts';

/** A run of digits, of letters, of white space, or one other character. `end` stands after the last one. */
export interface Token {
	readonly kind: 'number' | 'word' | 'space' | 'mark' | 'end';
	readonly text: string;
	/** Offsets into the whole text. */
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
	if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) {
		return 'word';
	}
	// White space of ASCII, the no-break space, and the narrow one that some locales put before "pm".
	return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f ? 'space' : 'mark';
}

/**
 * Walks over the tokens of a part of a text. Tokens are cut as they are looked at, so that giving up early costs little;
 * looking ahead never runs over the end.
 */
export class TokenCursor {
	readonly text: string;
	readonly #tokens: Token[] = [];
	readonly #end: Token;
	#cut: number;
	#at = 0;

	constructor(text: string, start: number, end: number) {
		this.text = text;
		this.#cut = start;
		this.#end = { kind: 'end', text: '', start: end, end };
	}

	get atEnd(): boolean {
		return this.peek().kind === 'end';
	}

	/** Offset of the next token. */
	get start(): number {
		return this.peek().start;
	}

	/** Where the token before ends: the end of what has been read. */
	get previousEnd(): number {
		return this.#tokens[this.#at - 1]?.end ?? this.start;
	}

	peek(ahead = 0): Token {
		while (this.#tokens.length <= this.#at + ahead && this.#cut < this.#end.start) {
			this.#cutToken();
		}
		return this.#tokens[this.#at + ahead] ?? this.#end;
	}

	#cutToken(): void {
		const start = this.#cut;
		const kind = kindOf(this.text.charCodeAt(start));
		let end = start + 1;
		while (kind !== 'mark' && end < this.#end.start && kindOf(this.text.charCodeAt(end)) === kind) {
			end++;
		}
		this.#tokens.push({ kind, text: this.text.slice(start, end), start, end });
		this.#cut = end;
	}

	/** How many tokens have been read: what `backTo` goes back to. */
	get position(): number {
		return this.#at;
	}

	rewind(position: number): void {
		this.#at = position;
	}

	/** Goes on by a number of tokens. */
	skip(count = 1): void {
		this.#at += count;
	}

	/** How many of the tokens from `ahead` on are white space: 0 or 1, as white space is one token. */
	spaces(ahead = 0): number {
		return this.peek(ahead).kind === 'space' ? 1 : 0;
	}

	/** Whether the token is this character. */
	isMark(mark: string, ahead = 0): boolean {
		const token = this.peek(ahead);
		return token.kind === 'mark' && token.text === mark;
	}

	/** Whether the token is a run of digits, of one of these lengths. */
	isNumber(ahead: number, shortest: number, longest = shortest): boolean {
		const { kind, text } = this.peek(ahead);
		return kind === 'number' && text.length >= shortest && text.length <= longest;
	}

	/** The word in lower case; empty where there is none. */
	word(ahead = 0): string {
		const { kind, text } = this.peek(ahead);
		return kind === 'word' ? text.toLowerCase() : '';
	}
}
