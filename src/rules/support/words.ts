/** Longer texts of users are cut in messages. */
const LONGEST = 60;

/** A text of the user's as it stands in a message: in backticks, on one line, not too long. */
export function quoted(text: string): string {
	const line = text.trim().replace(/\s+/g, ' ');
	return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}\``;
}

/** "`a`, `b` or `c`". */
export function alternatives(words: readonly string[]): string {
	return listed(words, 'or');
}

/** "`a`, `b` and `c`". */
export function enumeration(words: readonly string[]): string {
	return listed(words, 'and');
}

function listed(words: readonly string[], conjunction: string): string {
	const all = words.map(quoted);
	const last = all.pop() ?? '';
	return all.length === 0 ? last : `${all.join(', ')} ${conjunction} ${last}`;
}
