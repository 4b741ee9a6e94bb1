import type { ActionItem } from '../../core/incident.ts';
import type { Located, Range } from '../../core/range.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { findSection, plainText } from '../markdown/sections.ts';
import type { Block } from '../model/block.ts';
import type { Fields } from '../model/fields.ts';

const SECTION_NAMES = ['action items', 'actions', 'follow up actions', 'follow ups', 'follow up', 'remediation items'];

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
 * Reads the action items in the section of that name: items of a list, such as
 * `- [ ] Add telemetry (owner: storage, due: 2024-09-15)` or `- Add telemetry @storage`, or rows of a table whose header
 * names the columns.
 */
export function readWrittenActionItems(fields: Fields, page: Markdown): ActionItem[] {
	const content = findSection(page.sections, SECTION_NAMES)?.content;
	if (!content) {
		return [];
	}
	const blocks = page.blocks.filter(({ range }) => content.start <= range.start && range.end <= content.end);
	return [...listItems(fields, blocks), ...tableRows(fields, blocks)];
}

function* listItems(fields: Fields, blocks: readonly Block[]): Iterable<ActionItem> {
	for (const block of blocks) {
		const range = block.text[0];
		if (block.type !== 'item' || block.depth > 0 || range === undefined) {
			continue;
		}
		const { start } = range;
		const text = fields.source.text.slice(start, range.end);
		yield {
			title: plainText(fields.source.text, range),
			owner: findGroup(text, start, /\bowner:[ \t]*@?([^\s,;()|]+)/i) ?? findGroup(text, start, /(?<![\w.])@([\w-]+)/),
			due: readDue(fields, findGroup(text, start, /\b(?:due|by):?[ \t]+(\d{4}-\d\d?-\d\d?)(?!\d)/i)),
			status: readCheckbox(text, start),
			range: block.range,
		};
	}
}

/** Returns the first group of a match, at the end of the match. `start`: the offset of the text in the document. */
function findGroup(text: string, start: number, pattern: RegExp): Located<string> | undefined {
	const match = pattern.exec(text);
	const value = match?.[1];
	if (!match || value === undefined) {
		return undefined;
	}
	const end = start + match.index + match[0].length;
	return { value, range: { start: end - value.length, end } };
}

function readCheckbox(text: string, start: number): Located<string> | undefined {
	const mark = /^\[([ xX])\]/.exec(text)?.[1];
	return mark === undefined
		? undefined
		: { value: mark === ' ' ? 'open' : 'done', range: { start, end: start + '[x]'.length } };
}

function readDue(fields: Fields, written: Located<string> | undefined): ActionItem['due'] {
	const { timeZone } = fields.source.configuration;
	return written && { reading: readTime(written.value, { timeZone }), range: written.range };
}

const COLUMNS = {
	title: /^(?:action|action item|item|title|task|description|what)\b/i,
	owner: /^(?:owner|assignee|assigned|who|responsible)\b/i,
	due: /^(?:due|deadline|by when|when|target)\b/i,
	status: /^(?:status|state|done)\b/i,
} as const;

function* tableRows(fields: Fields, blocks: readonly Block[]): Iterable<ActionItem> {
	let head: readonly string[] | undefined;
	const { text } = fields.source;
	for (const block of blocks) {
		if (block.type !== 'row') {
			head = undefined;
			continue;
		}
		if (!head) {
			head = block.text.map(cell => plainText(text, cell).value);
			continue;
		}
		const columns = head;
		const cell = (pattern: RegExp): Located<string> | undefined => {
			const range: Range | undefined = block.text[columns.findIndex(name => pattern.test(name))];
			const located = range && plainText(text, range);
			return located?.value ? located : undefined;
		};
		const title = cell(COLUMNS.title);
		if (title) {
			const due = readDue(fields, cell(COLUMNS.due));
			yield { title, owner: cell(COLUMNS.owner), due, status: cell(COLUMNS.status), range: block.range };
		}
	}
}
