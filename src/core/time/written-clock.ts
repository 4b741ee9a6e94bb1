import { matchAt } from '../match-at.ts';
import type { TimeFault } from './time-fault.ts';
import { type Token, type TokenCursor, tokenRange } from './time-tokens.ts';
import { ABOUT, AFTER_TIME, MIDNIGHT, NOON } from './time-words.ts';
import { ABBREVIATIONS } from './zones.ts';

/** A time of day as written, not yet validated. */
export interface WrittenClock {
	/** Tokens of digits; undefined if not written. */
	readonly hour: Token;
	readonly minute: Token | undefined;
	readonly second: Token | undefined;
	/** Digits after the decimal point. */
	readonly fraction: Token | undefined;
	readonly meridiem: 'am' | 'pm' | undefined;
	/** True for a form other than `hh:mm:ss.fff` or a part of it: `053000`, `5h30`, `9.07`, "noon". */
	readonly isUnusual: boolean;
	/** True if a digit is unknown (`14:3x`), or if it is marked as approximate after it (`14:30ish`, `14:30?`). */
	readonly isUncertain: boolean;
	readonly start: number;
	readonly end: number;
}

/** The numbers of a valid time of day. */
export interface ClockFields {
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	/** The fraction of the second, truncated to nanoseconds. */
	readonly nanosecond: number;
}

interface Meridiem {
	readonly value: 'am' | 'pm';
	/** Number of tokens from the cursor to its end. */
	readonly length: number;
}

type ClockParts = Partial<
	Pick<WrittenClock, 'minute' | 'second' | 'fraction' | 'meridiem' | 'isUncertain' | 'isUnusual'>
> & {
	readonly hour: Token;
};

/** The text before a time of day, on which the allowed forms depend. `after-T`: directly after the `T` of ISO 8601. */
export type ClockPlace = 'alone' | 'after-date' | 'after-T';

/** `14:3x`, `22:XX`, `16:4x:00`, `12:??`: a time with unknown digits. */
const UNKNOWN_DIGITS = /(\d{1,2}|[012][x?])([:.])([0-5]\d|[0-5][x?]|[x?]{2})(?::(\d\d|[0-5][x?]|[x?]{2}))?/iy;
/** `14时03分20秒`, `午後2時`, `14：03`. */
const EAST_ASIAN =
	/(?:(午前|上午|凌晨|早上|午後|下午|晚上)\s?)?(\d{1,2})\s?(?:[時时点點]\s?(?:(\d{1,2})\s?分?(?:\s?(\d{1,2})\s?秒)?|半)?|：(\d\d)(?:：(\d\d))?)/uy;
/** `2.5 GB`, `9.07%`, `1.10x`: an amount. */
const UNIT = /[ \t]?(?:%|(?:[kmgtp]i?b|[mun]?s|x|percent|million|min|mins|minutes|hours|rps|qps|k|m)\b)/iy;

/** Reads a time of day at the cursor and advances past it; undefined, without advancing, if there is none. */
export function readClock(cursor: TokenCursor, place: ClockPlace): WrittenClock | undefined {
	const first = cursor.peek();
	if (first.kind === 'word') {
		return readNamedClock(cursor, 0);
	}
	if (first.kind === 'mark') {
		return first.text > '\u2fff' ? readEastAsian(cursor) : readUnknownDigits(cursor);
	}
	if (first.kind !== 'number') {
		return undefined;
	}
	if (first.text.length > 2) {
		return readBasicClock(cursor, place);
	}
	return readEastAsian(cursor) ?? readUnknownDigits(cursor) ?? readNamedClock(cursor, 2) ?? readDigits(cursor, place);
}

/** `hh:mm`, `hh:mm:ss.fff`, `hhHmm`, `hh.mm`, each with or without "am", "Uhr" or "hrs". */
function readDigits(cursor: TokenCursor, place: ClockPlace): WrittenClock | undefined {
	const french = cursor.word(1) === 'h' && cursor.isNumber(2, 2) && cursor.peek(1).end === cursor.peek(2).start;
	const dotted = isDotted(cursor);
	const hasMinute = (cursor.isMark(':', 1) && cursor.isNumber(2, 2)) || french || dotted;
	if (cursor.isMark(':', 1) && !hasMinute) {
		return undefined;
	}
	const secondMark = cursor.isMark(':', 3) || (cursor.isMark('.', 3) && !french);
	const hasSecond = hasMinute && !french && secondMark && cursor.isNumber(4, 2);
	const comma = cursor.isMark(',', 5);
	const hasFraction = hasSecond && (comma || cursor.isMark('.', 5)) && cursor.peek(6).kind === 'number';
	const length = hasFraction ? 7 : hasSecond ? 5 : hasMinute ? 3 : 1;
	const meridiem = readMeridiem(cursor, length, hasMinute);
	const hour = cursor.peek();
	const minute = hasMinute ? cursor.peek(2) : undefined;
	const end = meridiem?.length ?? length;
	const after = AFTER_TIME.has(cursor.word(end + cursor.spaces(end))) ? end + cursor.spaces(end) + 1 : end;
	const hourAlone = meridiem !== undefined || isHourWord(cursor, place);
	if (minute === undefined && !hourAlone) {
		return undefined;
	}
	const isUnusual =
		french ||
		dotted ||
		after > end ||
		(hasFraction && comma) ||
		(hasSecond && cursor.isMark('.', 3)) ||
		(minute === undefined && meridiem === undefined);
	return take(cursor, after, {
		hour,
		minute,
		second: hasSecond ? cursor.peek(4) : undefined,
		fraction: hasFraction ? cursor.peek(6) : undefined,
		meridiem: meridiem?.value,
		isUnusual,
	});
}

/** Whether a number without minutes is an hour: `T14Z`, "14 Uhr", "14h" after a date. "2h" alone is a duration. */
function isHourWord(cursor: TokenCursor, place: ClockPlace): boolean {
	const word = cursor.word(1 + cursor.spaces(1));
	return (
		word === 'uhr' ||
		(place === 'after-T' && cursor.isNumber(0, 2)) ||
		(place === 'after-date' && cursor.word(1) === 'h')
	);
}

/** `9.07` and `13.14`, but not `1.2.3`, `3.15 GB` or `9.75`. */
function isDotted(cursor: TokenCursor): boolean {
	if (!cursor.isMark('.', 1) || !cursor.isNumber(2, 2) || Number(cursor.peek(2).text) > 59) {
		return false;
	}
	const longer = cursor.isMark('.', 3) && cursor.isNumber(4, 1, 8) && !cursor.isNumber(4, 2);
	const { end } = cursor.peek(2);
	const date = cursor.isMark('.', 3) && cursor.isNumber(4, 2) && Number(cursor.peek(4).text) > 59;
	return Number(cursor.peek().text) <= 23 && !longer && !date && matchAt(UNIT, cursor.text, end) === undefined;
}

/** The basic format `053000` after `T`; elsewhere four digits that a zone or "hrs" marks as a time: `1403Z`, "0530 UTC". */
function readBasicClock(cursor: TokenCursor, place: ClockPlace): WrittenClock | undefined {
	const marked = ABBREVIATIONS.has(cursor.peek(1 + cursor.spaces(1)).text);
	const after = AFTER_TIME.has(cursor.word(1 + cursor.spaces(1)));
	const basic = place === 'after-T' ? cursor.isNumber(0, 4) || cursor.isNumber(0, 6) : cursor.isNumber(0, 4);
	if (!basic || (place !== 'after-T' && !marked && !after)) {
		return undefined;
	}
	const whole = cursor.peek();
	const second = whole.text.length === 6 ? part(whole, 4) : undefined;
	const length = after && place !== 'after-T' ? 2 + cursor.spaces(1) : 1;
	return take(cursor, length, { hour: part(whole, 0), minute: part(whole, 2), second, isUnusual: true });
}

function part({ text, start }: Token, from: number): Token {
	return { kind: 'number', text: text.slice(from, from + 2), start: start + from, end: start + from + 2 };
}

/** "noon", "12 noon", "midnight". `at`: the number of tokens before the word. */
function readNamedClock(cursor: TokenCursor, at: 0 | 2): WrittenClock | undefined {
	if (at === 2 && (cursor.peek().text !== '12' || cursor.spaces(1) === 0)) {
		return undefined;
	}
	const word = cursor.word(at);
	const compound = cursor.isMark('-', at + 1) ? `${word}-${cursor.word(at + 2)}` : '';
	const name = [compound, word].find(each => NOON.has(each) || MIDNIGHT.has(each));
	if (name === undefined || name === '') {
		return undefined;
	}
	const { start, end } = cursor.peek(at);
	const length = at + (name === compound ? 3 : 1);
	const hour: Token = { kind: 'number', text: NOON.has(name) ? '12' : '00', start, end };
	return take(cursor, length, { hour, minute: { ...hour, text: '00' }, isUnusual: true });
}

function readUnknownDigits(cursor: TokenCursor): WrittenClock | undefined {
	const { start } = cursor.peek();
	if (!/[x?]/i.test(cursor.text.slice(start + 1, start + 8))) {
		return undefined;
	}
	const match = cursor.match(UNKNOWN_DIGITS);
	const [whole = '', hour = '', mark = '', minute = '', second] = match ?? [];
	if (
		match === undefined ||
		!/[x?]/i.test(whole) ||
		Number(hour.replace(/\D/, '0')) > 23 ||
		/\d/.test(cursor.text[start + whole.length] ?? '')
	) {
		return undefined;
	}
	const at = start + hour.length + mark.length;
	const secondAt = at + minute.length + 1;
	return takeTo(cursor, start + whole.length, {
		hour: digits(hour, start),
		minute: digits(minute, at),
		second: second === undefined ? undefined : digits(second, secondAt),
		isUnusual: true,
		isUncertain: true,
	});
}

/** Unknown digits as zeros. */
function digits(text: string, start: number): Token {
	return { kind: 'number', text: text.replace(/[x?]/gi, '0'), start, end: start + text.length };
}

const AFTERNOON: ReadonlySet<string> = new Set(['午後', '下午', '晚上']);

function readEastAsian(cursor: TokenCursor): WrittenClock | undefined {
	const { start } = cursor.peek();
	const next = cursor.text.slice(start, start + 4);
	const match = /[\u2fff-\uffff]/.test(next) ? cursor.match(EAST_ASIAN) : undefined;
	const [whole = '', half, hour = '', minute, second, wideMinute, wideSecond] = match ?? [];
	if (match === undefined) {
		return undefined;
	}
	const number = (text: string): Token => ({ kind: 'number', text, start, end: start + whole.length });
	const seconds = second ?? wideSecond;
	const minutes = minute ?? wideMinute ?? (whole.endsWith('半') ? '30' : '00');
	return takeTo(cursor, start + whole.length, {
		hour: number(hour),
		minute: number(minutes),
		second: seconds === undefined ? undefined : number(seconds),
		meridiem: half === undefined ? undefined : AFTERNOON.has(half) ? 'pm' : 'am',
		isUnusual: true,
	});
}

/** Reads `am`, `PM`, `a.m.`, and after minutes `a` or `p`, with or without a space before the longer forms. */
function readMeridiem(cursor: TokenCursor, from: number, hasMinute: boolean): Meridiem | undefined {
	const at = from + cursor.spaces(from);
	const word = cursor.word(at);
	if (word === 'am' || word === 'pm') {
		return { value: word, length: at + 1 };
	}
	if ((word === 'a' || word === 'p') && cursor.isMark('.', at + 1) && cursor.word(at + 2) === 'm') {
		return { value: `${word}m`, length: cursor.isMark('.', at + 3) ? at + 4 : at + 3 };
	}
	return hasMinute && at === from && (word === 'a' || word === 'p') ? { value: `${word}m`, length: at + 1 } : undefined;
}

function take(cursor: TokenCursor, length: number, parts: ClockParts): WrittenClock {
	const { start } = cursor;
	cursor.skip(length);
	return finish(cursor, start, parts);
}

function takeTo(cursor: TokenCursor, offset: number, parts: ClockParts): WrittenClock {
	const { start } = cursor;
	cursor.skipTo(offset);
	return finish(cursor, start, parts);
}

function finish(cursor: TokenCursor, start: number, parts: ClockParts): WrittenClock {
	const end = cursor.previousEnd;
	const uncertain = skipUncertain(cursor);
	return {
		minute: undefined,
		second: undefined,
		fraction: undefined,
		meridiem: undefined,
		...parts,
		isUnusual: parts.isUnusual === true || uncertain,
		isUncertain: parts.isUncertain === true || uncertain,
		start,
		end: uncertain ? cursor.previousEnd : end,
	};
}

/** Skips the mark of an approximate time after it: `14:30~`, `14:30?`, `14:30ish`, "14:30 ca", "14:30 (approx)". */
export function skipUncertain(cursor: TokenCursor): boolean {
	const isRange = cursor.peek(1 + cursor.spaces(1)).kind === 'number';
	if (cursor.isMark('?') || cursor.isMark('頃') || ((cursor.isMark('~') || cursor.isMark('～')) && !isRange)) {
		cursor.skip();
		return true;
	}
	const at = cursor.spaces();
	const open = cursor.isMark('(', at) ? 1 : 0;
	const word = cursor.word(at + open);
	if (!ABOUT.has(word) || word === 'c') {
		return false;
	}
	const dot = cursor.isMark('.', at + open + 1) ? 1 : 0;
	const length = at + open + 1 + dot;
	const next = cursor.peek(length + cursor.spaces(length)).kind;
	if (open === 1 ? !cursor.isMark(')', length) : next === 'number' || (word !== 'ish' && next === 'word')) {
		return false;
	}
	cursor.skip(length + open);
	return true;
}

/** Returns why a time of day is impossible. RFC 3339 has hours 0 to 23 (no 24:00) and allows a leap second. */
export function clockFault({ hour, minute, second, meridiem }: WrittenClock): TimeFault | undefined {
	const hours = Number(hour.text);
	if (hours > 23) {
		return { detail: 'a day has hours 0 to 23', range: tokenRange(hour) };
	}
	if ((meridiem === 'am' && hours > 12) || (meridiem === 'pm' && hours === 0)) {
		return { detail: 'a 12-hour clock has hours 1 to 12', range: tokenRange(hour) };
	}
	if (minute !== undefined && Number(minute.text) > 59) {
		return { detail: 'an hour has minutes 0 to 59', range: tokenRange(minute) };
	}
	if (second !== undefined && Number(second.text) > 60) {
		return { detail: 'a minute has seconds 0 to 59', range: tokenRange(second) };
	}
	return undefined;
}

/** The numbers of a time of day without a fault. A leap second is read as second 59, as in Temporal. */
export function clockFields({ hour, minute, second, fraction, meridiem }: WrittenClock): ClockFields {
	const hours = Number(hour.text);
	return {
		hour: meridiem === 'am' && hours === 12 ? 0 : meridiem === 'pm' && hours < 12 ? hours + 12 : hours,
		minute: Number(minute?.text ?? 0),
		second: Math.min(Number(second?.text ?? 0), 59),
		nanosecond: fraction === undefined ? 0 : Number(fraction.text.slice(0, 9).padEnd(9, '0')),
	};
}
