import type { SelectionRangeRequest } from 'vscode-languageserver-protocol';
import { SelectionRange } from 'vscode-languageserver-types';
import { contains, type Range } from '../core/range.ts';
import { findFrontMatter } from '../parse/markdown/front-matter.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { documentFeature } from './feature.ts';
import { toLspRange } from './positions.ts';

/** From the text at the cursor to the document: references, values and fields of YAML, blocks, sections, entries, front matter. */
export const selectionRanges = documentFeature<typeof SelectionRangeRequest>({
	method: 'textDocument/selectionRange',
	capabilities: { selectionRangeProvider: true },
	emptyResult: [],
	handle: ({ document }, { positions }): SelectionRange[] =>
		positions.map(position => {
			const nested = rangesAt(document, document.lines.offsetAt(position));
			return nested.reduceRight<SelectionRange | undefined>(
				(parent, range) => SelectionRange.create(toLspRange(document, range), parent),
				undefined,
			) as SelectionRange;
		}),
});

/** The ranges that contain an offset, each in the next one. The last one is the whole document. */
function rangesAt(document: LogDocument, offset: number): readonly Range[] {
	const { text, references, incidents, postmortem, body } = document;
	const facts = [...incidents, ...(postmortem ? [postmortem] : [])];
	const candidates = [
		{ start: 0, end: text.length },
		...references.flatMap(({ range, fullRange }) => [range, fullRange]),
		...yamlRanges(document, offset),
		...incidents.map(({ range }) => range),
		...facts.flatMap(({ timeline, actionItems }) => [...timeline, ...actionItems].map(({ range }) => range)),
		...(body?.sections ?? []).flatMap(({ title, content, range }) => [title.range, content, range]),
		...[...(body?.blocks ?? [])].map(({ range }) => range),
		...[findFrontMatter(text)?.range].filter(range => range !== undefined),
	];
	const around = candidates
		.filter(range => contains(range, offset) && range.end > range.start && range.end <= text.length)
		.sort((one, other) => one.end - one.start - (other.end - other.start));
	const nested: Range[] = [];
	for (const range of around) {
		const inner = nested.at(-1);
		const isLarger = inner === undefined || range.end - range.start > inner.end - inner.start;
		if (isLarger && (inner === undefined || (range.start <= inner.start && inner.end <= range.end))) {
			nested.push(range);
		}
	}
	return nested.length > 0 ? nested : [{ start: 0, end: text.length }];
}

/** The values at an offset and, with their keys, the fields. */
function yamlRanges({ yaml }: LogDocument, offset: number): Range[] {
	const path = yaml?.pathAt(offset) ?? [];
	return path.flatMap((_, index) => {
		const node = yaml?.at(path.slice(0, index + 1));
		const field = node?.keyRange && { start: node.keyRange.start, end: node.range.end };
		return [...(node ? [node.range] : []), ...(field ? [field] : [])];
	});
}
