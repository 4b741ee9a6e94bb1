import { findFirstIndex } from '../../core/binary-search.ts';
import type { Range } from '../../core/range.ts';
import { readLabel } from '../../vocabulary/label.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Section } from '../model/document.ts';
import { list } from '../model/mapped-data.ts';
import { type HeadField, type HeadSource, textNode } from './head-field.ts';
import { readLabelLine } from './label-line.ts';

/**
 * Sections whose heading is a label: `## Severity` with the value in the first line or in a list below,
 * `## Date: July 1, 2020`, and `## Resolution (2020-07-01)` with the end.
 */
export function* readFieldSections({ text, page }: HeadSource, vocabulary: Vocabulary): Iterable<HeadField> {
	for (const section of page?.sections.slice(1) ?? []) {
		const { range, value } = section.title;
		const { aside } = readLabel(value);
		if (aside !== undefined && vocabulary.exactSection(value) === 'resolution') {
			const start = range.start + text.slice(range.start, range.end).lastIndexOf(aside);
			if (start >= range.start) {
				const node = textNode(text, { start, end: start + aside.length }, range);
				yield {
					label: 'resolved_at',
					form: 'section',
					node,
					fullRange: section.range,
					isWeak: true,
					section: undefined,
				};
			}
		}
		const [labelled] = readLabelLine(text, range);
		if (labelled && !labelled.isWeak && labelled.value.end > labelled.value.start) {
			const node = textNode(text, labelled.value, labelled.label);
			const label = text.slice(labelled.label.start, labelled.label.end);
			yield { label, form: 'section', node, fullRange: section.range, isWeak: true, section: undefined };
			continue;
		}
		const node = page && contentNode(text, page, section);
		if (node) {
			yield { label: value, form: 'section', node, fullRange: section.range, isWeak: true, section: undefined };
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
