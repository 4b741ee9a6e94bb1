import type { Finding } from '../../core/finding.ts';
import { EMPTY_RANGE } from '../../core/range.ts';
import type { LogDocument, Problem } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';

/**
 * Reports exceptions of the parser. The checker adds exceptions of rules, with the same code: see `log/defect.ts`.
 */
export const internalError: Rule = {
	code: 'internal/error',
	title: 'Internal error',
	rationale: dedent`
		An internal error is a defect of Incident Log, not of the document. The finding states the error, and the rule if one
		failed. All other documents and rules are checked as usual. Findings can be missing until the defect is fixed, so
		the level is always \`error\`, and neither the configuration nor a comment disables this rule. Please report the
		defect together with the document.
	`,
	level: 'error',
	alwaysOn: true,
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	valid: [
		{
			caption: 'Any record',
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

/** Returns true if parsing a document failed. Its content is then unknown, and no other rule can check it. */
export function isUnread({ problems }: LogDocument): boolean {
	return problems.some(({ kind }) => kind === 'internal-error');
}

export function readingProblem(message: string): Problem {
	return { kind: 'internal-error', range: EMPTY_RANGE, message, related: undefined };
}

export function checkingFinding(message: string, data: Finding['data']): Finding {
	return { code: internalError.code, level: 'error', range: EMPTY_RANGE, message, fixes: [], related: [], data };
}
