import type { FoldingRangeRequest } from 'vscode-languageserver-protocol';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Range } from '../core/range.ts';
import { findFrontMatter } from '../parse/markdown/front-matter.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { documentFeature } from './feature.ts';

/** Fields, timelines, updates and action items of YAML, front matter, and blocks of comments. Editors fold Markdown themselves. */
export const foldingRanges = documentFeature<typeof FoldingRangeRequest>({
	method: 'textDocument/foldingRange',
	capabilities: { foldingRangeProvider: true },
	handle: ({ document }): FoldingRange[] => {
		const { text, format, lines } = document;
		if (format === 'yaml') {
			return yamlFolds(document, { start: 0, end: text.length });
		}
		const frontMatter = findFrontMatter(text)?.range;
		if (frontMatter === undefined) {
			return [];
		}
		const last = lines.lineAt(frontMatter.end);
		// The closing `---` is the line after the YAML.
		const endLine = text.slice(frontMatter.end).startsWith('---') ? last : last + 1;
		return [{ startLine: 0, endLine, kind: FoldingRangeKind.Region }, ...yamlFolds(document, frontMatter)];
	},
});

interface Line {
	readonly number: number;
	/** Of a list item half a step more: items can have the indentation of their key. */
	readonly indent: number;
	readonly isComment: boolean;
}

/** Each line with the deeper lines below it, and each block of comments. */
function yamlFolds({ text, lines }: LogDocument, { start, end }: Range): FoldingRange[] {
	const first = lines.lineAt(start);
	const content = text.slice(start, end).split('\n');
	const written = content.flatMap((line, index): Line[] => {
		const trimmed = line.trimStart();
		const indent = line.length - trimmed.length + (trimmed.startsWith('-') ? 0.5 : 0);
		return trimmed === '' ? [] : [{ number: first + index, indent, isComment: trimmed.startsWith('#') }];
	});
	const folds: FoldingRange[] = [];
	const open: Line[] = [];
	let previous: Line | undefined;
	const close = (indent: number) => {
		for (let last = open.at(-1); last !== undefined && last.indent >= indent; last = open.at(-1)) {
			open.pop();
			if (previous !== undefined && previous.number > last.number) {
				folds.push({ startLine: last.number, endLine: previous.number });
			}
		}
	};
	let comments: Line[] = [];
	for (const line of written) {
		if (line.isComment) {
			comments.push(line);
			continue;
		}
		folds.push(...commentFold(comments));
		comments = [];
		close(line.indent);
		open.push(line);
		previous = line;
	}
	folds.push(...commentFold(comments));
	close(0);
	return folds.sort((one, other) => one.startLine - other.startLine || other.endLine - one.endLine);
}

function commentFold(comments: readonly Line[]): FoldingRange[] {
	const [first, last] = [comments[0], comments.at(-1)];
	return first && last && last.number > first.number
		? [{ startLine: first.number, endLine: last.number, kind: FoldingRangeKind.Comment }]
		: [];
}
