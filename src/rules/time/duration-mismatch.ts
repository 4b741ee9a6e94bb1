import type { Incident } from '../../core/incident.ts';
import { endOf, startOf } from '../../core/incident-times.ts';
import type { DurationRange } from '../../core/time/duration.ts';
import { formatDuration } from '../../core/time/format.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { isInWorkingHours } from './support/working-hours.ts';

/** What says, before or after a duration, that it is that of the whole incident. */
const BEFORE =
	/\b(?:last(?:ed|ing)|duration(?: was| of)?:?|total(?:l?ing|l?ed)?(?: of)?|down for|unavailable for)\s+(?:about|around|approximately|roughly|nearly|almost|just|over|under|some|~)?\s*$/i;
const AFTER = /^[\s-]*(?:long\s)?(?:of\s)?(?:outage|incident|downtime|disruption|unavailability)\b/i;
/** Hours that somebody counted by another clock. */
const OTHER_HOURS = /\b(?:support|business|working|office) hours\b/i;
/** What was expected, and not what came: "an outage of 1-2 min is possible", "will be down for less than an hour". */
const PLANNED =
	/\b(?:expect\w*|estimat\w*|plan\w*|schedul\w*|could|may|might|will|would|should|up to|at least|at most|less than|more than)\b/i;
/** "The search was 100% down for 4 hours": of several things one. */
const PARTLY = /\d ?% (?:down|unavailable)\b/i;
/** "A total of 4 hours (3 hours on Monday and 1 hour on Tuesday)": a sum of parts, with pauses between them. */
function isSum(after: string): boolean {
	const [, inside = ''] = /^\s*\(([^()]*)/.exec(after) ?? [];
	return inside.split(/\band\b/i).filter(part => /\d/.test(part)).length > 1;
}

const SENTENCE = 200;
const MINUTE = 60_000;
/** In minutes. */
const LONGEST = 14 * 24 * 60;

export const durationMismatch: Rule = {
	code: 'time/duration-mismatch',
	title: 'How long an incident took is told as its times have it',
	rationale: dedent`
		"Lasted 1h 50m", between two times that lie 50 minutes apart: one of the three is wrong, or was copied from another
		record. Only phrases about the incident itself count. From start to mitigation is as good as from start to end;
		"about" and "3–4 hours" leave room; hours of support or of business are another clock.
	`,
	level: 'warning',
	kinds: ['incident', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'What was expected is not what came',
			text: dedent`
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail moved
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T08:30:00Z
				---

				Mail will be down for less than one hour; expect a 5-10 minute outage of search as well.
			`,
		},
		{
			caption: 'Roughly, to the mitigation, and in business hours',
			text: dedent`
				//- /incidents/2024-08-26-mail.yaml
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T07:20:00Z
				summary: A relay was overloaded. It lasted about two hours.
				//- /incidents/2024-08-27-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-08-27T05:30:00Z
				mitigated_at: 2024-08-27T06:00:00Z
				resolved_at: 2024-08-27T09:00:00Z
				summary: Its store was full. A 30-minute outage.
				//- /incidents/2024-08-28-desk.yaml
				title: Help desk was closed
				impact: minor
				started_at: 2024-08-28T16:30:00Z
				resolved_at: 2024-08-29T08:30:00Z
				summary: It lasted 2 hours of support hours.
			`,
		},
	],
	invalid: [
		{
			caption: 'An hour too many',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T06:20:00Z
				summary: The delay lasted «1h 50m».
			`,
			message: '`1h 50m` between times that lie 50 min apart; expected `50 min`',
			fixed: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T06:20:00Z
				summary: The delay lasted 50 min.
			`,
		},
		{
			caption: 'In Markdown',
			text: dedent`
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T08:30:00Z
				---

				A relay was overloaded: «45 minutes» of downtime.
			`,
			message: '`45 minutes` between times that lie 3 h apart; expected `3 h`',
			fixed: dedent`
				//- /incidents/2024-08-26-mail.md
				---
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T08:30:00Z
				---

				A relay was overloaded: 3 h of downtime.
			`,
		},
	],
	*check({ document }) {
		for (const incident of document.incidents) {
			yield* statedDurationsOf(incident, document);
			// Where fields tell it, prose tells of something else: how long one service was down.
			const told = incident.statedDurations ? undefined : incident.inferred.duration;
			const lengths = lengthsOf(incident);
			const [whole] = lengths;
			if (!told || whole === undefined || lengths.some(length => agrees(told.value, length))) {
				continue;
			}
			const { range } = told;
			if (isOfTheWhole(document, range.start, range.end)) {
				const expected = formatDuration(whole);
				const found = quoted(document.text.slice(range.start, range.end));
				yield {
					range,
					message: `${found} between times that lie ${expected} apart; expected ${quoted(expected)}`,
					fixes: [write(range, expected, 'suggested')],
				};
			}
		}
	},
};

/** How long it took as fields of its own tell, to the minute. What began it may be the declaration as well. */
function* statedDurationsOf(
	{ statedDurations: lengths = [], times }: Incident,
	{ text }: LogDocument,
): Iterable<Report> {
	for (const { duration: told, between } of lengths) {
		const [from, to] = between.map(field => exact(times.get(field)?.reading));
		const minutes = minutesBetween(from, to);
		const others = (['detected_at', 'declared_at'] as const).map(field =>
			minutesBetween(exact(times.get(field)?.reading), to),
		);
		if (from && to && isInWorkingHours(told.value.minMinutes, from, to)) {
			continue;
		}
		// Of what takes longer `time/suspicious-length` speaks.
		if (minutes <= 0 || minutes > LONGEST || [minutes, ...others].some(length => agrees(told.value, length))) {
			continue;
		}
		const expected = formatDuration(minutes);
		yield {
			range: told.range,
			message: `${quoted(text.slice(told.range.start, told.range.end))} between times that lie ${expected} apart; expected ${quoted(expected)}`,
			fixes: [write(told.range, expected, 'suggested')],
		};
	}
}

function minutesBetween(from: WrittenTime | undefined, to: WrittenTime | undefined): number {
	return from && to ? (to.earliestMs - from.earliestMs) / MINUTE : 0;
}

/** In minutes, from the start to the end and to the mitigation. Empty where the times are not known, or out of order. */
function lengthsOf(incident: Incident): readonly number[] {
	const start = exact(startOf(incident)?.reading);
	const ends = [endOf(incident)?.reading, incident.times.get('mitigated_at')?.reading].map(exact);
	if (!start || !ends[0]) {
		return [];
	}
	const lengths = ends.flatMap(end => (end ? [(end.earliestMs - start.earliestMs) / MINUTE] : []));
	return lengths.some(length => length <= 0) ? [] : lengths;
}

function exact(reading: WrittenTime | { readonly ok: false } | undefined): WrittenTime | undefined {
	return reading?.ok && reading.precision !== 'date' && !reading.approximate ? reading : undefined;
}

/** A tenth is rounding; "about", and whole hours, leave a third. */
function agrees({ minMinutes, maxMinutes, approximate }: DurationRange, minutes: number): boolean {
	const isRound = minMinutes % 60 === 0 && maxMinutes % 60 === 0;
	const room = approximate || isRound || minMinutes !== maxMinutes ? 1 / 3 : 1 / 10;
	return minutes >= minMinutes * (1 - room) - 5 && minutes <= maxMinutes * (1 + room) + 5;
}

function isOfTheWhole({ text }: LogDocument, start: number, end: number): boolean {
	if (PLANNED.test(lastClause(text.slice(Math.max(0, start - SENTENCE), start)))) {
		return false;
	}
	const before = text.slice(Math.max(0, start - 60), start);
	const after = text.slice(end, end + 60);
	if (PARTLY.test(lastClause(before)) || isSum(after)) {
		return false;
	}
	return (BEFORE.test(before) || AFTER.test(after)) && !OTHER_HOURS.test(before + after);
}

/** What follows the last sentence that ends in a text. */
function lastClause(text: string): string {
	return text.split(/[.!?]/).at(-1) ?? '';
}
