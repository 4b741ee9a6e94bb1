import { compareText } from '../core/compare-text.ts';
import type { Definition } from '../core/definition.ts';

/** The order in which incidents are offered: those that began last first, those without a date last. */
export function newestFirst(a: Definition, b: Definition): number {
	return (b.start ?? -Infinity) === (a.start ?? -Infinity)
		? compareText(b.date ?? '', a.date ?? '') || compareText(a.id, b.id)
		: (b.start ?? -Infinity) - (a.start ?? -Infinity);
}

/** Whether the letters of a word stand in a text in their order: how editors filter what they are given. */
export function hasLetters(text: string, word: string): boolean {
	let at = 0;
	for (const letter of word) {
		at = text.indexOf(letter, at) + 1;
		if (at === 0) {
			return false;
		}
	}
	return true;
}
