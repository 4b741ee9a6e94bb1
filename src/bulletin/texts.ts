import type { DurationRange } from '../core/time/duration.ts';
import {
	dateAt,
	formatBulletinDay,
	formatClock,
	formatDay,
	formatDuration,
	formatDurationRange,
	formatShortDay,
	WEEKDAY_NAMES,
} from '../core/time/format.ts';
import { abbreviationAt } from '../core/time/zones.ts';
import { daysOf, type Week } from '../core/week.ts';
import type { MergedIncident } from './merged-incident.ts';
import type { PictureBox } from './model.ts';

const MINUTE = 60_000;

/** "25–31 August 2024", "28 July – 3 August 2024", "29 December 2024 – 4 January 2025". */
export function weekText({ first, last }: Week): string {
	if (first.year !== last.year) {
		return `${formatDay(first)} – ${formatDay(last)}`;
	}
	return first.month === last.month
		? `${first.day}–${formatDay(last)}`
		: `${formatShortDay(first)} – ${formatDay(last)}`;
}

/** Like `weekText`, without a year: "25–31 August". */
export function shortWeekText({ first, last }: Week): string {
	return first.month === last.month
		? `${first.day}–${formatShortDay(last)}`
		: `${formatShortDay(first)} – ${formatShortDay(last)}`;
}

/** "Sun 25" for each day. */
export function dayLabels(week: Week): readonly string[] {
	return daysOf(week).map(day => `${(WEEKDAY_NAMES[day.dayOfWeek - 1] ?? '').slice(0, 3)} ${day.day}`);
}

/** "05:30 EDT"; empty for a date without a time of day. */
export function clockText({ start, dateOnly }: MergedIncident, timeZone: string): string {
	return dateOnly ? '' : `${formatClock(start, timeZone)} ${abbreviationAt(timeZone, start)}`;
}

/** "26 August, 05:30 EDT". */
export function startText(merged: MergedIncident, timeZone: string): string {
	const day = formatShortDay(dateAt(merged.start, timeZone));
	return merged.dateOnly ? day : `${day}, ${clockText(merged, timeZone)}`;
}

/** "August 26", the start of an entry. */
export function entryDay({ start }: MergedIncident, timeZone: string): string {
	return formatBulletinDay(dateAt(start, timeZone));
}

/** "3 h 35 min", "about 3–4 h", "still open", "duration unknown". `inProse`: the duration that the prose states. */
export function durationText({ start, end, ending }: MergedIncident, inProse: DurationRange | undefined): string {
	if (ending === 'open' || end === undefined) {
		return 'still open';
	}
	if (ending === 'unknown') {
		return 'duration unknown';
	}
	const length = formatDuration((end - start) / MINUTE);
	if (ending === 'stated') {
		return length;
	}
	return inProse === undefined ? `about ${length}` : formatDurationRange(inProse);
}

/** The impact of a box in words: "minor, inferred", "not stated", "urgent (not a level of this log)". */
export function impactText({ impact, inferredImpact }: PictureBox, levels: readonly string[]): string {
	if (impact === undefined) {
		return 'not stated';
	}
	if (!levels.includes(impact)) {
		return `${impact} (not a level of this log)`;
	}
	return inferredImpact ? `${impact}, inferred` : impact;
}

/** The duration of a box in words: "3 h 35 min", "3–4 h, inferred". */
export function durationPhrase({ durationText: text, inferredDuration }: PictureBox): string {
	return inferredDuration ? `${text}, inferred` : text;
}

/** Returns the line below a title in the picture, whose columns show the day: "05:30 EDT · 3–4 h". */
export function factsText(
	{ startText: since, clockText: clock, durationText: length }: PictureBox,
	continued: boolean,
): string {
	const began = continued ? `since ${since}` : clock;
	return began === '' ? length : `${began} · ${length}`;
}

/** Returns the accessible name and tooltip of a box. */
export function boxSentence(box: PictureBox, levels: readonly string[]): string {
	const what = box.kind === 'incident' ? '' : ` (${box.kind})`;
	return `${box.title}${what}: ${box.startText}; ${durationPhrase(box)}; impact ${impactText(box, levels)}`;
}
