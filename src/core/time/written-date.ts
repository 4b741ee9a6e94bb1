import { monthName, monthOf } from './calendar-names.ts';
import type { TimeFault } from './time-fault.ts';
import { type Token, type TokenCursor, tokenRange } from './time-tokens.ts';
import { OF_MONTH } from './time-words.ts';

/** A date as written, not yet validated. */
export interface WrittenDate {
	/** Undefined for "26 August". */
	readonly year: number | undefined;
	readonly month: number;
	readonly day: number;
	/** Whether it is written as `2024-08-26`. */
	readonly isIso: boolean;
	readonly start: number;
	readonly end: number;
	readonly monthToken: Token;
	readonly dayToken: Token;
}

/** Which number of `03/02/2026` is the day. */
export type DateOrder = 'day-first' | 'month-first';

/** The form of the dates on a page. */
export interface DateContext {
	/** Undefined if unknown. */
	readonly order?: DateOrder | undefined;
}

const ORDINALS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª']);
const EAST_ASIAN = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?日(?:\s?[(（][^()（）]{1,3}[)）])?/uy;

/** Reads a date at the cursor and advances past it; undefined, without advancing, if there is none. */
export function readDate(cursor: TokenCursor, context: DateContext = {}): WrittenDate | undefined {
	if (cursor.isNumber(0, 4)) {
		return readYearFirst(cursor) ?? readEastAsian(cursor);
	}
	if (cursor.isNumber(0, 8)) {
		return readBasicDate(cursor);
	}
	if (cursor.isNumber(0, 1, 2)) {
		return (
			readDayAndMonthName(cursor) ?? readYearLast(cursor, context) ?? readEastAsian(cursor) ?? readWithoutYear(cursor)
		);
	}
	return readMonthNameAndDay(cursor);
}

/** `2026年2月3日`, `2月3日(火)`. */
function readEastAsian(cursor: TokenCursor): WrittenDate | undefined {
	const { start } = cursor.peek();
	const isEastAsian = /[\u2fff-\uffff]/.test(cursor.text.slice(start, start + 6));
	const [whole = '', year, month = '', day = ''] = (isEastAsian && cursor.match(EAST_ASIAN)) || [];
	if (whole === '') {
		return undefined;
	}
	cursor.skipTo(start + whole.length);
	const end = start + whole.length;
	const token = (text: string): Token => ({ kind: 'number', text, start, end });
	return {
		year: year === undefined ? undefined : Number(year),
		month: Number(month),
		day: Number(day),
		isIso: false,
		start,
		end,
		monthToken: token(month),
		dayToken: token(day),
	};
}

/** `2024-08-26`, `2024/8/26`, `2024.08.26`. */
function readYearFirst(cursor: TokenCursor): WrittenDate | undefined {
	const mark = cursor.peek(1).text;
	if (!isDateMark(mark) || !cursor.isNumber(2, 1, 2) || !cursor.isMark(mark, 3) || !cursor.isNumber(4, 1, 2)) {
		return undefined;
	}
	const [year, month, day] = [cursor.peek(), cursor.peek(2), cursor.peek(4)];
	const isIso = mark === '-' && month.text.length === 2 && day.text.length === 2;
	return take(cursor, 5, { year: Number(year.text), monthToken: month, dayToken: day, isIso });
}

/**
 * `26/08/2024` and `08/26/2024` if only one order is possible, or if the page has one; `26.08.2024` and `26.08.24` always
 * have the day first.
 */
function readYearLast(cursor: TokenCursor, { order }: DateContext): WrittenDate | undefined {
	const mark = cursor.peek(1).text;
	const yearAt = cursor.isNumber(4, 4) || (mark === '.' && cursor.isNumber(4, 2) && !cursor.isMark('.', 5));
	if (!isDateMark(mark) || !cursor.isNumber(2, 1, 2) || !cursor.isMark(mark, 3) || !yearAt) {
		return undefined;
	}
	const [first, second, last] = [cursor.peek(), cursor.peek(2), cursor.peek(4)];
	const [a, b] = [Number(first.text), Number(second.text)];
	const isClear = mark === '.' || a > 12 || b > 12 || a === b;
	if ((!isClear && order === undefined) || (last.text.length === 2 && b > 12)) {
		return undefined;
	}
	const monthFirst = mark !== '.' && (isClear ? a <= 12 : order === 'month-first');
	const tokens = monthFirst ? { monthToken: first, dayToken: second } : { monthToken: second, dayToken: first };
	const year = Number(last.text) + (last.text.length === 2 ? 2000 : 0);
	return take(cursor, 5, { year, ...tokens, isIso: false });
}

/** `26.08.` without a year, as in German. The second dot distinguishes it from the time of day `9.07`. */
function readWithoutYear(cursor: TokenCursor): WrittenDate | undefined {
	const isDotted = cursor.isNumber(0, 2) && cursor.isMark('.', 1) && cursor.isNumber(2, 2) && cursor.isMark('.', 3);
	const [day, month] = [cursor.peek(), cursor.peek(2)];
	const exists = Number(day.text) >= 1 && Number(day.text) <= 31 && Number(month.text) >= 1 && Number(month.text) <= 12;
	return isDotted && exists && cursor.peek(4).kind !== 'number'
		? take(cursor, 4, { year: undefined, monthToken: month, dayToken: day, isIso: false })
		: undefined;
}

/** The basic format of ISO 8601, `20240826`. */
function readBasicDate(cursor: TokenCursor): WrittenDate | undefined {
	const whole = cursor.peek();
	const part = (from: number, to: number): Token => ({
		kind: 'number',
		text: whole.text.slice(from, to),
		start: whole.start + from,
		end: whole.start + to,
	});
	const year = Number(whole.text.slice(0, 4));
	return take(cursor, 1, { year, monthToken: part(4, 6), dayToken: part(6, 8), isIso: false });
}

/** `26 August 2024`, `26th of August`, `26-Aug-2024`, `26. August`. */
function readDayAndMonthName(cursor: TokenCursor): WrittenDate | undefined {
	const dayToken = cursor.peek();
	let ahead = 1;
	if (ORDINALS.has(cursor.peek(ahead).text.toLowerCase()) || isOrdinalDot(cursor)) {
		ahead++;
	}
	ahead += cursor.isMark('-', ahead) ? 1 : cursor.spaces(ahead);
	if (OF_MONTH.has(cursor.word(ahead))) {
		ahead += 1 + cursor.spaces(ahead + 1);
	}
	const monthToken = cursor.peek(ahead);
	return isMonth(monthToken) ? takeWithYear(cursor, ahead + 1, monthToken, dayToken) : undefined;
}

/** Whether the dot is that of an ordinal, as in "19. April". In "It took 3. May 5 was …" it ends a sentence. */
function isOrdinalDot(cursor: TokenCursor): boolean {
	const monthAt = 2 + cursor.spaces(2);
	const month = cursor.peek(monthAt).text;
	const isName = cursor.isMark('.', 1) && month.charAt(0) !== month.charAt(0).toLowerCase();
	const after = monthAt + 1 + cursor.spaces(monthAt + 1);
	const isFollowedByDay = cursor.isNumber(after, 1, 2) && !cursor.isMark(':', after + 1);
	return isName && !isFollowedByDay;
}

/** `August 26, 2024`, `Aug. 26th`. */
function readMonthNameAndDay(cursor: TokenCursor): WrittenDate | undefined {
	const monthToken = cursor.peek();
	let ahead = cursor.isMark('.', 1) ? 2 : 1;
	ahead += cursor.isMark('-', ahead) ? 1 : cursor.spaces(ahead);
	const dayToken = cursor.peek(ahead);
	if (!isMonth(monthToken) || !cursor.isNumber(ahead, 1, 2) || cursor.isMark(':', ahead + 1)) {
		return undefined;
	}
	ahead += ORDINALS.has(cursor.word(ahead + 1)) ? 2 : 1;
	return takeWithYear(cursor, ahead, monthToken, dayToken);
}

/** Consumes the tokens up to `ahead`, and a year if one follows. */
function takeWithYear(cursor: TokenCursor, ahead: number, monthToken: Token, dayToken: Token): WrittenDate {
	let yearAt = ahead;
	while (
		yearAt < ahead + 2 &&
		(cursor.isMark('.', yearAt) || cursor.isMark(',', yearAt) || cursor.isMark('-', yearAt))
	) {
		yearAt++;
	}
	yearAt += cursor.spaces(yearAt);
	if (OF_MONTH.has(cursor.word(yearAt))) {
		yearAt += 1 + cursor.spaces(yearAt + 1);
	}
	// In "26 August 0530" and "26 August 1403Z" the number is a time of day.
	const isClock = cursor.word(yearAt + 1) === 'z' || cursor.word(yearAt + 1) === 'h';
	const isYear = cursor.isNumber(yearAt, 4) && !cursor.peek(yearAt).text.startsWith('0') && !isClock;
	if (yearAt > ahead && isYear && !cursor.isMark(':', yearAt + 1)) {
		return take(cursor, yearAt + 1, { year: Number(cursor.peek(yearAt).text), monthToken, dayToken, isIso: false });
	}
	return take(cursor, ahead, { year: undefined, monthToken, dayToken, isIso: false });
}

function take(
	cursor: TokenCursor,
	count: number,
	fields: Pick<WrittenDate, 'year' | 'monthToken' | 'dayToken' | 'isIso'>,
): WrittenDate {
	const start = cursor.start;
	cursor.skip(count);
	const { year, monthToken, dayToken, isIso } = fields;
	const month = monthOf(monthToken.text) ?? Number(monthToken.text);
	return { year, month, day: Number(dayToken.text), isIso, start, end: cursor.previousEnd, monthToken, dayToken };
}

function isDateMark(text: string): boolean {
	return text === '-' || text === '/' || text === '.';
}

function isMonth(token: Token): boolean {
	return token.kind === 'word' && monthOf(token.text) !== undefined;
}

/** The days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) {
		return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	}
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Returns why a date is impossible in a year. */
export function dateFault(date: WrittenDate, year: number): TimeFault | undefined {
	const { month, day, monthToken, dayToken } = date;
	if (month < 1 || month > 12) {
		return { detail: 'a year has months 1 to 12', range: tokenRange(monthToken) };
	}
	const days = daysInMonth(year, month);
	if (day < 1 || day > days) {
		return { detail: `${monthName(month)} ${year} has ${days} days`, range: tokenRange(dayToken) };
	}
	return undefined;
}
