import type { LogDocument, Problem } from '../../parse/model/document.ts';
import type { Report } from '../rule.ts';

/** Whether nothing of a file could be read: what it lacks is then unknown. */
export function hasNoText(problems: readonly Problem[]): boolean {
	return problems.some(({ kind }) => kind === 'not-text' || kind === 'too-large' || kind === 'unreadable');
}

/** What the parser itself met, as reports. */
export function* problemsOf(document: LogDocument, ...kinds: readonly Problem['kind'][]): Iterable<Report> {
	for (const { kind, range, message, related } of document.problems) {
		if (kinds.includes(kind)) {
			const first = related && { uri: document.uri, range: related, message: 'the first one' };
			yield { range, message, ...(first && { related: [first] }) };
		}
	}
}
