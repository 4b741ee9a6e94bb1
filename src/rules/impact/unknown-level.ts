import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { isStatusWord } from '../support/status.ts';
import { oneOfWords, quoted } from '../support/words.ts';

export const unknownLevel: Rule = {
	code: 'impact/unknown-level',
	title: 'Unknown impact level',
	rationale: dedent`
		\`impact.levels\` in \`incident-log.yaml\` defines the scale of the log, lowest level first, and \`impact.aliases\`
		other words for a level. The default levels are those of Statuspage: \`none\`, \`minor\`, \`major\` and \`critical\`.
		Until it is corrected, an unknown word ranks as the highest level, so that no severe incident is overlooked.
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
			caption: 'A misspelled level',
			text: dedent`
				title: Proxy dropped connections
				impact: «mayor»
				started_at: 2024-08-26T05:30:00Z
			`,
			message: 'Unknown impact level `mayor`. Expected `none`, `minor`, `major` or `critical`.',
			fixed: dedent`
				title: Proxy dropped connections
				impact: major
				started_at: 2024-08-26T05:30:00Z
			`,
		},
		{
			caption: "A level in the comment of a bulletin's entry",
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Proxy dropped connections** (05:30 UTC): One region was cut off.
				  <!-- incident: { impact: «moderate» } -->
			`,
			message: 'Unknown impact level `moderate`. Expected `none`, `minor`, `major` or `critical`.',
		},
	],
	*check({ document, log }) {
		const scale = log.configuration.impact;
		for (const { impact } of document.incidents) {
			// `impact/status-in-impact` reports status words.
			if (impact && scale.levelOf(impact.value) === undefined && !isStatusWord(impact.value)) {
				yield new LazyReport(impact.range, () => ({
					message: `Unknown impact level ${quoted(impact.value)}. Expected ${oneOfWords(scale.levels)}.`,
					fixes: nearest(impact.value, scale.words, 1).map(word => write(impact.range, word, 'suggested')),
					data: { found: impact.value, expected: scale.levels },
				}));
			}
		}
	},
};
