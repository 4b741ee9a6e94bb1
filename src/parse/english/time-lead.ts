import { endOfMatch, matchAt } from '../../core/match-at.ts';
import type { Range } from '../../core/range.ts';
import { weekdayOf } from '../../core/time/calendar-names.ts';
import { TokenCursor } from '../../core/time/time-tokens.ts';
import { ABOUT, AT_TIME, RANGE_WORDS } from '../../core/time/time-words.ts';
import { type ClockPlace, readClock, skipUncertain } from '../../core/time/written-clock.ts';
import type { WrittenDate } from '../../core/time/written-date.ts';
import { readZoneSuffix, type ZoneSuffix } from '../../core/time/zone-suffix.ts';
import { readBareDateAt } from './days.ts';

/** A time at the start of a text, followed by any other text. All ranges are offsets into the whole text. */
export interface TimeLead {
	readonly date: WrittenDate | undefined;
	/** The time of day with "about" before it and its zone after it. */
	readonly clock: ClockLead | undefined;
	/** The last date of `2024-08-26 → 2024-08-28`. */
	readonly lastDate: WrittenDate | undefined;
	/** The whole time, including the end of a range of times (`21:01–21:23`). */
	readonly range: Range;
	/** The time without the end of a range: the text that `readTime` reads. */
	readonly time: Range;
}

export interface ClockLead {
	readonly range: Range;
	/** The end of a range, with its zone. */
	readonly until: Range | undefined;
	/** True for a time with a zone. */
	readonly isZoned: boolean;
	/** True for a form that is also something else: "noon", `9.07`. */
	readonly isWeak: boolean;
}

/** Maximum length of a time, and of a time of day with its zone. In UTF-16 code units. */
const MAX_LEAD = 120;
const MAX_CLOCK = 60;
/** Words longest first, so that none hides a longer one. */
const ABOUT_WORDS = alternatives(ABOUT);
const AT_WORDS = alternatives(AT_TIME);
const SEPARATOR = new RegExp(`[ \\t]*,?[ \\t]*(?:(?:${AT_WORDS})[ \\t]+|[-–—@][ \\t]+)?`, 'iuy');
const APPROXIMATION = new RegExp(
	`(?:(?:[~≈～約约<]|(?:${ABOUT_WORDS})(?:\\.|(?=[\\s~\\d]))|(?:${AT_WORDS})(?=[ \\t]+[~\\d]))[ \\t]*){1,3}`,
	'iuy',
);
/** The separator of a range of times; before it, a meridiem and a zone abbreviation are allowed. */
const RANGE = new RegExp(
	`(?:[ \\t]?[A-Z]{1,5})?[ \\t]{0,40}([-–—~〜→]|->|(?:${alternatives(RANGE_WORDS)})[ \\t])[ \\t]{0,40}[~≈]?(?=[\\d?])`,
	'uy',
);
const DATE_RANGE = /[ \t]{0,8}(?:→|–|—|->|-|(?:to|until|through|bis|til|au|hasta|até)(?=[ \t]))[ \t]{0,8}/y;
/** `16:05:57-58`, `13:14:21~34`: the end of a range in seconds. */
const SECONDS_RANGE = /[-–~][0-5]\d(?:\.\d{1,9})?(?!\d|:\d)|[–~][0-5]\d:[0-5]\d(?!\d|:\d)/y;
/** A time of day with seconds at the end of a text. */
const WITH_SECONDS = /\d:\d\d:\d\d(?:\.\d{1,9})?$/;
/** More times of the same entry: `22:02, 22:07, 22:33`. */
const MORE_CLOCKS = /(?:[ \t]?(?:,|&|and)[ \t]?\d{1,2}:\d\d(?::\d\d)?(?!\d)){1,8}/y;

function alternatives(words: ReadonlySet<string>): string {
	return [...words].sort((a, b) => b.length - a.length).join('|');
}

/**
 * Reads the time at an offset: a date, a time of day, or both in either order, with a zone and "about". Undefined if there
 * is none. The values are not checked: `25:00` is a time of day here.
 */
export function readTimeLead(text: string, at: number, stop = text.length): TimeLead | undefined {
	const limit = Math.min(stop, at + MAX_LEAD);
	let date: WrittenDate | undefined;
	let clock: ClockLead | undefined;
	let reached = at;
	let weekdayStart: number | undefined;
	for (;;) {
		const from = reached === at ? at : endOfMatch(SEPARATOR, text, reached);
		const nextWeekday = weekdayStart === undefined ? weekdayAt(text, from, limit) : undefined;
		if (nextWeekday !== undefined) {
			weekdayStart = from;
			reached = nextWeekday;
			continue;
		}
		const nextDate = date === undefined ? readBareDateAt(text, from, limit) : undefined;
		if (nextDate !== undefined) {
			date = nextDate;
			reached = nextDate.end;
			continue;
		}
		const afterT = date !== undefined && /^t\d/i.test(text.slice(from, from + 2));
		const place = afterT ? 'after-T' : date === undefined ? 'alone' : 'after-date';
		const nextClock =
			clock === undefined
				? readClockLead(text, afterT ? from + 1 : from, limit, place, date?.isIso === true)
				: undefined;
		if (nextClock === undefined) {
			break;
		}
		clock = nextClock;
		reached = nextClock.until?.end ?? nextClock.range.end;
	}
	if (date === undefined && clock === undefined) {
		return undefined;
	}
	const lastDate = date !== undefined && clock === undefined ? lastDateAt(text, date, limit) : undefined;
	const end = Math.max(date?.end ?? at, clock?.range.end ?? at);
	const start = Math.min(weekdayStart ?? limit, date?.start ?? limit, clock?.range.start ?? limit);
	const last = clock?.until?.end ?? clock?.range.end;
	const reachedEnd =
		last === undefined ? (lastDate?.end ?? end) : Math.max(end, endOfMatch(MORE_CLOCKS, text, last), last);
	return { date, clock, lastDate, time: { start, end }, range: { start, end: Math.min(reachedEnd, limit) } };
}

/** The end of a range of dates. */
function lastDateAt(text: string, date: WrittenDate, limit: number): WrittenDate | undefined {
	const from = endOfMatch(DATE_RANGE, text, date.end);
	return from === date.end ? undefined : readBareDateAt(text, from, limit);
}

function weekdayAt(text: string, at: number, limit: number): number | undefined {
	const cursor = new TokenCursor(text, at, Math.min(limit, at + 14));
	const { end } = cursor.peek();
	return weekdayOf(cursor.word()) === undefined ? undefined : cursor.isMark('.', 1) ? end + 1 : end;
}

/** Reads a time of day at an offset, with "about" before it, its zone and the end of a range after it. */
export function readClockLead(
	text: string,
	at: number,
	limit: number,
	place: ClockPlace,
	afterIsoDate: boolean,
): ClockLead | undefined {
	const start = endOfMatch(APPROXIMATION, text, at);
	const first = clockEndAt(text, start, limit, place);
	if (first === undefined) {
		return undefined;
	}
	const until = findUntil(text, first, limit, afterIsoDate);
	const clock = until === undefined ? first : clockEndAt(text, start, Math.min(limit, until.dash), place);
	return (
		clock && {
			range: { start: at, end: clock.end },
			until: until && { start: until.start, end: until.end },
			isZoned: clock.isZoned || until?.isZoned === true,
			isWeak: clock.isWeak,
		}
	);
}

interface ClockEnd {
	readonly start: number;
	/** The end without the zone. */
	readonly clockEnd: number;
	/** The end including the zone. */
	readonly end: number;
	readonly minutes: number;
	readonly isZoned: boolean;
	readonly isWeak: boolean;
}

function clockEndAt(text: string, start: number, stop: number, place: ClockPlace): ClockEnd | undefined {
	const cursor = new TokenCursor(text, start, Math.min(stop, start + MAX_CLOCK));
	const clock = readClock(cursor, place);
	if (clock === undefined) {
		return undefined;
	}
	const zone = readZoneSuffix(cursor);
	const isZoned = hasZone(zone) && !isWord(text, zone);
	const uncertain = isZoned && skipUncertain(cursor);
	const isWeak = !isZoned && clock.isUnusual && /^(?:\p{L}|\d\.)/u.test(text.slice(start, start + 2));
	return {
		start,
		clockEnd: clock.end,
		end: uncertain ? cursor.previousEnd : isZoned ? zone.end : clock.end,
		minutes: Number(clock.hour.text) * 60 + Number(clock.minute?.text ?? 0),
		isZoned,
		isWeak,
	};
}

function hasZone({ offset, named }: ZoneSuffix): boolean {
	return offset !== undefined || named !== undefined;
}

/** "16:30 Met with the vendor", "16:30 Japan is down": a word, and not a zone. In capitals it is a zone. */
function isWord(text: string, { named, end }: ZoneSuffix): boolean {
	const name = named?.text ?? '';
	if (named === undefined || name === name.toUpperCase() || name.includes('/') || name.includes(' ')) {
		return false;
	}
	return name !== name.toLowerCase() || /^\s+\p{L}/u.test(text.slice(end, end + 4));
}

interface Until {
	readonly dash: number;
	readonly start: number;
	readonly end: number;
	readonly isZoned: boolean;
}

/** Returns the separator and the second time of `21:01–21:23`, but not of `05:30-04:00`, which has an offset. */
function findUntil(text: string, first: ClockEnd, limit: number, afterIsoDate: boolean): Until | undefined {
	const seconds = endOfMatch(SECONDS_RANGE, text, first.clockEnd);
	if (seconds > first.clockEnd && WITH_SECONDS.test(text.slice(first.start, first.clockEnd))) {
		return { dash: first.clockEnd, start: first.clockEnd + 1, end: seconds, isZoned: false };
	}
	for (const from of [first.clockEnd, first.end]) {
		const match = matchAt(RANGE, text, from);
		const mark = match?.[1];
		if (match === undefined || mark === undefined) {
			continue;
		}
		const start = from + match[0].length;
		const second = clockEndAt(text, start, limit, 'alone');
		const unknown = second === undefined ? endOfMatch(/\?{2}(?::\?{2})?/y, text, start) : start;
		if (second === undefined && unknown === start) {
			continue;
		}
		const dash = from + match[0].indexOf(mark);
		const signed = mark === '-' && /\d/.test(text[dash + 1] ?? '');
		const minutes = second?.minutes ?? 0;
		const isUnknown = second === undefined || /[?x]/i.test(text.slice(start, second.clockEnd));
		const likeOffset =
			signed && !isUnknown && minutes <= 14 * 60 && minutes % 15 === 0 && /^\d\d/.test(text.slice(start, start + 2));
		if (likeOffset && (afterIsoDate || dash > first.clockEnd || minutes <= first.minutes)) {
			return undefined;
		}
		return { dash, start, end: second?.end ?? unknown, isZoned: second?.isZoned === true };
	}
	return undefined;
}
