import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { isStatusWord } from '../support/status.ts';
import { alternatives, quoted } from '../support/words.ts';

export const statusInImpact: Rule = {
	code: 'impact/status-in-impact',
	title: 'Status in the impact field',
	rationale: dedent`
		\`monitoring\` is the progress of an incident, not its severity. Most tools show the two fields next to each other,
		and they are easily confused. A status word is accepted if the log's own scale has a level of that name.
	`,
	level: 'error',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A log whose scale has a level with the name of a status',
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
			caption: 'A status as the impact of a record',
			text: dedent`
				title: Search answered slowly
				impact: «monitoring»
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'Status `monitoring` in the impact field. Expected `none`, `minor`, `major` or `critical`.',
			fixed: dedent`
				title: Search answered slowly
				status: monitoring
				started_at: 2024-08-26T05:30:00Z
			`,
		},
		{
			caption: 'A status in the comment of an entry',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Search answered slowly** (05:30 UTC): Queries took up to ten seconds.
				  <!-- incident: { impact: «resolved» } -->
			`,
			message: 'Status `resolved` in the impact field. Expected `none`, `minor`, `major` or `critical`.',
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
				message: `Status ${quoted(impact.value)} in the impact field. Expected ${alternatives(scale.levels)}.`,
				fixes: fix ? [fix] : [],
				data: { found: impact.value, expected: scale.levels },
			};
		}
	},
};
