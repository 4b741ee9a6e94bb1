import { findInternalParts } from '../../parse/records/internal-parts.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';

export const unclosedInternal: Rule = {
	code: 'publish/unclosed-internal',
	title: 'Internal part without an end',
	rationale: dedent`
		Text between \`<!-- internal -->\` and \`<!-- /internal -->\` is not published. Without the end, nothing after the start is
		published, which is rarely meant.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'An internal part of a page, and lines of YAML',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				<!-- internal -->
				The customer was Acme.
				<!-- /internal -->

				The queue was full.
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: none
				started_at: 2024-08-26T10:00:00Z
				# internal
				acknowledged_at: 2024-08-26T10:05:00Z
				# /internal
				resolved_at: 2024-08-26T11:00:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A start without an end',
			text: dedent`
				//- /postmortems/2024-08-26-queue.md
				# Queue stood still

				The queue was full.

				«<!-- internal -->»
				The customer was Acme.

				## Lessons

				Bound the queue.
			`,
			message: 'Internal part without an end. Expected `<!-- /internal -->`.',
		},
	],
	*check({ document }) {
		const { unclosed } = findInternalParts(document);
		if (unclosed !== undefined) {
			const isComment = document.text[unclosed.start] === '<';
			const end = isComment ? '<!-- /internal -->' : '# /internal';
			yield { range: unclosed, message: `Internal part without an end. Expected \`${end}\`.` };
		}
	},
};
