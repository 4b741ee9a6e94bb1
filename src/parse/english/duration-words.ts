const TO_NINETEEN = [
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
	'thirteen',
	'fourteen',
	'fifteen',
	'sixteen',
	'seventeen',
	'eighteen',
	'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** English numbers of one word: "forty" is 40. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
	...TO_NINETEEN.map((word, index) => [word, index + 1] as const),
	...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** A number as prose has it: both ends the same, or a vague one with two. */
export interface Amount {
	readonly min: number;
	readonly max: number;
	readonly vague: boolean;
	/** Written in digits, behind which a unit may be one letter. */
	readonly digits: boolean;
}

/** How much prose means by a word that is no number. */
export const VAGUE_WORDS: ReadonlyMap<string, Amount> = new Map([
	['couple', { min: 2, max: 2, vague: true, digits: false }],
	['few', { min: 2, max: 5, vague: true, digits: false }],
	['several', { min: 2, max: 10, vague: true, digits: false }],
]);

/** Minutes of each unit by the words for it. A month has no length that could be compared. */
export const UNITS: ReadonlyMap<string, number> = new Map([
	...words(1 / 60, 'second', 'seconds', 'sec', 'secs'),
	...words(1, 'minute', 'minutes', 'min', 'mins'),
	...words(60, 'hour', 'hours', 'hr', 'hrs'),
	...words(1440, 'day', 'days'),
	...words(10_080, 'week', 'weeks'),
]);

/** Units of one letter, right behind digits and in lower case: "5M" are five million. */
export const LETTER_UNITS: ReadonlyMap<string, number> = new Map([
	['s', 1 / 60],
	['m', 1],
	['h', 60],
	['d', 1440],
]);

function words(minutes: number, ...names: readonly string[]): readonly (readonly [string, number])[] {
	return names.map(name => [name, minutes] as const);
}
