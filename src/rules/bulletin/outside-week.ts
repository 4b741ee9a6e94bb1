import { Temporal } from 'temporal-polyfill';
import { formatDay, formatShortDay } from '../../core/time/format.ts';
import { isInWeek, type Week, weekEndingOn } from '../../core/week.ts';
import type { BulletinEntry } from '../../parse/document.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dayRangeOf } from '../support/entries.ts';
import { sample } from '../support/sample.ts';
import { quoted } from '../support/words.ts';

export const outsideWeek: Rule = {
	code: 'bulletin/outside-week',
	title: "A bulletin's entries are of its week",
	rationale: sample`
		A bulletin tells the seven days that end on its date. An entry of another week is told twice, or is a slip in the
		day or the month, and the picture has no place for it. An incident belongs to the week in which it began, in the
		log's zone.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	valid: [
		{
			caption: 'First and last day of the week',
			text: sample`
				//- /bulletins/2024-08-31.md
				* **August 25: Queue stood still** (00:10 UTC): Its store was full.
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
		},
	],
	invalid: [
		{
			caption: 'An entry of the week before',
			text: sample`
				//- /bulletins/2024-08-31.md
				* **«August 22»: Queue stood still** (05:30 UTC): Its store was full.
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
			message: '`August 22` is not in the week of this bulletin; expected a day from 25 August to 31 August 2024',
		},
		{
			caption: 'A record of the week before',
			text: sample`
				//- /incidents/2024-08-22-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-22T05:30:00Z
				//- /bulletins/2024-08-31.md
				# Infra log

				- [[«2024-08-22-queue»]]
			`,
			message:
				'`2024-08-22-queue` is not in the week of this bulletin; expected a day from 25 August to 31 August 2024',
		},
	],
	*check({ document, log }) {
		const { bulletin } = document;
		if (!bulletin?.date) {
			return;
		}
		const week = weekEndingOn(bulletin.date.value);
		for (const entry of bulletin.entries) {
			const date = dateOf(entry, log);
			if (date && !isInWeek(date, week)) {
				const range = dayRangeOf(entry, document);
				const found = quoted(document.text.slice(range.start, range.end));
				yield {
					range,
					message: `${found} is not in the week of this bulletin; expected ${daysText(week)}`,
					data: { date: date.toString() },
				};
			}
		}
	},
};

function dateOf(entry: BulletinEntry, log: LogView): Temporal.PlainDate | undefined {
	if (entry.form === 'written') {
		return entry.date;
	}
	const date = log.byId(entry.id.value, 'incident')[0]?.date;
	return date === undefined ? undefined : Temporal.PlainDate.from(date);
}

function daysText({ first, last }: Week): string {
	return `a day from ${first.year === last.year ? formatShortDay(first) : formatDay(first)} to ${formatDay(last)}`;
}
