import { EndOfLine, Position, type TextDocument } from 'vscode';

/** Offsets as the server counts them: a line break is one unit, also where the editor has two (`\r\n`). */
export function plainOffsetOf(document: TextDocument, line: number): number {
	return document.offsetAt(new Position(line, 0)) - (document.eol === EndOfLine.CRLF ? line : 0);
}

/** The line in which an offset lies. */
export function lineAtPlainOffset(document: TextDocument, offset: number): number {
	let low = 0;
	let high = document.lineCount - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (plainOffsetOf(document, middle) <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}
