import { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import { weekdayOf } from '../../core/time/calendar-names.ts';
import { TokenCursor } from '../../core/time/time-tokens.ts';
import { dateFault, daysInMonth, readDate, type WrittenDate } from '../../core/time/written-date.ts';

/** Maximum length of a written date, in UTF-16 code units. */
const MAX_DATE_LENGTH = 40;

/** Reads a date at an offset, with a weekday before it ("Monday, August 26th"). */
export function readDateAt(text: string, at: number, end = text.length): WrittenDate | undefined {
	const cursor = cursorAt(text, at, end);
	if (weekdayOf(cursor.word()) !== undefined) {
		cursor.skip(cursor.isMark(',', 1) || cursor.isMark('.', 1) ? 2 : 1);
		cursor.skip(cursor.spaces());
	}
	return readDate(cursor);
}

/** Like `readDateAt`, without a weekday. */
export function readBareDateAt(text: string, at: number, end: number): WrittenDate | undefined {
	return readDate(cursorAt(text, at, end));
}

/** The first date in a range, such as a heading, that is accepted: "2024-08-31", "Week ending August 31, 2024". */
export function findDate(
	text: string,
	{ start, end }: Range,
	accepts: (date: WrittenDate) => boolean = () => true,
): WrittenDate | undefined {
	const written = text.slice(start, end);
	for (const word of /\d/.test(written) ? written.matchAll(/[\p{L}\p{N}]+/gu) : []) {
		const date = readDateAt(text, start + word.index, end);
		if (date !== undefined && accepts(date)) {
			return date;
		}
	}
	return undefined;
}

function cursorAt(text: string, at: number, end: number): TokenCursor {
	const limit = Math.min(end, at + MAX_DATE_LENGTH);
	// Stops before a colon: in "August 26: Headline" it would make the day an hour.
	const colon = text.slice(at, limit).search(/:(?!\d)/);
	return new TokenCursor(text, at, colon < 0 ? limit : at + colon);
}

/** Resolves a date. Without a year, it is the latest such day not after `notAfter`. */
export function resolveDay(
	date: WrittenDate,
	notAfter: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
	const { year, month, day } = date;
	if (year !== undefined) {
		return year < 1000 || dateFault(date, year) !== undefined
			? undefined
			: Temporal.PlainDate.from({ year, month, day });
	}
	return notAfter && latestOccurrence(month, day, notAfter);
}

/** 29 February can be eight years ago, because 1900 was not a leap year. */
const YEARS_BACK = 8;

function latestOccurrence(month: number, day: number, notAfter: Temporal.PlainDate): Temporal.PlainDate | undefined {
	if (month < 1 || month > 12 || day < 1) {
		return undefined;
	}
	for (let year = notAfter.year; year >= notAfter.year - YEARS_BACK; year--) {
		if (day <= daysInMonth(year, month)) {
			const date = Temporal.PlainDate.from({ year, month, day });
			if (Temporal.PlainDate.compare(date, notAfter) <= 0) {
				return date;
			}
		}
	}
	return undefined;
}
