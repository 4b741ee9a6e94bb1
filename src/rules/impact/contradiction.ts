import type { ImpactScale } from '../../core/impact-scale.ts';
import type { Incident } from '../../core/incident.ts';
import { contains } from '../../core/range.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';

/** Words about those who use the service. */
const PEOPLE = /\b(?:customer|user|client|tenant|visitor|subscriber)s?\b/i;

export const contradiction: Rule = {
	code: 'impact/contradiction',
	title: "What an incident's text says of its impact agrees with its impact",
	rationale: dedent`
		"No customer impact" in an incident of impact major, or "all customers" in one of impact none: either the text or
		the field was copied from elsewhere. Only plain words count. A denial with a condition ("no customer impact
		outside Rio") contradicts nothing, and neither does a word between the ends of the scale.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A denial with a condition',
			text: dedent`
				title: Backbone lost a link
				impact: major
				started_at: 2024-08-26T05:30:00Z
				summary: Packets were lost for an hour. No customer impact outside Rio.
			`,
		},
		{
			caption: 'An outage of what no customer uses',
			text: dedent`
				//- /incidents/2024-08-26-dashboards.md
				---
				title: Dashboards were empty
				impact: none
				started_at: 2024-08-26T05:30:00Z
				---

				A total outage of the internal dashboards.
			`,
		},
		{
			caption: 'No impact, and said so',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Dashboards were empty** (05:30 UTC): A disk was full. No customer impact.
				  <!-- incident: { impact: none } -->
			`,
		},
	],
	invalid: [
		{
			caption: 'A record of impact major that denies it',
			text: dedent`
				title: Dashboards were empty
				impact: major
				started_at: 2024-08-26T05:30:00Z
				summary: The disk for annotations was full. «No customer impact».
			`,
			message: '`No customer impact` in an incident of impact `major`; expected impact `none`, or other words',
			fixed: dedent`
				title: Dashboards were empty
				impact: none
				started_at: 2024-08-26T05:30:00Z
				summary: The disk for annotations was full. No customer impact.
			`,
		},
		{
			caption: "The same in a bulletin's entry",
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Dashboards were empty** (05:30 UTC): A disk was full. «No customer impact».
				  <!-- incident: { impact: critical } -->
			`,
			message: '`No customer impact` in an incident of impact `critical`; expected impact `none`, or other words',
			fixed: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Dashboards were empty** (05:30 UTC): A disk was full. No customer impact.
				  <!-- incident: { impact: none } -->
			`,
		},
		{
			caption: 'An impact of none where everyone was hit, in Markdown',
			text: dedent`
				//- /incidents/2024-08-26-sign-in.md
				---
				title: Sign-in failed
				impact: none
				started_at: 2024-08-26T05:30:00Z
				---

				«All customers» were unable to sign in.
			`,
			message: '`All customers` in an incident of impact `none`; expected a higher impact, or other words',
		},
	],
	*check({ document, log }) {
		const scale = log.configuration.impact;
		for (const incident of document.incidents) {
			const { impact, inferred } = incident;
			if (!impact || !inferred.impact || !contradicts(incident, scale)) {
				continue;
			}
			const { range, value } = inferred.impact;
			const words = document.text.slice(range.start, range.end);
			const inHeading = document.body?.sections.some(({ title }) => contains(title.range, range.start));
			if (inHeading || !PEOPLE.test(words)) {
				// A total outage of what nobody outside uses has no impact.
				continue;
			}
			const found = quoted(words);
			const least = scale.levels[0] ?? '';
			const expected = value === 'none' ? `impact ${quoted(least)}` : 'a higher impact';
			yield {
				range,
				message: `${found} in an incident of impact ${quoted(impact.value)}; expected ${expected}, or other words`,
				related: [{ uri: document.uri, range: impact.range, message: 'the impact is stated here' }],
				fixes: value === 'none' ? [write(impact.range, least, 'suggested')] : [],
			};
		}
	},
};

/** Only the two ends of a scale contradict words: a denial the upper half, "everyone" a level called none. */
function contradicts({ impact, inferred }: Incident, scale: ImpactScale): boolean {
	const level = scale.levelOf(impact?.value ?? '');
	if (level === undefined) {
		return false;
	}
	const isUpperHalf = scale.rankOf(level) >= scale.levels.length / 2;
	const isNone = scale.levelOf('none') === level && scale.rankOf(level) === 0;
	const said = inferred.impact?.value;
	return (said === 'none' && isUpperHalf) || ((said === 'high' || said === 'total') && isNone);
}
