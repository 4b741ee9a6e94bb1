import { parseOffset } from './offset.ts';
import { DAY } from './units.ts';
import { daysInMonth } from './written-date.ts';
import { WrittenTime, type WrittenZone } from './written-time.ts';
import { epochDayOf, firstInstantOf } from './zone-offset.ts';

const DATE_LENGTH = 'yyyy-mm-dd'.length;
const CLOCK_END = 'yyyy-mm-ddThh:mm:ss'.length;
const MAX_LENGTH = 'yyyy-mm-ddThh:mm:ss+hh:mm'.length;

const NO_DEVIATIONS: readonly never[] = [];

/**
 * Interned zones by offset, to save memory: a log has thousands of times and few different offsets. Shared by all logs of
 * the process, because the values are immutable and depend on their key only. There are at most 2,880 keys: `Z`, and
 * the valid offsets in minutes.
 */
const internedZones = new Map<string, WrittenZone>();

function internedZone(offset: string): WrittenZone {
	let zone = internedZones.get(offset);
	if (zone === undefined) {
		zone = { form: 'offset', text: offset, range: { start: CLOCK_END, end: CLOCK_END + offset.length } };
		internedZones.set(offset, zone);
	}
	return zone;
}

/**
 * Reads the form of nearly all time fields, RFC 3339 to the second with an offset, or a date alone. It is a fast path of
 * `readTime`: without tokens, and without a regular expression, whose match would allocate nine strings. Undefined for
 * all other texts, including faults and rare forms (a leap second, `-00:00`).
 */
export function readCanonicalTime(text: string, timeZone: string): WrittenTime | undefined {
	const day = readEpochDay(text);
	if (day === undefined) {
		return undefined;
	}
	if (text.length === DATE_LENGTH) {
		const end = firstInstantOf(timeZone, (day + 1) * DAY) - 1;
		return writtenTime(text, day * DAY, undefined, timeZone, firstInstantOf(timeZone, day * DAY), end);
	}
	const second = secondOfDay(text);
	const offset = text.slice(CLOCK_END);
	const milliseconds = offset === 'Z' ? 0 : offset === '-00:00' ? undefined : parseOffset(offset);
	if (second === undefined || milliseconds === undefined || text.length > MAX_LENGTH) {
		return undefined;
	}
	const wallClock = day * DAY + second * 1000;
	const zone = internedZone(offset);
	const instant = wallClock - milliseconds;
	return writtenTime(text, wallClock, zone, offset === 'Z' ? 'UTC' : zone.text, instant, instant);
}

function writtenTime(
	text: string,
	wallClock: number,
	zone: WrittenZone | undefined,
	timeZone: string,
	earliestMs: number,
	latestMs: number,
): WrittenTime {
	return new WrittenTime({
		text,
		precision: zone ? 'second' : 'date',
		isApproximate: false,
		wallClock,
		nanosecond: 0,
		hasWrittenDate: true,
		weekday: undefined,
		zone,
		timeZone,
		abbreviation: undefined,
		offsetMismatch: undefined,
		earliestMs,
		latestMs,
		localFault: undefined,
		deviations: NO_DEVIATIONS,
		canonicalRange: { start: 0, end: text.length },
		canonical: text,
	});
}

/** The date at the start of a text, in days since 1970-01-01; undefined if there is none, or no such day. */
function readEpochDay(text: string): number | undefined {
	if (text.length < DATE_LENGTH || text[4] !== '-' || text[7] !== '-') {
		return undefined;
	}
	const year = readTwoDigits(text, 0) * 100 + readTwoDigits(text, 2);
	const month = readTwoDigits(text, 5);
	const day = readTwoDigits(text, 8);
	// Comparisons with NaN are false.
	if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) {
		return undefined;
	}
	return epochDayOf(year, month, day);
}

/** The `Thh:mm:ss` after the date, in seconds since midnight; undefined if there is none, or no such time of day. */
function secondOfDay(text: string): number | undefined {
	if (text[DATE_LENGTH] !== 'T' || text[13] !== ':' || text[16] !== ':') {
		return undefined;
	}
	const hour = readTwoDigits(text, 11);
	const minute = readTwoDigits(text, 14);
	const second = readTwoDigits(text, 17);
	return hour <= 23 && minute <= 59 && second <= 59 ? (hour * 60 + minute) * 60 + second : undefined;
}

/** The number of two digits; NaN if they are not digits. */
function readTwoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
