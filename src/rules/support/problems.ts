import { CONFLICT, type LogDocument, type Problem } from '../../parse/model/document.ts';
import type { Report } from '../rule.ts';

/** Returns true if a file could not be read at all. Rules about missing content do not apply to it. */
export function hasNoText(problems: readonly Problem[]): boolean {
	return problems.some(({ kind }) => kind === 'not-text' || kind === 'too-large' || kind === 'unreadable');
}

/** Returns true for a document with conflict markers: what is between them contradicts itself. */
export function hasConflict({ problems }: LogDocument): boolean {
	return problems.some(({ message }) => message === CONFLICT);
}

/** Returns the parser's problems of these kinds as reports. */
export function* problemsOf(document: LogDocument, ...kinds: readonly Problem['kind'][]): Iterable<Report> {
	for (const { kind, range, message, related, fix } of document.problems) {
		if (kinds.includes(kind)) {
			const first = related && { uri: document.uri, range: related, message: 'First definition' };
			yield { range, message, ...(first && { related: [first] }), ...(fix && { fixes: [fix] }) };
		}
	}
}
