import { distance } from 'fastest-levenshtein';

/** Longer words are not typing errors and are not compared. */
const MAX_WORD_LENGTH = 200;

/** How many letters may be wrong: two in five, so that two letters may change places in a short word; of a long one six. */
function maxDistance(word: string): number {
	return Math.min(6, Math.max(1, Math.floor(word.length * 0.4)));
}

/**
 * "Did you mean": the candidates that differ from a word by few letters, nearest first, at most `max`; compared without
 * case. Candidates equally near keep their order. Costs one comparison a candidate of about the same length.
 */
export function nearest(word: string, candidates: Iterable<string>, max = 3): readonly string[] {
	const wanted = word.trim().toLowerCase();
	if (wanted === '' || wanted.length > MAX_WORD_LENGTH) {
		return [];
	}
	const limit = maxDistance(wanted);
	const near = new Map<string, number>();
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - wanted.length) > limit || near.has(candidate)) {
			continue;
		}
		const away = distance(wanted, candidate.toLowerCase());
		if (away <= limit && away < Math.max(wanted.length, candidate.length)) {
			near.set(candidate, away);
		}
	}
	return [...near]
		.sort(([, a], [, b]) => a - b)
		.slice(0, max)
		.map(([candidate]) => candidate);
}
