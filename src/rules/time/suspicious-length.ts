import { endOf, startOf } from '../../core/incident-times.ts';
import { formatDuration, monthName } from '../../core/time/format.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { proseOf } from '../support/prose.ts';

export const suspiciousLength: Rule = {
	code: 'time/suspicious-length',
	title: 'An incident takes longer than no time, and not longer than two weeks',
	rationale: dedent`
		An incident of a year and twenty minutes is most often one of twenty minutes with a slip in the year. One that
		ends at the second at which it began was most often closed by a tool. A notice may end as it begins.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	options: { beyond: lengthSchema('14d', 'How long an incident may take.') },
	valid: [
		{
			caption: 'Longer, as its own text says',
			text: dedent`
				//- /incidents/2024-06-26-archive.md
				---
				title: Archive was read-only
				impact: minor
				started_at: 2024-06-26T05:30:00Z
				resolved_at: 2024-08-05T07:30:00Z
				---

				Nothing could be written to it until 5 August, when its new store was ready.
			`,
		},
		{
			caption: 'Five minutes, and a day',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T05:35:00Z
				//- /incidents/2024-08-27-mail.yaml
				title: Mail was delayed again
				impact: minor
				started_at: 2024-08-27
				resolved_at: 2024-08-27
			`,
		},
	],
	invalid: [
		{
			caption: 'A slip in the year',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2023-08-26T05:30:00Z
				resolved_at: «2024-08-26T05:50:00Z»
			`,
			message: 'lasts 366 d; expected at most 14 days',
		},
		{
			caption: 'No time at all, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: «2024-08-26T05:30:00Z»
				---

				A relay was overloaded.
			`,
			message: 'ends as it begins; expected some time between',
		},
	],
	*check({ document, options: { beyond } }) {
		for (const incident of document.incidents) {
			const [start, end] = [startOf(incident)?.reading, endOf(incident)];
			if (incident.kind !== 'incident' || !start?.ok || !end?.reading.ok) {
				continue;
			}
			const length = end.reading.earliestMs - start.latestMs;
			if (length > lengthOption(beyond)) {
				if (isDescribed(end.reading, start, document)) {
					continue;
				}
				const lasts = formatDuration(length / 60_000);
				yield { range: end.range, message: `lasts ${lasts}; expected at most ${lengthText(beyond)}` };
			} else if (start.precision === 'second' && end.reading.precision === 'second' && length === 0) {
				yield { range: end.range, message: 'ends as it begins; expected some time between' };
			}
		}
	},
};

/** A day of each month, in words. */
const MONTHS: readonly RegExp[] = Array.from({ length: 12 }, (_, index) => {
	const name = monthName(index + 1);
	return new RegExp(`\\b(?:${name}|${name.slice(0, 3)})\\.? \\d|\\d(?:st|nd|rd|th)? (?:of )?${name}\\b`, 'i');
});

/** Whether the prose knows that it went on until another month: "from June 1985 to January 1987". */
function isDescribed(end: WrittenTime, start: WrittenTime, document: LogDocument): boolean {
	if (end.date.month === start.date.month) {
		return false;
	}
	const month = MONTHS[end.date.month - 1];
	for (const { text } of proseOf(document)) {
		if (month?.test(text)) {
			return true;
		}
	}
	return false;
}
