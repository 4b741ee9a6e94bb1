import type { Located, Range } from '../range.ts';
import { weekdayOf } from './calendar-names.ts';
import { TokenCursor } from './time-tokens.ts';
import { ABOUT, AT_TIME } from './time-words.ts';
import { readClock, skipUncertain, type WrittenClock } from './written-clock.ts';
import { type DateContext, readDate, type WrittenDate } from './written-date.ts';
import { readZoneSuffix, type ZoneSuffix } from './zone-suffix.ts';

/** The parts of a time with their positions, not yet validated. */
export interface TimeParts {
	readonly isApproximate: boolean;
	readonly weekday: Located<number> | undefined;
	readonly date: WrittenDate | undefined;
	readonly clock: WrittenClock | undefined;
	/** Follows the clock. */
	readonly zone: ZoneSuffix | undefined;
	/** From the first part to the last one, without "about". */
	readonly range: Range;
}

/** Splits a text into the parts of a time. Returns the range of unexpected text or of a repeated part instead. */
export function readParts(
	text: string,
	range: Range,
	context: DateContext = {},
): TimeParts | { readonly malformed: Range } {
	const cursor = new TokenCursor(text, range.start, range.end);
	let isApproximate = skipApproximation(cursor);
	let weekday: Located<number> | undefined;
	let date: WrittenDate | undefined;
	let clock: WrittenClock | undefined;
	let zone: ZoneSuffix | undefined;
	let start: number | undefined;
	do {
		const afterT = date !== undefined && clock === undefined && skipT(cursor);
		if (!afterT) {
			isApproximate = skipSeparators(cursor) || isApproximate;
		}
		const partStart = cursor.start;
		const nextWeekday = weekday === undefined ? readWeekday(cursor) : undefined;
		const nextDate = nextWeekday === undefined && date === undefined ? readDate(cursor, context) : undefined;
		const nextClock =
			nextWeekday === undefined && nextDate === undefined && clock === undefined
				? readClock(cursor, afterT ? 'after-T' : date === undefined ? 'alone' : 'after-date')
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
			const year = date !== undefined && date.year === undefined ? readYearAfter(cursor) : undefined;
			if (date !== undefined && year !== undefined) {
				// Stamps of `date` and `git log`: "Tue Feb 3 14:00:00 UTC 2026", "Tue Feb 3 14:00:00 2026 +0000".
				date = { ...date, year };
				zone = zone.offset === undefined && zone.named === undefined ? readZoneSuffix(cursor) : zone;
			}
			isApproximate = skipUncertain(cursor) || nextClock.isUncertain || isApproximate;
		}
	} while (!cursor.isAtEnd);
	return { isApproximate, weekday, date, clock, zone, range: { start, end: range.end } };
}

/** The year after a time of day. */
function readYearAfter(cursor: TokenCursor): number | undefined {
	const at = cursor.spaces();
	const year = Number(cursor.peek(at).text);
	if (at === 0 || !cursor.isNumber(at, 4) || year < 1970 || year > 2199) {
		return undefined;
	}
	cursor.skip(at + 1);
	return year;
}

/** Skips "about", "ca.", "~" and similar. */
function skipApproximation(cursor: TokenCursor): boolean {
	const mark =
		cursor.isMark('~') || cursor.isMark('≈') || cursor.isMark('～') || cursor.isMark('約') || cursor.isMark('约');
	const isWord = ABOUT.has(cursor.word()) && (cursor.word() !== 'c' || cursor.isMark('.', 1));
	if (!mark && !isWord) {
		return false;
	}
	cursor.skip(isWord && cursor.isMark('.', 1) ? 2 : 1);
	return true;
}

/** Skips the `T` between date and time. */
function skipT(cursor: TokenCursor): boolean {
	const isT = cursor.word() === 't' && cursor.peek(1).kind === 'number';
	cursor.skip(isT ? 1 : 0);
	return isT;
}

/** Skips separators of parts: spaces, a comma, "at", "on", a dash between spaces, "ca.". Returns whether one is "about". */
function skipSeparators(cursor: TokenCursor): boolean {
	let approximate = false;
	for (;;) {
		const spaced = cursor.spaces() === 1 && cursor.spaces(2) === 1;
		if (spaced && (cursor.isMark('-', 1) || cursor.isMark('–', 1))) {
			cursor.skip(3);
		} else if (cursor.spaces() === 1 || cursor.isMark(',') || cursor.isMark('@') || AT_TIME.has(cursor.word())) {
			cursor.skip();
		} else if (skipApproximation(cursor)) {
			approximate = true;
		} else {
			return approximate;
		}
	}
}

function readWeekday(cursor: TokenCursor): Located<number> | undefined {
	const value = weekdayOf(cursor.word());
	if (value === undefined) {
		return undefined;
	}
	const { start, end } = cursor.peek();
	const isCompound = cursor.isMark('-', 1) && cursor.word(2) === 'feira';
	cursor.skip(isCompound ? 3 : cursor.isMark('.', 1) ? 2 : 1);
	return { value, range: { start, end } };
}
