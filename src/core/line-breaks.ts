import { LineIndex } from './line-index.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Normalises line breaks: `\r\n` (Windows), `\r` and `\n` are read as `\n`, here only and before parsing. Line and
 * character positions are the same in both texts. Edits are written back with the line breaks of the file.
 */

const LINE_BREAK = /\r\n?|\n/;
const OTHER_LINE_BREAK = /\r\n?/g;

/** Returns the text with `\n` at each line end. */
export function withLineFeeds(text: string): string {
	return text.includes('\r') ? text.replace(OTHER_LINE_BREAK, '\n') : text;
}

/** The line break of the first line; `\n` for a text of one line. */
export function lineBreakOf(text: string): string {
	return LINE_BREAK.exec(text)?.[0] ?? '\n';
}

/** Converts the `\n` of a generated text to the line break of the file that it is written to. */
export function withLineBreak(text: string, lineBreak: string): string {
	return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak);
}

/**
 * Applies edits, whose ranges refer to the text with `\n`, to the text as written. Unedited lines keep their line breaks,
 * even if the text has several kinds.
 */
export function applyEditsToWritten(written: string, edits: readonly TextEdit[]): string {
	const plain = withLineFeeds(written);
	if (plain === written) {
		return applyEdits(written, edits);
	}
	const from = new LineIndex(plain);
	const to = new LineIndex(written);
	const lineBreak = lineBreakOf(written);
	const offset = (at: number) => to.offsetAt(from.positionAt(at));
	const edited = applyEdits(plain, edits);
	const result = applyEdits(
		written,
		edits.map(({ range, newText }) => ({
			range: { start: offset(range.start), end: offset(range.end) },
			newText: withLineBreak(newText, lineBreak),
		})),
	);
	// With several kinds of line breaks, a `\r` and a `\n` that become adjacent would form one line break.
	return withLineFeeds(result) === edited ? result : withLineBreak(edited, lineBreak);
}
