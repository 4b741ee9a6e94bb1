import { EndOfLine, Position, type TextDocument } from 'vscode';
import { findFirstIndex } from '../../core/binary-search.ts';

/** Returns the server's offset of a line: the server counts `\r\n` as one unit. */
export function plainOffsetOf(document: TextDocument, line: number): number {
	return document.offsetAt(new Position(line, 0)) - (document.eol === EndOfLine.CRLF ? line : 0);
}

/** Returns the line that contains an offset of the server. */
export function lineAtPlainOffset(document: TextDocument, offset: number): number {
	const next = findFirstIndex(document.lineCount, line => plainOffsetOf(document, line) <= offset);
	return Math.max(0, next - 1);
}
