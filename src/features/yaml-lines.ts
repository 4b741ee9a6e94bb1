import type { Range } from '../core/range.ts';

/** A dash, or a key, with the column it stands at. */
export type Mark =
	| { readonly type: 'dash'; readonly column: number }
	| { readonly type: 'key'; readonly column: number; readonly key: string; readonly value: string };

/** The dashes and the key that a line begins with, from left to right. None for blank lines and comments. */
export function marksOf(line: string): Mark[] {
	const marks: Mark[] = [];
	const column = skipDashes(line, marks);
	const split = splitKey(line, column);
	if (split !== undefined) {
		marks.push({ type: 'key', column, key: split.key, value: line.slice(split.valueStart).trim() });
	}
	return marks;
}

/** Notes the dashes at the head of a line and gives the column behind them. */
export function skipDashes(line: string, marks: Mark[]): number {
	let column = skipSpaces(line, 0);
	while (line[column] === '-' && (line[column + 1] === ' ' || column + 1 === line.trimEnd().length)) {
		marks.push({ type: 'dash', column });
		column = skipSpaces(line, column + 1);
	}
	return column;
}

/** `key:` at a column, the key without its quotes, with the column at which its value begins. */
export function splitKey(
	line: string,
	column: number,
): { key: string; keyEnd: number; valueStart: number } | undefined {
	const quote = line[column];
	const quoted = quote === '"' || quote === "'";
	if (quote === '#' || quote === '{' || quote === '[') {
		return undefined;
	}
	const from = quoted ? line.indexOf(quote, column + 1) + 1 : column;
	if (quoted && from === 0) {
		return undefined;
	}
	for (let colon = line.indexOf(':', from); colon >= 0; colon = line.indexOf(':', colon + 1)) {
		const next = line[colon + 1];
		if (next === undefined || next === ' ' || next === '\r' || next === '\t') {
			const written = line.slice(column, colon).trimEnd();
			const key = quoted ? written.slice(1, -1) : written;
			return { key, keyEnd: column + written.length, valueStart: skipSpaces(line, colon + 1) };
		}
	}
	return undefined;
}

/** Leaves quotes round a value out of its range, as long as the cursor stands between them. */
export function unquoted(text: string, range: Range, offset: number): Range {
	const quote = text[range.start];
	if ((quote !== '"' && quote !== "'") || offset === range.start) {
		return range.end < offset ? { start: range.start, end: offset } : range;
	}
	const closed = range.end > range.start + 1 && text[range.end - 1] === quote && range.end - 1 >= offset;
	return { start: range.start + 1, end: Math.max(offset, closed ? range.end - 1 : range.end) };
}

export function skipSpaces(line: string, from: number): number {
	let at = from;
	while (line[at] === ' ') {
		at++;
	}
	return at;
}

/** The end of what a line says: white space and a comment left out. */
export function trimEnd(text: string, offset: number, lineEnd: number): number {
	const rest = text.slice(offset, lineEnd);
	const comment = rest.search(/[ \t]#/);
	const said = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
	return offset + said.length;
}

/** Where a comment begins in a line; -1 where none does. A `#` within quotes, or glued to a word, begins none. */
export function commentStart(line: string): number {
	let quote = '';
	for (let at = 0; at < line.length; at++) {
		const c = line.charAt(at);
		const afterSpace = at === 0 || line[at - 1] === ' ' || line[at - 1] === '\t';
		if (quote !== '') {
			quote = c === quote ? '' : quote;
		} else if ((c === '"' || c === "'") && (afterSpace || /[[{,:]/.test(line[at - 1] ?? ''))) {
			quote = c;
		} else if (c === '#' && afterSpace) {
			return at;
		}
	}
	return -1;
}
