import { endOf, startOf } from '../../core/incident-times.ts';
import { formatDuration, monthName } from '../../core/time/format.ts';
import { MINUTE } from '../../core/time/units.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { recordsOf } from '../../parse/model/records-of.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { lengthOption, lengthSchema, lengthText } from '../support/options.ts';
import { proseOf } from '../support/prose.ts';

export const suspiciousLength: Rule = {
	code: 'time/suspicious-length',
	title: 'Suspicious duration',
	rationale: dedent`
		An incident of a year and twenty minutes is most often one of twenty minutes with a wrong year. One that ends in
		the second of its start was most often closed by a tool. A long incident is not reported if its text mentions the
		month of its end. Notices and maintenances are not reported.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	options: { beyond: lengthSchema('14d', 'The longest duration of an incident that is not reported.') },
	valid: [
		{
			caption: 'A long incident whose text mentions its end',
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
			caption: 'A wrong year',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2023-08-26T05:30:00Z
				resolved_at: «2024-08-26T05:50:00Z»
			`,
			message: 'Suspicious duration of 366 d. Expected at most 14 days.',
		},
		{
			caption: 'No duration, in front matter',
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
			message: 'Suspicious duration: the incident ends when it starts. Expected an end after the start.',
		},
	],
	*check({ document, options: { beyond } }) {
		for (const incident of recordsOf(document)) {
			const [start, end] = [startOf(incident)?.reading, endOf(incident)];
			if (incident.kind !== 'incident' || !start?.ok || !end?.reading.ok) {
				continue;
			}
			const durationMs = end.reading.earliestMs - start.latestMs;
			if (durationMs > lengthOption(beyond)) {
				if (isDescribed(end.reading, start, document)) {
					continue;
				}
				const duration = formatDuration(durationMs / MINUTE);
				yield {
					range: end.range,
					message: `Suspicious duration of ${duration}. Expected at most ${lengthText(beyond)}.`,
					...(!isProbablyTypo(start, end.reading) && { level: 'info' as const }),
				};
			} else if (start.precision === 'second' && end.reading.precision === 'second' && durationMs === 0) {
				yield {
					range: end.range,
					message: 'Suspicious duration: the incident ends when it starts. Expected an end after the start.',
				};
			}
		}
	},
};

/** In days. Few incidents take longer. */
const MAX_PLAUSIBLE_DAYS = 180;

/** Whether only the month or the year differs, or nearly half a year passes: the end is probably a typing error. */
function isProbablyTypo(start: WrittenTime, end: WrittenTime): boolean {
	return start.date.day === end.date.day || end.epochDay - start.epochDay > MAX_PLAUSIBLE_DAYS;
}

/** One expression per month, for a day of that month in words. */
const DAY_OF_MONTH: readonly RegExp[] = Array.from({ length: 12 }, (_, index) => {
	const name = monthName(index + 1);
	return new RegExp(`\\b(?:${name}|${name.slice(0, 3)})\\.? \\d|\\d(?:st|nd|rd|th)? (?:of )?${name}\\b`, 'i');
});

/** Returns whether the prose mentions the month of the end, if it is not that of the start: "until 5 August". */
function isDescribed(end: WrittenTime, start: WrittenTime, document: LogDocument): boolean {
	if (end.date.month === start.date.month) {
		return false;
	}
	const day = DAY_OF_MONTH[end.date.month - 1];
	for (const { text } of proseOf(document)) {
		if (day?.test(text)) {
			return true;
		}
	}
	return false;
}
