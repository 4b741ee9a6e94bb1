import { Temporal } from 'temporal-polyfill';
import type { Range } from '../range.ts';
import { readCanonicalTime } from './canonical-time.ts';
import { type Resolution, resolveZone } from './resolve-zone.ts';
import type { TimeFault } from './time-fault.ts';
import { readParts, type TimeParts } from './time-parts.ts';
import { DAY } from './units.ts';
import { clockFault, clockFields, type WrittenClock } from './written-clock.ts';
import { type DateOrder, dateFault, type WrittenDate } from './written-date.ts';
import {
	type Deviation,
	type TimeReading,
	type UnreadableTime,
	WrittenTime,
	type WrittenZone,
} from './written-time.ts';
import { epochDayOf, firstInstantOf } from './zone-offset.ts';

export interface TimeContext {
	/** The zone of times without one, and the zone in which abbreviations are looked up first. */
	readonly timeZone: string;
	/** The date of a time of day without a date, such as `05:30 EDT`. It also determines the year of a date without one. */
	readonly date?: Temporal.PlainDate | undefined;
	/** The order of day and month on the page. Without one, `03/02/2026` is not a time. */
	readonly dateOrder?: DateOrder | undefined;
}

/** In UTF-16 code units. RFC 9557 with several suffixes is shorter. */
const MAX_TIME_LENGTH = 120;
/** In milliseconds: from the first millisecond of a minute to its last. */
const WITHIN_MINUTE = 59_999;

/**
 * Reads a written time: RFC 3339 with an RFC 9557 zone, or a common form such as "26 August 2024, 5:30 EDT". Never throws.
 * All ranges are UTF-16 offsets into the given text; white space around the time is ignored. For a text that is not a
 * time, `ok` is false: `impossible` with a reason if its form is correct, otherwise `malformed`.
 */
export function readTime(text: string, context: TimeContext): TimeReading {
	return readCanonicalTime(text, context.timeZone) ?? readWrittenTime(text, context);
}

function readWrittenTime(text: string, context: TimeContext): TimeReading {
	const range = trimmedRange(text);
	const parts =
		range.end - range.start > MAX_TIME_LENGTH
			? { malformed: range }
			: readParts(text, range, { order: context.dateOrder });
	if ('malformed' in parts) {
		return malformed(text, parts.malformed);
	}
	const year = parts.date === undefined ? context.date?.year : yearOf(parts.date, context.date);
	if (year === undefined || (parts.date === undefined && parts.clock === undefined)) {
		return malformed(text, range);
	}
	const fault =
		(parts.date && dateFault(parts.date, year)) ?? (parts.clock && clockFault(parts.clock)) ?? parts.zone?.fault;
	if (fault !== undefined) {
		return impossible(text, fault);
	}
	const date = parts.date === undefined ? context.date : new Temporal.PlainDate(year, parts.date.month, parts.date.day);
	if (date === undefined) {
		return malformed(text, range);
	}
	return parts.clock === undefined
		? dayReading(text, parts, date, context)
		: clockReading(text, parts, parts.clock, date, context);
}

function trimmedRange(text: string): Range {
	const start = text.length - text.trimStart().length;
	return { start, end: Math.max(start, text.trimEnd().length) };
}

function malformed(text: string, range: Range): UnreadableTime {
	return { ok: false, text, reason: 'malformed', detail: '', range };
}

function impossible(text: string, { detail, range }: TimeFault): UnreadableTime {
	return { ok: false, text, reason: 'impossible', detail, range };
}

/** The written year, otherwise the year in which the date is nearest to the date of the context. */
function yearOf(written: WrittenDate, near: Temporal.PlainDate | undefined): number | undefined {
	if (written.year !== undefined || near === undefined) {
		return written.year;
	}
	const months = written.month - near.month;
	return near.year + (months > 6 ? -1 : months < -6 ? 1 : 0);
}

function dayReading(text: string, parts: TimeParts, date: Temporal.PlainDate, { timeZone }: TimeContext): WrittenTime {
	const wallClock = epochDayOf(date.year, date.month, date.day) * DAY;
	return new WrittenTime({
		text,
		precision: 'date',
		isApproximate: parts.isApproximate,
		hasWrittenDate: true,
		weekday: parts.weekday,
		wallClock,
		nanosecond: 0,
		zone: undefined,
		timeZone,
		abbreviation: undefined,
		offsetMismatch: undefined,
		earliestMs: firstInstantOf(timeZone, wallClock),
		latestMs: firstInstantOf(timeZone, wallClock + DAY) - 1,
		localFault: undefined,
		deviations: parts.date?.isIso && parts.weekday === undefined ? [] : ['other-order'],
		canonicalRange: parts.range,
		canonical: date.toString(),
	});
}

function clockReading(
	text: string,
	parts: TimeParts,
	clock: WrittenClock,
	date: Temporal.PlainDate,
	{ timeZone }: TimeContext,
): WrittenTime {
	const { hour, minute, second, nanosecond } = clockFields(clock);
	const midnight = epochDayOf(date.year, date.month, date.day) * DAY;
	const wallClock = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
	const resolution = resolveZone(parts.zone, wallClock, timeZone);
	const precision = clock.second === undefined ? 'minute' : 'second';
	const milliseconds = Math.floor(nanosecond / 1e6);
	return new WrittenTime({
		text,
		precision,
		isApproximate: parts.isApproximate,
		hasWrittenDate: parts.date !== undefined,
		weekday: parts.weekday,
		wallClock,
		nanosecond,
		zone: writtenZone(parts),
		timeZone: resolution.timeZone,
		abbreviation: resolution.abbreviation,
		offsetMismatch: resolution.offsetMismatch,
		earliestMs: resolution.first + milliseconds,
		latestMs: precision === 'minute' ? resolution.last + WITHIN_MINUTE : resolution.last + milliseconds,
		localFault: resolution.localFault,
		deviations: deviationsOf(text, parts, clock),
		canonicalRange: parts.range,
		canonical: canonical(resolution, clock),
	});
}

/** The zone's name takes precedence over an offset next to it. */
function writtenZone({ zone }: TimeParts): WrittenZone | undefined {
	return zone?.named ?? (zone?.offset && { form: 'offset', text: zone.offset.text, range: zone.offset.range });
}

/** RFC 3339 of the first instant, with the written fraction of a second (up to nanoseconds). */
function canonical({ canonicalWallClock, offset, bracket }: Resolution, { fraction }: WrittenClock): string {
	const wallClock = new Date(canonicalWallClock).toISOString().slice(0, 19);
	return `${wallClock}${fraction === undefined ? '' : `.${fraction.text.slice(0, 9)}`}${offset}${bracket}`;
}

function deviationsOf(text: string, parts: TimeParts, clock: WrittenClock): readonly Deviation[] {
	const { date, zone, weekday } = parts;
	const deviations: Deviation[] = [];
	const between = date === undefined || clock.start < date.end ? 'T' : text.slice(date.end, clock.start);
	const isSpace = between.trim() === '';
	if (date?.isIso && isSpace) {
		deviations.push('space-for-t');
	}
	if (between === 't' || zone?.offset?.deviation === 'lower-case') {
		deviations.push('lower-case');
	}
	if (clock.second === undefined) {
		deviations.push('no-seconds');
	}
	if (clock.hour.text.length === 1) {
		deviations.push('one-digit-hour');
	}
	if (clock.meridiem !== undefined) {
		deviations.push('twelve-hour');
	}
	if (zone?.named?.form === 'abbreviation') {
		deviations.push('abbreviation');
	}
	const offset = zone?.offset?.deviation;
	if (offset !== undefined && offset !== 'lower-case') {
		deviations.push(offset);
	}
	const inOrder = date === undefined || (date.isIso && date.end <= clock.start);
	const joined = isSpace || between.toLowerCase() === 't';
	if (!inOrder || !joined || weekday !== undefined || clock.isUnusual || zone?.isUnusual) {
		deviations.push('other-order');
	}
	return deviations;
}
