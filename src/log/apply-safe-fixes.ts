import { applyEditsToWritten } from '../core/line-breaks.ts';
import { safeEdits } from '../core/safe-edits.ts';
import type { Log } from './log.ts';

/** Rounds of fixes: applying a fix can enable another one that overlapped it. */
const MAX_ROUNDS = 10;

/**
 * Applies the safe fixes of a document in the log, so that other documents are checked against it, until none is left. Returns
 * its text as written.
 */
export function applySafeFixes(log: Log, uri: string): string {
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const document = log.document(uri);
		const edits = safeEdits(log.everyFinding(uri));
		if (document === undefined || edits.length === 0) {
			break;
		}
		log.set(uri, applyEditsToWritten(writtenText(log, uri), edits), document.kind);
	}
	return writtenText(log, uri);
}

/** Returns the text of a file with its original line breaks. */
export function writtenText(log: Log, uri: string): string {
	const content = log.content(uri);
	return typeof content === 'string' ? content : '';
}
