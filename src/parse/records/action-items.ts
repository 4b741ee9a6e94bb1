import type { Temporal } from 'temporal-polyfill';
import { findFirstIndex } from '../../core/binary-search.ts';
import type { ActionItem } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { readLabel } from '../../vocabulary/label.ts';
import type { ItemState } from '../../vocabulary/language.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { plainText } from '../markdown/sections.ts';
import type { Block } from '../model/block.ts';
import type { Section } from '../model/document.ts';
import type { Fields } from '../model/fields.ts';
import { readItemTable } from './item-table.ts';
import { hasItemParts, type ItemContext, readItemText } from './item-text.ts';

/** Action items in the text of a page, and lists of them that give none. */
export interface WrittenActionItems {
	readonly items: readonly ActionItem[];
	/** The headings of sections of action items that contain a list or a table, of which no item can be read. */
	readonly unread: readonly Range[];
}

/** Reads the `action_items:` of an incident record or a postmortem. */
export function readActionItems(fields: Fields): ActionItem[] {
	return fields.items(['action_items']).flatMap(item => {
		const node = fields.data?.at(item);
		if (!node) {
			return [];
		}
		return {
			title: fields.text([...item, 'title']) ?? fields.text(item),
			owner: fields.text([...item, 'owner']),
			due: fields.time([...item, 'due']),
			status: fields.text([...item, 'status']),
			range: node.range,
		};
	});
}

/**
 * Reads the action items in all sections of that name: items of lists, rows of tables, numbered sub-headings, and
 * paragraphs that state an owner or a due date. In a section whose heading only contains the name, or that is named for
 * prevention or improvements, items need a checkbox, an owner, a due date or a state. `near` is a date that gives due
 * dates without a year their year.
 */
export function findActionItems(fields: Fields, page: Markdown, near?: Temporal.PlainDate): WrittenActionItems {
	const { vocabulary } = fields.source.configuration;
	const items: ActionItem[] = [];
	const unread: Range[] = [];
	let end = -1;
	for (const [index, section] of page.sections.entries()) {
		const form = section.range.start < end ? undefined : sectionForm(section, vocabulary);
		if (form === undefined) {
			continue;
		}
		end = section.range.end;
		const parts = partsOf(page, index);
		const found = parts.flatMap(part => [...itemsOf(part, form, { fields, near })]);
		items.push(...found);
		const isListed = parts.some(({ blocks }) => blocks.some(({ type }) => type === 'item' || type === 'row'));
		if (form === 'items' && found.length === 0 && isListed) {
			unread.push(section.title.range);
		}
	}
	items.push(...looseItems(fields, page, near, items));
	return { items, unread };
}

/**
 * Reads the lists and tables below a line that is used like a heading: "Action items" or "**Operational follow-ups:**" as
 * a paragraph of its own.
 */
function* looseItems(
	fields: Fields,
	page: Markdown,
	near: Temporal.PlainDate | undefined,
	known: readonly ActionItem[],
): Iterable<ActionItem> {
	const { source } = fields;
	const starts = new Set(known.map(({ range }) => range.start));
	const context: ItemContext = { fields, near, state: undefined };
	for (const [index, block] of page.blocks.entries()) {
		if (!isLooseHeading(block, source)) {
			continue;
		}
		const blocks: Block[] = [];
		for (let next = index + 1; next < page.blocks.length; next++) {
			const other = page.blocks[next];
			if (!other || (other.depth === 0 && (other.type === 'paragraph' || other.type === 'heading'))) {
				break;
			}
			blocks.push(other);
		}
		const found = [...listItems(blocks, context), ...readItemTable(blocks, true, context)];
		yield* found.filter(({ range }) => !starts.has(range.start));
	}
}

/** In UTF-16 units. A longer line is a sentence. */
const MAX_HEADING = 60;

function isLooseHeading({ type, depth, text }: Block, { text: page, configuration }: Fields['source']): boolean {
	const [line] = text;
	if (type !== 'paragraph' || depth > 0 || text.length !== 1 || !line || line.end - line.start > MAX_HEADING) {
		return false;
	}
	const { value } = plainText(page, line);
	const { vocabulary } = configuration;
	return (
		vocabulary.exactSection(value) === 'action-items' ||
		(/:$/.test(value) && value.split(' ').length <= 4 && vocabulary.sections(value).has('action-items'))
	);
}

/** A section up to the next heading. */
interface Part {
	readonly section: Section;
	/** False for the section that contains the others. */
	readonly isSub: boolean;
	readonly blocks: readonly Block[];
}

/** The section at an index and its sub-sections, each up to the next heading. */
function partsOf({ sections, blocks }: Markdown, index: number): Part[] {
	const parts: Part[] = [];
	const outer = sections[index];
	for (let i = index; outer !== undefined && i < sections.length; i++) {
		const section = sections[i];
		if (section === undefined || section.range.start >= outer.range.end) {
			break;
		}
		const end = sections[i + 1]?.range.start ?? outer.range.end;
		const first = firstFrom(blocks, section.content.start);
		parts.push({ section, isSub: i > index, blocks: blocks.slice(first, firstFrom(blocks, end)) });
	}
	return parts;
}

/** The index of the first block at or after an offset. */
function firstFrom(blocks: readonly Block[], offset: number): number {
	return findFirstIndex(blocks.length, index => (blocks[index]?.range.start ?? offset) < offset);
}

/** `items`: everything in the section is an action item. `signed`: only what has the parts of one. */
type SectionForm = 'items' | 'signed';

function sectionForm({ title }: Section, vocabulary: Vocabulary): SectionForm | undefined {
	const exact = vocabulary.exactSection(title.value);
	if (exact !== undefined) {
		return exact === 'action-items' ? 'items' : exact === 'prevention' ? 'signed' : undefined;
	}
	if (vocabulary.leadingSection(title.value) === 'action-items') {
		return 'items';
	}
	const names = vocabulary.sections(title.value);
	return names.has('action-items') || names.has('prevention') ? 'signed' : undefined;
}

function* itemsOf(
	{ section, isSub, blocks }: Part,
	form: SectionForm,
	{ fields, near }: Pick<ItemContext, 'fields' | 'near'>,
): Iterable<ActionItem> {
	const { vocabulary } = fields.source.configuration;
	if (isSub && isOther(section, vocabulary)) {
		return;
	}
	const context: ItemContext = { fields, near, state: stateOfHeading(section, vocabulary) };
	if (isSub && isItemHeading(section, blocks, fields)) {
		const text = blocks.find(({ type, depth }) => type === 'paragraph' && depth === 0)?.range;
		const item = {
			...readItemText(section.title.range, text ?? section.title.range, context),
			range: section.title.range,
		};
		if (form === 'items' || hasItemParts(item)) {
			yield item;
		}
		return;
	}
	for (const item of [
		...listItems(blocks, context),
		...readItemTable(blocks, form === 'items', context),
		...paragraphItems(blocks, context),
	]) {
		if (form === 'items' || hasItemParts(item)) {
			yield item;
		}
	}
}

/** A sub-section of another kind, such as lessons. */
function isOther({ title }: Section, vocabulary: Vocabulary): boolean {
	const name = vocabulary.exactSection(title.value);
	return name === 'lessons' || name === 'references' || name === 'timeline' || name === 'metadata';
}

/** The state of all items below a heading such as "Completed" or "Follow-up actions taken". */
function stateOfHeading({ title }: Section, vocabulary: Vocabulary): ItemState | undefined {
	const { name, aside } = readLabel(title.value);
	const last = name.split(' ').at(-1);
	return [title.value, aside, last]
		.map(words => (words === undefined ? undefined : vocabulary.exactItemState(words)))
		.find(state => state !== undefined);
}

/** A sub-heading that is an action item itself: numbered or with a state, and not the name of a group of items. */
function isItemHeading({ title }: Section, blocks: readonly Block[], { source }: Fields): boolean {
	const { vocabulary } = source.configuration;
	const written = source.text.slice(title.range.start, title.range.end);
	const hasItems = blocks.some(({ type }) => type === 'item');
	if (hasItems && vocabulary.sections(written).size > 0 && !/@[\w-]/.test(written)) {
		return false;
	}
	const isNumbered = /^(?:\d{1,2}[.)]|[A-Z]{1,4}-?\d{1,3}\b[.):]?|TODO\b|\[[ xX]\])\s*\S/u.test(written);
	const hasBoxes = blocks.some(
		({ type, text }) => type === 'item' && text[0] !== undefined && /^\[[ xX]\]/.test(source.text.slice(text[0].start)),
	);
	return isNumbered && !hasBoxes && !blocks.some(({ type }) => type === 'row');
}

function* listItems(blocks: readonly Block[], context: ItemContext): Iterable<ActionItem> {
	for (const block of blocks) {
		const range = block.text[0];
		if (block.type === 'item' && block.depth === 0 && range !== undefined) {
			yield readItemText(range, block.range, context);
		}
	}
}

/** Paragraphs with an owner or a due date: "Raise the limit. Owner: mesh. Due: 2026-02-27. Done." */
function* paragraphItems(blocks: readonly Block[], context: ItemContext): Iterable<ActionItem> {
	for (const { type, depth, range, text } of blocks) {
		const [first] = text;
		if (type === 'paragraph' && depth === 0 && first !== undefined) {
			const item = readItemText({ start: first.start, end: range.end }, range, context);
			if (item.owner !== undefined || item.due !== undefined) {
				yield { ...item, title: plainText(context.fields.source.text, first) };
			}
		}
	}
}
