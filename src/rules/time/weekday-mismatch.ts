import type { Temporal } from 'temporal-polyfill';
import type { LocatedTime } from '../../core/incident.ts';
import { startOf } from '../../core/incident-times.ts';
import type { Range } from '../../core/range.ts';
import { formatDay, weekdayName } from '../../core/time/format.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { recordsOf } from '../../parse/model/records-of.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, timesOf } from './support/times.ts';

export const weekdayMismatch: Rule = {
	code: 'time/weekday-mismatch',
	title: 'Weekday and date disagree',
	rationale: dedent`
		In "Monday 27 August 2024", one of the two is wrong: that day was a Tuesday. It may be the date, because people
		remember the weekday better. Times in fields and dates in prose are checked. A date without a year is of the year of
		its record, and is checked within 60 days of the start.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'A weekday in a timeline',
			text: dedent`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- Tuesday 27 August 2024 05:30 UTC: Alert fires
			`,
		},
	],
	invalid: [
		{
			caption: 'A date in prose with a wrong year',
			text: dedent`
				//- /incidents/2026-06-02-mail.md
				---
				title: Mail moves
				impact: minor
				started_at: 2026-06-02T13:00:00Z
				resolved_at: 2026-06-02T14:00:00Z
				---

				On «Tuesday» 2nd June 2025 mail moves to another host.
			`,
			message: 'Weekday `Tuesday` does not match 2 June 2025. Expected `Monday` or 2 June 2026.',
			now: '2026-07-01T00:00:00Z',
		},
		{
			caption: 'A date without a year, in the year of the record',
			text: dedent`
				//- /incidents/2024-08-27-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-27T13:00:00Z
				resolved_at: 2024-08-27T14:00:00Z
				---

				The disk had been full since «Sunday» 26 August.
			`,
			message: 'Weekday `Sunday` does not match 26 August 2024. Expected `Monday`.',
			fixed: dedent`
				//- /incidents/2024-08-27-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-27T13:00:00Z
				resolved_at: 2024-08-27T14:00:00Z
				---

				The disk had been full since Monday 26 August.
			`,
		},
		{
			caption: 'A timeline entry',
			text: dedent`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- «Mon» 27 August 2024 05:30 UTC: Alert fires
			`,
			message: 'Weekday `Mon` does not match 27 August 2024. Expected `Tue`.',
			fixed: dedent`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- Tue 27 August 2024 05:30 UTC: Alert fires
			`,
		},
		{
			caption: 'A time in a field',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: «Monday», 27 Aug 2024 05:30:00 +0000
			`,
			message: 'Weekday `Monday` does not match 27 August 2024. Expected `Tuesday`.',
			fixed: dedent`
				title: Mail was delayed
				impact: minor
				started_at: Tuesday, 27 Aug 2024 05:30:00 +0000
			`,
		},
	],
	*check({ document, log, once }) {
		const { timeZone } = log.configuration;
		const checked: Range[] = [];
		for (const { at } of once(timesOf)) {
			const range = at.reading.ok && at.reading.weekday && rangeOfPart(at, at.reading.weekday.range);
			if (range) {
				checked.push(range);
			}
			yield* wrongWeekday(at, document);
		}
		for (const at of daysInProse(document, timeZone)) {
			if (!checked.some(({ start }) => start === at.range.start)) {
				yield* wrongWeekday(at, document);
			}
		}
	},
};

function* wrongWeekday(at: LocatedTime, document: LogDocument): Iterable<Report> {
	const { reading } = at;
	if (!reading.ok || !reading.weekday || reading.weekday.value === reading.date.dayOfWeek) {
		return;
	}
	const range = rangeOfPart(at, reading.weekday.range);
	const found = document.text.slice(range.start, range.end);
	const name = weekdayName(reading.date.dayOfWeek);
	const expected = weekdayName(reading.weekday.value).length === found.length ? name : name.slice(0, 3);
	const otherDate = inIncidentYear(reading, document);
	yield {
		range,
		message: `Weekday ${quoted(found)} does not match ${formatDay(reading.date)}. Expected ${quoted(expected)}${otherDate ? ` or ${formatDay(otherDate)}` : ''}.`,
		fixes: [write(range, expected, 'suggested')],
	};
}

/** Returns the same date in the year of the incident's start, if its weekday is the stated one. */
function inIncidentYear({ date, weekday }: WrittenTime, { incidents }: LogDocument): Temporal.PlainDate | undefined {
	const [incident] = incidents;
	const start = incident && startOf(incident)?.reading;
	const day = start?.ok && start.date.year !== date.year ? date.with({ year: start.date.year }) : undefined;
	return day && weekday && day.dayOfWeek === weekday.value ? day : undefined;
}

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** "Tuesday 2nd June 2026", "Tuesday, June 2nd, 2026". Without a year, the year of the record counts. */
const DAY_IN_PROSE = new RegExp(
	`\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})[a-z]{0,6}|(?:${MONTH})[a-z]{0,6} \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?\\b(?![\\d/:.-]\\d)`,
	'gi',
);
/** A quick check that skips reading the prose of most documents. */
const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)/i;

/** Dates without a year are of the year of the record only near its start: "Monday 3 March" can be of any year. In days. */
const MAX_DISTANCE = 60;

/** Returns the day of the first start, or of the first timeline entry, of the records of a document. */
function dayOfRecord(document: LogDocument): Temporal.PlainDate | undefined {
	return recordsOf(document)
		.flatMap(record => [record.times.get('started_at') ?? record.times.get('scheduled_for'), record.timeline[0]?.at])
		.flatMap(time => (time?.reading.ok ? time.reading.date : []))[0];
}

function* daysInProse(document: LogDocument, timeZone: string): Iterable<LocatedTime> {
	if (!WEEKDAY.test(document.text)) {
		return;
	}
	const day = dayOfRecord(document);
	for (const { start, text } of proseOf(document)) {
		for (const match of text.matchAll(DAY_IN_PROSE)) {
			const plain = match[0].replace(/ (?:the|of) /gi, filler => filler.replace(/[a-z]/gi, ' '));
			const range = { start: start + match.index, end: start + match.index + plain.length };
			const reading = readTime(plain, { timeZone, date: day });
			const isNear = day && reading.ok && Math.abs(reading.date.since(day).days) <= MAX_DISTANCE;
			if (isNear || /\d{4}$/.test(plain)) {
				yield { reading, range };
			}
		}
	}
}
