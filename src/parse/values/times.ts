import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import { findDateOrder, needsDateOrder } from '../../core/time/date-order.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { TimeReading } from '../../core/time/written-time.ts';
import { readTimeLead, type TimeLead } from '../english/time-lead.ts';

/** A time in the value of a field. */
export interface ValueTime {
	readonly range: Range;
	readonly reading: TimeReading;
}

/** The times of a value: one, or the ends of a range. */
export interface ValueSpan {
	readonly start: ValueTime;
	readonly end: ValueTime | undefined;
}

export interface ValueContext {
	/** Of times without a zone. */
	readonly timeZone: string;
	/** Of clocks without a date, and the year of dates without one. */
	readonly date: Temporal.PlainDate | undefined;
	/** Only a time at the start of the value counts, because the value may be prose. */
	readonly isStrict: boolean;
}

/** In UTF-16 code units. The times of a longer value are in its beginning. */
const MAX_VALUE_LENGTH = 240;
/** A time of a value that may be prose starts within so many code units: after "approx." or an emoji. */
const MAX_STRICT_OFFSET = 16;
const WORD = /[\p{L}\p{N}~]+/gu;
/** Between the two ends of a range, with a remark in parentheses to the first. */
const BETWEEN =
	/^[\s*_`\])]{0,6}(?:\([^()]{0,80}\)[\s*_`]{0,6})?(?:→|⟶|⇒|->|=>|–|—|-|~|～|〜|to|until|till|through|thru|and|bis|à|au|a|hasta|até|til|至|到|から)[\s*_`[(]{0,6}(?:about|approx\.?|approximately|around|ca\.?|the|om|kl\.?)?[\s*_`~]{0,6}$/iu;
/** "September 11-20, 2025", "11-20 September 2025". */
const DAYS_OF_MONTH = [
	/(?<month>\p{L}{3,9})\.? (?<first>\d{1,2})(?:st|nd|rd|th)?\s?[–—-]\s?(?<last>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/u,
	/(?<![\d.])(?<first>\d{1,2})\.?\s?[–—-]\s?(?<last>\d{1,2})\.? (?<month>\p{L}{3,9})\.?,? (?<year>\d{4})(?!\d)/u,
];

/** Reads the time of a value, or the two times of a range. Undefined if it contains none. */
export function readSpan(text: string, value: Range, written: ValueContext): ValueSpan | undefined {
	const end = Math.min(value.end, value.start + MAX_VALUE_LENGTH);
	const days = daysOfMonth(text, { start: value.start, end }, written);
	if (days !== undefined) {
		return days;
	}
	const lead = firstLead(text, value.start, end, written.isStrict);
	const clock = lead?.clock === undefined ? clockBehind(text, lead, end) : undefined;
	const date = clock && lead ? dateOf(text, lead, written) : undefined;
	// "22.02.2024, kl. 10:00 - 14:00": the clocks are on the date before them.
	const start = date ? clock : lead;
	const context = date ? { ...written, date } : written;
	if (start === undefined) {
		return undefined;
	}
	const until = start.clock?.until;
	const read = until && readAt(text, until, { ...context, date: dateOf(text, start, context) });
	const zoned = read?.reading.ok ? { ...context, timeZone: read.reading.timeZone } : context;
	const first = readLead(text, start, zoned);
	if (first === undefined) {
		return undefined;
	}
	if (read !== undefined) {
		return { start: first, end: read.reading.ok ? read : undefined };
	}
	const startEnd = endOfLead(start);
	const next = firstLead(text, startEnd, end, false);
	const last =
		next && BETWEEN.test(text.slice(startEnd, next.range.start))
			? readLead(text, next, { ...context, date: first.reading.ok ? first.reading.date : context.date })
			: undefined;
	return { start: first, end: last?.reading.ok ? last : undefined };
}

/** The first time in a range. */
function firstLead(text: string, from: number, end: number, isStrict: boolean): TimeLead | undefined {
	WORD.lastIndex = from;
	for (let match = WORD.exec(text); match !== null && match.index < end; match = WORD.exec(text)) {
		if (isStrict && match.index - from > MAX_STRICT_OFFSET) {
			return undefined;
		}
		const next = WORD.lastIndex;
		const lead = readTimeLead(text, match.index, end);
		WORD.lastIndex = next;
		if (lead !== undefined && !isPartOfNumber(text, lead.range)) {
			return lead;
		}
	}
	return undefined;
}

/** Where the first time ends. The last date of a range is read again, with the time of day after it. */
function endOfLead({ lastDate, time, range }: TimeLead): number {
	return lastDate === undefined ? range.end : time.end;
}

/** Between a date and its clock. */
const BEFORE_CLOCK =
	/^[\s,;:(|–—-]{1,4}(?:(?:kl\.?|klokken|um|at|from|fra|von|between|mellom|de|à|a las|às|ca\.?|approx\.?|about|around)\s)?[\s~]{0,2}$/iu;

/** A clock that words such as "kl." separate from the date before it. */
function clockBehind(text: string, date: TimeLead | undefined, end: number): TimeLead | undefined {
	if (date === undefined) {
		return undefined;
	}
	const next = firstLead(text, endOfLead(date), end, false);
	return next?.clock !== undefined &&
		next.date === undefined &&
		BEFORE_CLOCK.test(text.slice(endOfLead(date), next.range.start))
		? next
		: undefined;
}

/** "v1.2.2024", "#12-05". */
function isPartOfNumber(text: string, { start }: Range): boolean {
	return /[\p{L}\p{N}#./]/u.test(text[start - 1] ?? ' ') && !/[T]/.test(text[start - 1] ?? '');
}

function readLead(text: string, lead: TimeLead, context: ValueContext): ValueTime | undefined {
	if (lead.date === undefined && context.date === undefined) {
		return undefined;
	}
	const whole = readAt(text, lead.time, context);
	if (whole.reading.ok || whole.reading.reason === 'impossible' || lead.date === undefined) {
		return whole.reading.ok || whole.reading.reason === 'impossible' ? whole : undefined;
	}
	const day = readAt(text, lead.date, context);
	return day.reading.ok ? day : undefined;
}

function dateOf(text: string, { date }: TimeLead, context: ValueContext): Temporal.PlainDate | undefined {
	const day = date && readAt(text, date, context).reading;
	return day?.ok ? day.date : context.date;
}

function readAt(text: string, { start, end }: Range, { timeZone, date }: ValueContext): ValueTime {
	const written = text.slice(start, end);
	const dateOrder = needsDateOrder(written) ? findDateOrder(text) : undefined;
	return { range: { start, end }, reading: readTime(written, { timeZone, date, dateOrder }) };
}

function daysOfMonth(text: string, value: Range, context: ValueContext): ValueSpan | undefined {
	const written = text.slice(value.start, value.end);
	for (const pattern of DAYS_OF_MONTH) {
		const match = pattern.exec(written);
		const { month, first, last, year } = match?.groups ?? {};
		if (match === null || (context.isStrict && match.index > MAX_STRICT_OFFSET)) {
			continue;
		}
		const range = { start: value.start + match.index, end: value.start + match.index + match[0].length };
		const [start, end] = [first, last].map(day => ({
			range,
			reading: readTime(`${month} ${day}, ${year}`, { timeZone: context.timeZone }),
		}));
		if (start?.reading.ok && end?.reading.ok) {
			return { start, end };
		}
	}
	return undefined;
}
