import type { Temporal } from 'temporal-polyfill';
import type { ActionItem } from '../../core/incident.ts';
import type { Located, Range } from '../../core/range.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { ItemState } from '../../vocabulary/language.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { plainText } from '../markdown/sections.ts';
import type { Fields } from '../model/fields.ts';
import { trimmed } from '../model/ranges.ts';

export interface ItemContext {
	readonly fields: Fields;
	/** A date near the due dates, for those without a year. */
	readonly near: Temporal.PlainDate | undefined;
	/** The state of the items below a heading such as "Completed". */
	readonly state: ItemState | undefined;
}

/** In UTF-16 units. The parts of an item are at its start. */
const MAX_ITEM_LENGTH = 1500;

/**
 * Reads an action item of a list. `first`: its first paragraph. `whole`: the item with its nested items, which can state
 * its parts: "- Owner: mesh".
 */
export function readItemText(first: Range, whole: Range, context: ItemContext): ActionItem {
	const { text } = context.fields.source;
	const { vocabulary } = context.fields.source.configuration;
	const end = Math.max(first.end, Math.min(whole.end, first.start + MAX_ITEM_LENGTH));
	const lead = readLead(text.slice(first.start, Math.min(first.end, first.start + 300)), first.start, vocabulary);
	const segments = [...segmentsOf(text.slice(first.start, end), first.start)];
	const found: Parts = {};
	for (const segment of segments) {
		readLabelled(segment, found, context);
	}
	readGroup(segments, found, lead.status?.value === 'open', context);
	const last = segments.findLast(({ value }) => value !== '');
	if (lead.status?.value === 'open' && found.due === undefined && last !== undefined && isWholeDate(last.value)) {
		found.due = readDue(last, context);
	}
	const written = text.slice(first.start, Math.min(first.end, first.start + MAX_ITEM_LENGTH));
	found.owner ??= lead.owner ?? findHandle(written, first.start);
	found.due ??= findDue(written, first.start, context);
	return {
		title: plainText(text, first),
		owner: found.owner,
		...(found.due ?? NO_DUE),
		status: lead.status ?? found.status ?? stateIn(context.state, first),
		range: whole,
	};
}

/** Returns true for an item with an owner, a due date, a state or a checkbox. */
export function hasItemParts({ owner, due, status }: ActionItem): boolean {
	return owner !== undefined || due !== undefined || status !== undefined;
}

type Due = Pick<ActionItem, 'due' | 'dueText'>;
const NO_DUE: Due = { due: undefined };

interface Parts {
	owner?: Located<string> | undefined;
	due?: Due | undefined;
	status?: Located<string> | undefined;
}

/** Reads a due date. Words that are not a date, such as "next sprint", are kept as `dueText`. */
export function readDue(written: Located<string>, context: ItemContext): Due {
	const due = dateIn(written.value, written.range.start, context);
	return due ? { due } : { due: undefined, dueText: written };
}

const CHECKBOX = /^\\?\[(.{0,2}?)\\?\]/u;
/** The characters of checkboxes in common Markdown editors. */
const BOX_STATES: Readonly<Record<string, ItemState>> = {
	'': 'open',
	' ': 'open',
	'-': 'dropped',
	'~': 'dropped',
	'/': 'in_progress',
	'>': 'open',
	'!': 'open',
};
const MARK = /^(?:[✅☑✔✓⬜☐🔲◻🔴❌✗🚧⏳🔄🟡🟢🚫]\uFE0F?|:[a-z_]{4,30}:)/u;
const NAMED_MARKS: Readonly<Record<string, ItemState>> = {
	':white_check_mark:': 'done',
	':heavy_check_mark:': 'done',
	':ballot_box_with_check:': 'done',
	':construction:': 'in_progress',
	':x:': 'open',
};
/** A state before the text, with a colon, a dash, bold or brackets: "DONE: …", "**Done** - …", "[done] …", "TODO(ann): …". */
const LEADING_STATE =
	/^(?:\*\*|__|\[|\()?([\p{L}'’ ]{2,20}?)(?:\(([\w.@ -]{1,40})\))?(?:\*\*|__|\]|\))?\s?(?::|[–—-]\s|(?<=[*_\])])\s)/u;
const TO_DO = /^(?:TODO|WIP|DONE)\b/;

/** Reads the checkbox, the mark or the word before the text of an item. */
function readLead(
	text: string,
	start: number,
	vocabulary: Vocabulary,
): { readonly status?: Located<string>; readonly owner?: Located<string> } {
	const located = (value: string, from: number, length: number): Located<string> => ({
		value,
		range: { start: start + from, end: start + from + length },
	});
	const [box, inside] = CHECKBOX.exec(text) ?? [];
	if (box !== undefined && inside !== undefined) {
		const state = BOX_STATES[inside] ?? (/^[xX✓✔✅]\uFE0F?$/u.test(inside) ? 'done' : undefined);
		if (state !== undefined) {
			return { status: located(state, 0, box.length) };
		}
	}
	if (/^~~[^~\n]{1,250}~~/.test(text)) {
		return { status: located('done', 0, 2) };
	}
	const mark = MARK.exec(text)?.[0];
	const marked = mark === undefined ? undefined : (NAMED_MARKS[mark] ?? vocabulary.itemState(mark));
	if (mark !== undefined && marked !== undefined) {
		return { status: located(marked, 0, mark.length) };
	}
	const lead = LEADING_STATE.exec(text);
	const word = lead?.[1] ?? TO_DO.exec(text)?.[0];
	const state = word === undefined ? undefined : vocabulary.exactItemState(word);
	if (word === undefined || state === undefined) {
		return {};
	}
	const owner = lead?.[2];
	const at = text.indexOf(word);
	return {
		status: located(state, at, word.length),
		...(owner !== undefined && { owner: located(owner.replace(/^@/, ''), text.indexOf(owner), owner.length) }),
	};
}

/** A part of an item between punctuation. */
interface Segment extends Located<string> {
	/** The bracket that it is in, at the end of a line or sentence. */
	readonly group: number | undefined;
}

/** Punctuation between the parts of an item. A comma before a year is part of a date: "Feb 12, 2026". */
const SEPARATOR = /[()[\];|\n]|,(?!\s?\d{4}(?![-/.\d]))|\.(?=\s|$)|\s[–—-]{1,2}\s|\s[→/·•]\s/g;

function* segmentsOf(text: string, start: number): Iterable<Segment> {
	let from = 0;
	let group: number | undefined;
	const segment = (to: number): Segment => {
		const range = trimmed(text, { start: from, end: to });
		const value = text.slice(range.start, range.end);
		return { value, range: { start: start + range.start, end: start + range.end }, group };
	};
	for (const { 0: separator, index } of text.matchAll(SEPARATOR)) {
		yield segment(index);
		from = index + separator.length;
		group = separator === '(' || separator === '[' ? index : separator === ')' || separator === ']' ? undefined : group;
	}
	yield segment(text.length);
}

/** "Owner: mesh", "**Due:** 2026-02-27", "- Assignee: @ann", "owner ann", "due 12 February", "Done". */
const LABELLED =
	/^[-*+\s]{0,4}(?:\*\*|__|_)?([\p{L}\p{M}][\p{L}\p{M}' -]{0,30}?)(?:\*\*|__|_)?\s?[:：=]\s?(?:\*\*|__|_)?\s?(.{1,200})$/u;
const UNLABELLED = /^(\p{L}{3,15})\s(.{1,40})$/u;

function readLabelled(segment: Segment, found: Parts, context: ItemContext): void {
	const { vocabulary } = context.fields.source.configuration;
	const { value, range } = segment;
	const [, label, rest] = LABELLED.exec(value) ?? UNLABELLED.exec(value) ?? [];
	const field = label === undefined ? undefined : vocabulary.exactItemField(label);
	if (label !== undefined && rest !== undefined && field !== undefined) {
		const located = stripped(rest, range.end - rest.length);
		const hasColon = value.slice(0, -rest.length).includes(':') || /[：=]/.test(value);
		if (located.value === '') {
			return;
		}
		if (field === 'owner' && (hasColon || (segment.group !== undefined && isName(located.value)))) {
			found.owner ??= withoutAt(located);
			return;
		}
		if (field === 'due' && (hasColon || dateIn(rest, located.range.start, context))) {
			found.due ??= readDue(located, context);
			return;
		}
		if (field === 'status' && hasColon && vocabulary.itemState(located.value) !== undefined) {
			found.status ??= located;
			return;
		}
	}
	const word = stripped(value, range.start);
	const state =
		vocabulary.exactItemState(word.value) ?? (isNoted(word.value) ? vocabulary.itemState(word.value) : undefined);
	if (state !== undefined) {
		found.status ??= { value: state, range: word.range };
	}
}

/** A state with a reference or a date: "Done in #12", "shipped 2026-02-10". */
function isNoted(text: string): boolean {
	return /^\p{L}{4,12}\s(?:(?:in|on|by|with|via|since|PR|MR)\s)?(?:#|!|v?\d|https?:|[A-Z]{2,10}-\d)\S{0,80}$/u.test(
		text,
	);
}

/** A text without the marks of Markdown and full stops around it. */
function stripped(text: string, start: number): Located<string> {
	const before = /^[\s*_`~]{0,6}/.exec(text)?.[0].length ?? 0;
	const value = text.slice(before).replace(/[\s*_`~.]{1,6}$/, '');
	return { value, range: { start: start + before, end: start + before + value.length } };
}

function withoutAt({ value, range }: Located<string>): Located<string> {
	const at = value.startsWith('@') ? 1 : 0;
	return { value: value.slice(at), range: { start: range.start + at, end: range.end } };
}

function isName(text: string): boolean {
	return /^@?[\p{L}\d._-]{1,30}(?:\s[\p{L}\d._-]{1,30}){0,2}$/u.test(text);
}

/** Reads a group in brackets at the end of an item: a name and a date, `(ann, 2026-02-12)`, or `[ann] [2026-02-12]`. */
function readGroup(segments: readonly Segment[], found: Parts, isOpen: boolean, context: ItemContext): void {
	const grouped = segments.filter(({ group, value }) => group !== undefined && value !== '');
	const date = grouped.find(({ value, range }) => isWholeDate(value) && dateIn(value, range.start, context));
	if (date === undefined || found.due !== undefined) {
		return;
	}
	const name = grouped.find(segment => segment !== date && isName(segment.value) && !/^\d/.test(segment.value));
	if (name === undefined && found.owner === undefined && !isOpen) {
		// Without an owner or a checkbox, it can be the date of an event.
		return;
	}
	found.due = readDue(date, context);
	if (name !== undefined && found.owner === undefined) {
		found.owner = withoutAt(name);
	}
}

const HANDLE = /(?<![\w.`/@[])@([\w][\w-]{0,38}(?:\/[\w-]{1,40})?)/;

function findHandle(text: string, start: number): Located<string> | undefined {
	const match = HANDLE.exec(text);
	return match?.[1] === undefined
		? undefined
		: { value: match[1], range: { start: start + match.index + 1, end: start + match.index + match[0].length } };
}

/** Words and marks before a due date in running text. */
const DUE_BEFORE =
	/(?:\b(?:due|by|before|until|till|ETA|deadline)(?:\s(?:on|by|date))?[:\s]\s?|[📅🗓⏰]\uFE0F?\s?)(?=[\p{L}\d])/giu;

function findDue(text: string, start: number, context: ItemContext): Due | undefined {
	for (const { 0: before, index } of text.matchAll(DUE_BEFORE)) {
		const at = index + before.length;
		const due = dateIn(text.slice(at, at + 40), start + at, context);
		if (due) {
			return { due };
		}
	}
	return undefined;
}

const WORD = String.raw`\p{L}{3,12}\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`;
/** A date at the start of a text. The year of a date in words is optional. */
const DATE = new RegExp(
	String.raw`^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)|${DAY}\s(?:(?:of|de)\s)?${WORD}(?:,?\s(?:de\s)?\d{4}(?!\d))?|${WORD}\s${DAY}(?:,?\s\d{4}(?!\d))?)`,
	'u',
);
const QUARTER = /^(?:Q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?Q([1-4]))(?![\p{L}\d])/u;

/** Returns true for a text that is a date or a quarter and nothing else. */
function isWholeDate(text: string): boolean {
	return (DATE.exec(text)?.[0] ?? QUARTER.exec(text)?.[0])?.length === text.length;
}

/** Reads the date at the start of a text; of a quarter its last day. `start`: the offset of the text in the document. */
function dateIn(text: string, start: number, { fields, near }: ItemContext): ActionItem['due'] {
	const { timeZone } = fields.source.configuration;
	const quarter = QUARTER.exec(text);
	if (quarter) {
		const number = Number(quarter[1] ?? quarter[4]);
		const day = `${quarter[2] ?? quarter[3]}-${['03-31', '06-30', '09-30', '12-31'][number - 1]}`;
		return { reading: readTime(day, { timeZone }), range: { start, end: start + quarter[0].length } };
	}
	const written = DATE.exec(text)?.[0].replace(/[.,]$/, '');
	if (written === undefined) {
		return undefined;
	}
	const isYearless = !/\d{4}/.test(written);
	const reading = readTime(written, { timeZone, ...(near && { date: near }) });
	return reading.ok && reading.precision === 'date' && !(isYearless && near === undefined)
		? { reading, range: { start, end: start + written.length } }
		: undefined;
}

function stateIn(state: ItemState | undefined, { start }: Range): Located<string> | undefined {
	return state === undefined ? undefined : { value: state, range: { start, end: start } };
}
