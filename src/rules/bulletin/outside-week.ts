import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import { formatDay, formatShortDay } from '../../core/time/format.ts';
import { isInWeek, type Week, weekEndingOn } from '../../core/week.ts';
import type { LogView } from '../log-view.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { dayRangeOf, entryDefinitions, findRecord } from './support/entries.ts';
import { intendedWeek } from './support/intended-week.ts';

export const outsideWeek: Rule = {
	code: 'bulletin/outside-week',
	title: "Entry outside the bulletin's week",
	rationale: dedent`
		A bulletin describes the seven days that end on its date. An entry of another week is a duplicate of an entry there,
		or has a wrong day or month, and the picture cannot show it. An incident belongs to the week in which it started, in
		the log's zone.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	valid: [
		{
			caption: 'The first and the last day of the week',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 25: Queue stood still** (00:10 UTC): Its store was full.
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
		},
	],
	invalid: [
		{
			caption: 'An entry of the previous week',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **«August 22»: Queue stood still** (05:30 UTC): Its store was full.
				* **August 31: Queue stood still again** (23:50 UTC): Its store was full again.
			`,
			message: "Entry `August 22` is outside the bulletin's week. Expected a day from 25 August to 31 August 2024.",
		},
		{
			caption: 'A record of the previous week',
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
				"Entry `2024-08-22-queue` is outside the bulletin's week. Expected a day from 25 August to 31 August 2024.",
		},
	],
	*check({ document, log }) {
		const { bulletin, text } = document;
		if (!bulletin?.date) {
			return;
		}
		const week = weekEndingOn(bulletin.date.value);
		const intended = intendedWeek(bulletin, log);
		const definitionOf = entryDefinitions(document, log);
		for (const entry of bulletin.entries) {
			const definition = definitionOf(entry);
			const date = entry.form === 'written' ? entry.date : dateOf(definition);
			// A wrong date of the bulletin is reported once by `bulletin/date`, and not for each entry.
			const isInOwnWeek = date && (isInWeek(date, week) || (intended && isInWeek(date, intended)));
			if (!date || isInOwnWeek || hasOtherDayThanRecord(definition, log)) {
				continue;
			}
			const range = dayRangeOf(entry, document);
			yield {
				range,
				message: `Entry ${quoted(text.slice(range.start, range.end))} is outside the bulletin's week. Expected ${daysText(week)}.`,
				data: { date: date.toString() },
			};
		}
	},
};

function dateOf(definition: Definition | undefined): Temporal.PlainDate | undefined {
	return definition?.date === undefined ? undefined : Temporal.PlainDate.from(definition.date);
}

/** A day that differs from the record is reported by `bulletin/entry-differs`. */
function hasOtherDayThanRecord(definition: Definition | undefined, log: LogView): boolean {
	const record = definition?.source === 'entry' ? findRecord(definition, log) : undefined;
	return record?.date !== undefined && record.date !== definition?.date;
}

function daysText({ first, last }: Week): string {
	return `a day from ${first.year === last.year ? formatShortDay(first) : formatDay(first)} to ${formatDay(last)}`;
}
