import type { Located, Range } from '../range.ts';
import { weekdayOf } from './calendar-names.ts';
import { TokenCursor } from './time-tokens.ts';
import { readClock, type WrittenClock } from './written-clock.ts';
import { readDate, type WrittenDate } from './written-date.ts';
import { readZoneSuffix, type ZoneSuffix } from './zone-suffix.ts';

/** The parts of a time with their positions, not yet validated. */
export interface TimeParts {
	readonly approximate: boolean;
	readonly weekday: Located<number> | undefined;
	readonly date: WrittenDate | undefined;
	readonly clock: WrittenClock | undefined;
	/** Follows the clock. */
	readonly zone: ZoneSuffix | undefined;
	/** From the first part to the last one, without "about". */
	readonly range: Range;
}

const APPROXIMATIONS: ReadonlySet<string> = new Set([
	'about',
	'approx',
	'approximately',
	'around',
	'ca',
	'circa',
	'roughly',
]);

/** Splits a text into the parts of a time. Returns the range of unexpected text or of a repeated part instead. */
export function readParts(text: string, range: Range): TimeParts | { readonly malformed: Range } {
	const cursor = new TokenCursor(text, range.start, range.end);
	const approximate = skipApproximation(cursor);
	let weekday: Located<number> | undefined;
	let date: WrittenDate | undefined;
	let clock: WrittenClock | undefined;
	let zone: ZoneSuffix | undefined;
	let start: number | undefined;
	do {
		const afterT = date !== undefined && clock === undefined && skipT(cursor);
		if (!afterT) {
			skipSeparators(cursor);
		}
		const partStart = cursor.start;
		const nextWeekday = weekday === undefined ? readWeekday(cursor) : undefined;
		const nextDate = nextWeekday === undefined && date === undefined ? readDate(cursor) : undefined;
		const nextClock =
			nextWeekday === undefined && nextDate === undefined && clock === undefined
				? readClock(cursor, afterT)
				: undefined;
		if (nextWeekday === undefined && nextDate === undefined && nextClock === undefined) {
			return { malformed: { start: start === undefined ? range.start : partStart, end: range.end } };
		}
		start ??= partStart;
		weekday ??= nextWeekday;
		date ??= nextDate;
		clock ??= nextClock;
		if (nextClock !== undefined) {
			zone = readZoneSuffix(cursor);
		}
	} while (!cursor.atEnd);
	return { approximate, weekday, date, clock, zone, range: { start, end: range.end } };
}

/** Skips "about", "ca.", "~" and similar at the start. */
function skipApproximation(cursor: TokenCursor): boolean {
	if (!cursor.isMark('~') && !APPROXIMATIONS.has(cursor.word()) && !(cursor.word() === 'c' && cursor.isMark('.', 1))) {
		return false;
	}
	cursor.skip(cursor.isMark('.', 1) ? 2 : 1);
	return true;
}

/** Skips the `T` between date and time. */
function skipT(cursor: TokenCursor): boolean {
	const isT = cursor.word() === 't' && cursor.peek(1).kind === 'number';
	cursor.skip(isT ? 1 : 0);
	return isT;
}

/** Skips separators of parts: spaces, a comma, "at", "on", a dash between spaces. */
function skipSeparators(cursor: TokenCursor): void {
	for (;;) {
		const spaced = cursor.spaces() === 1 && cursor.spaces(2) === 1;
		if (spaced && (cursor.isMark('-', 1) || cursor.isMark('–', 1))) {
			cursor.skip(3);
		} else if (cursor.spaces() === 1 || cursor.isMark(',') || cursor.isMark('@') || isPreposition(cursor.word())) {
			cursor.skip();
		} else {
			return;
		}
	}
}

function isPreposition(word: string): boolean {
	return word === 'at' || word === 'on';
}

function readWeekday(cursor: TokenCursor): Located<number> | undefined {
	const value = weekdayOf(cursor.word());
	if (value === undefined) {
		return undefined;
	}
	const { start, end } = cursor.peek();
	cursor.skip(cursor.isMark('.', 1) ? 2 : 1);
	return { value, range: { start, end } };
}
