import type { Incident } from '../../core/incident.ts';
import type { Located, Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { WrittenDate } from '../../core/time/written-date.ts';
import { fileStem } from '../../core/uri/file-name.ts';
import { findDate, resolveDay } from '../english/days.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Block } from '../model/block.ts';
import type { Data } from '../model/data.ts';
import type { Bulletin, BulletinEntry, Problem, Source } from '../model/document.ts';
import { Fields } from '../model/fields.ts';
import { trimmed } from '../model/ranges.ts';
import { type Entry, readEntry } from './entry.ts';
import { readReferencesInProse } from './references.ts';

/** A bulletin that was read. `incidents` are its written entries, in page order. */
export interface BulletinReading {
	readonly bulletin: Bulletin;
	readonly incidents: readonly Incident[];
	/** All references of the page, including those of entries and their comments. */
	readonly references: readonly Reference[];
	/** Syntax faults of the YAML in comments of entries. */
	readonly problems: readonly Problem[];
}

/** A heading of a section in which a sentence that begins with a date is an entry. */
const INCIDENTS_HEADING = /incident|outage|disruption/i;
const LINK_ITEM = /^\[\[([^[\]\n|]{1,200}?)(?:\\?\|[^[\]\n]{0,300})?\]\]$/;

/** Reads a bulletin: `page` is the Markdown after the front matter, `data` the front matter. */
export function readBulletin(source: Source, page: Markdown, data: Data | undefined): BulletinReading {
	const fields = new Fields(source, data);
	const dated = readBulletinDate(source, page, fields);
	const lists = new Map<Block, Range>();
	const entries: BulletinEntry[] = [];
	const written: Entry[] = [];
	for (const { item, list } of itemsOf(page)) {
		const link = readLinkItem(source.text, item);
		const entry = link === undefined ? readEntry(source, page, item, dated.date?.value) : undefined;
		if (link !== undefined) {
			entries.push({ form: 'link', id: link, range: item.range });
			lists.set(list, list.range);
		} else if (entry !== undefined && (!entry.isPlain || isInIncidentsSection(page, item))) {
			const { incident, date, stated } = entry;
			entries.push({ form: 'written', incident, date, stated, range: item.range });
			written.push(entry);
			lists.set(list, list.range);
		}
	}
	const date = dated.date?.value;
	const context = {
		date,
		weekEndsOn: date,
		owner: undefined,
		entries: written.map(entry => ({ range: entry.incident.range, id: entry.incident.id, date: entry.date })),
	};
	return {
		bulletin: {
			...dated,
			title: fields.text(['title']) ?? page.sections.find(section => section.level === 1)?.title,
			entries,
			incidentsDirective: findDirective(source.text, page, 'incidents'),
			pictureDirective: findDirective(source.text, page, 'picture'),
			entryLists: [...lists.values()],
		},
		incidents: written.map(entry => entry.incident),
		references: [...readReferencesInProse(source, page, context), ...written.flatMap(entry => entry.references)],
		problems: written.flatMap(entry => entry.problems),
	};
}

/** Reads the date of the bulletin: from the front matter, otherwise the file name, otherwise the first heading. */
function readBulletinDate(source: Source, page: Markdown, fields: Fields): Pick<Bulletin, 'date' | 'dateFrom'> {
	const stated = fields.time(['date']);
	if (stated?.reading.ok) {
		return { date: { value: stated.reading.date, range: stated.range }, dateFrom: 'front-matter' };
	}
	const inName = /^\d{4}-\d{2}-\d{2}(?![\d])/.exec(fileStem(source.uri))?.[0];
	const reading = inName === undefined ? undefined : readTime(inName, { timeZone: source.configuration.timeZone });
	const heading = page.sections[0]?.title;
	if (reading?.ok) {
		return { date: { value: reading.date, range: heading?.range ?? { start: 0, end: 0 } }, dateFrom: 'file-name' };
	}
	const inHeading = heading && findDate(source.text, heading.range, isDay);
	const day = inHeading && resolveDay(inHeading, undefined);
	return day
		? { date: { value: day, range: { start: inHeading.start, end: inHeading.end } }, dateFrom: 'heading' }
		: { date: undefined, dateFrom: undefined };
}

/** Whether a date has a year. */
function isDay(date: WrittenDate): boolean {
	return resolveDay(date, undefined) !== undefined;
}

/** The items of top-level lists, each with its list. */
function itemsOf(page: Markdown): { item: Block; list: Block }[] {
	const items: { item: Block; list: Block }[] = [];
	let list: Block | undefined;
	for (const block of page.blocks) {
		if (block.depth === 0 && block.type === 'list') {
			list = block;
		} else if (block.depth === 0 && block.type === 'item' && list !== undefined) {
			items.push({ item: block, list });
		}
	}
	return items;
}

/** Reads the id of an item that contains only `[[id]]`. */
function readLinkItem(text: string, item: Block): Located<string> | undefined {
	const paragraph = item.text[0];
	if (paragraph === undefined || paragraph.end !== item.range.end) {
		return undefined;
	}
	const written = LINK_ITEM.exec(text.slice(paragraph.start, paragraph.end))?.[1];
	if (written === undefined || written.trim() === '') {
		return undefined;
	}
	const range = trimmed(text, { start: paragraph.start + 2, end: paragraph.start + 2 + written.length });
	return { value: text.slice(range.start, range.end), range };
}

/** Whether an item is in a section about incidents, by its heading. */
function isInIncidentsSection(page: Markdown, item: Block): boolean {
	const sections = page.sections.filter(section => INCIDENTS_HEADING.test(section.title.value));
	return sections.some(({ range }) => range.start <= item.range.start && item.range.end <= range.end);
}

/** The first `<!-- name -->` alone on its line. */
function findDirective(text: string, page: Markdown, name: string): Range | undefined {
	return page.comments.find(({ start, end }) => {
		const inner = text.slice(start + '<!--'.length, end - '-->'.length).trim();
		return inner === name && isAloneOnLine(text, start, end);
	});
}

function isAloneOnLine(text: string, start: number, end: number): boolean {
	const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
	const rest = /[^\r\n]*/y;
	rest.lastIndex = end;
	return text.slice(lineStart, start).trim() === '' && (rest.exec(text)?.[0] ?? '').trim() === '';
}
