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

/** Short forms of more than three letters. */
const MONTHS_BY_WORD = byWord(MONTH_NAMES, { sept: 9 });
const WEEKDAYS_BY_WORD = byWord(WEEKDAY_NAMES, { tues: 2, weds: 3, thur: 4, thurs: 4 });

function byWord(names: readonly string[], more: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
	const words = new Map(Object.entries(more));
	names.forEach((name, index) => {
		words.set(name.toLowerCase(), index + 1);
		words.set(name.slice(0, 3).toLowerCase(), index + 1);
	});
	return words;
}

/** The month (1 to 12) of a full or short name, without regard to case; undefined for another word. */
export function monthOf(word: string): number | undefined {
	return MONTHS_BY_WORD.get(word.toLowerCase());
}

/** The weekday (Monday 1 to Sunday 7) of a full or short name, without regard to case; undefined for another word. */
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
