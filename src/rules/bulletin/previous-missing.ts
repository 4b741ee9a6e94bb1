import { formatDay } from '../../core/time/format.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';

export const previousMissing: Rule = {
	code: 'bulletin/previous-missing',
	title: 'Missing previous bulletin',
	rationale: dedent`
		A reader cannot follow "see last week's bulletin" if the log has no bulletin of that week. Either it was not
		written, or its date was not found. The date is read from the front matter, the file name or the first heading.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: "A reference to last week's bulletin",
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
			caption: 'A week without a bulletin',
			text: dedent`
				//- /bulletins/2024-08-17.md
				# Infra log, 17 August 2024
				//- /bulletins/2024-08-31.md
				# Infra log, 31 August 2024

				See «last week's bulletin» for the top row.
			`,
			message: "Missing bulletin for reference `last week's bulletin`. Expected a bulletin of 24 August 2024.",
		},
		{
			caption: 'A reference in the summary of a record',
			text: dedent`
				title: Registry refused pushes
				impact: minor
				started_at: 2024-08-29T05:30:00Z
				resolved_at: 2024-08-29T06:30:00Z
				summary: The disk that «last week's bulletin» described was full again.
			`,
			message: "Missing bulletin for reference `last week's bulletin`. Expected a bulletin of 24 August 2024.",
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			const { target, range } = reference;
			if (target.by === 'week' && log.resolve(reference).length === 0) {
				const found = document.text.slice(range.start, range.end);
				yield {
					range,
					message: `Missing bulletin for reference ${quoted(found)}. Expected a bulletin of ${formatDay(target.endsOn)}.`,
					data: { endsOn: target.endsOn },
				};
			}
		}
	},
};
