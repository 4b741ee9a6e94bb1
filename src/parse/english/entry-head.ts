import { endOfMatch, matchAt } from '../../core/match-at.ts';
import type { Range } from '../../core/range.ts';
import type { WrittenDate } from '../../core/time/written-date.ts';
import { overlapping } from '../model/ranges.ts';
import type { Sequence } from '../model/sequence.ts';
import { readDateAt } from './days.ts';
import { readTimeLead } from './time-lead.ts';

/**
 * The head of an entry as a bulletin's author writes it, such as `**August 26: Headline** (05:30EST):`. Offsets into the
 * document.
 */
export interface EntryHead {
	readonly date: WrittenDate;
	/** The range of the date. */
	readonly dateRange: Range;
	/** The headline without its emphasis. */
	readonly headline: Range;
	/** The text between the parentheses: `05:30EST`. */
	readonly time: Range | undefined;
	/** The second time in `(05:30-09:00EST)`. */
	readonly until: Range | undefined;
	/** The start of the prose. */
	readonly end: number;
	/** Whether emphasis or a second colon delimits the headline. Without either, and without a time, it is just a sentence. */
	readonly isDelimited: boolean;
}

/** Maximum length of the head of an entry, in UTF-16 code units. */
const MAX_HEAD_LENGTH = 600;
const MAX_TIME_LENGTH = 80;
/** Includes the marker of a task list item. */
const OPENING = /[ \t]{0,40}(?:\[[ x]\][ \t]{1,40})?(?:(\*{1,3}|_{1,3})[ \t]{0,40})?/iy;
/** The end of a range of days, as in "August 26-27" and "August 30 to September 1". */
const LAST_DAY =
	/[ \t]{0,40}(?:-|–|—|to|through)[ \t]{0,40}(?:[a-z]{3,9}\.?[ \t]{1,40})?\d{1,2}(?:st|nd|rd|th)?(?!\d|:\d)/iy;
const DATE_END =
	/[ \t]{0,40}(?:(\*{1,3}|_{1,3})[ \t]{0,40})?:[ \t]{0,40}(?:(\*{1,3}|_{1,3})[ \t\r\n]*|[\r\n][ \t\r\n]*)?/y;
const HEAD_END = /[*_]{0,3}[ \t]*(?::|[-–—](?=\s))?[ \t]*[*_]{0,3}:?\s*/y;
const TRAILING = /[\s:,;*_–—-]/;

/** Reads the head that begins at `start`, or returns undefined without `Date: Headline`. `code`: the code of the page. */
export function readEntryHead(text: string, code: Sequence<Range>, start: number, end: number): EntryHead | undefined {
	const limit = Math.min(end, start + MAX_HEAD_LENGTH);
	const opening = matchAt(OPENING, text, start);
	const dateStart = start + (opening?.[0].length ?? 0);
	const date = readDateAt(text, dateStart, limit);
	if (date === undefined) {
		return undefined;
	}
	const lastDay = endOfMatch(LAST_DAY, text, date.end);
	const early = earlyTime(text, lastDay, limit);
	const timeEnd = early?.end ?? lastDay;
	const dateEnd = matchAt(DATE_END, text, timeEnd);
	if (dateEnd === undefined) {
		return undefined;
	}
	const [, closing, inner] = dateEnd;
	// `**August 26: Headline**`, `**August 26**: Headline`, `**August 26:** Headline`, `August 26: **Headline**`.
	// `open` is the emphasis that the headline itself is in, `mark` that of any part of the head.
	const mark = closing ?? inner ?? opening?.[1];
	const open = closing === undefined && inner !== opening?.[1] ? (inner ?? opening?.[1]) : undefined;
	const from = timeEnd + dateEnd[0].length;
	const found =
		(open === undefined ? undefined : emphasized(text, code, from, limit, open)) ??
		plain(text, code, from, limit, early !== undefined);
	if (found === undefined) {
		return undefined;
	}
	const headline = withoutTrailing(text, found.headline);
	const time = early ?? found.time;
	return headline.end > headline.start
		? {
				date,
				dateRange: { start: dateStart, end: date.end },
				headline,
				time: time?.time,
				until: time?.until,
				end: found.end,
				isDelimited: mark !== undefined || found.hasColon,
			}
		: undefined;
}

interface HeadTime {
	readonly time: Range;
	readonly until: Range | undefined;
	readonly end: number;
}

interface FoundHeadline {
	readonly headline: Range;
	readonly time: HeadTime | undefined;
	readonly end: number;
	readonly hasColon: boolean;
}

/** A time after the date: `August 26 (05:30EST): Headline`, `August 26, 05:30 EST: Headline`. */
function earlyTime(text: string, at: number, limit: number): HeadTime | undefined {
	const from = endOfMatch(/[ \t]*,?[ \t]*(?:at[ \t]+)?/y, text, at);
	if (text[from] === '(') {
		return timeInParentheses(text, from, limit);
	}
	const lead = readTimeLead(text, from, limit);
	return lead?.clock && lead.date === undefined && lead.range.start === from
		? { time: lead.time, until: lead.clock.until, end: lead.range.end }
		: undefined;
}

/** A headline up to the mark that closes its emphasis, with the time inside of it or after it. */
function emphasized(
	text: string,
	code: Sequence<Range>,
	from: number,
	limit: number,
	mark: string,
): FoundHeadline | undefined {
	const close = closingMark(text, code, from, limit, mark);
	if (close === undefined) {
		return undefined;
	}
	const inside = withoutTrailing(text, { start: from, end: close });
	const within = timeAtEnd(text, inside);
	const afterMark = close + mark.length;
	const time = within ?? timeBehind(text, afterMark, limit);
	const after = within === undefined ? (time?.end ?? afterMark) : afterMark;
	return {
		headline: within === undefined ? inside : { start: from, end: within.open },
		time,
		end: endOfMatch(HEAD_END, text, after),
		hasColon: true,
	};
}

/** A time after an emphasized headline: ` (05:30EST)`, ` *(05:30EST)*`, or ` at 05:30 EST` before a colon. */
function timeBehind(text: string, at: number, limit: number): HeadTime | undefined {
	const open = endOfMatch(/\s*:?\s*[*_]{0,3}/y, text, at);
	const bracketed = timeInParentheses(text, open, limit);
	if (bracketed !== undefined) {
		return bracketed;
	}
	const bare = earlyTime(text, at, limit);
	return bare && /^[ \t]*:/.test(text.slice(bare.end, bare.end + 4)) ? bare : undefined;
}

/** A headline without emphasis: up to a time in parentheses, otherwise a colon, otherwise the end of the line. */
function plain(
	text: string,
	code: Sequence<Range>,
	from: number,
	limit: number,
	timed: boolean,
): FoundHeadline | undefined {
	let colon: number | undefined;
	let at = from;
	while (at < limit) {
		const c = text[at];
		if (c === '`') {
			at = endOfCode(code, at) ?? at + 1;
			continue;
		}
		if (c === '(' && !timed) {
			const time = timeInParentheses(text, at, limit);
			if (time !== undefined) {
				return {
					headline: { start: from, end: at },
					time,
					end: endOfMatch(HEAD_END, text, time.end),
					hasColon: colon !== undefined,
				};
			}
		}
		if (c === ':' && /\s/.test(text[at + 1] ?? ' ')) {
			colon ??= at;
		}
		if (c === '\n' || ((c === '.' || c === '!') && /\s/.test(text[at + 1] ?? ' '))) {
			break;
		}
		at++;
	}
	return {
		headline: { start: from, end: colon ?? at },
		time: undefined,
		end: colon === undefined ? endOfMatch(/[.!]?\s*/y, text, at) : endOfMatch(HEAD_END, text, colon),
		hasColon: colon !== undefined,
	};
}

function closingMark(
	text: string,
	code: Sequence<Range>,
	from: number,
	limit: number,
	mark: string,
): number | undefined {
	let at = from;
	while (at < limit) {
		if (text[at] === '`') {
			at = endOfCode(code, at) ?? at + 1;
		} else if (text.startsWith(mark, at)) {
			return at;
		} else {
			at += text[at] === '\\' ? 2 : 1;
		}
	}
	return undefined;
}

/** Returns the end of the code that contains an offset. */
function endOfCode(code: Sequence<Range>, at: number): number | undefined {
	return overlapping(code, range => range, { start: at, end: at + 1 })[0]?.end;
}

/** A time in the parentheses that open at `at`. */
function timeInParentheses(text: string, at: number, limit: number): HeadTime | undefined {
	if (text[at] !== '(') {
		return undefined;
	}
	const close = text.slice(at, Math.min(limit, at + MAX_TIME_LENGTH)).indexOf(')');
	const lead = close < 0 ? undefined : readTimeLead(text, at + 1, at + close);
	if (lead?.clock === undefined || lead.range.start !== at + 1) {
		return undefined;
	}
	const rest = text.slice(lead.range.end, at + close);
	// Text after a comma is a remark. Text directly after the time belongs to it, and `readTime` reports it.
	const time = /^\s*(?:$|[,;/(–—-])/.test(rest) ? lead.time : { start: at + 1, end: at + close };
	return { time, until: lead.clock.until, end: at + close + 1 };
}

/** The time at the end of a headline: `Headline (05:30EST)`. */
function timeAtEnd(text: string, headline: Range): (HeadTime & { readonly open: number }) | undefined {
	if (text[headline.end - 1] !== ')') {
		return undefined;
	}
	const from = Math.max(headline.start, headline.end - MAX_TIME_LENGTH);
	const open = text.slice(from, headline.end).lastIndexOf('(');
	const time = open < 0 ? undefined : timeInParentheses(text, from + open, headline.end);
	return time && { ...time, open: from + open };
}

function withoutTrailing(text: string, { start, end }: Range): Range {
	let last = end;
	while (last > start && TRAILING.test(text[last - 1] ?? '')) {
		last--;
	}
	return { start, end: last };
}
