import { counted } from '../../core/counted.ts';
import { applyEdits, type Fix, type TextEdit } from '../../core/text-edit.ts';
import { changedLines } from '../changed-lines.ts';
import type { Paint } from '../style.ts';
import { styled, type Text } from '../styled-text.ts';
import { cutLine } from './cells.ts';
import { type LinedText, numberedLine, sourceWidth, unnumberedLine } from './source-lines.ts';

/** Lines of a fix that are shown. */
const MAX_LINES = 10;

/** A line that a fix removes or adds, with the range that differs from the line that it replaces. */
interface ChangedLine {
	/** Zero-based, in the text before the fix. */
	readonly line: number;
	readonly mark: '-' | '+';
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** Shows a fix as removed and added lines. `shown`: a line that is shown above, and is not repeated as a removed one. */
export function fixLines(source: LinedText, fix: Fix, shown: number, columns: number, style: Paint): Text[] {
	const all = hunksOf(source, fix.edits).flatMap(edits => [...linesOf(source, edits)]);
	const lines = all.filter(({ mark, line }) => mark === '+' || line !== shown);
	const more = lines.length - MAX_LINES;
	return [
		...lines.slice(0, MAX_LINES).map(line => formatLine(line, columns, style)),
		...(more > 0 ? [unnumberedLine('…', style.dim(`${counted(more, 'more line')}`), style)] : []),
	];
}

/** Groups edits that change the same or adjacent lines. */
function hunksOf({ lines }: LinedText, edits: readonly TextEdit[]): TextEdit[][] {
	const hunks: TextEdit[][] = [];
	let end = Number.NEGATIVE_INFINITY;
	for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
		if (lines.lineAt(edit.range.start) > end + 1) {
			hunks.push([]);
		}
		hunks.at(-1)?.push(edit);
		end = lines.lineAt(edit.range.end);
	}
	return hunks;
}

function* linesOf({ text, lines }: LinedText, edits: readonly TextEdit[]): Iterable<ChangedLine> {
	const first = lines.lineAt(Math.min(...edits.map(({ range }) => range.start)));
	const start = lines.startOfLine(first);
	const end = lines.endOfLine(lines.lineAt(Math.max(...edits.map(({ range }) => range.end))));
	const before = text.slice(start, end);
	const moved = edits.map(({ range, newText }) => ({
		range: { start: range.start - start, end: range.end - start },
		newText,
	}));
	const after = applyEdits(before, moved);
	for (const { line, before: removed, after: added } of changedLines(before, after)) {
		for (const [mark, texts, others] of [
			['-', removed, added],
			['+', added, removed],
		] as const) {
			for (const [index, text] of texts.entries()) {
				// One line that replaces one line: what differs is marked.
				const other = texts.length === 1 && others.length === 1 ? others[0] : undefined;
				yield { line: first + line + index, mark, text, ...differenceTo(other, text) };
			}
		}
	}
}

/** The range of a line that differs from another line, extended to whole words; empty without another line. */
function differenceTo(other: string | undefined, line: string): { readonly start: number; readonly end: number } {
	if (other === undefined) {
		return { start: 0, end: 0 };
	}
	let start = 0;
	while (start < line.length && start < other.length && line[start] === other[start]) {
		start++;
	}
	let end = line.length;
	let otherEnd = other.length;
	while (end > start && otherEnd > start && line[end - 1] === other[otherEnd - 1]) {
		end--;
		otherEnd--;
	}
	while (start > 0 && LETTER.test(line[start - 1] ?? '')) {
		start--;
	}
	while (end < line.length && LETTER.test(line[end] ?? '')) {
		end++;
	}
	return { start, end };
}

const LETTER = /\p{L}/u;

function formatLine({ line, mark, text, start, end }: ChangedLine, columns: number, style: Paint): Text {
	const paint = mark === '-' ? style.red : style.green;
	const cut = cutLine(text, start, sourceWidth(columns));
	const part = (from: number, to: number) =>
		cut.cells
			.filter(cell => cell.start >= from && cell.start < to)
			.map(({ text }) => text)
			.join('');
	const content = styled`${cut.isCutBefore ? '…' : ''}${part(0, start)}${style.bold(part(start, end))}${part(end, text.length)}${cut.isCutAfter ? '…' : ''}`;
	return numberedLine(line, mark, paint(content), style);
}
