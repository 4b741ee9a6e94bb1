import type { Temporal } from 'temporal-polyfill';
import type { LocatedTime } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { readTime } from '../../core/time/read-time.ts';
import { fileStem } from '../../core/uri/file-name.ts';
import { readDateAt, resolveDay } from '../english/days.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Fields } from '../model/fields.ts';
import type { TimelineStart } from './timeline.ts';

/** In UTF-16 code units. */
const MAX_TITLE = 300;
const MAX_HEAD_LINES = 40;
/** `2024-08-26`, `2024_08_26` or `20240826` at a word boundary, and `08_26_2024`. */
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d\d)[-_.](\d\d)[-_.]((?:19|20)\d\d)(?!\d)/;
/** Fields whose day is that of the first times. */
const DAY_FIELDS: ReadonlySet<string> = new Set(['started_at', 'date', 'detected_at']);

/**
 * The start that the times of a page without a date count from: the date of the incident that a postmortem names, the
 * record's own start, the date of its head, of its first heading, or of its file name, in this order.
 */
export function findTimelineStart(
	fields: Fields,
	page: Markdown | undefined,
	incidentDate: Temporal.PlainDate | undefined,
): TimelineStart {
	const { source } = fields;
	const started = fields.time(['started_at']);
	const time = started?.reading.ok ? started : undefined;
	const heading = page?.sections.find(({ level }) => level === 1) ?? page?.sections[0];
	const date =
		incidentDate ??
		dayOf(time) ??
		dayOf(fields.time(['date'])) ??
		(page && dayInHead(fields, page)) ??
		(heading && findDay(source.text, heading.title.range, undefined)) ??
		dayInName(fileStem(source.uri));
	return { date, time };
}

function dayOf(time: LocatedTime | undefined): Temporal.PlainDate | undefined {
	return time?.reading.ok ? time.reading.date : undefined;
}

/** The first date in a part of a text. A date without a year only near another one. */
export function findDay(
	text: string,
	{ start, end }: Range,
	near: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
	const stop = Math.min(end, start + MAX_TITLE);
	for (const { index } of text.slice(start, stop).matchAll(/(?<![\p{L}\p{N}_])[\p{L}\p{N}]/gu)) {
		const written = readDateAt(text, start + index, stop);
		const day = written && resolveDay(written, near?.add({ days: 366 }));
		if (day !== undefined) {
			return written?.year === undefined && near !== undefined ? day.with({ year: near.year }) : day;
		}
	}
	return undefined;
}

/** The date in an id or the name of a file. */
function dayInName(name: string): Temporal.PlainDate | undefined {
	const [, year, , month, day] = YEAR_FIRST.exec(name) ?? [];
	const [, first, second, last] = year === undefined ? (YEAR_LAST.exec(name) ?? []) : [];
	const text = year === undefined ? `${last}-${first}-${second}` : `${year}-${month}-${day}`;
	const reading = readTime(text, { timeZone: 'UTC' });
	return reading.ok ? reading.date : undefined;
}

/** The date of a label in the head of the page: "**Date:** 2024-08-26", "- Start: …", "| Date | … |". */
function dayInHead(fields: Fields, page: Markdown): Temporal.PlainDate | undefined {
	const { text, configuration } = fields.source;
	const end = page.sections.filter(({ level }) => level > 1)[0]?.range.start ?? page.range.end;
	let lines = 0;
	for (const block of page.blocks) {
		if (block.range.start >= end || lines > MAX_HEAD_LINES) {
			return undefined;
		}
		const rows =
			block.type === 'row'
				? [block.text.slice(0, 2)]
				: block.type === 'paragraph'
					? block.text.map(line => [line])
					: [];
		for (const [first, second] of rows) {
			lines++;
			const found = first && labelled(text, first, second);
			const field = found && configuration.vocabulary.field(found.label);
			const day =
				found && field !== undefined && DAY_FIELDS.has(field) ? findDay(text, found.value, undefined) : undefined;
			if (day !== undefined) {
				return day;
			}
		}
	}
	return undefined;
}

/** A label and its value: the two cells of a row, or the parts of a line before and after the first colon. */
function labelled(text: string, first: Range, second: Range | undefined): { label: string; value: Range } | undefined {
	const written = text.slice(first.start, Math.min(first.end, first.start + MAX_TITLE));
	if (second !== undefined) {
		return { label: written.replace(/[*_`]/g, ''), value: second };
	}
	const colon = written.indexOf(':');
	return colon < 1 || colon > 60
		? undefined
		: {
				label: written.slice(0, colon).replace(/[*_`]/g, ''),
				value: { start: first.start + colon + 1, end: first.end },
			};
}
