/** A run of digits, of letters, of white space, or one other character. `end` stands after the last one. */
export interface Token {
	readonly kind: 'number' | 'word' | 'space' | 'mark' | 'end';
	readonly text: string;
	/** Offsets into the whole text. */
	readonly start: number;
	readonly end: number;
}

function kindOf(code: number): Token['kind'] {
	if (code >= 48 && code <= 57) {
		return 'number';
	}
	if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) {
		return 'word';
	}
	// Space, tab, no-break space and the narrow one that some locales put before "pm".
	return code === 32 || code === 9 || code === 0xa0 || code === 0x202f ? 'space' : 'mark';
}

/** Cuts a part of a text into tokens. */
function tokenize(text: string, start: number, end: number): readonly Token[] {
	const tokens: Token[] = [];
	let at = start;
	while (at < end) {
		const kind = kindOf(text.charCodeAt(at));
		let next = at + 1;
		while (kind !== 'mark' && next < end && kindOf(text.charCodeAt(next)) === kind) {
			next++;
		}
		tokens.push({ kind, text: text.slice(at, next), start: at, end: next });
		at = next;
	}
	return tokens;
}

/** Walks over the tokens of a time's text. Looking ahead is free, and never runs over the end. */
export class TokenCursor {
	readonly text: string;
	readonly #tokens: readonly Token[];
	readonly #end: Token;
	#at = 0;

	constructor(text: string, start: number, end: number) {
		this.text = text;
		this.#tokens = tokenize(text, start, end);
		this.#end = { kind: 'end', text: '', start: end, end };
	}

	get atEnd(): boolean {
		return this.#at >= this.#tokens.length;
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
		return this.#tokens[this.#at + ahead] ?? this.#end;
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
