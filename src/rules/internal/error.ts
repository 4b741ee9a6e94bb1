import type { Finding } from '../../core/finding.ts';
import type { LogDocument, Problem } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';

/**
 * Reports what threw while a document was read. What throws while it is checked is added by the checker, under the same
 * code: see `log/defect.ts`.
 */
export const internalError: Rule = {
	code: 'internal/error',
	title: 'Every document is read and checked without an internal error',
	rationale: dedent`
		No text may make Incident Log fail. Where it fails all the same, that is a defect of Incident Log and not of the
		document: the finding names the document, the rule (if it was one) and the error, and all other documents and rules are
		checked as usual. Findings may be missing until the defect is fixed, so the level is always \`error\`, and neither the
		configuration nor a comment turns it off. Please report it together with the document.
	`,
	level: 'error',
	alwaysOn: true,
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	valid: [
		{
			caption: 'A record like any other',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				severity: SEV-3
			`,
		},
	],
	invalid: [],
	check: ({ document }) => problemsOf(document, 'internal-error'),
};

/** Whether reading a document failed: what it says is not known, and no other rule can check it. */
export function isUnread({ problems }: LogDocument): boolean {
	return problems.some(({ kind }) => kind === 'internal-error');
}

export function readingProblem(message: string): Problem {
	return { kind: 'internal-error', range: HEAD, message, related: undefined };
}

export function checkingFinding(message: string, data: Finding['data']): Finding {
	return { code: internalError.code, level: 'error', range: HEAD, message, fixes: [], related: [], data };
}

const HEAD = { start: 0, end: 0 };
