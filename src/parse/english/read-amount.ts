import type { TokenCursor } from '../../core/time/time-tokens.ts';
import { type Amount, NUMBER_WORDS, VAGUE_WORDS } from './duration-words.ts';

const FRACTIONS: ReadonlyMap<string, number> = new Map([
	['½', 0.5],
	['¼', 0.25],
	['¾', 0.75],
]);

/** Longer numbers are not amounts. */
const MAX_DIGITS = 5;

/** Reads "90", "1.5", "2 ½", "forty-five", "two and a half", "half an", "a", "a couple of". Undefined for other words. */
export function readAmount(cursor: TokenCursor): Amount | undefined {
	return cursor.peek().kind === 'number' ? readDigits(cursor) : (readFraction(cursor) ?? readWords(cursor));
}

/** Skips words, each after a space or a hyphen, if all of them follow. */
export function skipWords(cursor: TokenCursor, ...words: readonly string[]): boolean {
	const isNext = words.every((word, index) => {
		const before = cursor.peek(index * 2);
		return (before.kind === 'space' || before.text === '-') && cursor.word(index * 2 + 1) === word;
	});
	if (isNext) {
		cursor.skip(words.length * 2);
	}
	return isNext;
}

function exactly(value: number, isInDigits: boolean): Amount {
	return { min: value, max: value, isVague: false, isInDigits };
}

function readDigits(cursor: TokenCursor): Amount | undefined {
	const { text } = cursor.peek();
	// "0530 hours" is a time of day, "05" a part of a date; in "20h 03m" the zero pads the number.
	const isFilled = text.length === 2 && ['m', 'min', 's'].includes(cursor.peek(1).text);
	if (text.length > MAX_DIGITS || (text.length > 1 && text.startsWith('0') && !isFilled)) {
		return undefined;
	}
	let number = text;
	let length = 1;
	if (cursor.isMark(',', 1) && cursor.isNumber(2, 3)) {
		number += cursor.peek(2).text;
		length = 3;
	} else if (cursor.isMark('.', 1) && cursor.isNumber(2, 1, 3)) {
		number += `.${cursor.peek(2).text}`;
		length = 3;
	} else if (text === '1' && isHalf(cursor, 0)) {
		number = '0.5';
		length = 3;
	}
	cursor.skip(length);
	return exactly(Number(number) + readAndFraction(cursor), true);
}

/** `1/2`. */
function isHalf(cursor: TokenCursor, ahead: number): boolean {
	return cursor.peek(ahead).text === '1' && cursor.isMark('/', ahead + 1) && cursor.peek(ahead + 2).text === '2';
}

/** Reads the fraction after a whole number: "½", " 1/2", " and a half". */
function readAndFraction(cursor: TokenCursor): number {
	const space = cursor.spaces();
	const fraction = FRACTIONS.get(cursor.peek(space).text);
	if (fraction !== undefined) {
		cursor.skip(space + 1);
		return fraction;
	}
	if (space === 1 && isHalf(cursor, 1)) {
		cursor.skip(4);
		return 0.5;
	}
	return skipWords(cursor, 'and', 'a', 'half') ? 0.5 : 0;
}

function readFraction(cursor: TokenCursor): Amount | undefined {
	const fraction = FRACTIONS.get(cursor.peek().text);
	if (fraction === undefined) {
		return undefined;
	}
	cursor.skip();
	return exactly(fraction, false);
}

function readWords(cursor: TokenCursor): Amount | undefined {
	const position = cursor.position;
	const article = cursor.word() === 'a' || cursor.word() === 'an';
	if (article) {
		cursor.skip();
		cursor.skip(cursor.isMark('-') ? 1 : cursor.spaces());
	}
	const word = cursor.word();
	const vague = VAGUE_WORDS.get(word);
	if (vague !== undefined) {
		cursor.skip();
		skipWords(cursor, 'of');
		return vague;
	}
	if (word === 'half') {
		cursor.skip();
		if (!skipWords(cursor, 'an')) {
			skipWords(cursor, 'a');
		}
		return exactly(0.5, false);
	}
	if (word === 'quarter' && skipQuarter(cursor)) {
		return exactly(0.25, false);
	}
	if (article) {
		cursor.rewind(position + 1);
		return exactly(1, false);
	}
	return readNumberWord(cursor);
}

/** "quarter of an", "quarter of a". */
function skipQuarter(cursor: TokenCursor): boolean {
	const position = cursor.position;
	cursor.skip();
	if (skipWords(cursor, 'of', 'an') || skipWords(cursor, 'of', 'a')) {
		return true;
	}
	cursor.rewind(position);
	return false;
}

/** "five", "forty-five", "two and a half". */
function readNumberWord(cursor: TokenCursor): Amount | undefined {
	let value = NUMBER_WORDS.get(cursor.word());
	if (value === undefined) {
		return undefined;
	}
	cursor.skip();
	const hyphened = cursor.isMark('-') || cursor.spaces() === 1;
	const ones = hyphened && value >= 20 ? NUMBER_WORDS.get(cursor.word(1)) : undefined;
	if (ones !== undefined && ones < 10) {
		cursor.skip(2);
		value += ones;
	}
	return exactly(value + readAndFraction(cursor), false);
}
