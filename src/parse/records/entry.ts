import { Temporal } from 'temporal-polyfill';
import { INCIDENT_KINDS, type Incident, type LocatedTime } from '../../core/incident.ts';
import type { Located, Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import { slug } from '../../core/slug.ts';
import { readTime } from '../../core/time/read-time.ts';
import { incidentTimes } from '../../schema/fields.ts';
import { resolveDay } from '../english/days.ts';
import { type EntryHead, readEntryHead } from '../english/entry-head.ts';
import { inferFromProse } from '../english/inference.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { plainText } from '../markdown/sections.ts';
import type { Block } from '../model/block.ts';
import type { Data } from '../model/data.ts';
import type { Problem, Source } from '../model/document.ts';
import { Fields, oneOf } from '../model/fields.ts';
import { cutTo, trimmed } from '../model/ranges.ts';
import { parseYaml } from '../yaml/read-yaml.ts';
import { readFieldReferences } from './record-references.ts';

/** An incident described in a list item of a bulletin. */
export interface Entry {
	readonly incident: Incident;
	readonly date: Temporal.PlainDate;
	/** The facts in the entry's comment. */
	readonly stated: Data | undefined;
	/** References in the entry's comment. */
	readonly references: readonly Reference[];
	/** Syntax faults of the YAML in the comment. */
	readonly problems: readonly Problem[];
	/** True for a sentence that only begins with a date and a colon: its section decides whether it is an entry. */
	readonly isPlain: boolean;
}

const COMMENT = /^<!--\s*incident\s*:/;

/**
 * Reads a list item as an entry: `* **August 26: Headline** (05:30EST): prose`. Undefined for an item that does not begin
 * with a date and a colon. `writtenOn` is the date of the bulletin: a date without a year is the latest such day not after
 * it.
 */
export function readEntry(
	source: Source,
	page: Markdown,
	item: Block,
	writtenOn: Temporal.PlainDate | undefined,
): Entry | undefined {
	const { text } = source;
	const paragraph = item.text[0];
	const head = paragraph && readEntryHead(text, page.code, paragraph.start, paragraph.end);
	const date = head && resolveDay(head.date, writtenOn);
	const headline = head && plainText(text, head.headline);
	if (!paragraph || !head || date === undefined || headline === undefined || headline.value === '') {
		return undefined;
	}
	const comment = readComment(source, page, item.range);
	const { fields } = comment;
	const title = fields.text(['title']) ?? headline;
	const written = fields.text(['id']);
	const id = written?.value.trim() ?? [date, slug(title.value)].join('-').replace(/-$/, '');
	const prose = trimmed(text, { start: Math.min(head.end, item.range.end), end: item.range.end });
	const field = (name: string) => fields.text([name]);
	const incident: Incident = {
		source: 'entry',
		kind: oneOf(INCIDENT_KINDS, field('kind')?.value) ?? 'incident',
		id,
		idRange: written?.range ?? title.range,
		hasWrittenId: written !== undefined,
		title,
		status: field('status'),
		impact: field('impact'),
		severity: field('severity'),
		times: readTimes(source, head, date, fields),
		updates: [],
		timeline: [],
		components: fields.texts(['components']),
		summary: summaryOf(text, prose, comment.range, columnOf(text, paragraph.start)),
		actionItems: [],
		inferred: inferFromProse(text, page, prose),
		range: item.range,
	};
	return {
		incident,
		date,
		stated: fields.data,
		references: readFieldReferences(fields, id),
		problems: comment.problems,
		isPlain: head.time === undefined && !head.isDelimited,
	};
}

interface Comment {
	readonly fields: Fields;
	readonly problems: readonly Problem[];
	readonly range: Range | undefined;
}

/** Reads `<!-- incident: {resolved_at: …, impact: minor, id: …} -->`: facts that are not in the prose. */
function readComment(source: Source, page: Markdown, item: Range): Comment {
	for (const range of cutTo(page.comments, item)) {
		const opening = COMMENT.exec(source.text.slice(range.start, Math.min(range.end, range.start + 100)));
		if (opening !== null) {
			const { data, problems } = parseYaml(source.text, {
				start: range.start + opening[0].length,
				end: range.end - '-->'.length,
			});
			return { fields: new Fields(source, data), problems, range };
		}
	}
	return { fields: new Fields(source, undefined), problems: [], range: undefined };
}

/** Reads the times of an entry: those of the comment, except that a time of day in the headline is the start. */
function readTimes(
	source: Source,
	head: EntryHead,
	date: Temporal.PlainDate,
	fields: Fields,
): ReadonlyMap<string, LocatedTime> {
	const { started, until } = readHeadTimes(source, head, date);
	const times = new Map<string, LocatedTime>();
	for (const field of incidentTimes) {
		const node = fields.data?.at([field]);
		const stated =
			typeof node?.value === 'string' && node.value.trim() !== '' ? timeAt(source, node.range, date) : undefined;
		const inHead = field === 'started_at' ? started : field === 'resolved_at' ? until : undefined;
		const time = field === 'started_at' && head.time !== undefined ? started : (stated ?? inHead);
		if (time !== undefined) {
			times.set(field, time);
		}
	}
	return times;
}

/** Reads the start in the headline, a time or a date, and the end in `(23:30-01:00 EST)`, after midnight if it is earlier. */
function readHeadTimes(
	source: Source,
	head: EntryHead,
	date: Temporal.PlainDate,
): { readonly started: LocatedTime; readonly until: LocatedTime | undefined } {
	const range = head.time ?? head.dateRange;
	if (head.until === undefined) {
		return { started: timeAt(source, range, date), until: undefined };
	}
	const until = timeAt(source, head.until, date);
	// The zone after the second time applies to both.
	const zone = until.reading.ok && until.reading.zone !== undefined ? until.reading.timeZone : undefined;
	const started = timeAt(source, range, date, zone);
	const isAfterMidnight =
		until.reading.ok &&
		started.reading.ok &&
		Temporal.Instant.compare(until.reading.earliest, started.reading.earliest) < 0;
	return { started, until: isAfterMidnight ? timeAt(source, head.until, date.add({ days: 1 })) : until };
}

function timeAt(source: Source, range: Range, date: Temporal.PlainDate, zone?: string): LocatedTime {
	const text = source.text.slice(range.start, range.end);
	return { reading: readTime(text, { timeZone: zone ?? source.configuration.timeZone, date }), range };
}

/** The prose as independent Markdown: without the comment and the indentation of the list item. */
function summaryOf(
	text: string,
	prose: Range,
	comment: Range | undefined,
	column: number,
): Located<string> | undefined {
	const written = text.slice(prose.start, prose.end);
	const value = (
		comment === undefined || comment.start < prose.start
			? written
			: written.slice(0, comment.start - prose.start) + written.slice(comment.end - prose.start)
	).trim();
	const [first = '', ...rest] = value.split('\n');
	const lines = [first, ...rest.map(line => line.slice(Math.min(column, line.length - line.trimStart().length)))];
	return value === '' ? undefined : { value: lines.join('\n'), range: prose };
}

/** Returns the number of characters between the start of a line and an offset in it. */
function columnOf(text: string, offset: number): number {
	return offset - text.lastIndexOf('\n', offset - 1) - 1;
}
