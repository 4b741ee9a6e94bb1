import { findFirstIndex } from '../../core/binary-search.ts';
import type { Range } from '../../core/range.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Section } from '../model/document.ts';
import { list } from '../model/mapped-data.ts';
import { type HeadField, type HeadSource, textNode } from './head-field.ts';
import { readLabelLine } from './label-line.ts';

/**
 * Sections whose heading is a label: `## Severity` with the value in the first line or in a list below, and
 * `## Date: July 1, 2020`.
 */
export function* readFieldSections({ text, page }: HeadSource): Iterable<HeadField> {
	for (const section of page?.sections.slice(1) ?? []) {
		const { range, value } = section.title;
		const [labelled] = readLabelLine(text, range);
		if (labelled && !labelled.isWeak && labelled.value.end > labelled.value.start) {
			const node = textNode(text, labelled.value, labelled.label);
			const label = text.slice(labelled.label.start, labelled.label.end);
			yield { label, form: 'section', node, extent: section.range, isWeak: true, section: undefined };
			continue;
		}
		const node = page && contentNode(text, page, section);
		if (node) {
			yield { label: value, form: 'section', node, extent: section.range, isWeak: true, section: undefined };
		}
	}
}

function contentNode(text: string, page: Markdown, { content, title }: Section) {
	const lines: Range[] = [];
	let isList = false;
	for (let i = firstBlockIn(page, content); i < page.blocks.length; i++) {
		const block = page.blocks[i];
		if (block === undefined || block.range.start >= content.end || block.type === 'heading') {
			break;
		}
		const [first] = block.text;
		if (block.type === 'item' && first !== undefined) {
			isList = true;
			lines.push(first);
		} else if (block.type === 'paragraph' && first !== undefined && lines.length === 0) {
			lines.push(first);
			break;
		} else if (block.type === 'row' || block.type === 'code') {
			break;
		}
	}
	const [line] = lines;
	return line === undefined
		? undefined
		: isList && lines.length > 1
			? list(
					lines.map(each => textNode(text, each, undefined)),
					{ start: line.start, end: lines.at(-1)?.end ?? line.end },
					title.range,
				)
			: textNode(text, line, title.range);
}

/** The index of the first block that starts in a range, by binary search: blocks are in the order of the page. */
function firstBlockIn({ blocks }: Markdown, { start }: Range): number {
	return findFirstIndex(blocks.length, index => (blocks[index]?.range.start ?? 0) < start);
}
