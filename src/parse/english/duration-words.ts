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

/** English number words: "forty" is 40. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
	...TO_NINETEEN.map((word, index) => [word, index + 1] as const),
	...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** A number in prose. Both ends are equal unless it is vague. */
export interface Amount {
	readonly min: number;
	readonly max: number;
	readonly isVague: boolean;
	/** Whether it is written in digits, which a unit of one letter can follow. */
	readonly isInDigits: boolean;
}

/** The amounts of vague words. */
export const VAGUE_WORDS: ReadonlyMap<string, Amount> = new Map([
	['couple', { min: 2, max: 2, isVague: true, isInDigits: false }],
	['few', { min: 2, max: 5, isVague: true, isInDigits: false }],
	['several', { min: 2, max: 10, isVague: true, isInDigits: false }],
]);

/** Minutes of each unit, by its words. A month has no fixed length. */
export const UNITS: ReadonlyMap<string, number> = new Map([
	...words(1 / 60, 'second', 'seconds', 'sec', 'secs'),
	...words(1, 'minute', 'minutes', 'min', 'mins'),
	...words(60, 'hour', 'hours', 'hr', 'hrs'),
	...words(1440, 'day', 'days'),
	...words(10_080, 'week', 'weeks'),
]);

/** Minutes of units of one letter, directly after digits and in lower case: "5M" is five million. */
export const LETTER_UNITS: ReadonlyMap<string, number> = new Map([
	['s', 1 / 60],
	['m', 1],
	['h', 60],
	['d', 1440],
]);

function words(minutes: number, ...names: readonly string[]): readonly (readonly [string, number])[] {
	return names.map(name => [name, minutes] as const);
}
