import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import { formatDay, weekdayName } from '../../core/time/format.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { weekMeant } from './support/week-meant.ts';

export const bulletinDate: Rule = {
	code: 'bulletin/date',
	title: "A bulletin is dated by its week's last day",
	rationale: dedent`
		The date says which seven days a bulletin tells. One that is a day off misses a day or tells one twice, and the
		next one does not find it. \`week_ends_on\` in \`incident-log.yaml\` says which weekday it is; as long as it says
		nothing, only a bulletin that is out of line with those of the weeks around it is found.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Saturdays',
			text: dedent`
				//- /incident-log.yaml
				week_ends_on: saturday
				//- /bulletins/2024-08-31.md
				# Infra log
			`,
		},
		{
			caption: 'Fridays, where nobody says anything else',
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
			caption: 'A day early, in front matter',
			text: dedent`
				//- /incident-log.yaml
				week_ends_on: saturday
				//- /bulletins/last-week-of-august.md
				---
				date: «2024-08-30»
				---

				# Infra log
			`,
			message: '30 August 2024 is a Friday; expected a Saturday such as 31 August 2024',
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
			caption: 'Out of line with the week before',
			text: dedent`
				//- /bulletins/2024-08-24.md
				# Infra log
				//- /bulletins/2024-09-01.md
				# «Infra log»
			`,
			message: '1 September 2024 is a Sunday; expected a Saturday such as 31 August 2024',
		},
	],
	*check({ document, log }) {
		const { bulletin, text } = document;
		const week = bulletin && weekMeant(bulletin, log);
		if (!bulletin?.date || !week) {
			return;
		}
		const { range, value } = bulletin.date;
		const [found, day] = [value.dayOfWeek, week.last.dayOfWeek].map(weekdayName);
		const regular = week.last.toString();
		yield {
			range,
			message: `${formatDay(value)} is a ${found}; expected a ${day} such as ${formatDay(week.last)}`,
			fixes: bulletin.dateFrom === 'front-matter' ? fixOf(range, regular, text) : [],
			data: { date: value.toString(), expected: regular },
		};
	},
};

/** Only where nothing but the day is written there. */
function fixOf(range: Range, regular: string, text: string): Fix[] {
	return /^\d{4}-\d\d-\d\d$/.test(text.slice(range.start, range.end)) ? [write(range, regular, 'suggested')] : [];
}
