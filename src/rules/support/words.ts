import { clip } from '../../core/well-formed.ts';

/** Longer texts of users are cut in messages. */
const LONGEST = 60;

/** A text of the user's as it stands in a message: in backticks, on one line, not too long. */
export function quoted(text: string): string {
	const line = text.trim().replace(/\s+/g, ' ');
	return `\`${line.length > LONGEST ? `${clip(line, LONGEST - 1)}…` : line}\``;
}

/** "`a`, `b` or `c`". */
export function alternatives(words: readonly string[]): string {
	return listed(words.map(quoted), 'or');
}

/** More words than these are not enumerated. */
const MOST_WORDS = 20;

/** As `alternatives`; of a long list, such as a team's own levels, how many there are and three of them. */
export function oneOfWords(words: readonly string[]): string {
	return words.length > MOST_WORDS
		? `one of ${words.length} values such as ${alternatives(words.slice(0, 3))}`
		: alternatives(words);
}

/** "`a`, `b` and `c`". */
export function enumeration(words: readonly string[]): string {
	return listed(words.map(quoted), 'and');
}

/** "a, b and c". */
export function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
