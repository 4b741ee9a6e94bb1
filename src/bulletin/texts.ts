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
import { formatOffset } from '../core/time/offset.ts';
import { MINUTE } from '../core/time/units.ts';
import { isUtc } from '../core/time/zone-offset.ts';
import { abbreviationAt, isTimeZone, offsetAt, zonePlace } from '../core/time/zones.ts';
import { daysOf, type Week, weekBounds } from '../core/week.ts';
import type { MergedIncident } from './merged-incident.ts';
import type { Picture, PictureBox, PictureDay, PictureRow } from './model.ts';

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

/** The days of a week as the picture names them. */
export function pictureDays(week: Week): readonly PictureDay[] {
	return daysOf(week).map(day => ({
		weekday: (WEEKDAY_NAMES[day.dayOfWeek - 1] ?? '').slice(0, 3),
		date: day.day === 1 ? formatShortDay(day) : String(day.day),
		isWeekend: day.dayOfWeek > 5,
	}));
}

/** "05:30 EDT"; empty for a date without a time of day. */
export function zonedClock({ start, isDateOnly }: MergedIncident, timeZone: string): string {
	return isDateOnly ? '' : `${formatClock(start, timeZone)} ${abbreviationAt(timeZone, start)}`;
}

/** "26 August, 05:30 EDT". */
export function startText(merged: MergedIncident, timeZone: string): string {
	const day = formatShortDay(dateAt(merged.start, timeZone));
	return merged.isDateOnly ? day : `${day}, ${zonedClock(merged, timeZone)}`;
}

/** "26 August 2024". */
export function startDayText({ start }: MergedIncident, timeZone: string): string {
	return formatDay(dateAt(start, timeZone));
}

/** "August 26", the start of an entry. */
export function entryDay({ start }: MergedIncident, timeZone: string): string {
	return formatBulletinDay(dateAt(start, timeZone));
}

/** "Times in EDT (New York, UTC−04:00)"; both abbreviations for weeks with a change of the clocks. */
export function zoneText(timeZone: string, from: number, to: number): string {
	const names = [...new Set([abbreviationAt(timeZone, from), abbreviationAt(timeZone, to - 1)])];
	if (isUtc(timeZone)) {
		return 'Times in UTC';
	}
	if (!isTimeZone(timeZone)) {
		return `Times in UTC${minus(names.join(' and '))}`;
	}
	const offsets = [...new Set([offsetAt(timeZone, from), offsetAt(timeZone, to - 1)])].map(formatOffset);
	const utc = offsets.map(offset => `UTC${minus(offset)}`).join(' and ');
	const hasNames = names.some(name => !offsets.includes(name));
	return `Times in ${hasNames ? `${names.join(' and ')} (${zonePlace(timeZone)}, ${utc})` : `${zonePlace(timeZone)} (${utc})`}`;
}

/** Replaces a hyphen before a number by a minus sign. */
function minus(offset: string): string {
	return offset.replaceAll('-', '−');
}

/** "As of 31 August 2024, 18:00"; "As of the end of 31 August 2024" at its last midnight. */
export function nowText(now: number, week: Week, timeZone: string): string {
	return now >= weekBounds(week, timeZone).end
		? `As of the end of ${formatDay(week.last)}`
		: `As of ${formatDay(dateAt(now, timeZone))}, ${formatClock(now, timeZone)}`;
}

/** "3 h 35 min", "about 3–4 h", "open, 1 d 2 h so far", "duration unknown". Empty for a notice. */
export function durationText({ start, end, ending, inferredDuration }: MergedIncident, now: number): string {
	switch (ending) {
		case 'none':
			return '';
		case 'open':
			return start < now ? `open, ${formatDuration((now - start) / MINUTE)} so far` : 'not begun';
		case 'unknown':
			return 'duration unknown';
		case 'stated':
			return formatDuration((end - start) / MINUTE);
		case 'inferred':
			return inferredDuration === undefined
				? `about ${formatDuration((end - start) / MINUTE)}`
				: formatDurationRange(inferredDuration);
	}
}

/** The impact of a box in words: "minor", "not stated", for an editor "urgent (not a level of this log)". */
export function levelText({ impact, impactNote }: Pick<PictureBox, 'impact' | 'impactNote'>): string {
	if (impact === undefined) {
		return 'not stated';
	}
	return impactNote === undefined ? impact : `${impact} (${impactNote})`;
}

/** Like `levelText`, with "inferred" if it is. */
export function impactText(box: PictureBox): string {
	return box.isImpactInferred && box.rank !== undefined ? `${levelText(box)}, inferred` : levelText(box);
}

/** The duration of a box in words: "3 h 35 min", "3–4 h, inferred", "3 h, planned". */
export function durationPhrase({ durationText: text, ending, isPlanned }: PictureBox): string {
	return [text, ...(ending === 'inferred' ? ['inferred'] : []), ...(isPlanned ? ['planned'] : [])].join(', ');
}

/** Returns the line below a title in the picture, whose columns show the day: "05:30 · 3–4 h · minor". */
export function factsText(box: PictureBox, continued: boolean): string {
	const began = continued ? box.sinceText : box.clockText;
	return [began, box.durationText, levelWords(box)].filter(part => part !== '').join(' · ');
}

/** The kind and the level of a box: "minor", "planned, minor", "maintenance", "notice". */
function levelWords({ kind, isPlanned, impact, rank }: PictureBox): string {
	if (kind === 'notice') {
		return kind;
	}
	const what = isPlanned ? 'planned' : kind === 'maintenance' ? kind : '';
	// The least level of a maintenance needs no mention.
	const level = what !== '' && (rank === 0 || impact === undefined) ? '' : (impact ?? 'impact not stated');
	return [what, level].filter(part => part !== '').join(', ');
}

/** Returns the accessible name and tooltip of a box. */
export function boxSentence(box: PictureBox): string {
	const what = box.kind === 'incident' ? '' : ` (${box.kind})`;
	const facts = [box.startText, durationPhrase(box), `impact ${impactText(box)}`].filter(part => part !== '');
	return `${box.title}${what}: ${facts.join('; ')}`;
}

/** "2 incidents, the worst of them minor; 3 the week before.", "No incidents; 1 the week before." */
export function ledeText({ rows, levels }: Pick<Picture, 'rows' | 'levels'>): string {
	const [before, own] = rows.map(({ boxes, midnights: [start = 0] }) => boxes.filter(box => box.start >= start));
	const count = own?.length ?? 0;
	const worst = Math.max(...(own ?? []).map(({ rank = -1 }) => rank));
	const level = levels[worst];
	const which = count === 1 ? `, ${level}` : `, the worst of them ${level}`;
	const begun = count === 0 ? 'No incidents' : count === 1 ? '1 incident' : `${count} incidents`;
	return `${begun}${level === undefined ? '' : which}; ${before?.length ?? 0} the week before.`;
}

/** "7 incidents, 4 carried over". `start`: the first instant of the row. */
export function countText({ boxes, midnights: [start = 0] }: PictureRow): string {
	const carried = boxes.filter(box => box.start < start).length;
	const count = boxes.length - carried;
	const began = count === 0 ? 'no incidents' : count === 1 ? '1 incident' : `${count} incidents`;
	return carried === 0 ? began : `${began}, ${carried} carried over`;
}
