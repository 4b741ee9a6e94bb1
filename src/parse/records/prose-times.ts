import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import { findDate, resolveDay } from '../english/days.ts';
import { type ProseParagraph, paragraphsOf } from '../markdown/prose.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { readSpan, type ValueContext, type ValueTime } from '../values/times.ts';

/** The times of an incident in the prose that describes it. */
export interface ProseTimes {
	readonly start: ValueTime | undefined;
	readonly end: ValueTime | undefined;
}

/** Later paragraphs are about details. */
const MAX_PARAGRAPHS = 4;
/** In UTF-16 units. */
const MAX_PARAGRAPH_LENGTH = 1200;
const MAX_LEAD_LENGTH = 60;
/** A day without a year can be later than the known day, which can be that of the start. */
const MAX_DAYS_LATER = 30;
const NO_TIMES: ProseTimes = { start: undefined, end: undefined };

/** "**Author:** …": the value of a label is not prose. */
const LABEL = /^\s*[\p{L}][\p{L} /-]{1,40}:\s/u;
/** Words before a date that is not that of the incident: "updated on 2024-08-26". */
const OTHER_DATE =
	/(?:\b(?:since|until|till|by|before|prior to|updated|published|posted|written|reviewed|due|expir\w+|released?|version|created|introduced|merged|deployed|shipped|scheduled|planned|filed|opened|committed|as of)|[#v@/])\s*(?:(?:on|at|for|in|the)\s+)*$/i;
/** Words before the first of two times: "from 14:00 to 15:00", "lasted from around 20:20 to 20:46 UTC". */
const SPAN_CUE = /\b(?:from|between|zwischen|von|entre|de|desde|das|mellom|fra)\s/giu;
/** Between a span of clocks and the date that they belong to. */
const BEFORE_DATE = /^[\s,(]{0,3}(?:(?:on|am|le|el|em|no dia|den|dem)\s+(?:the\s+|\p{L}{3,12},?\s+)?)?$/iu;

/**
 * Finds the start and the end of an incident in its summary: "On February 28th, 2024 at 01:55 UTC, …", "between 10:12 and
 * 11:47 UTC on 3 May 2024", "lasted from 20:20 to 20:46 UTC". Clocks without a date need `day`. The prose before the second
 * heading is searched after the summary.
 */
export function timesInProse(
	text: string,
	page: Markdown,
	summary: Range | undefined,
	{ timeZone, day }: { readonly timeZone: string; readonly day: Temporal.PlainDate | undefined },
): ProseTimes {
	const isProse = (paragraph: ProseParagraph) => !LABEL.test(paragraph.text) && !isHeading(paragraph, page);
	const paragraphs = [...(summary ? [summary] : []), beforeSecondHeading(page)]
		.flatMap(range => paragraphsOf(text, page, range).filter(isProse).slice(0, MAX_PARAGRAPHS))
		.map(({ start, text: prose }) => ({ start, text: prose.slice(0, MAX_PARAGRAPH_LENGTH) }));
	const context: ValueContext = { timeZone, date: day, isStrict: true };
	for (const paragraph of paragraphs) {
		const dated = datedSpan(paragraph, context);
		const isExact = dated?.start?.reading.ok && dated.start.reading.precision !== 'date';
		const date = day ?? (dated?.start?.reading.ok ? dated.start.reading.date : undefined);
		const found = isExact
			? dated
			: (clockSpan(paragraph, { ...context, date }) ?? (day === undefined ? dated : undefined));
		if (found !== undefined) {
			return found;
		}
	}
	return NO_TIMES;
}

function beforeSecondHeading({ range, sections }: Markdown): Range {
	return {
		start: range.start,
		end: sections.find(({ level }, index) => index > 0 || level > 1)?.range.start ?? range.end,
	};
}

function isHeading({ start }: ProseParagraph, { sections }: Markdown): boolean {
	return sections.some(({ title }) => title.range.start === start);
}

/** The first date with a year, and the times beside it. */
function datedSpan({ start, text }: ProseParagraph, context: ValueContext): ProseTimes | undefined {
	const date = findDate(text, { start: 0, end: text.length }, ({ year, start: at }) => {
		return year !== undefined && !OTHER_DATE.test(text.slice(Math.max(0, at - MAX_LEAD_LENGTH), at));
	});
	const span = date && readSpan(text, { start: date.start, end: text.length }, context);
	if (date === undefined || !span?.start.reading.ok) {
		return undefined;
	}
	const leadStart = Math.max(0, date.start - MAX_LEAD_LENGTH);
	const before = clockSpan(
		{ start: leadStart, text: text.slice(leadStart, date.start) },
		{ ...context, date: span.start.reading.date },
	);
	if (before?.end !== undefined && BEFORE_DATE.test(text.slice(before.end.range.end, date.start))) {
		return inDocument(before, start);
	}
	return inDocument(span, start);
}

/** The first two clocks after a word such as "from". They are on the date before that word, or else on the known day. */
function clockSpan({ start, text }: ProseParagraph, known: ValueContext): ProseTimes | undefined {
	for (const cue of known.date === undefined ? [] : text.matchAll(SPAN_CUE)) {
		const context = { ...known, date: dayBefore(text, cue.index, known.date) ?? known.date };
		const span = readSpan(text, { start: cue.index + cue[0].length, end: text.length }, context);
		const isSpan = span?.start.reading.ok && span.end?.reading.ok;
		if (isSpan && span.start.reading.precision !== 'date' && span.end.reading.precision !== 'date') {
			return inDocument({ start: span.start, end: notBefore(text, span.start, span.end, context) }, start);
		}
	}
	return undefined;
}

/** The date that ends at an offset: "On January 9 from 17:09". Without a year, it is one near the known day. */
function dayBefore(text: string, at: number, near: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
	const from = Math.max(0, at - MAX_LEAD_LENGTH);
	const date = findDate(text, { start: from, end: at }, ({ end }) => /^[\s,]{0,3}$/.test(text.slice(end, at)));
	return date && resolveDay(date, near?.add({ days: MAX_DAYS_LATER }));
}

/** An end without a date that is before the start is on the next day. */
function notBefore(text: string, start: ValueTime, end: ValueTime, context: ValueContext): ValueTime {
	const [from, to] = [start.reading, end.reading];
	if (!from.ok || !to.ok || to.hasWrittenDate || to.latestMs >= from.earliestMs) {
		return end;
	}
	return (
		readSpan(text, end.range, { ...context, timeZone: to.timeZone, date: from.date.add({ days: 1 }) })?.start ?? end
	);
}

function inDocument({ start, end }: ProseTimes, offset: number): ProseTimes {
	const moved = (time: ValueTime | undefined) =>
		time && { ...time, range: { start: time.range.start + offset, end: time.range.end + offset } };
	return { start: moved(start), end: moved(end) };
}
