import { compareText } from '../core/compare-text.ts';
import type { Definition } from '../core/definition.ts';

/** Sorts definitions by start, newest first. Those without a date are last. */
export function newestFirst(a: Definition, b: Definition): number {
	return (b.start ?? -Infinity) === (a.start ?? -Infinity)
		? compareText(b.date ?? '', a.date ?? '') || compareText(a.id, b.id)
		: (b.start ?? -Infinity) - (a.start ?? -Infinity);
}

/** Returns true if a text contains all characters of a word in their order, as the filter of an editor does. */
export function isSubsequence(word: string, text: string): boolean {
	let at = 0;
	for (const character of word) {
		at = text.indexOf(character, at) + 1;
		if (at === 0) {
			return false;
		}
	}
	return true;
}
