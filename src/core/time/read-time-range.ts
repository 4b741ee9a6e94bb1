import { monthOf } from './calendar-names.ts';
import { readTime, type TimeContext } from './read-time.ts';
import { RANGE_WORDS } from './time-words.ts';
import type { WrittenTime } from './written-time.ts';

/** Two times written as one value: `2026-02-03 14:00–14:20 UTC`. */
export interface TimeRange {
	readonly start: WrittenTime;
	readonly end: WrittenTime;
}

/** In UTF-16 code units. */
const MAX_LENGTH = 160;
const SEPARATOR = /→|⇒|->|=>|[–—~〜～-]|から|(?<=[ \t])(?:\/|\p{L}{1,8})(?=[ \t])/gu;
/** "January 25–26, 2026" */
const DAYS_OF_MONTH = /^(\p{L}{3,12}\.?)[ \t]+(\d{1,2})[ \t]*[–—-][ \t]*(\d{1,2})(,?[ \t]+\d{4})?$/u;
/** "25–26 January 2026" */
const DAYS_BEFORE_MONTH = /^(\d{1,2})[.]?[ \t]*[–—-][ \t]*(\d{1,2})([.]?[ \t]+\p{L}{3,12}(?:,?[ \t]+\d{4})?)$/u;

/**
 * Reads two times in one value, separated by a dash, an arrow or "to". A second time without a date has that of the first,
 * and its zone applies to both. Undefined for other texts. The end is before the start only if both have a date.
 */
export function readTimeRange(text: string, context: TimeContext): TimeRange | undefined {
	const value = text.trim();
	if (value.length > MAX_LENGTH || readTime(value, context).ok) {
		return undefined;
	}
	return readDays(value, context) ?? readAtSeparator(value, context);
}

function readDays(value: string, context: TimeContext): TimeRange | undefined {
	const [, month, from, to, year = ''] = DAYS_OF_MONTH.exec(value) ?? [];
	if (month !== undefined && monthOf(month.replace('.', '')) !== undefined) {
		return readEnds(`${month} ${from}${year}`, `${month} ${to}${year}`, context);
	}
	const [, first, last, rest] = DAYS_BEFORE_MONTH.exec(value) ?? [];
	return rest === undefined ? undefined : readEnds(`${first}${rest}`, `${last}${rest}`, context);
}

function readAtSeparator(value: string, context: TimeContext): TimeRange | undefined {
	for (const match of value.matchAll(SEPARATOR)) {
		const word = match[0].toLowerCase();
		if (/^\p{L}/u.test(word) && word !== 'から' && !RANGE_WORDS.has(word)) {
			continue;
		}
		const range = readEnds(value.slice(0, match.index), value.slice(match.index + match[0].length), context);
		if (range !== undefined) {
			return range;
		}
	}
	return undefined;
}

function readEnds(from: string, to: string, context: TimeContext): TimeRange | undefined {
	const first = readTime(from, context);
	if (!first.ok) {
		return undefined;
	}
	const last = readTime(to, { ...context, timeZone: first.zone ? first.timeZone : context.timeZone, date: first.date });
	if (!last.ok || (last.precision === 'date') !== (first.precision === 'date')) {
		return undefined;
	}
	const zoned =
		first.zone === undefined && last.zone !== undefined
			? readTime(from, { ...context, timeZone: last.timeZone })
			: first;
	const start = zoned.ok ? zoned : first;
	if (last.latestMs >= start.earliestMs || last.hasWrittenDate) {
		return { start, end: last };
	}
	const next = readTime(to, { ...context, timeZone: start.timeZone, date: start.date.add({ days: 1 }) });
	return next.ok ? { start, end: next } : undefined;
}
