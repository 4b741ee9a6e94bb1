import type { Range } from '../../core/range.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Block } from '../model/block.ts';
import { list, type MappedNode } from '../model/mapped-data.ts';
import { type HeadField, type HeadSource, textNode } from './head-field.ts';
import { type LabelledValue, readLabelLine } from './label-line.ts';
import { type HeadRegion, regionAt } from './region.ts';

/** Labels deeper in nested lists are details. */
const MAX_BLOCK_DEPTH = 2;

/** The labels of the paragraphs, quotes and lists of a head. */
export function* readLabels({ text, page }: HeadSource, regions: readonly HeadRegion[]): Iterable<HeadField> {
	if (page === undefined) {
		return;
	}
	for (const [index, block] of page.blocks.entries()) {
		const region = regionAt(regions, block.range.start);
		if (region === undefined || block.depth > MAX_BLOCK_DEPTH) {
			continue;
		}
		if (block.type === 'item') {
			yield* itemLabels(text, page, index, region);
		} else if (block.type === 'paragraph' && page.blocks[index - 1]?.type !== 'item') {
			yield* paragraphLabels(text, page, index, region);
		}
	}
}

function* itemLabels(text: string, page: Markdown, index: number, region: HeadRegion): Iterable<HeadField> {
	const item = page.blocks[index];
	const paragraph = page.blocks[index + 1];
	const lines = paragraph?.type === 'paragraph' ? paragraph.text : [];
	const line = item?.text[0] && lines[0];
	if (item === undefined || line === undefined) {
		return;
	}
	for (const found of readLabelLine(text, line)) {
		const node = valueNode(text, found, lines[1]) ?? nestedList(text, page, index, found);
		yield field(text, found, node, item.range, region);
	}
}

function* paragraphLabels(text: string, page: Markdown, index: number, region: HeadRegion): Iterable<HeadField> {
	const lines = page.blocks[index]?.text ?? [];
	for (const [i, line] of lines.entries()) {
		const labels = readLabelLine(text, line);
		for (const [j, found] of labels.entries()) {
			const isLast = i === lines.length - 1 && j === labels.length - 1;
			const next = lines[i + 1];
			const node =
				valueNode(text, found, next !== undefined && readLabelLine(text, next).length === 0 ? next : undefined) ??
				(isLast ? nextBlock(text, page, index, found) : undefined);
			yield field(text, found, node, line, region);
		}
	}
}

/** The value beside a label, or on the line below it. */
function valueNode(text: string, { label, value }: LabelledValue, below: Range | undefined): MappedNode | undefined {
	if (value.end > value.start) {
		return textNode(text, value, label);
	}
	return below && textNode(text, below, label);
}

/** A list or a paragraph below a label that has no value beside it. */
function nextBlock(text: string, page: Markdown, index: number, found: LabelledValue): MappedNode | undefined {
	const next = page.blocks[index + 1];
	const first = next?.text[0];
	if (next?.type === 'list') {
		return nestedList(text, page, index, found);
	}
	return next?.type === 'paragraph' && first && readLabelLine(text, first).length === 0
		? textNode(text, first, found.label)
		: undefined;
}

/** The items of the list that follows a block. */
function nestedList(text: string, page: Markdown, index: number, { label }: LabelledValue): MappedNode | undefined {
	const at = page.blocks[index + 1]?.type === 'paragraph' ? index + 2 : index + 1;
	const found = page.blocks[at];
	if (found?.type !== 'list') {
		return undefined;
	}
	const items: Block[] = [];
	for (let i = at + 1; i < page.blocks.length; i++) {
		const block = page.blocks[i];
		if (block === undefined || block.range.start >= found.range.end) {
			break;
		}
		if (block.type === 'item' && block.depth === found.depth + 1) {
			items.push(block);
		}
	}
	const nodes = items.flatMap(item => (item.text[0] ? textNode(text, item.text[0], undefined) : []));
	return nodes.length > 0 ? list(nodes, found.range, label) : undefined;
}

function field(
	text: string,
	{ label, isWeak }: LabelledValue,
	node: MappedNode | undefined,
	fullRange: Range,
	{ section, isLoose }: HeadRegion,
): HeadField {
	const empty = { start: label.end, end: label.end };
	return {
		label: text.slice(label.start, label.end),
		form: 'label',
		node: node ?? textNode(text, empty, label),
		fullRange,
		isWeak: isWeak || isLoose,
		isLoose,
		section,
	};
}
