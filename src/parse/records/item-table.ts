import type { ActionItem } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import type { ItemField } from '../../vocabulary/language.ts';
import { plainText } from '../markdown/sections.ts';
import type { Block } from '../model/block.ts';
import { type ItemContext, readDue } from './item-text.ts';

/** The number or key of an item: "3", "A-001", "AI 2". */
const KEY = /^(?:#?\d{1,4}|[A-Z]{1,6}[- ]?\d{1,5})[.)]?$/;

/**
 * Reads the rows of the tables in a list of blocks. The first row of a table names the columns, in any language. Unless
 * `anyTable`, it must name a column of tasks and one of owners, due dates or states.
 */
export function* readItemTable(
	blocks: readonly Block[],
	anyTable: boolean,
	context: ItemContext,
): Iterable<ActionItem> {
	const { text, configuration } = context.fields.source;
	const { vocabulary } = configuration;
	let columns: readonly (ItemField | undefined)[] | undefined;
	for (const block of blocks) {
		if (block.type !== 'row') {
			columns = undefined;
			continue;
		}
		const cells = block.text.map(cell => plainText(text, cell));
		if (columns === undefined) {
			columns = cells.map(({ value }) => vocabulary.itemField(value));
			continue;
		}
		const names = columns;
		if (
			!anyTable &&
			!(names.includes('task') && (['owner', 'due', 'status'] as const).some(name => names.includes(name)))
		) {
			continue;
		}
		const cell = (field: ItemField): Located<string> | undefined =>
			cells.find(({ value }, index) => names[index] === field && value !== '' && !isKey(value, field));
		// A table without a known column of tasks has them in its first column of text.
		const title = cell('task') ?? cells.find(({ value }, index) => names[index] === undefined && !isKey(value, 'task'));
		if (title === undefined || title.value === '' || isEmptyRow(cells)) {
			continue;
		}
		const status = cell('status');
		const due = cell('due');
		const ticket = cell('ticket');
		yield {
			title,
			owner: cell('owner'),
			...(due ? readDue(due, context) : { due: undefined }),
			status: status ?? stateOfSection(title, context),
			...(ticket && { ticket }),
			range: block.range,
		};
	}
}

function isKey(value: string, field: ItemField): boolean {
	return field === 'task' && KEY.test(value);
}

/** A row of which only the marks of a template are filled in: `| | | |`, `| ... | ... |`. */
function isEmptyRow(cells: readonly Located<string>[]): boolean {
	return cells.every(({ value }) => /^[\s.…_–—-]*$/u.test(value));
}

function stateOfSection({ range }: Located<string>, { state }: ItemContext): Located<string> | undefined {
	return state === undefined ? undefined : { value: state, range };
}
