import { endOfMatch, matchAt } from '../../core/match-at.ts';
import type { Located } from '../../core/range.ts';
import type { DurationRange } from '../../core/time/duration.ts';
import { LANGUAGES } from '../../vocabulary/index.ts';
import { splitWords } from '../../vocabulary/language.ts';

/** Minutes of each unit, by its words in all languages. `h` and `m` are units of every language. */
const UNITS: ReadonlyMap<string, number> = new Map([
	...LANGUAGES.flatMap(({ units }) =>
		units.flatMap(([minutes, words]) => splitWords(words).map(word => [word, minutes] as const)),
	),
	['h', 60],
	['min', 1],
	['m', 1],
]);
const UNIT_WORDS = [...UNITS.keys()].sort((a, b) => b.length - a.length).join('|');
const ONE = 'eine?r?|une?|una|uma|én|ett?|en';
/** One amount with its unit: `85分`, `1,5 Stunden`, "une heure". East Asian units need no space after them. */
const AMOUNT = new RegExp(
	`(?<number>\\d{1,5}(?:[.,]\\d{1,2})?|${ONE})(?:\\s?(?<unit>${UNIT_WORDS}))(?![\\p{Lu}\\p{Ll}])`,
	'iuy',
);
/** What precedes the first amount of a value: "ca. ", "約", "environ ". */
const OPENING = /^[^\p{N}(（]{0,24}/u;
/** Amounts of one duration are joined by spaces, commas and "and". */
const JOINT = /[\s,]{0,3}(?:(?:und|et|y|e|og|och|and)\s)?/iuy;
/** `2 h 30`: minutes without their unit. */
const BARE_MINUTES = /\s?([0-5]\d)(?![\d\p{L}:.,])/uy;
/** A clock of a range, such as `14时05分至15时20分`, or the day before one, is no duration. */
const CLOCK_BEHIND = /^\s?(?:[-–—~〜～→至到à]\s?\d|\d{1,2}[:：时時])/u;
const APPROXIMATE = /[~≈約约]|\p{L}/u;

/**
 * Reads the duration that a value begins with, or that it has in parentheses, in the words of any language: "ca. 2
 * Stunden", `1時間30分`, "2 h 30". Undefined for other values. The range is within the value.
 */
export function readWrittenAmounts(value: string): Located<DurationRange> | undefined {
	const opening = OPENING.exec(value)?.[0] ?? '';
	const inside = value.search(/[(（]/u);
	return amountsAt(value, opening.length, opening) ?? (inside < 0 ? undefined : amountsInside(value, inside + 1));
}

function amountsInside(value: string, from: number): Located<DurationRange> | undefined {
	const opening = OPENING.exec(value.slice(from))?.[0] ?? '';
	return amountsAt(value, from + opening.length, opening);
}

function amountsAt(value: string, from: number, before: string): Located<DurationRange> | undefined {
	// "une heure" has no digit: the opening has taken it.
	const start = /\d/u.test(value[from] ?? '') ? from : from - before.trimStart().length;
	let total = 0;
	let end = start;
	let smallest = Number.POSITIVE_INFINITY;
	for (let at = start; ; at = endOfMatch(JOINT, value, end)) {
		const amount = matchAt(AMOUNT, value, at);
		const { number, unit } = amount?.groups ?? {};
		const minutes = unit === undefined ? undefined : UNITS.get(unit.toLowerCase());
		// "5M" alone is five million; in "1h 5m" it is minutes.
		const isLetter = unit?.toLowerCase() === 'm' && smallest !== 60;
		if (amount === undefined || number === undefined || minutes === undefined || minutes >= smallest || isLetter) {
			break;
		}
		total += (/\d/u.test(number) ? Number(number.replace(',', '.')) : 1) * minutes;
		end = at + amount[0].length;
		smallest = minutes;
	}
	if (end === start) {
		return undefined;
	}
	const bare = smallest === 60 ? matchAt(BARE_MINUTES, value, end) : undefined;
	if (bare !== undefined) {
		total += Number(bare[1]);
		end += bare[0].length;
	}
	if (CLOCK_BEHIND.test(value.slice(end, end + 6))) {
		return undefined;
	}
	const isApproximate = start === from && APPROXIMATE.test(before);
	return { value: { minMinutes: total, maxMinutes: total, isApproximate }, range: { start, end } };
}
