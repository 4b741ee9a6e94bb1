import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { isStatusWord } from '../support/status.ts';
import { oneOfWords, quoted } from '../support/words.ts';

export const unknownLevel: Rule = {
	code: 'impact/unknown-level',
	title: "An impact is a level of the log's scale",
	rationale: dedent`
		The scale is the log's own: \`impact.levels\` in \`incident-log.yaml\`, least first, with other words for a level as
		\`impact.aliases\`. Without it the levels are Statuspage's \`none\`, \`minor\`, \`major\` and \`critical\`. A word that is
		none of them ranks as the worst level until it is mended, so that nothing grave is overlooked for a slip.
	`,
	level: 'error',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An alias, in any case',
			text: dedent`
				//- /incident-log.yaml
				impact:
				  levels: [green, yellow, red]
				  aliases: { SEV1: red }
				//- /incidents/2024-08-26-proxy.yaml
				title: Proxy dropped connections
				impact: sev1
				started_at: 2024-08-26T05:30:00Z
			`,
		},
	],
	invalid: [
		{
			caption: 'A slip of the pen',
			text: dedent`
				title: Proxy dropped connections
				impact: «mayor»
				started_at: 2024-08-26T05:30:00Z
			`,
			message: '`mayor` is no impact level of this log; expected `none`, `minor`, `major` or `critical`',
			fixed: dedent`
				title: Proxy dropped connections
				impact: major
				started_at: 2024-08-26T05:30:00Z
			`,
		},
		{
			caption: "In the comment of a bulletin's entry",
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Proxy dropped connections** (05:30 UTC): One region was cut off.
				  <!-- incident: { impact: «moderate» } -->
			`,
			message: '`moderate` is no impact level of this log; expected `none`, `minor`, `major` or `critical`',
		},
	],
	*check({ document, log }) {
		const scale = log.configuration.impact;
		for (const { impact } of document.incidents) {
			// A status in its place is `impact/status-in-impact`.
			if (impact && scale.levelOf(impact.value) === undefined && !isStatusWord(impact.value)) {
				yield new LazyReport(impact.range, () => ({
					message: `${quoted(impact.value)} is no impact level of this log; expected ${oneOfWords(scale.levels)}`,
					fixes: nearest(impact.value, scale.words, 1).map(word => write(impact.range, word, 'suggested')),
					data: { found: impact.value, expected: scale.levels },
				}));
			}
		}
	},
};
