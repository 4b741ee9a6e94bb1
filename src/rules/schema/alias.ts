import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';

export const alias: Rule = {
	code: 'schema/alias',
	title: 'A record says everything where it belongs, without anchors and aliases',
	rationale: dedent`
		An alias makes one value depend on another one further up, and a few lines of them can stand for gigabytes. A
		record is read by people at three in the morning and by tools that know no aliases. They are never followed.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	valid: [
		{
			caption: 'The same time twice, written twice',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				detected_at: 2024-08-26T05:30:00-04:00
			`,
		},
		{
			caption: 'Asterisks and ampersands inside a text',
			text: dedent`
				title: Registry refused pushes & pulls of *latest*
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
		},
	],
	invalid: [
		{
			caption: 'A time that points at another',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: «&start» 2024-08-26T05:30:00-04:00
				detected_at: «*start»
			`,
			message: 'Anchor `&start`. Expected no anchors and no aliases.',
		},
		{
			caption: 'In front matter',
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
