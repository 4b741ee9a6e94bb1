import { Lexer } from 'yaml';
import type { Range } from '../../core/range.ts';

/** Marks that the lexer puts between its tokens; they are no part of the text. */
const MARKS = new Set(['\x02', '\x18', '\x1f']);
const SCALAR_FOLLOWS = '\x1f';

/**
 * The comments of the part of a text that is YAML, each from its `#` to the end of its line, in order. What looks like
 * one within a text (a quoted one, a block after `|`) is none. Never throws.
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
