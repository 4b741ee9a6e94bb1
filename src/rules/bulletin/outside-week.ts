import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import { formatDay, formatShortDay } from '../../core/time/format.ts';
import { isInWeek, type Week, weekEndingOn } from '../../core/week.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { dayRangeOf, entryReader, recordOf } from './support/entries.ts';
import { weekMeant } from './support/week-meant.ts';

export const outsideWeek: Rule = {
	code: 'bulletin/outside-week',
	title: "A bulletin's entries are of its week",
	rationale: dedent`
		A bulletin tells the seven days that end on its date. An entry of another week is told twice, or is a slip in the
		day or the month, and the picture has no place for it. An incident belongs to the week in which it began, in the
		log's zone.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	valid: [
		{
			caption: 'First and last day of the week',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 25: Queue stood still** (00:10 UTC): Its store was full.
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
		},
	],
	invalid: [
		{
			caption: 'An entry of the week before',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **«August 22»: Queue stood still** (05:30 UTC): Its store was full.
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
			message: '`August 22` is not in the week of this bulletin; expected a day from 25 August to 31 August 2024',
		},
		{
			caption: 'A record of the week before',
			text: dedent`
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
		const { bulletin, text } = document;
		if (!bulletin?.date) {
			return;
		}
		const week = weekEndingOn(bulletin.date.value);
		const meant = weekMeant(bulletin, log);
		const read = entryReader(document, log);
		for (const entry of bulletin.entries) {
			const told = read(entry);
			const date = entry.form === 'written' ? entry.date : dateOf(told);
			// Where the page has a wrong date, `bulletin/date` says so, and not each of its entries.
			if (!date || isInWeek(date, week) || (meant && isInWeek(date, meant)) || differsFromRecord(told, log)) {
				continue;
			}
			const range = dayRangeOf(entry, document);
			yield {
				range,
				message: `${quoted(text.slice(range.start, range.end))} is not in the week of this bulletin; expected ${daysText(week)}`,
				data: { date: date.toString() },
			};
		}
	},
};

function dateOf(definition: Definition | undefined): Temporal.PlainDate | undefined {
	return definition?.date === undefined ? undefined : Temporal.PlainDate.from(definition.date);
}

/** Whether the record has another day: then `bulletin/entry-differs` says which. */
function differsFromRecord(told: Definition | undefined, log: LogView): boolean {
	const record = told?.source === 'entry' ? recordOf(told, log) : undefined;
	return record?.date !== undefined && record.date !== told?.date;
}

function daysText({ first, last }: Week): string {
	return `a day from ${first.year === last.year ? formatShortDay(first) : formatDay(first)} to ${formatDay(last)}`;
}
