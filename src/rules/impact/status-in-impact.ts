import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { isStatusWord } from '../support/status.ts';
import { alternatives, quoted } from '../support/words.ts';

export const statusInImpact: Rule = {
	code: 'impact/status-in-impact',
	title: 'Where the impact belongs does not stand the status',
	rationale: dedent`
		\`monitoring\` says where an incident stands and not how bad it was. The two fields stand side by side in most
		tools, and are easily mistaken for each other.
	`,
	level: 'error',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A log whose scale has such a word',
			text: dedent`
				//- /incident-log.yaml
				impact: { levels: [none, monitoring, outage] }
				//- /incidents/2024-08-26-search.yaml
				title: Search answered slowly
				impact: monitoring
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A status in the place of the impact',
			text: dedent`
				title: Search answered slowly
				impact: «monitoring»
				started_at: 2024-08-26T05:30:00Z
			`,
			message: '`monitoring` is a status; expected `none`, `minor`, `major` or `critical`',
			fixed: dedent`
				title: Search answered slowly
				status: monitoring
				started_at: 2024-08-26T05:30:00Z
			`,
		},
		{
			caption: 'In the comment of an entry',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Search answered slowly** (05:30 UTC): Queries took up to ten seconds.
				  <!-- incident: { impact: «resolved» } -->
			`,
			message: '`resolved` is a status; expected `none`, `minor`, `major` or `critical`',
		},
	],
	*check({ document, log }) {
		const scale = log.configuration.impact;
		for (const { impact, status, source } of document.incidents) {
			if (!impact || scale.levelOf(impact.value) !== undefined || !isStatusWord(impact.value)) {
				continue;
			}
			const key = source === 'record' && !status ? document.data?.at(['impact'])?.keyRange : undefined;
			const fix = key && { title: 'Rename to `status`', edits: [{ range: key, newText: 'status' }], safe: false };
			yield {
				range: impact.range,
				message: `${quoted(impact.value)} is a status; expected ${alternatives(scale.levels)}`,
				fixes: fix ? [fix] : [],
				data: { found: impact.value, expected: scale.levels },
			};
		}
	},
};
