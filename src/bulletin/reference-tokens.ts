import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { findFirstIndex } from '../core/binary-search.ts';
import { LineIndex } from '../core/line-index.ts';
import type { Range } from '../core/range.ts';
import { inlineLineAt } from '../parse/markdown/source-position.ts';
import { overlapping } from '../parse/model/ranges.ts';

const REFERENCE = 'reference';

/** Returns which reference a token is, as an index of the ranges given to `setReferences`; undefined for other tokens. */
export function referenceIndex({ type, meta }: Token): number | undefined {
	const index = type === REFERENCE ? meta?.['index'] : undefined;
	return typeof index === 'number' ? index : undefined;
}

/** A reference as a range of the source, or of the content of an inline token. */
interface ReferenceRange extends Range {
	readonly index: number;
}

interface SourceReferences {
	readonly lines: LineIndex;
	readonly text: string;
	readonly ranges: readonly ReferenceRange[];
	/** By the list of tokens that an inline token's content is parsed into. */
	readonly byTokens: Map<readonly Token[], readonly ReferenceRange[]>;
}

const REFERENCES = Symbol('references');

/**
 * Stores the ranges of references in the environment of one markdown-it run. `text` can differ from the rendered text in the
 * indentation of its lines. `ranges` are in order and do not overlap.
 */
export function setReferences(env: StateCore['env'], text: string, ranges: readonly Range[]): void {
	if (ranges.length > 0) {
		const withIndex = ranges.map(({ start, end }, index) => ({ start, end, index }));
		const source: SourceReferences = { lines: new LineIndex(text), text, ranges: withIndex, byTokens: new Map() };
		env[REFERENCES] = source;
	}
}

/**
 * Adds a token for each reference in text to the output of markdown-it. References in code, in addresses and in alternative
 * texts are not tokens.
 */
export function yieldReferenceTokens(markdown: MarkdownIt): void {
	const [readText] = markdown.inline.ruler.getRules('');
	if (readText === undefined) {
		throw new Error('markdown-it has no rule for text');
	}
	markdown.core.ruler.before('inline', 'reference_positions', locateReferences);
	markdown.inline.ruler.at('text', (state, silent) => readTextBeforeReference(state, silent, readText));
	markdown.inline.ruler.before('text', 'reference', readReference);
}

function sourceReferences(env: StateCore['env']): SourceReferences | undefined {
	return env[REFERENCES] as SourceReferences | undefined;
}

/** Finds the references in each inline token, before its content is parsed. */
function locateReferences({ env, tokens }: StateCore): void {
	const source = sourceReferences(env);
	if (source === undefined) {
		return;
	}
	let cell: Range = { start: 0, end: 0 };
	for (const token of tokens) {
		if (token.type === 'tr_open' && token.map !== null) {
			cell = lineRange(source, token.map[0]);
		} else if (token.type === 'inline' && token.children !== null) {
			const pieces = token.map === null ? cellPieces(token.content, source, cell) : linePieces(token, source);
			cell = { start: pieces.at(-1)?.source.end ?? cell.start, end: cell.end };
			source.byTokens.set(token.children, referencesIn(pieces, source.ranges));
		}
	}
}

/** A part of an inline token's content that the source contains unchanged. */
interface Piece {
	/** Offset in the content. */
	readonly at: number;
	readonly source: Range;
}

function lineRange({ lines }: SourceReferences, line: number): Range {
	return { start: lines.startOfLine(line), end: lines.endOfLine(line) };
}

/** The lines of a paragraph or heading. */
function linePieces({ content, map }: Token, source: SourceReferences): readonly Piece[] {
	const first = map?.[0] ?? 0;
	const pieces: Piece[] = [];
	let at = 0;
	content.split('\n').forEach((line, i) => {
		// markdown-it replaces a tab that is partly indentation by spaces.
		const text = line.trim();
		const range = inlineLineAt(source.text, lineRange(source, first + i), text);
		if (text !== '' && range !== undefined) {
			pieces.push({ at: at + line.length - line.trimStart().length, source: range });
		}
		at += line.length + 1;
	});
	return pieces;
}

/** Finds the content of a table cell in the rest of its row. A bar in the content is escaped in the source. */
function cellPieces(content: string, { text }: SourceReferences, rest: Range): readonly Piece[] {
	const pieces: Piece[] = [];
	const row = text.slice(0, rest.end);
	let from = rest.start;
	let at = 0;
	for (const part of content.split('|')) {
		const found = part === '' ? -1 : row.indexOf(part, from);
		if (found >= 0) {
			from = found + part.length;
			pieces.push({ at, source: { start: found, end: from } });
		}
		at += part.length + 1;
	}
	return pieces;
}

/** References that begin and end in some pieces, as ranges of the content. */
function referencesIn(pieces: readonly Piece[], ranges: readonly ReferenceRange[]): readonly ReferenceRange[] {
	const [first, last] = [pieces[0], pieces.at(-1)];
	if (first === undefined || last === undefined) {
		return [];
	}
	const whole = { start: first.source.start, end: last.source.end };
	return overlapping(ranges, range => range, whole).flatMap(({ start, end, index }) => {
		const [from] = overlapping(pieces, ({ source }) => source, { start, end: start + 1 });
		const [to] = overlapping(pieces, ({ source }) => source, { start: end - 1, end });
		return from === undefined || to === undefined
			? []
			: [{ start: from.at + start - from.source.start, end: to.at + end - to.source.start, index }];
	});
}

function readReference(state: StateInline, silent: boolean): boolean {
	const reference = firstReferenceFrom(state.pos, state);
	if (reference?.start !== state.pos || reference.end > state.posMax) {
		return false;
	}
	if (!silent) {
		const token = state.push(REFERENCE, '', 0);
		token.content = state.src.slice(reference.start, reference.end);
		token.meta = { index: reference.index };
	}
	state.pos = reference.end;
	return true;
}

/** Limits the text rule of markdown-it, which reads up to the next special character, to the next reference. */
function readTextBeforeReference(
	state: StateInline,
	silent: boolean,
	readText: (state: StateInline, silent: boolean) => boolean,
): boolean {
	const { posMax } = state;
	const next = firstReferenceFrom(state.pos + 1, state);
	state.posMax = Math.min(posMax, next?.start ?? posMax);
	const isRead = readText(state, silent);
	state.posMax = posMax;
	return isRead;
}

function firstReferenceFrom(offset: number, { env, tokens }: StateInline): ReferenceRange | undefined {
	const references = sourceReferences(env)?.byTokens.get(tokens) ?? [];
	return references[findFirstIndex(references.length, index => (references[index]?.start ?? offset) < offset)];
}
