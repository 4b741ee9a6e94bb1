import type { LineIndex } from '../../core/line-index.ts';
import { nearest } from '../../core/nearest.ts';
import type { Located, Range } from '../../core/range.ts';
import type { SuppressedCode, Suppression } from '../model/document.ts';
import { overlapping, trimmed } from '../model/ranges.ts';

/** What may follow `incident-log-` in a comment. */
export const DIRECTIVES = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;
type Directive = (typeof DIRECTIVES)[number];

const PREFIX = 'incident-log-';
const OPENING = /^(?:<!--\s*|#+[ \t]*)/;
const DIRECTIVE = /^incident-log-([a-z-]{1,40})(?![^\s,])/;
const REASON = /(?:^|\s)--(?:\s|$)/;
const WORD = /[^\s,]+/g;
const CODE = /^[\w.-]+\/[\w.-]+$/;

/** More comments in one file are not read, and not more codes in one of them: nobody writes so many. */
const MOST = 500;
const MOST_CODES = 20;
const LONGEST = 2000;
/** So many empty lines and comments may stand between a comment and the line that it is about. */
const MOST_BETWEEN = 100;

/** A comment that speaks to this program, taken apart. */
type ParsedDirective = Omit<Suppression, 'codes'> & { readonly codes: readonly Located<string>[] };

/** Whether a text can hold suppressions at all. Nearly none does, and then nobody need look for its comments. */
export function maySuppress(text: string): boolean {
	return text.includes(PREFIX);
}

/**
 * The suppressions among the comments of a text: `comments` are the ranges of all, with their signs (`# …`, `<!-- … -->`),
 * in order. Never throws; what is no directive but looks like a misspelt one is among them and silences nothing.
 */
export function readSuppressions(text: string, lines: LineIndex, comments: readonly Range[]): Suppression[] {
	const suppressions: Suppression[] = [];
	/** What `disable` silences, up to the `enable` that is not met yet. */
	const open = new Map<string, { readonly start: number; end: number }[]>();
	for (const said of comments.flatMap(range => read(text, range) ?? []).slice(0, MOST)) {
		const is = (directive: Directive) => said.directive.value === directive;
		if (is('enable')) {
			const isBare = said.codes.length === 0 && said.unexpectedText === undefined;
			const ended = isBare ? [...open.keys()] : said.codes.map(({ value }) => value);
			for (const code of ended) {
				for (const span of open.get(code) ?? []) {
					span.end = said.range.start;
				}
				open.delete(code);
			}
		}
		const codes = said.codes.map((code): SuppressedCode => {
			if (!is('disable')) {
				return { code, within: extentOf(said, text, lines, comments) };
			}
			const span = { start: said.range.start, end: text.length };
			open.set(code.value, [...(open.get(code.value) ?? []), span]);
			return { code, within: span };
		});
		suppressions.push({ ...said, codes });
	}
	return suppressions;
}

function read(text: string, range: Range): ParsedDirective | undefined {
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
	const words = wordsOf(content.slice(from, reasonIn(content, from)), start + from);
	const stray = words.findIndex(word => !CODE.test(word.value));
	return {
		range,
		directive: { value, range: { start, end: start + from } },
		codes: stray < 0 ? words : words.slice(0, stray),
		unexpectedText: stray < 0 ? undefined : joined(text, words.slice(stray)),
	};
}

/** Where in a comment's content the codes end: at the reason, or with the content. */
function reasonIn(content: string, from: number): number {
	const found = REASON.exec(content.slice(from));
	return found ? from + found.index : content.length;
}

function wordsOf(text: string, start: number): Located<string>[] {
	return [...text.slice(0, LONGEST).matchAll(WORD)].slice(0, MOST_CODES).map(({ 0: value, index }) => {
		return { value, range: { start: start + index, end: start + index + value.length } };
	});
}

function joined(text: string, words: readonly Located<string>[]): Located<string> {
	const range = { start: words[0]?.range.start ?? 0, end: words.at(-1)?.range.end ?? 0 };
	return { value: text.slice(range.start, range.end), range };
}

/** Findings that begin within are silenced; undefined for a comment that silences nothing. */
function extentOf(
	{ range, directive }: ParsedDirective,
	text: string,
	lines: LineIndex,
	comments: readonly Range[],
): Range | undefined {
	switch (directive.value) {
		case 'disable-file':
			return { start: 0, end: text.length };
		case 'disable-line':
			return lineRange(lines.lineAt(range.start), lines);
		case 'disable-next-line':
			return lineRange(nextLine(lines.lineAt(range.end), text, lines, comments), lines);
		default:
			return undefined;
	}
}

function lineRange(line: number, lines: LineIndex): Range {
	return { start: lines.startOfLine(line), end: lines.startOfLine(line + 1) };
}

/** The first line below one that is neither empty nor a comment. */
function nextLine(line: number, text: string, lines: LineIndex, comments: readonly Range[]): number {
	const last = Math.min(line + MOST_BETWEEN, lines.lineCount - 1);
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
