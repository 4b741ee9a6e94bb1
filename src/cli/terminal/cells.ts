import stringWidth from 'string-width';
import { findFirstIndex } from '../../core/binary-search.ts';
import { visibleLine } from '../../core/visible-text.ts';
import { isInsideCharacter } from '../../core/well-formed.ts';

/** One character as a terminal shows it: a grapheme cluster, escaped if it is invisible. */
export interface Cell {
	readonly text: string;
	/** Columns: 2 for CJK characters and emoji, 0 for combining marks alone, more for escaped characters. */
	readonly width: number;
	/** UTF-16 offsets in the line. */
	readonly start: number;
	readonly end: number;
}

/** A part of a line that fits into a width. */
export interface CutLine {
	readonly cells: readonly Cell[];
	/** Whether characters before or after the part are left out; each is shown as `…`. */
	readonly isCutBefore: boolean;
	readonly isCutAfter: boolean;
}

/** Columns of `…`. */
const ELLIPSIS_WIDTH = 1;
const segmenter = new Intl.Segmenter();

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
	return stringWidth(text, { countAnsiEscapeCodes: true });
}

/**
 * Cuts a line to a width around an offset, which is in the first third of the part if the line is cut before it. The time
 * does not depend on the length of the line.
 */
export function cutLine(line: string, offset: number, width: number): CutLine {
	// Most characters take at least one column for two UTF-16 units.
	const from = characterStart(line, Math.max(0, offset - 2 * width));
	const to = characterStart(line, Math.min(line.length, offset + 2 * width));
	const segments = Array.from(segmenter.segment(line.slice(from, to)), ({ segment, index }) => ({
		segment,
		start: from + index,
		end: from + index + segment.length,
	}));
	const isWindow = from > 0 || to < line.length;
	return (isWindow ? undefined : wholeLine(segments, width)) ?? partOf(segments, offset, width, { line, from, to });
}

interface Segment {
	readonly segment: string;
	readonly start: number;
	readonly end: number;
}

function wholeLine(segments: readonly Segment[], width: number): CutLine | undefined {
	const cells: Cell[] = [];
	let used = 0;
	for (const segment of segments) {
		const cell = cellOf(segment);
		used += cell.width;
		if (used > width) {
			return undefined;
		}
		cells.push(cell);
	}
	return { cells, isCutBefore: false, isCutAfter: false };
}

/** Takes segments before and after an offset, until the width is full. */
function partOf(
	segments: readonly Segment[],
	offset: number,
	width: number,
	window: { readonly line: string; readonly from: number; readonly to: number },
): CutLine {
	const room = width - 2 * ELLIPSIS_WIDTH;
	const at = findFirstIndex(segments.length, index => (segments[index]?.end ?? 0) <= offset);
	const before: Cell[] = [];
	const after: Cell[] = [];
	let used = 0;
	const take = (cells: Cell[], segment: Segment | undefined, limit: number): boolean => {
		const cell = segment && cellOf(segment);
		if (cell === undefined || used + cell.width > limit) {
			return false;
		}
		used += cell.width;
		cells.push(cell);
		return true;
	};
	const takeBefore = (limit: number) => {
		while (take(before, segments[at - 1 - before.length], limit)) {}
	};
	takeBefore(room / 3);
	while (take(after, segments[at + after.length], room)) {}
	takeBefore(room);
	return {
		cells: [...before.reverse(), ...after],
		isCutBefore: window.from > 0 || before.length < at,
		isCutAfter: window.to < window.line.length || at + after.length < segments.length,
	};
}

/** The text of a cut line. */
export function shownText({ cells, isCutBefore, isCutAfter }: CutLine): string {
	return `${isCutBefore ? '…' : ''}${cells.map(({ text }) => text).join('')}${isCutAfter ? '…' : ''}`;
}

/** The column of a cut line, from 0, at which the character at an offset begins. */
export function columnAt({ cells, isCutBefore }: CutLine, offset: number): number {
	return (isCutBefore ? ELLIPSIS_WIDTH : 0) + totalWidth(cells.slice(0, indexAt(cells, offset)));
}

/** The column of a cut line, from 0, at which the characters before an offset end. */
export function columnBefore({ cells, isCutBefore }: CutLine, offset: number): number {
	return (isCutBefore ? ELLIPSIS_WIDTH : 0) + totalWidth(cells.filter(({ start }) => start < offset));
}

function cellOf({ segment, start, end }: Segment): Cell {
	const text = visibleLine(segment).replaceAll('\t', ' ');
	return { text, width: widthOf(text), start, end };
}

/** The index of the cell that contains an offset; the number of cells for the end of the line. */
function indexAt(cells: readonly Cell[], offset: number): number {
	return findFirstIndex(cells.length, index => (cells[index]?.end ?? 0) <= offset);
}

function totalWidth(cells: readonly Cell[]): number {
	return cells.reduce((sum, { width }) => sum + width, 0);
}

function characterStart(text: string, offset: number): number {
	return isInsideCharacter(text, offset) ? offset - 1 : offset;
}
