import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';

export const syntax: Rule = {
	code: 'schema/syntax',
	title: 'A file can be read',
	rationale: dedent`
		What cannot be read is checked by no other rule: a record with a tab or a quote too many would be missing from the
		bulletin without a word. YAML is read as YAML 1.2, whatever a \`%YAML\` line says. Files that are no text, or too
		large for a record, are named here, too.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	valid: [
		{
			caption: 'A colon inside quotes is text',
			text: dedent`
				title: "Sign-in: some accounts turned away"
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
		},
	],
	invalid: [
		{
			caption: 'A quote that is never closed',
			text: dedent`
				title: «"»Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
			message: 'Unclosed quote `"`. Expected another `"` on the same line.',
		},
		{
			caption: 'A colon without quotes, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-sign-in.md
				---
				title: «Sign-in: some accounts turned away»
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				---

				A new check was too strict.
			`,
			message: 'Second `: ` in one value. Expected the value in quotes.',
		},
	],
	check: ({ document }) => problemsOf(document, 'syntax', 'not-text', 'too-large'),
};
