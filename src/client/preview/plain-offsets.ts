import { EndOfLine, Position, type TextDocument } from 'vscode';

/** Returns the server's offset of a line: the server counts `\r\n` as one unit. */
export function plainOffsetOf(document: TextDocument, line: number): number {
	return document.offsetAt(new Position(line, 0)) - (document.eol === EndOfLine.CRLF ? line : 0);
}

/** Returns the line that contains an offset of the server. */
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
