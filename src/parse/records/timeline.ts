import { Temporal } from 'temporal-polyfill';
import type { DeclaredZone, LocatedTime, TimelineEntry } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { readTime } from '../../core/time/read-time.ts';
import { findDeclaredZone } from '../english/declared-zone.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Source } from '../model/document.ts';
import { type Moment, readMoments } from './timeline-moments.ts';

const NOON = 12 * 60;
/** A day written in figures alone is of the order that brings it within so many days of the one before it. */
const NEAR = 45;

/**
 * Reads a timeline written in Markdown, as table, list, headings or lines: `content` is the section (or the item) that it
 * stands in, `date` the day on which it begins where it does not say itself. A bare time of day is of the day of the one
 * before it, over midnight where it goes back by more than half a day; newest-first timelines are read backwards. Times
 * are in the zone that a sentence gives ("All times in UTC"), or that the last time before gave, or else in the log's. Entries come in page order.
 */
export function readTimeline(
	source: Source,
	page: Markdown,
	content: Range,
	date: Temporal.PlainDate | undefined,
): TimelineEntry[] {
	const moments = readMoments(source, page, content);
	const reader = new TimelineReader(source, findDeclaredZone(source, page, content));
	const minutes = moments.map(moment => reader.minutesOf(moment));
	const newestFirst = goesBackwards(minutes);
	const undated = newestFirst && moments.every(moment => moment.lead?.date === undefined && moment.day === undefined);
	const order = moments.map((_, index) => index);
	if (undated) {
		order.reverse();
	}
	const entries: (TimelineEntry | undefined)[] = [];
	let day = date;
	let previous: number | undefined;
	for (const index of order) {
		const moment = moments[index];
		if (moment === undefined) {
			continue;
		}
		const written = reader.dayOf(moment, day);
		const clock = minutes[index];
		if (written !== undefined) {
			day = written;
		} else if (day !== undefined && clock !== undefined && previous !== undefined) {
			day = day.add({ days: daysBetween(previous, clock, newestFirst && !undated) });
		}
		previous = clock ?? (written === undefined ? previous : undefined);
		entries[index] = isHeadOfDay(moment, moments[index + 1]) ? undefined : reader.entryOf(moment, day);
	}
	return entries.filter(entry => entry !== undefined);
}

/** Whether a day merely stands over the times that follow it. One that no time follows tells of the day as a whole. */
function isHeadOfDay(moment: Moment, next: Moment | undefined): boolean {
	return moment.day !== undefined && (moment.text === undefined || moment.lead === undefined || isBareClock(next));
}

function isBareClock(moment: Moment | undefined): boolean {
	return moment?.lead?.clock !== undefined && moment.lead.date === undefined;
}

/** More steps back than forward; a step of more than half a day goes over midnight the other way. */
function goesBackwards(minutes: readonly (number | undefined)[]): boolean {
	let back = 0;
	let forward = 0;
	let previous: number | undefined;
	for (const clock of minutes) {
		if (clock !== undefined && previous !== undefined && clock !== previous) {
			const later = clock > previous;
			if (later === Math.abs(clock - previous) <= NOON) {
				forward++;
			} else {
				back++;
			}
		}
		previous = clock ?? previous;
	}
	return back > forward && back > 1;
}

function daysBetween(previous: number, clock: number, backwards: boolean): number {
	if (backwards) {
		return clock > previous + NOON ? -1 : 0;
	}
	return clock < previous - NOON ? 1 : 0;
}

class TimelineReader {
	readonly #text: string;
	readonly #declared: DeclaredZone | undefined;
	/** Of times without one of their own: what was declared; else that of the last time that gave one; else the log's. */
	#timeZone: string;

	constructor(source: Source, declared: DeclaredZone | undefined) {
		this.#text = source.text;
		this.#declared = declared;
		this.#timeZone = declared?.timeZone ?? source.configuration.timeZone;
	}

	/** Minutes after midnight; undefined for what has no time of day that can be read. */
	minutesOf({ lead }: Moment): number | undefined {
		const range = lead?.clock?.range;
		const reading = range && readTime(this.#slice(range), { timeZone: 'UTC', date: ANY_DAY });
		return reading?.ok && reading.time ? reading.time.hour * 60 + reading.time.minute : undefined;
	}

	/** The day that a moment gives itself; a year that it leaves out is the one that brings it nearest to `near`. */
	dayOf({ lead, day }: Moment, near: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
		if (lead?.date !== undefined) {
			const { start, end } = lead.date;
			const reading = readTime(this.#slice({ start, end }), { timeZone: 'UTC', date: near });
			return reading.ok ? reading.date : undefined;
		}
		return lead === undefined && day !== undefined ? dayInFigures(this.#slice(day), near) : undefined;
	}

	entryOf(moment: Moment, day: Temporal.PlainDate | undefined): TimelineEntry {
		const { text, range } = moment;
		const at = this.#timeOf(moment, day);
		const declaredZone = at?.reading.ok && !at.reading.zone ? (moment.declaredZone ?? this.#declared) : undefined;
		return {
			...(declaredZone && { declaredZone }),
			at,
			text: text && { value: this.#slice(text), range: text },
			range,
		};
	}

	/** Undefined where nothing says which day it is. */
	#timeOf({ lead, declaredZone }: Moment, day: Temporal.PlainDate | undefined): LocatedTime | undefined {
		if (lead === undefined || (lead.date === undefined && day === undefined)) {
			return undefined;
		}
		const zone = declaredZone?.timeZone ?? this.#timeZone;
		const until =
			lead.clock?.until && readTime(this.#slice(lead.clock.until), { timeZone: zone, date: day ?? ANY_DAY });
		// In `21:01–21:23 PST` the zone behind the second time holds for both.
		const context = { timeZone: until?.ok ? until.timeZone : zone, date: day };
		const whole = { range: lead.time, reading: readTime(this.#slice(lead.time), context) };
		if (whole.reading.ok && whole.reading.zone !== undefined && this.#declared === undefined) {
			this.#timeZone = whole.reading.timeZone;
		}
		if (whole.reading.ok || whole.reading.reason === 'impossible' || lead.clock === undefined || day === undefined) {
			return whole;
		}
		// "2018-07-08 ca. 18:30": the day is known by now, and the time of day can be read by itself.
		return { range: lead.clock.range, reading: readTime(this.#slice(lead.clock.range), context) };
	}

	#slice({ start, end }: Range): string {
		return this.#text.slice(start, end);
	}
}

/** To read a time of day by, where the day does not matter. */
const ANY_DAY = Temporal.PlainDate.from({ year: 2024, month: 1, day: 1 });

/** `24/07/25`, with the day or the month first. */
function dayInFigures(text: string, near: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
	const [a = 0, b = 0, c = 0] = text.split(/[/.-]/).map(Number);
	const year = c < 100 ? 2000 + c : c;
	const days = [
		{ day: a, month: b },
		{ day: b, month: a },
	].flatMap(({ day, month }) =>
		month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
			? Temporal.PlainDate.from({ year, month, day })
			: [],
	);
	return days.find(day => near !== undefined && Math.abs(near.until(day).days) <= NEAR);
}
