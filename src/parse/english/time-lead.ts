import { endOfMatch, matchAt } from '../../core/match-at.ts';
import type { Range } from '../../core/range.ts';
import { weekdayOf } from '../../core/time/calendar-names.ts';
import { TokenCursor } from '../../core/time/time-tokens.ts';
import { readClock } from '../../core/time/written-clock.ts';
import type { WrittenDate } from '../../core/time/written-date.ts';
import { readZoneSuffix } from '../../core/time/zone-suffix.ts';
import { readBareDateAt } from './days.ts';

/** The time that a text begins with, as far as it goes: what follows is something else. Offsets into the whole text. */
export interface TimeLead {
	readonly date: WrittenDate | undefined;
	/** The time of day with "about" before it and its zone behind it. */
	readonly clock: ClockLead | undefined;
	/** All of it, the end of a range of times (`21:01–21:23`) included. */
	readonly range: Range;
	/** What a reader of times is given: all but the end of a range. */
	readonly time: Range;
}

export interface ClockLead {
	readonly range: Range;
	/** The end of a range, with its zone. */
	readonly until: Range | undefined;
}

/** No lead is longer, and no time of day with its zone. */
const LONGEST = 120;
const LONGEST_CLOCK = 60;
const SEPARATOR = /[ \t]*,?[ \t]*(?:(?:at|on)[ \t]+|[-–—@][ \t]+)?/y;
const APPROXIMATION = /(?:~|(?:about|around|approximately|roughly|circa|approx\.?|ca\.?|c\.)(?=[\s~\d]))[ \t]*/iy;
const CLOCK = /(\d{1,2})(?::(\d{2})(?::\d{2})?(?!\d)|(?=[ \t]?[ap]\.?m\b))/iy;
/** What may stand between the two times of a range, and the second one. */
const RANGE =
	/(?:[ \t]?[ap]\.?m\.?)?(?:[ \t]?[A-Z]{1,5})?[ \t]{0,40}(-|–|—|(?:to|until|till)[ \t])[ \t]{0,40}~?(\d{1,2}):(\d{2})/iy;

/**
 * Reads the time that stands at an offset: a date, a time of day, or both in either order, with a zone; "about" is part
 * of it. Undefined where there is none. Nothing is judged: `25:00` is a time of day here.
 */
export function readTimeLead(text: string, at: number, stop = text.length): TimeLead | undefined {
	const limit = Math.min(stop, at + LONGEST);
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
		const afterT = date !== undefined && /^t\d/i.test(text.slice(from, from + 2)) ? from + 1 : from;
		const nextClock = clock === undefined ? clockAt(text, afterT, limit, date?.iso === true) : undefined;
		if (nextClock === undefined) {
			break;
		}
		clock = nextClock;
		reached = nextClock.until?.end ?? nextClock.range.end;
	}
	if (date === undefined && clock === undefined) {
		return undefined;
	}
	const end = Math.max(date?.end ?? at, clock?.range.end ?? at);
	const start = Math.min(weekdayStart ?? limit, date?.start ?? limit, clock?.range.start ?? limit);
	return { date, clock, time: { start, end }, range: { start, end: Math.max(end, clock?.until?.end ?? at) } };
}

function weekdayAt(text: string, at: number, limit: number): number | undefined {
	const cursor = new TokenCursor(text, at, Math.min(limit, at + 12));
	const { end } = cursor.peek();
	return weekdayOf(cursor.word()) === undefined ? undefined : cursor.isMark('.', 1) ? end + 1 : end;
}

function clockAt(text: string, at: number, limit: number, afterIsoDate: boolean): ClockLead | undefined {
	const start = endOfMatch(APPROXIMATION, text, at);
	const written = matchAt(CLOCK, text, start);
	if (written === undefined) {
		return undefined;
	}
	const numbersEnd = start + written[0].length;
	const until = startOfUntil(text, numbersEnd, minutesOf(written[1], written[2]), afterIsoDate);
	const end = clockEnd(text, start, Math.min(limit, until?.dash ?? limit));
	const untilEnd = until && clockEnd(text, until.start, limit);
	return end === undefined
		? undefined
		: {
				range: { start: at, end },
				until: until && untilEnd !== undefined ? { start: until.start, end: untilEnd } : undefined,
			};
}

/** Where a time of day ends, its zone included; undefined where there is none. */
function clockEnd(text: string, start: number, stop: number): number | undefined {
	// A colon after the minutes that no seconds follow ends the time: "10:15: the alert fires".
	const numbersEnd = endOfMatch(CLOCK, text, start);
	const limit = text[numbersEnd] === ':' ? numbersEnd : start + LONGEST_CLOCK;
	const cursor = new TokenCursor(text, start, Math.min(stop, limit));
	const clock = readClock(cursor, 'alone');
	if (clock === undefined) {
		return undefined;
	}
	const zone = readZoneSuffix(cursor);
	return zone.named?.form === 'abbreviation' && isWord(text, zone.named.text, zone.end) ? clock.end : zone.end;
}

/** "16:30 Met with the vendor": a word of the sentence, and no Middle European Time. In capitals it is a zone. */
function isWord(text: string, name: string, end: number): boolean {
	if (name === name.toUpperCase()) {
		return false;
	}
	return name !== name.toLowerCase() || /^\s+\p{L}/u.test(text.slice(end, end + 4));
}

/** Where the dash and the second time of a range stand: `21:01–21:23`, but not `05:30-04:00`, which has an offset. */
function startOfUntil(
	text: string,
	at: number,
	minutes: number,
	afterIsoDate: boolean,
): { dash: number; start: number } | undefined {
	const match = matchAt(RANGE, text, at);
	const mark = match?.[1];
	if (match === undefined || mark === undefined) {
		return undefined;
	}
	const dash = at + match[0].indexOf(mark);
	const second = minutesOf(match[2], match[3]);
	const signed = mark === '-' && /\d/.test(text[dash + 1] ?? '');
	const likeOffset = signed && second <= 14 * 60 && second % 15 === 0 && match[2]?.length === 2;
	if (likeOffset && (afterIsoDate || dash > at || second <= minutes)) {
		return undefined;
	}
	return { dash, start: at + match[0].lastIndexOf(match[2] ?? '', match[0].length - 4) };
}

function minutesOf(hour = '0', minute = '0'): number {
	return Number(hour) * 60 + Number(minute);
}
