import type { Range } from '../../core/range.ts';

/** In characters. Keeps a text of unclosed links linear. */
const MAX_LENGTH = 2000;
/** CommonMark requires at least three levels, and allows a limit. */
const MAX_PARENTHESES = 32;
/** Characters that a backslash escapes: ASCII punctuation. */
const ESCAPABLE = /[!-/:-@[-`{-~]/;

export function isEscape(content: string, at: number): boolean {
	return content[at] === '\\' && ESCAPABLE.test(content[at + 1] ?? '');
}

/** Reads `(destination "title")` at an offset (CommonMark 0.31, section 6.3). Returns undefined if there is none. */
export function destinationAt(content: string, at: number): { destination: Range; end: number } | undefined {
	if (content[at] !== '(') {
		return undefined;
	}
	const start = skipSpace(content, at + 1);
	const inBrackets = content[start] === '<';
	const end = inBrackets ? bracketsEnd(content, start + 1) : bareEnd(content, start);
	if (end === undefined) {
		return undefined;
	}
	const destination = { start: inBrackets ? start + 1 : start, end };
	let after = inBrackets ? end + 1 : end;
	const titleStart = skipSpace(content, after);
	if (titleStart > after) {
		after = skipSpace(content, titleEnd(content, titleStart) ?? titleStart);
	}
	return content[after] === ')' ? { destination, end: after + 1 } : undefined;
}

/** The offset of the `>` that closes `<destination>`. */
function bracketsEnd(content: string, start: number): number | undefined {
	const limit = Math.min(content.length, start + MAX_LENGTH);
	for (let i = start; i < limit; i++) {
		const c = content[i];
		if (c === '>') {
			return i;
		}
		if (c === '<' || c === '\n') {
			return undefined;
		}
		i += isEscape(content, i) ? 1 : 0;
	}
	return undefined;
}

/** The end of a destination without brackets: it contains no white space, and only balanced parentheses. */
function bareEnd(content: string, start: number): number | undefined {
	const limit = Math.min(content.length, start + MAX_LENGTH);
	let depth = 0;
	for (let i = start; i < limit; i++) {
		const c = content[i] ?? ' ';
		if (c <= ' ' || (c === ')' && depth === 0)) {
			return depth === 0 ? i : undefined;
		}
		depth += c === '(' ? 1 : c === ')' ? -1 : 0;
		if (depth > MAX_PARENTHESES) {
			return undefined;
		}
		i += isEscape(content, i) ? 1 : 0;
	}
	return undefined;
}

/** The end of a title in quotes or parentheses. */
function titleEnd(content: string, start: number): number | undefined {
	const opening = content[start];
	if (opening !== '"' && opening !== "'" && opening !== '(') {
		return undefined;
	}
	const closing = opening === '(' ? ')' : opening;
	const limit = Math.min(content.length, start + MAX_LENGTH);
	for (let i = start + 1; i < limit; i++) {
		const c = content[i];
		if (c === closing) {
			return i + 1;
		}
		if (c === '(' && opening === '(') {
			return undefined;
		}
		i += isEscape(content, i) ? 1 : 0;
	}
	return undefined;
}

function skipSpace(content: string, at: number): number {
	const limit = Math.min(content.length, at + MAX_LENGTH);
	let i = at;
	while (i < limit && (content[i] === ' ' || content[i] === '\t' || content[i] === '\n')) {
		i++;
	}
	return i;
}
