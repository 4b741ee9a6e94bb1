import type { TimeFault } from './time-fault.ts';
import { type Token, type TokenCursor, tokenRange } from './time-tokens.ts';

/** A time of day as written, not yet validated. */
export interface WrittenClock {
	/** Tokens of digits; undefined if not written. */
	readonly hour: Token;
	readonly minute: Token | undefined;
	readonly second: Token | undefined;
	/** Digits after the decimal point. */
	readonly fraction: Token | undefined;
	readonly meridiem: 'am' | 'pm' | undefined;
	/** True for a form other than `hh:mm:ss.fff` or a part of it: `053000`, `5h30`, a decimal comma. */
	readonly unusual: boolean;
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

/**
 * Reads a time of day at the cursor and advances past it; undefined, without advancing, if there is none. `basic` allows
 * `053000`, which is a time only after `T`.
 */
export function readClock(cursor: TokenCursor, basic: boolean): WrittenClock | undefined {
	const start = cursor.start;
	if (basic && (cursor.isNumber(0, 4) || cursor.isNumber(0, 6))) {
		return readBasicClock(cursor);
	}
	if (!cursor.isNumber(0, 1, 2)) {
		return undefined;
	}
	const french = cursor.word(1) === 'h' && cursor.isNumber(2, 2);
	const hasMinute = cursor.isMark(':', 1) || french;
	const hasSecond = cursor.isMark(':', 1) && cursor.isMark(':', 3);
	if ((hasMinute && !cursor.isNumber(2, 2)) || (hasSecond && !cursor.isNumber(4, 2))) {
		return undefined;
	}
	const comma = cursor.isMark(',', 5);
	const hasFraction = hasSecond && (comma || cursor.isMark('.', 5)) && cursor.peek(6).kind === 'number';
	const hour = cursor.peek();
	const minute = hasMinute ? cursor.peek(2) : undefined;
	const second = hasSecond ? cursor.peek(4) : undefined;
	const fraction = hasFraction ? cursor.peek(6) : undefined;
	const unusual = french || (hasFraction && comma);
	const length = hasFraction ? 7 : hasSecond ? 5 : hasMinute ? 3 : 1;
	const meridiem = readMeridiem(cursor, length);
	if (minute === undefined && meridiem === undefined) {
		return undefined;
	}
	cursor.skip(meridiem?.length ?? length);
	return { hour, minute, second, fraction, meridiem: meridiem?.value, unusual, start, end: cursor.previousEnd };
}

function readBasicClock(cursor: TokenCursor): WrittenClock {
	const { text, start, end } = cursor.peek();
	const part = (from: number): Token => ({
		kind: 'number',
		text: text.slice(from, from + 2),
		start: start + from,
		end: start + from + 2,
	});
	cursor.skip();
	const second = text.length === 6 ? part(4) : undefined;
	return {
		hour: part(0),
		minute: part(2),
		second,
		fraction: undefined,
		meridiem: undefined,
		unusual: true,
		start,
		end,
	};
}

/** Reads `am`, `PM` or `a.m.`, with or without a space before it. */
function readMeridiem(cursor: TokenCursor, from: number): Meridiem | undefined {
	const at = from + cursor.spaces(from);
	const word = cursor.word(at);
	if (word === 'am' || word === 'pm') {
		return { value: word, length: at + 1 };
	}
	if ((word === 'a' || word === 'p') && cursor.isMark('.', at + 1) && cursor.word(at + 2) === 'm') {
		return { value: `${word}m`, length: cursor.isMark('.', at + 3) ? at + 4 : at + 3 };
	}
	return undefined;
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
