/** Number of shades of the picture. */
export const SHADES = 8;

/** Returns the shade of a level: the lowest is the lightest, the highest the darkest, the others evenly between. */
export function shadeOf(rank: number, levelCount: number): number {
	return levelCount < 2 ? SHADES - 1 : Math.round((rank * (SHADES - 1)) / (levelCount - 1));
}

/**
 * Returns a mark for each level, short enough for the smallest box: the fewest first letters that distinguish it ("N",
 * "Mi", "Ma", "C"), the number of numbered levels (SEV1, SEV2), or the rank if all of these are too long.
 */
export function levelMarks(levels: readonly string[]): readonly string[] {
	const shared = levels.length < 2 ? '' : sharedStart(levels);
	const numbered = levels.every(level => /^\d/.test(level.slice(shared.length)));
	const words = numbered ? levels.map(level => level.slice(shared.length)) : levels;
	return words.map((word, rank) => shortest(word, words) ?? String(rank + 1));
}

/** Returns the mark of a word that is not a level of the log. */
export function unknownMark(word: string): string {
	return capitalized([...word.trim()].slice(0, 2).join(''));
}

const MAX_MARK_LENGTH = 2;

function shortest(word: string, words: readonly string[]): string | undefined {
	for (let length = 1; length <= MAX_MARK_LENGTH; length++) {
		const start = word.slice(0, length).toLowerCase();
		if (words.filter(other => other.slice(0, length).toLowerCase() === start).length === 1) {
			return capitalized(word.slice(0, length));
		}
	}
	return undefined;
}

function sharedStart(words: readonly string[]): string {
	const [first = '', ...rest] = words;
	let length = 0;
	while (length < first.length && rest.every(word => word[length] === first[length])) {
		length++;
	}
	while (/\d/.test(first[length - 1] ?? '')) {
		length--;
	}
	return first.slice(0, length);
}

function capitalized(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
