import { listed } from '../../core/listed.ts';
import { clip } from '../../core/well-formed.ts';

/** UTF-16 units of a quoted text in a message. */
const MAX_QUOTED = 60;

/** Returns a text in backticks for a message: on one line, and shortened if it is too long. */
export function quoted(text: string): string {
	const line = text.trim().replace(/\s+/g, ' ');
	return `\`${line.length > MAX_QUOTED ? `${clip(line, MAX_QUOTED - 1)}…` : line}\``;
}

/** Like `quoted`, for a part of a source that can contain line breaks, with the quote marks after them. */
export function quotedSource(source: string): string {
	return quoted(onOneLine(source));
}

/** Joins the lines of a source without the quote marks at their start. */
export function onOneLine(source: string): string {
	return source.replace(/\n[\s>]*/g, ' ').replace(/\s+/g, ' ');
}

/** Formats a list as "`a`, `b` or `c`". */
export function alternatives(words: readonly string[]): string {
	return listed(words.map(quoted), 'or');
}

/** A message lists at most this many alternatives. */
const MAX_ALTERNATIVES = 20;

/** Like `alternatives`, but states only the number and three examples of a long list, such as the levels of a log. */
export function oneOfWords(words: readonly string[]): string {
	return words.length > MAX_ALTERNATIVES
		? `one of ${words.length} values such as ${alternatives(words.slice(0, 3))}`
		: alternatives(words);
}

/** Formats a list as "`a`, `b` and `c`". */
export function enumeration(words: readonly string[]): string {
	return listed(words.map(quoted), 'and');
}
