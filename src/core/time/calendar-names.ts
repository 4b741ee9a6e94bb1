import { LANGUAGES } from '../../vocabulary/index.ts';
import { splitWords } from '../../vocabulary/language.ts';

/** English names, from January. The first three letters of each are its short form. */
export const MONTH_NAMES = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

/** English names, from Monday, as in ISO 8601. */
export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Names in all languages of the vocabulary. */
const MONTHS_BY_WORD = byWord(LANGUAGES.map(({ months }) => months));
const WEEKDAYS_BY_WORD = byWord(LANGUAGES.map(({ weekdays }) => weekdays));

function byWord(languages: readonly (readonly string[])[]): ReadonlyMap<string, number> {
	const words = new Map<string, number>();
	for (const names of languages) {
		for (const [index, list] of names.entries()) {
			for (const word of splitWords(list)) {
				words.set(word, words.get(word) ?? index + 1);
			}
		}
	}
	return words;
}

/** The month (1 to 12) of a full or short name in any language, without regard to case; undefined for another word. */
export function monthOf(word: string): number | undefined {
	return MONTHS_BY_WORD.get(word.toLowerCase());
}

/** The weekday (Monday 1 to Sunday 7) of a full or short name, as `monthOf`. */
export function weekdayOf(word: string): number | undefined {
	return WEEKDAYS_BY_WORD.get(word.toLowerCase());
}

/** "August" for 8. Empty for a number out of range. */
export function monthName(month: number): string {
	return MONTH_NAMES[month - 1] ?? '';
}

/** "Monday" for 1. Empty for a number out of range. */
export function weekdayName(weekday: number): string {
	return WEEKDAY_NAMES[weekday - 1] ?? '';
}
