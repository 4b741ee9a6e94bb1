import type { Location, Range as LspRange } from 'vscode-languageserver-types';
import type { Range } from '../core/range.ts';
import type { Log } from '../log/log.ts';
import type { DocumentText } from '../log/stored-document.ts';

/** Converts offsets to lines and characters. */
export function toLspRange({ lines }: Pick<DocumentText, 'lines'>, range: Range): LspRange {
	return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** Converts lines and characters to offsets. */
export function fromLspRange({ lines }: Pick<DocumentText, 'lines'>, range: LspRange): Range {
	return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

/** The location of a range in a document of a log; undefined if the document no longer exists. */
export function locationIn(log: Log, uri: string, range: Range): Location | undefined {
	const text = log.text(uri);
	return text && { uri, range: toLspRange(text, range) };
}
