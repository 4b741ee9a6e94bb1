import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { alternatives } from '../support/words.ts';

export const missing: Rule = {
	code: 'impact/missing',
	title: 'Missing impact',
	rationale: dedent`
		Without an impact, a slow page and a day-long outage look the same: the picture cannot shade the incident, and no
		statistic counts it. Records with a severity are not reported, because the impact is inferred from it. Entries in
		bulletins are not reported, because their impact is inferred from the text.
	`,
	level: 'error',
	kinds: ['incident'],
	valid: [
		{
			caption: 'A stated impact, even if it is none',
			text: dedent`
				title: Search answered slowly
				impact: none
				started_at: 2024-08-26T05:30:00Z
			`,
		},
		{
			caption: 'A severity, from which the impact is inferred',
			text: dedent`
				title: Search answered slowly
				severity: SEV-3
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A record without an impact',
			text: dedent`
				title: «Search answered slowly»
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'Missing field `impact`. Expected `none`, `minor`, `major` or `critical`.',
		},
		{
			caption: 'A record in front matter, with an id',
			text: dedent`
				//- /incidents/search.md
				---
				id: «2024-08-26-search»
				title: Search answered slowly
				started_at: 2024-08-26T05:30:00Z
				---

				Queries took up to ten seconds.
			`,
			message: 'Missing field `impact`. Expected `none`, `minor`, `major` or `critical`.',
		},
	],
	*check({ document, log }) {
		const [incident] = document.incidents;
		const { data } = document;
		const isPresent = data?.absentFields?.has('impact') || (data?.keys([]).some(({ key }) => key === 'impact') ?? true);
		// The unreadable part of a document with syntax errors may contain the field.
		if (incident && !isPresent && !incident.severity && !document.problems.some(({ kind }) => kind === 'syntax')) {
			yield {
				range: incident.idRange,
				message: `Missing field \`impact\`. Expected ${alternatives(log.configuration.impact.levels)}.`,
				data: { field: 'impact' },
			};
		}
	},
};
