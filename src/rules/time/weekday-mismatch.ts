import { formatDay, weekdayName } from '../../core/time/format.ts';
import type { Rule } from '../rule.ts';
import { write } from '../support/fixes.ts';
import { sample } from '../support/sample.ts';
import { placeWithin, timesOf } from '../support/times.ts';
import { quoted } from '../support/words.ts';

export const weekdayMismatch: Rule = {
	code: 'time/weekday-mismatch',
	title: 'A weekday is that of the date beside it',
	rationale: sample`
		"Monday 27 August 2024" was a Tuesday. One of the two is wrong, and it may well be the date: the weekday is what
		people remember.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A weekday in a timeline',
			text: sample`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- Tuesday 27 August 2024 05:30 UTC: Alert fires
			`,
		},
	],
	invalid: [
		{
			caption: 'The day after, or the date before',
			text: sample`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- «Mon» 27 August 2024 05:30 UTC: Alert fires
			`,
			message: '`Mon` is not the weekday of 27 August 2024; expected `Tue`',
			fixed: sample`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- Tue 27 August 2024 05:30 UTC: Alert fires
			`,
		},
		{
			caption: 'In a field',
			text: sample`
				title: Mail was delayed
				impact: minor
				started_at: «Monday», 27 Aug 2024 05:30:00 +0000
			`,
			message: '`Monday` is not the weekday of 27 August 2024; expected `Tuesday`',
			fixed: sample`
				title: Mail was delayed
				impact: minor
				started_at: Tuesday, 27 Aug 2024 05:30:00 +0000
			`,
		},
	],
	*check({ document, log }) {
		for (const { at } of timesOf(document, log.configuration.timeZone)) {
			const { reading } = at;
			if (!reading.ok || !reading.weekday || reading.weekday.value === reading.date.dayOfWeek) {
				continue;
			}
			const range = placeWithin(at, reading.weekday.range);
			const found = document.text.slice(range.start, range.end);
			const name = weekdayName(reading.date.dayOfWeek);
			const expected = weekdayName(reading.weekday.value).length === found.length ? name : name.slice(0, 3);
			yield {
				range,
				message: `${quoted(found)} is not the weekday of ${formatDay(reading.date)}; expected ${quoted(expected)}`,
				fixes: [write(range, expected, 'suggested')],
			};
		}
	},
};
