import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import { weekdayName } from '../../core/time/format.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { intendedWeek } from './support/intended-week.ts';

export const bulletinDate: Rule = {
	code: 'bulletin/date',
	title: 'Bulletin date is not the last day of its week',
	rationale: dedent`
		A bulletin describes the seven days that end on its date. If the date is wrong by a day, one day is missing or
		described twice, and references from the next bulletin do not resolve. \`week_ends_on\` in \`incident-log.yaml\` states
		the last weekday. Without it, a date is reported only if bulletins of the weeks around it end on Saturday.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The weekday of `week_ends_on`',
			text: dedent`
				//- /incident-log.yaml
				week_ends_on: saturday
				//- /bulletins/2024-08-31.md
				# Infra log
			`,
		},
		{
			caption: 'Fridays, without `week_ends_on`',
			text: dedent`
				//- /bulletins/2024-08-23.md
				# Infra log
				//- /bulletins/2024-08-30.md
				# Infra log
			`,
		},
	],
	invalid: [
		{
			caption: 'A date in front matter that is a day early',
			text: dedent`
				//- /incident-log.yaml
				week_ends_on: saturday
				//- /bulletins/last-week-of-august.md
				---
				date: «2024-08-30»
				---

				# Infra log
			`,
			message: 'Bulletin date `2024-08-30` is a Friday. Expected a Saturday, such as `2024-08-31`.',
			fixed: dedent`
				//- /incident-log.yaml
				week_ends_on: saturday
				//- /bulletins/last-week-of-august.md
				---
				date: 2024-08-31
				---

				# Infra log
			`,
		},
		{
			caption: 'A different weekday than in the previous week',
			text: dedent`
				//- /bulletins/2024-08-24.md
				# Infra log
				//- /bulletins/2024-09-01.md
				# «Infra log»
			`,
			message: 'Bulletin date `2024-09-01` is a Sunday. Expected a Saturday, such as `2024-08-31`.',
		},
	],
	*check({ document, log }) {
		const { bulletin, text } = document;
		const week = bulletin && intendedWeek(bulletin, log);
		if (!bulletin?.date || !week) {
			return;
		}
		const { range, value } = bulletin.date;
		const date = value.toString();
		const expected = week.last.toString();
		const [weekday, expectedWeekday] = [value.dayOfWeek, week.last.dayOfWeek].map(weekdayName);
		yield {
			range,
			message: `Bulletin date ${quoted(date)} is a ${weekday}. Expected a ${expectedWeekday}, such as ${quoted(expected)}.`,
			fixes: bulletin.dateFrom === 'front-matter' ? changeDate(range, expected, text) : [],
			data: { date, expected },
		};
	},
};

/** Returns no fix if the field contains more than a date, such as a time. */
function changeDate(range: Range, date: string, text: string): Fix[] {
	return /^\d{4}-\d\d-\d\d$/.test(text.slice(range.start, range.end)) ? [write(range, date, 'suggested')] : [];
}
