import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { alternatives } from '../support/words.ts';

export const missing: Rule = {
	code: 'impact/missing',
	title: 'A record states the impact',
	rationale: dedent`
		Without an impact nobody can tell a page that loaded slowly from a day without a service: the picture cannot shade
		the box, and no figure counts the incident. Entries in bulletins need not state one: it is read from their words.
	`,
	level: 'error',
	kinds: ['incident'],
	valid: [
		{
			caption: 'Whatever the impact is',
			text: dedent`
				title: Search answered slowly
				impact: none
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A severity is another scale',
			text: dedent`
				title: «Search answered slowly»
				severity: SEV-3
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'no `impact`; expected `none`, `minor`, `major` or `critical`',
		},
		{
			caption: 'In front matter, with an id',
			text: dedent`
				//- /incidents/search.md
				---
				id: «2024-08-26-search»
				title: Search answered slowly
				started_at: 2024-08-26T05:30:00Z
				---

				Queries took up to ten seconds.
			`,
			message: 'no `impact`; expected `none`, `minor`, `major` or `critical`',
		},
	],
	*check({ document, log }) {
		const [incident] = document.incidents;
		const { data } = document;
		const isWritten = data?.absentFields?.has('impact') || (data?.keys([]).some(({ key }) => key === 'impact') ?? true);
		// What cannot be read may well hold it.
		if (incident && !isWritten && !document.problems.some(({ kind }) => kind === 'syntax')) {
			yield {
				range: incident.idRange,
				message: `no \`impact\`; expected ${alternatives(log.configuration.impact.levels)}`,
				data: { field: 'impact' },
			};
		}
	},
};
