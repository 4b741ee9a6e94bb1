import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { problemsOf } from '../support/problems.ts';

export const syntax: Rule = {
	code: 'schema/syntax',
	title: 'Invalid syntax',
	rationale: dedent`
		Other rules cannot check text that is not parsed: a record with one tab or quote too many would silently be missing
		from the bulletin. YAML is parsed as YAML 1.2, even if a \`%YAML\` directive names another version. Files that are
		not text in UTF-8, and files that are too large for a record, are reported too.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
	fix: 'safe',
	valid: [
		{
			caption: 'A colon in a quoted text',
			text: dedent`
				title: "Sign-in: some accounts turned away"
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
		},
	],
	invalid: [
		{
			caption: 'An unclosed quote',
			text: dedent`
				title: «"»Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
			message: 'Unclosed quote `"`. Expected another `"` on the same line.',
		},
		{
			caption: 'A colon in an unquoted text, in front matter',
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
			fixed: dedent`
				//- /incidents/2024-08-26-sign-in.md
				---
				title: "Sign-in: some accounts turned away"
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				---

				A new check was too strict.
			`,
		},
		{
			caption: 'A title that YAML takes for a tag',
			text: dedent`
				title: «!important accounts turned away»
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
			message: 'Unquoted value begins with `!`. Expected the value in quotes.',
			fixed: dedent`
				title: "!important accounts turned away"
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
			`,
		},
	],
	check: ({ document }) => problemsOf(document, 'syntax', 'not-text', 'too-large'),
};
