import type { LineIndex } from '../../core/line-index.ts';
import { nearest } from '../../core/nearest.ts';
import type { Located, Range } from '../../core/range.ts';
import type { Block } from '../model/block.ts';
import type { Data } from '../model/data.ts';
import type { SuppressedCode, Suppression } from '../model/document.ts';
import { overlapping, trimmed } from '../model/ranges.ts';

/** The directives, which follow `incident-log-` in a comment. */
export const DIRECTIVES = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;
type Directive = (typeof DIRECTIVES)[number];

const PREFIX = 'incident-log-';
const OPENING = /^(?:<!--\s*|#+[ \t]*)/;
const DIRECTIVE = /^incident-log-([a-z-]{1,40})(?![^\s,])/;
const REASON = /(?:^|\s)--(?:\s|$)/;
const WORD = /[^\s,]+/g;
const CODE = /^[\w.-]+\/[\w.-]+$/;

/** Directives in one file. Further ones are ignored. */
const MAX_DIRECTIVES = 500;
/** Codes of one directive. */
const MAX_CODES = 20;
/** Length of the codes of one directive, in UTF-16 code units. */
const MAX_CODES_LENGTH = 2000;
/** Empty lines and comments between `disable-next-line` and the line that it applies to. */
const MAX_LINES_BETWEEN = 100;

/** A parsed suppression comment, before its extent is known. */
type ParsedDirective = Omit<Suppression, 'codes'> & { readonly codes: readonly Located<string>[] };

/** The syntax of a text that suppression comments refer to. */
interface SuppressionSyntax {
	/** The ranges of all comments with their delimiters (`# …`, `<!-- … -->`), in order. */
	readonly comments: readonly Range[];
	readonly data: Data | undefined;
	readonly blocks: readonly Block[];
}

/** Whether a text can contain suppression comments: a fast test that avoids reading the comments of most texts. */
export function maySuppress(text: string): boolean {
	return text.includes(PREFIX);
}

/** Reads the suppression comments of a text. Never throws. Includes misspelt directives, which suppress no findings. */
export function readSuppressions(text: string, lines: LineIndex, syntax: SuppressionSyntax): Suppression[] {
	const suppressions: Suppression[] = [];
	/** Ranges of `disable` by code, until the corresponding `enable`. */
	const open = new Map<string, { readonly start: number; end: number }[]>();
	for (const parsed of syntax.comments.flatMap(range => parseDirective(text, range) ?? []).slice(0, MAX_DIRECTIVES)) {
		const is = (directive: Directive) => parsed.directive.value === directive;
		if (is('enable')) {
			const isBare = parsed.codes.length === 0 && parsed.unexpectedText === undefined;
			const ended = isBare ? [...open.keys()] : parsed.codes.map(({ value }) => value);
			for (const code of ended) {
				for (const range of open.get(code) ?? []) {
					range.end = parsed.range.start;
				}
				open.delete(code);
			}
		}
		const codes = parsed.codes.map((code): SuppressedCode => {
			if (!is('disable')) {
				return { code, within: extentOf(parsed, text, lines, syntax) };
			}
			const range = { start: parsed.range.start, end: text.length };
			open.set(code.value, [...(open.get(code.value) ?? []), range]);
			return { code, within: range };
		});
		suppressions.push({ ...parsed, codes });
	}
	return suppressions;
}

function parseDirective(text: string, range: Range): ParsedDirective | undefined {
	const written = text.slice(range.start, range.end);
	const opening = OPENING.exec(written)?.[0].length ?? 0;
	const content = written.slice(opening).replace(/-->$/, '');
	const match = DIRECTIVE.exec(content);
	const value = match?.[1];
	if (!match || value === undefined || nearest(value, DIRECTIVES, 1).length === 0) {
		return undefined;
	}
	const start = range.start + opening;
	const from = match[0].length;
	const words = splitWords(content.slice(from, endOfCodes(content, from)), start + from);
	const unexpected = words.findIndex(word => !CODE.test(word.value));
	return {
		range,
		directive: { value, range: { start, end: start + from } },
		codes: unexpected < 0 ? words : words.slice(0, unexpected),
		unexpectedText: unexpected < 0 ? undefined : joinWords(text, words.slice(unexpected)),
	};
}

/** The end of the codes in the content of a comment: the start of the reason, or the end of the content. */
function endOfCodes(content: string, from: number): number {
	const found = REASON.exec(content.slice(from));
	return found ? from + found.index : content.length;
}

function splitWords(text: string, start: number): Located<string>[] {
	return [...text.slice(0, MAX_CODES_LENGTH).matchAll(WORD)].slice(0, MAX_CODES).map(({ 0: value, index }) => {
		return { value, range: { start: start + index, end: start + index + value.length } };
	});
}

function joinWords(text: string, words: readonly Located<string>[]): Located<string> {
	const range = { start: words[0]?.range.start ?? 0, end: words.at(-1)?.range.end ?? 0 };
	return { value: text.slice(range.start, range.end), range };
}

/** The range in which findings are suppressed, by their start; undefined for a comment that suppresses no findings. */
function extentOf(
	{ range, directive }: ParsedDirective,
	text: string,
	lines: LineIndex,
	syntax: SuppressionSyntax,
): Range | undefined {
	switch (directive.value) {
		case 'disable-file':
			return { start: 0, end: text.length };
		case 'disable-line':
			return lineRange(lines.lineAt(range.start), lines);
		case 'disable-next-line':
			return withWholeNode(
				lineRange(nextLine(lines.lineAt(range.end), text, lines, syntax.comments), lines),
				text,
				lines,
				syntax,
			);
		default:
			return undefined;
	}
}

/** Extends a line to the end of the node that begins in it, if no comment can be placed between the lines of that node. */
function withWholeNode(line: Range, text: string, lines: LineIndex, { data, blocks }: SuppressionSyntax): Range {
	const end = Math.max(endOfText(line, text, data), endOfBlock(line, blocks));
	return end > line.end ? { start: line.start, end: lines.startOfLine(lines.lineAt(end) + 1) } : line;
}

/** The end of the YAML scalar that begins in a line, such as a block scalar; 0 without one. */
function endOfText(line: Range, text: string, data: Data | undefined): number {
	const last = trimmed(text, line).end - 1;
	if (data === undefined || last < data.range.start || last >= data.range.end) {
		return 0;
	}
	const node = data.at(data.pathAt(last));
	return typeof node?.value === 'string' ? trimmed(text, node.range).end : 0;
}

/** The end of the paragraph, the code or the table that begins in a line; 0 without one. */
function endOfBlock(line: Range, blocks: readonly Block[]): number {
	const first = blocks.findIndex(({ type, range }) => {
		return (
			(type === 'paragraph' || type === 'code' || type === 'row') && line.start <= range.start && range.start < line.end
		);
	});
	let last = blocks[first];
	if (last?.type === 'row' && last.level === 1) {
		for (let next = first + 1; blocks[next]?.type === 'row' && blocks[next]?.level === 0; next++) {
			last = blocks[next];
		}
	}
	return last?.range.end ?? 0;
}

function lineRange(line: number, lines: LineIndex): Range {
	return { start: lines.startOfLine(line), end: lines.startOfLine(line + 1) };
}

/** The first following line that is neither empty nor a comment. */
function nextLine(line: number, text: string, lines: LineIndex, comments: readonly Range[]): number {
	const last = Math.min(line + MAX_LINES_BETWEEN, lines.lineCount - 1);
	for (let next = line + 1; next <= last; next++) {
		const content = trimmed(text, lineRange(next, lines));
		const [comment] = overlapping(comments, each => each, content);
		const isComment = comment !== undefined && comment.start <= content.start && content.end <= comment.end;
		if (content.start < content.end && !isComment) {
			return next;
		}
	}
	return line + 1;
}
