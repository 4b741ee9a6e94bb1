import { Lexer } from 'yaml';
import type { Range } from '../../core/range.ts';

/** Markers that the lexer emits between tokens; they are not part of the text. */
const MARKS = new Set(['\x02', '\x18', '\x1f']);
const SCALAR_FOLLOWS = '\x1f';

/**
 * Returns the comments of the part of a text that is YAML, in order, each from its `#` to the end of its line. A `#`
 * inside a quoted or block scalar does not begin a comment. Never throws.
 */
export function yamlComments(text: string, range: Range): Range[] {
	const yaml = text.slice(range.start, range.end);
	const comments: Range[] = [];
	let at = 0;
	let isScalar = false;
	for (const token of new Lexer().lex(yaml)) {
		if (MARKS.has(token) && !yaml.startsWith(token, at)) {
			isScalar = token === SCALAR_FOLLOWS;
			continue;
		}
		if (token.startsWith('#') && !isScalar) {
			const start = range.start + at;
			comments.push({ start, end: start + token.trimEnd().length });
		}
		at += token.length;
		isScalar = false;
	}
	return comments;
}
