import type { ImpactScale } from '../../core/impact-scale.ts';
import type { Incident } from '../../core/incident.ts';
import { contains } from '../../core/range.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';

/** Words for the users of the service. */
const PEOPLE = /\b(?:customer|user|client|tenant|visitor|subscriber)s?\b/i;

export const impactContradiction: Rule = {
	code: 'impact/contradiction',
	title: 'Text contradicts the impact',
	rationale: dedent`
		If an incident of impact major states "no customer impact", or one of impact none states "all customers", either the
		text or the field is wrong. Only clear statements about users are reported. A statement with a condition ("no
		customer impact outside Rio") is not, and neither are words for a middle level.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'No impact, with a condition',
			text: dedent`
				title: Backbone lost a link
				impact: major
				started_at: 2024-08-26T05:30:00Z
				summary: Packets were lost for an hour. No customer impact outside Rio.
			`,
		},
		{
			caption: 'An outage of an internal service',
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
			caption: 'Text and field both say no impact',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Dashboards were empty** (05:30 UTC): A disk was full. No customer impact.
				  <!-- incident: { impact: none } -->
			`,
		},
	],
	invalid: [
		{
			caption: 'A record of impact major whose text states no impact',
			text: dedent`
				title: Dashboards were empty
				impact: major
				started_at: 2024-08-26T05:30:00Z
				summary: The disk for annotations was full. «No customer impact».
			`,
			message: 'Text `No customer impact` contradicts impact `major`. Expected impact `none` or a different text.',
			fixed: dedent`
				title: Dashboards were empty
				impact: none
				started_at: 2024-08-26T05:30:00Z
				summary: The disk for annotations was full. No customer impact.
			`,
		},
		{
			caption: "The same text in a bulletin's entry",
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Dashboards were empty** (05:30 UTC): A disk was full. «No customer impact».
				  <!-- incident: { impact: critical } -->
			`,
			message: 'Text `No customer impact` contradicts impact `critical`. Expected impact `none` or a different text.',
			fixed: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Dashboards were empty** (05:30 UTC): A disk was full. No customer impact.
				  <!-- incident: { impact: none } -->
			`,
		},
		{
			caption: 'Impact none although all customers were affected, in Markdown',
			text: dedent`
				//- /incidents/2024-08-26-sign-in.md
				---
				title: Sign-in failed
				impact: none
				started_at: 2024-08-26T05:30:00Z
				---

				«All customers» were unable to sign in.
			`,
			message: 'Text `All customers` contradicts impact `none`. Expected a higher impact or a different text.',
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
			const isInHeading = document.body?.sections.some(({ title }) => contains(title.range, range.start));
			if (isInHeading || !PEOPLE.test(words)) {
				// A total outage of an internal service has no impact on users.
				continue;
			}
			const found = quoted(words);
			const lowest = scale.levels[0] ?? '';
			const expected = value === 'none' ? `impact ${quoted(lowest)}` : 'a higher impact';
			yield {
				range,
				message: `Text ${found} contradicts impact ${quoted(impact.value)}. Expected ${expected} or a different text.`,
				related: [{ uri: document.uri, range: impact.range, message: 'Stated impact' }],
				fixes: value === 'none' ? [write(impact.range, lowest, 'suggested')] : [],
			};
		}
	},
};

/**
 * Returns true if the text states that there was no impact and the level is in the upper half of the scale, or if the text
 * states that the impact was high and the level is `none`. Middle levels contradict no text.
 */
function contradicts({ impact, inferred }: Incident, scale: ImpactScale): boolean {
	const level = scale.levelOf(impact?.value ?? '');
	if (level === undefined) {
		return false;
	}
	const isUpperHalf = scale.rankOf(level) >= scale.levels.length / 2;
	const isNone = scale.levelOf('none') === level && scale.rankOf(level) === 0;
	const textImpact = inferred.impact?.value;
	return (textImpact === 'none' && isUpperHalf) || ((textImpact === 'high' || textImpact === 'total') && isNone);
}
