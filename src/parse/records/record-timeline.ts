import type { TimelineEntry } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { DeclaredZones } from '../english/declared-zone.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { plainText } from '../markdown/sections.ts';
import type { Section } from '../model/document.ts';
import type { Fields } from '../model/fields.ts';
import { readTimeline, type TimelinePlace, type TimelineStart } from './timeline.ts';
import { readLineLead } from './timeline-line.ts';
import { findDay } from './timeline-start.ts';

/** The timeline of a record. */
export interface RecordTimeline {
	readonly entries: readonly TimelineEntry[];
	/** Times that cannot be read, and the titles of sections of that name without an entry. */
	readonly notUnderstood: readonly Range[];
}

/** Further timelines of a page are not read. */
const MAX_TIMELINES = 20;
/** Groups of one section have smaller numbers. */
const GROUPS = 1000;

/** Reads the items of `timeline:` or `updates:`, whose texts are in `text` or `body`. */
export function readTimelineField(fields: Fields, list: 'timeline' | 'updates'): TimelineEntry[] {
	const key = list === 'timeline' ? 'text' : 'body';
	return fields.items([list]).flatMap(item => {
		const node = fields.data?.at(item);
		return node ? { at: fields.time([...item, 'at']), text: fields.text([...item, key]), range: node.range } : [];
	});
}

/**
 * Reads the timelines in all sections of that name, or in `otherwise` if there is none. `start` is that of the
 * incident; a date in the title of a section takes precedence for that section.
 */
export function readWrittenTimeline(
	fields: Fields,
	page: Markdown,
	start: TimelineStart,
	otherwise?: Range,
): RecordTimeline {
	const entries: TimelineEntry[] = [];
	const notUnderstood: Range[] = [];
	const zones = new DeclaredZones(fields.source, page);
	const places = findTimelines(fields, page);
	if (places.length === 0 && otherwise !== undefined) {
		places.push({ title: undefined, content: otherwise });
	}
	for (const [index, place] of places.entries()) {
		readSection(fields, page, start, { ...place, zones, groupOffset: index * GROUPS }, { entries, notUnderstood });
	}
	const unnamed = entries.length === 0 ? findUnnamedTimeline(fields, page) : undefined;
	if (unnamed !== undefined) {
		readSection(fields, page, start, { ...unnamed, zones }, { entries, notUnderstood: [] });
	}
	return { entries, notUnderstood };
}

function readSection(
	fields: Fields,
	page: Markdown,
	start: TimelineStart,
	place: TimelineSection & TimelinePlace,
	found: { readonly entries: TimelineEntry[]; readonly notUnderstood: Range[] },
): void {
	const { source } = fields;
	const { title, content } = place;
	const date = title && findDay(source.text, title, start.date);
	const own = date === undefined ? start : { ...start, date };
	const reading = readTimeline(source, page, content, own, place);
	for (const entry of reading.entries) {
		found.entries.push(entry);
	}
	found.notUnderstood.push(...reading.unread.slice(0, GROUPS));
	if (title !== undefined && reading.entries.length === 0 && hasContent(page, content)) {
		found.notUnderstood.push(title);
	}
}

interface TimelineSection {
	readonly title: Range | undefined;
	readonly content: Range;
}

/** The sections of that name, without those inside of another; or else a paragraph that is used as the heading. */
function findTimelines(fields: Fields, page: Markdown): TimelineSection[] {
	const found: Section[] = [];
	for (const [index, section] of page.sections.entries()) {
		const isInside = section.range.start < (found.at(-1)?.range.end ?? 0);
		if (
			found.length < MAX_TIMELINES &&
			!isInside &&
			isTimeline(fields, section.title.value) &&
			!isPageTitle(fields, section, index)
		) {
			found.push(section);
		}
	}
	const { text } = fields.source;
	const places = found.map(({ title, content }) => ({
		title: title.range,
		content: withTimedSections(text, page, content),
	}));
	if (places.length > 0) {
		return places;
	}
	return findLabelledTimeline(fields, page);
}

function isTimeline({ source }: Fields, heading: string): boolean {
	return source.configuration.vocabulary.section(heading) === 'timeline';
}

/** The first heading is the title of the page, as in "# Timeline of the outage", unless it has one in its front matter. */
function isPageTitle({ data }: Fields, { level }: Section, index: number): boolean {
	return index === 0 && level === 1 && data?.at(['title']) === undefined;
}

const MAX_LABEL = 60;

/** "Timeline:" or "**Timeline**" in a paragraph of its own. */
function findLabelledTimeline(fields: Fields, page: Markdown): TimelineSection[] {
	const { text } = fields.source;
	for (const { type, range, depth, text: lines } of page.blocks) {
		const written =
			type === 'paragraph' && depth === 0 && range.end - range.start <= MAX_LABEL
				? text.slice(range.start, range.end)
				: '';
		if (
			/^(?:\*\*|__).+(?:\*\*|__):?$|:$/.test(written) &&
			lines.length === 1 &&
			isTimeline(fields, plainText(text, range).value)
		) {
			const next = page.sections.find(section => section.range.start > range.end);
			return [{ title: range, content: { start: range.end, end: next?.range.start ?? page.range.end } }];
		}
	}
	return [];
}

/** Entries whose headings are of a higher level by mistake: `## 13:20` after `### 13:10`. */
function withTimedSections(text: string, page: Markdown, content: Range): Range {
	let { end } = content;
	for (const { range, title } of page.sections) {
		if (range.start === end && readLineLead(text, text, title.range)?.time?.clock !== undefined) {
			end = range.end;
		}
	}
	return { start: content.start, end };
}

/** An entry with a time of day at its start, as far as a glance shows. */
const TIMED = /^[^\p{L}\p{N}]{0,8}(?:\d{4}-\d\d-\d\d[T ]{1,2})?\d{1,2}[:.h]\d\d(?!\d)/u;
const MIN_TIMED = 3;

/** A section under another name, such as "What happened", most of whose entries begin with a time of day. */
function findUnnamedTimeline({ source }: Fields, page: Markdown): TimelineSection | undefined {
	const { text, configuration } = source;
	const counts = page.sections.map(() => ({ timed: 0, other: 0 }));
	let index = -1;
	for (const { type, range, depth, level, text: texts } of page.blocks) {
		while (index + 1 < page.sections.length && (page.sections[index + 1]?.content.start ?? 0) <= range.start) {
			index++;
		}
		const count = counts[index];
		const [line] = texts;
		if (count !== undefined && line !== undefined && depth <= 1 && level === 0 && (type === 'item' || type === 'row')) {
			const isTimed = TIMED.test(text.slice(line.start, Math.min(line.end, line.start + 40)));
			count[isTimed ? 'timed' : 'other']++;
		}
	}
	const found = page.sections.find(({ level, title }, at) => {
		const { timed, other } = counts[at] ?? { timed: 0, other: 0 };
		const name =
			level > 1 && timed >= MIN_TIMED && timed > 2 * other
				? configuration.vocabulary.section(title.value)
				: 'references';
		return name !== 'action-items' && name !== 'references';
	});
	return found && { title: undefined, content: found.content };
}

/** Whether a section has anything but placeholders and comments. */
function hasContent(page: Markdown, { start, end }: Range): boolean {
	return page.blocks.some(
		block =>
			block.range.start >= start &&
			block.range.end <= end &&
			(block.type === 'item' || block.type === 'row' || block.type === 'paragraph'),
	);
}
