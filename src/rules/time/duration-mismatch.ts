import type { Incident } from '../../core/incident.ts';
import { endOf, startOf } from '../../core/incident-times.ts';
import type { Range } from '../../core/range.ts';
import type { DurationRange } from '../../core/time/duration.ts';
import { formatDuration } from '../../core/time/format.ts';
import { MINUTE } from '../../core/time/units.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { recordsOf } from '../../parse/model/records-of.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { isInWorkingHours } from './support/working-hours.ts';

/** Words before or after a duration that refer it to the whole incident. */
const WHOLE_BEFORE =
	/\b(?:last(?:ed|ing)|duration(?: was| of)?:?|total(?:l?ing|l?ed)?(?: of)?|down for|unavailable for)\s+(?:about|around|approximately|roughly|nearly|almost|just|over|under|some|~)?\s*$/i;
const WHOLE_AFTER = /^[\s-]*(?:long\s)?(?:of\s)?(?:outage|incident|downtime|disruption|unavailability)\b/i;
/** Hours that are not elapsed time. */
const WORKING_HOURS = /\b(?:support|business|working|office) hours\b/i;
/**
 * Words for an expected duration, which may differ from the actual one: "an outage of 1-2 min is possible", "will be down
 * for less than an hour".
 */
const PLANNED =
	/\b(?:expect\w*|estimat\w*|plan\w*|schedul\w*|could|may|might|will|would|should|up to|at least|at most|less than|more than)\b/i;
/** "The search was 100% down for 4 hours": the duration of one effect among several. */
const PARTIAL = /\d ?% (?:down|unavailable)\b/i;
/** "A total of 4 hours (3 hours on Monday and 1 hour on Tuesday)": a sum of parts with breaks between them. */
function isSum(after: string): boolean {
	const [, inside = ''] = /^\s*\(([^()]*)/.exec(after) ?? [];
	return inside.split(/\band\b/i).filter(part => /\d/.test(part)).length > 1;
}

/** In characters. */
const MAX_SENTENCE_LENGTH = 200;
/** In minutes. */
const MAX_DURATION = 14 * 24 * 60;

export const durationMismatch: Rule = {
	code: 'time/duration-mismatch',
	title: 'Stated and computed duration disagree',
	rationale: dedent`
		If a text states "lasted 1h 50m" and the times are 50 minutes apart, the text or one of the times is wrong, or was
		copied from another record. Only phrases about the whole incident are compared, with the time to the end and the
		time to the mitigation. Approximate durations ("about", "3–4 hours") are compared with a tolerance; support and
		business hours are not compared.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An expected duration',
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
			caption: 'An approximate duration, a duration to the mitigation, and support hours',
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
			caption: 'An hour too long',
			text: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T06:20:00Z
				summary: The delay lasted «1h 50m».
			`,
			message: 'Stated duration `1h 50m` does not match times 50 min apart. Expected `50 min`.',
			fixed: dedent`
				title: Mail was delayed
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				resolved_at: 2024-08-26T06:20:00Z
				summary: The delay lasted 50 min.
			`,
		},
		{
			caption: 'A duration in Markdown',
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
			message: 'Stated duration `45 minutes` does not match times 3 h apart. Expected `3 h`.',
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
		for (const incident of recordsOf(document)) {
			yield* checkStatedDurations(incident, document);
			// If fields state the duration, prose describes something else, such as the downtime of one service.
			const inferred = incident.statedDurations ? undefined : incident.inferred.duration;
			const computed = computedDurations(incident);
			const [whole] = computed;
			if (
				!inferred ||
				whole === undefined ||
				computed.some(minutes => agrees(inferred.value, minutes) || isNear(inferred.value, minutes))
			) {
				continue;
			}
			const { range } = inferred;
			if (isOfWholeIncident(document, range.start, range.end)) {
				yield mismatch(range, whole, document);
			}
		}
	},
};

/** Compares durations in fields, to the minute. They may also count from the detection or the declaration. */
function* checkStatedDurations({ statedDurations = [], times }: Incident, document: LogDocument): Iterable<Report> {
	for (const { duration, between } of statedDurations) {
		const [from, to] = between.map(field => exact(times.get(field)?.reading));
		const minutes = minutesBetween(from, to);
		const alternatives = (['detected_at', 'declared_at'] as const).map(field =>
			minutesBetween(exact(times.get(field)?.reading), to),
		);
		if (from && to && isInWorkingHours(duration.value.minMinutes, from, to)) {
			continue;
		}
		// `time/suspicious-length` reports longer durations.
		if (
			minutes <= 0 ||
			minutes > MAX_DURATION ||
			[minutes, ...alternatives].some(computed => agrees(duration.value, computed))
		) {
			continue;
		}
		yield mismatch(duration.range, minutes, document);
	}
}

function mismatch(range: Range, minutes: number, { text }: LogDocument): Report {
	const found = quoted(text.slice(range.start, range.end));
	const expected = formatDuration(minutes);
	return {
		range,
		message: `Stated duration ${found} does not match times ${expected} apart. Expected ${quoted(expected)}.`,
		fixes: [write(range, expected, 'suggested')],
	};
}

function minutesBetween(from: WrittenTime | undefined, to: WrittenTime | undefined): number {
	return from && to ? (to.earliestMs - from.earliestMs) / MINUTE : 0;
}

/** Returns the minutes from start to end and to mitigation. Empty if the times are unknown or out of order. */
function computedDurations(incident: Incident): readonly number[] {
	const start = exact(startOf(incident)?.reading);
	const ends = [endOf(incident)?.reading, incident.times.get('mitigated_at')?.reading].map(exact);
	if (!start || !ends[0]) {
		return [];
	}
	const durations = ends.flatMap(end => (end ? [(end.earliestMs - start.earliestMs) / MINUTE] : []));
	return durations.some(minutes => minutes <= 0) ? [] : durations;
}

/** Returns the reading if it has a time of day and is not marked as approximate. */
function exact(reading: WrittenTime | { readonly ok: false } | undefined): WrittenTime | undefined {
	return reading?.ok && reading.precision !== 'date' && !reading.isApproximate ? reading : undefined;
}

/** Compares with a tolerance of a tenth and 5 minutes; of a third for approximate durations, ranges and whole hours. */
function agrees({ minMinutes, maxMinutes, isApproximate }: DurationRange, minutes: number): boolean {
	const isRound = minMinutes % 60 === 0 && maxMinutes % 60 === 0;
	const tolerance = isApproximate || isRound || minMinutes !== maxMinutes ? 1 / 3 : 1 / 10;
	return minutes >= minMinutes * (1 - tolerance) - 5 && minutes <= maxMinutes * (1 + tolerance) + 5;
}

/** An approximate duration in prose can be that of a part of the incident: it differs by less than a factor of two. */
function isNear({ minMinutes, maxMinutes, isApproximate }: DurationRange, minutes: number): boolean {
	return isApproximate && minutes >= minMinutes / 2 && minutes <= maxMinutes * 2;
}

function isOfWholeIncident({ text }: LogDocument, start: number, end: number): boolean {
	if (PLANNED.test(lastClause(text.slice(Math.max(0, start - MAX_SENTENCE_LENGTH), start)))) {
		return false;
	}
	const before = text.slice(Math.max(0, start - 60), start);
	const after = text.slice(end, end + 60);
	if (PARTIAL.test(lastClause(before)) || isSum(after)) {
		return false;
	}
	return (WHOLE_BEFORE.test(before) || WHOLE_AFTER.test(after)) && !WORKING_HOURS.test(before + after);
}

/** Returns the text after the last end of a sentence. */
function lastClause(text: string): string {
	return text.split(/[.!?]/).at(-1) ?? '';
}
