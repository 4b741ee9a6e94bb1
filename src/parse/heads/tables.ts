import type { Range } from '../../core/range.ts';
import { plainText } from '../markdown/sections.ts';
import type { Block } from '../model/block.ts';
import { type HeadField, type HeadSource, textNode } from './head-field.ts';
import { type HeadRegion, regionAt } from './region.ts';

const MAX_LABEL_LENGTH = 80;

/** Rows of labels and values, and tables with a single row of values below a row of labels. */
export function* readTables({ text, page }: HeadSource, regions: readonly HeadRegion[]): Iterable<HeadField> {
	for (const rows of tablesOf(page?.blocks ?? [])) {
		const [head, values] = rows;
		const region = head && regionAt(regions, head.range.start);
		if (region === undefined || head === undefined) {
			continue;
		}
		if (rows.length === 2 && values !== undefined && head.text.length > 2) {
			for (const [column, cell] of head.text.entries()) {
				yield* cellField(text, cell, values.text[column], head, region);
			}
			continue;
		}
		for (const row of rows) {
			// `| Date | 2026-02-03 | Severity | SEV-2 |` has two pairs. Cells beyond the head, such as a comment, are not shown.
			const width = Math.min(row.text.length, head.text.length);
			for (let column = 0; column + 1 < width && width % 2 === 0; column += 2) {
				yield* cellField(text, row.text[column], row.text[column + 1], row, region);
			}
		}
	}
}

function tablesOf(blocks: readonly Block[]): Block[][] {
	const tables: Block[][] = [];
	for (const [index, block] of blocks.entries()) {
		if (block.type !== 'row') {
			continue;
		}
		const table = tables.at(-1);
		if (table !== undefined && block.level !== 1 && blocks[index - 1]?.type === 'row') {
			table.push(block);
		} else {
			tables.push([block]);
		}
	}
	return tables;
}

function* cellField(
	text: string,
	label: Range | undefined,
	value: Range | undefined,
	row: Block,
	{ section, isLoose }: HeadRegion,
): Iterable<HeadField> {
	if (label === undefined || value === undefined || label.end - label.start > MAX_LABEL_LENGTH) {
		return;
	}
	const name = plainText(text, label);
	if (name.value !== '') {
		const node = textNode(text, value, name.range);
		yield { label: name.value, form: 'table', node, fullRange: row.range, isWeak: isLoose, isLoose, section };
	}
}
