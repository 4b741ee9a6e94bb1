import type { Range } from '../../core/range.ts';

/** Longer than any destination that a person writes; keeps a text of unclosed links linear. */
const LONGEST_DESTINATION = 2000;
/** markdown-it's own limit. */
const DEEPEST_PARENTHESES = 32;

/** `(destination "title")` from the `(` on. */
export function destinationAt(content: string, at: number): { destination: Range; end: number } | undefined {
	if (content[at] !== '(') {
		return undefined;
	}
	let start = skipSpace(content, at + 1);
	let end = start;
	const limit = Math.min(content.length, start + LONGEST_DESTINATION);
	if (content[start] === '<') {
		start++;
		end = start;
		while (end < limit && content[end] !== '>' && content[end] !== '\n') {
			end++;
		}
		if (content[end] !== '>') {
			return undefined;
		}
	} else {
		let depth = 0;
		for (; end < limit; end++) {
			const c = content[end] ?? ' ';
			if (c <= ' ' || (c === ')' && depth === 0) || depth > DEEPEST_PARENTHESES) {
				break;
			}
			depth += c === '(' ? 1 : c === ')' ? -1 : 0;
			end += c === '\\' ? 1 : 0;
		}
	}
	const destination = { start, end: Math.min(end, content.length) };
	let after = skipSpace(content, content[end] === '>' ? end + 1 : end);
	const quote = content[after];
	if (quote === '"' || quote === "'") {
		const close = content.slice(after + 1, after + 1 + LONGEST_DESTINATION).indexOf(quote);
		if (close < 0) {
			return undefined;
		}
		after = skipSpace(content, after + close + 2);
	}
	return content[after] === ')' ? { destination, end: after + 1 } : undefined;
}

function skipSpace(content: string, at: number): number {
	const limit = Math.min(content.length, at + LONGEST_DESTINATION);
	let i = at;
	while (i < limit && (content[i] === ' ' || content[i] === '\t' || content[i] === '\n')) {
		i++;
	}
	return i;
}
