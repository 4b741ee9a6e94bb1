import { LineIndex } from './line-index.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Normalises line breaks: `\r\n` (Windows), `\r` and `\n` are read as `\n`, in one place, before parsing. Line and
 * character positions are the same in both texts. Edits are written back with the line breaks of the file.
 */

const LINE_BREAK = /\r\n?|\n/;
const OTHER_LINE_BREAK = /\r\n?/g;

/** The text with `\n` at the end of each line. */
export function withLineFeeds(text: string): string {
	return text.includes('\r') ? text.replace(OTHER_LINE_BREAK, '\n') : text;
}

/** What the first line of a text ends with; `\n` where there is one line only. */
export function lineBreakOf(text: string): string {
	return LINE_BREAK.exec(text)?.[0] ?? '\n';
}

/** Converts the `\n` of a generated text to the line break of the file that it is written to. */
export function withLineBreak(text: string, lineBreak: string): string {
	return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak);
}

/**
 * Applies edits that were made for the text with plain breaks to the text as it is written. Lines that no edit touches
 * keep their breaks, also where the text has several kinds.
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
	// Where there are several kinds, a `\r` and a `\n` that become neighbours would be one line break.
	return withLineFeeds(result) === edited ? result : withLineBreak(edited, lineBreak);
}
