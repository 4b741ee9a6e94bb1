import { distance } from 'fastest-levenshtein';

/** Longer words are not typing errors and are not compared. */
const MAX_WORD_LENGTH = 200;

/** Shorter words with one other letter are other words. */
const MIN_TYPO_LENGTH = 5;

/** The allowed edit distance: two in five letters, so that a short word may have a transposition, and at most six. */
function maxDistance(word: string): number {
	return Math.min(6, Math.max(1, Math.floor(word.length * 0.4)));
}

/**
 * Returns suggestions for a misspelt word: the candidates within a small edit distance, nearest first, at most `max`,
 * compared without case. Candidates with the same distance keep their order. Compares only candidates of similar length.
 */
export function nearest(word: string, candidates: Iterable<string>, max = 3): readonly string[] {
	const wanted = word.trim().toLowerCase();
	if (wanted === '' || wanted.length > MAX_WORD_LENGTH) {
		return [];
	}
	const limit = maxDistance(wanted);
	const distances = new Map<string, number>();
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - wanted.length) > limit || distances.has(candidate)) {
			continue;
		}
		const edits = distance(wanted, candidate.toLowerCase());
		if (edits <= limit && edits < Math.max(wanted.length, candidate.length)) {
			distances.set(candidate, edits);
		}
	}
	return [...distances]
		.sort(([, a], [, b]) => a - b)
		.slice(0, max)
		.map(([candidate]) => candidate);
}

/** Returns true for a name one letter from a candidate, or two letters from a long one. Case and separators do not count. */
export function isTypo(name: string, candidate: string): boolean {
	const [one = '', other = ''] = [name, candidate].map(word => word.toLowerCase().replace(/[\s_-]/g, ''));
	const limit = other.length >= 6 ? 2 : other.length >= 4 ? 1 : 0;
	return Math.abs(one.length - other.length) <= limit && distance(one, other) <= limit;
}

/** Whether two words differ by one letter or by two letters in the wrong order, compared without case. */
export function isMisspelling(one: string, other: string): boolean {
	const [a, b] = [one.trim().toLowerCase(), other.toLowerCase()];
	if (
		Math.abs(a.length - b.length) > 1 ||
		Math.min(a.length, b.length) < MIN_TYPO_LENGTH ||
		a.length > MAX_WORD_LENGTH
	) {
		return false;
	}
	return distance(a, b) <= 1 || isTransposed(a, b);
}

function isTransposed(a: string, b: string): boolean {
	const at = [...a].findIndex((letter, index) => letter !== b[index]);
	return a.length === b.length && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
