import type { Temporal } from 'temporal-polyfill';
import type { LocatedTime } from '../../core/incident.ts';
import { startOf } from '../../core/incident-times.ts';
import type { Range } from '../../core/range.ts';
import { formatDay, weekdayName } from '../../core/time/format.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { proseOf } from '../support/prose.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, timesOf } from './support/times.ts';

export const weekdayMismatch: Rule = {
	code: 'time/weekday-mismatch',
	title: 'A weekday is that of the date beside it',
	rationale: dedent`
		"Monday 27 August 2024" was a Tuesday. One of the two is wrong, and it may well be the date: the weekday is what
		people remember.
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
			caption: 'In prose, with the year of another day',
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
			message: '`Tuesday` is not the weekday of 2 June 2025; expected `Monday`, or 2 June 2026',
			now: '2026-07-01T00:00:00Z',
		},
		{
			caption: 'The day after, or the date before',
			text: dedent`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- «Mon» 27 August 2024 05:30 UTC: Alert fires
			`,
			message: '`Mon` is not the weekday of 27 August 2024; expected `Tue`',
			fixed: dedent`
				//- /postmortems/2024-08-27-mail.md
				# Mail was delayed

				## Timeline

				- Tue 27 August 2024 05:30 UTC: Alert fires
			`,
		},
		{
			caption: 'In a field',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: «Monday», 27 Aug 2024 05:30:00 +0000
			`,
			message: '`Monday` is not the weekday of 27 August 2024; expected `Tuesday`',
			fixed: dedent`
				title: Mail was delayed
				impact: minor
				started_at: Tuesday, 27 Aug 2024 05:30:00 +0000
			`,
		},
	],
	*check({ document, log, once }) {
		const { timeZone } = log.configuration;
		const told: Range[] = [];
		for (const { at } of once(timesOf)) {
			const range = at.reading.ok && at.reading.weekday && rangeOfPart(at, at.reading.weekday.range);
			if (range) {
				told.push(range);
			}
			yield* wrongWeekday(at, document);
		}
		for (const at of daysInProse(document, timeZone)) {
			if (!told.some(({ start }) => start === at.range.start)) {
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
	const meant = otherYear(reading, document);
	yield {
		range,
		message: `${quoted(found)} is not the weekday of ${formatDay(reading.date)}; expected ${quoted(expected)}${meant ? `, or ${formatDay(meant)}` : ''}`,
		fixes: [write(range, expected, 'suggested')],
	};
}

/** The same day of the year in which the incident began, where the weekday is right in that. */
function otherYear({ date, weekday }: WrittenTime, { incidents }: LogDocument): Temporal.PlainDate | undefined {
	const [incident] = incidents;
	const start = incident && startOf(incident)?.reading;
	const meant = start?.ok && start.date.year !== date.year ? date.with({ year: start.date.year }) : undefined;
	return meant && weekday && meant.dayOfWeek === weekday.value ? meant : undefined;
}

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** "Tuesday 2nd June 2026", "Tuesday, June 2nd, 2026": with the year, without which a weekday may be of any. */
const DAY_IN_PROSE = new RegExp(
	`\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})[a-z]{0,6}|(?:${MONTH})[a-z]{0,6} \\d{1,2}(?:st|nd|rd|th)?),? \\d{4}\\b`,
	'gi',
);
/** What each of them begins with. Few texts have any, and then nobody need take their prose apart. */
const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)/i;

function* daysInProse(document: LogDocument, timeZone: string): Iterable<LocatedTime> {
	for (const { start, text } of WEEKDAY.test(document.text) ? proseOf(document) : []) {
		for (const match of text.matchAll(DAY_IN_PROSE)) {
			const plain = match[0].replace(/ (?:the|of) /gi, filler => filler.replace(/[a-z]/gi, ' '));
			const range = { start: start + match.index, end: start + match.index + plain.length };
			yield { reading: readTime(plain, { timeZone }), range };
		}
	}
}
