import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';

export const alias: Rule = {
	code: 'schema/alias',
	title: 'YAML anchor or alias',
	rationale: dedent`
		An alias hides the value of a field in another line, and a few lines of nested aliases can expand to gigabytes.
		Other readers of a record may not support them. Every anchor and every alias is reported, and none is resolved.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	valid: [
		{
			caption: 'Two fields with the same value',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				detected_at: 2024-08-26T05:30:00-04:00
			`,
		},
		{
			caption: 'Asterisks and ampersands in a text',
			text: dedent`
				title: Registry refused pushes & pulls of *latest*
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
		},
	],
	invalid: [
		{
			caption: 'A time as an alias of another time',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: «&start» 2024-08-26T05:30:00-04:00
				detected_at: «*start»
			`,
			message: 'Anchor `&start`. Expected no anchors and no aliases.',
		},
		{
			caption: 'An anchor in front matter',
			text: dedent`
				//- /incidents/2024-08-26-registry.md
				---
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				components: «&all» [registry]
				---

				The registry was full.
			`,
			message: 'Anchor `&all`. Expected no anchors and no aliases.',
		},
	],
	check: ({ document }) => problemsOf(document, 'alias'),
};
