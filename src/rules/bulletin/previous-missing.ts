import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { dayText } from '../support/definitions.ts';
import { quoted } from '../support/words.ts';

export const previousMissing: Rule = {
	code: 'bulletin/previous-missing',
	title: 'A bulletin that another one sends its readers to is in the log',
	rationale: dedent`
		"See last week's bulletin for the top row" sends the reader to a page. Either that week's bulletin was never
		written, or its date is not where it is looked for: front matter, file name, first heading.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: "Last week's bulletin is there",
			text: dedent`
				//- /bulletins/2024-08-24.md
				# Infra log, 24 August 2024
				//- /bulletins/2024-08-31.md
				# Infra log, 31 August 2024

				See last week's bulletin for the top row.
			`,
		},
	],
	invalid: [
		{
			caption: 'Last week there was none',
			text: dedent`
				//- /bulletins/2024-08-17.md
				# Infra log, 17 August 2024
				//- /bulletins/2024-08-31.md
				# Infra log, 31 August 2024

				See «last week's bulletin» for the top row.
			`,
			message: "`last week's bulletin` is not in this log; expected a bulletin of 24 August 2024",
		},
		{
			caption: 'In the summary of a record',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-29T05:30:00Z
				resolved_at: 2024-08-29T06:30:00Z
				summary: The disk that «last week's bulletin» told of was full again.
			`,
			message: "`last week's bulletin` is not in this log; expected a bulletin of 24 August 2024",
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			const { target, range } = reference;
			if (target.by === 'week' && log.resolve(reference).length === 0) {
				const found = document.text.slice(range.start, range.end);
				yield {
					range,
					message: `${quoted(found)} is not in this log; expected a bulletin of ${dayText(target.endsOn)}`,
					data: { endsOn: target.endsOn },
				};
			}
		}
	},
};
