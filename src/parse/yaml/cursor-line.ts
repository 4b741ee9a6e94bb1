import type { Range } from '../../core/range.ts';
import { endOfLine, startOfLine } from './syntax-faults.ts';

/** The line that contains a cursor. All offsets but `column` are offsets into the text. */
export interface CursorLine {
	readonly text: string;
	readonly offset: number;
	readonly start: number;
	/** Before the line break. */
	readonly end: number;
	/** The dashes of list items before the cursor. */
	readonly dashes: readonly number[];
	/** The first character after indentation and dashes; the cursor if it is before that. */
	readonly content: number;
	/** The column of `content`: it decides which collection an empty line belongs to. */
	readonly column: number;
}

export function cursorLine(text: string, yaml: Range, offset: number): CursorLine {
	const start = Math.max(yaml.start, startOfLine(text, offset));
	const end = Math.min(yaml.end, endOfLine(text, offset));
	const dashes: number[] = [];
	let content = skipSpaces(text, start, offset);
	while (content < offset && text[content] === '-' && (content + 1 >= end || isBlank(text[content + 1]))) {
		dashes.push(content);
		content = skipSpaces(text, content + 1, offset);
	}
	return { text, offset, start, end, dashes, content, column: content - start };
}

export function columnOf(text: string, offset: number): number {
	return offset - startOfLine(text, offset);
}

/** The text after indentation and dashes, without a comment and trailing spaces. Contains the cursor. */
export function wordRange({ text, offset, end, content }: CursorLine): Range {
	const rest = text.slice(offset, end);
	const comment = rest.search(/(?:^|[ \t])#/);
	const word = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
	return withoutQuotes(text, { start: content, end: offset + word.length }, offset);
}

/** Removes the quotes from a range if the cursor is between them. The closing quote may be absent. */
export function withoutQuotes(text: string, { start, end }: Range, offset: number): Range {
	const quote = text[start];
	if ((quote !== '"' && quote !== "'") || offset <= start) {
		return { start, end };
	}
	const isClosed = end > start + 1 && text[end - 1] === quote && end - 1 >= offset;
	return { start: start + 1, end: isClosed ? end - 1 : end };
}

/** Extends a range to the cursor and limits it to the line: an editor accepts no other range for a completion. */
export function toCursor({ start, end, offset }: CursorLine, range: Range): Range {
	return {
		start: Math.max(start, Math.min(range.start, offset)),
		end: Math.min(end, Math.max(range.end, offset)),
	};
}

function skipSpaces(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && isBlank(text[at])) {
		at++;
	}
	return at;
}

function isBlank(character: string | undefined): boolean {
	return character === ' ' || character === '\t';
}
