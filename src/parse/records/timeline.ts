import { Temporal } from 'temporal-polyfill';
import type { DeclaredZone, LocatedTime, TimelineEntry } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { readTime } from '../../core/time/read-time.ts';
import { findDeclaredZone } from '../english/declared-zone.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Source } from '../model/document.ts';
import { type Moment, readMoments } from './timeline-moments.ts';

/** In minutes. */
const HALF_DAY = 12 * 60;
/** Days. A date such as `24/07/25` is read in the order of day and month that is not farther from the previous date. */
const MAX_DAYS_BETWEEN = 45;

/**
 * Reads a timeline written in Markdown, as table, list, headings or lines, in page order. `content` is the section or item
 * that contains it, `date` its first date if it states none. A time without a date has the date of the previous one, or the
 * next date if it is earlier by more than half a day; a timeline with the newest time first is read backwards. The zone of
 * a time without one is that of a sentence ("All times in UTC"), otherwise of the previous time, otherwise of the log.
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
		entries[index] = isDayHeading(moment, moments[index + 1]) ? undefined : reader.entryOf(moment, day);
	}
	return entries.filter(entry => entry !== undefined);
}

/** Whether a date only gives the date of the following times. A date without following times is an entry of that day. */
function isDayHeading(moment: Moment, next: Moment | undefined): boolean {
	return moment.day !== undefined && (moment.text === undefined || moment.lead === undefined || isBareClock(next));
}

function isBareClock(moment: Moment | undefined): boolean {
	return moment?.lead?.clock !== undefined && moment.lead.date === undefined;
}

/** Whether most steps go back in time. A step of more than half a day crosses midnight in the other direction. */
function goesBackwards(minutes: readonly (number | undefined)[]): boolean {
	let back = 0;
	let forward = 0;
	let previous: number | undefined;
	for (const clock of minutes) {
		if (clock !== undefined && previous !== undefined && clock !== previous) {
			const later = clock > previous;
			if (later === Math.abs(clock - previous) <= HALF_DAY) {
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
		return clock > previous + HALF_DAY ? -1 : 0;
	}
	return clock < previous - HALF_DAY ? 1 : 0;
}

class TimelineReader {
	readonly #text: string;
	readonly #declared: DeclaredZone | undefined;
	/** The zone of times without one: the declared zone, otherwise that of the last time with one, otherwise the log's. */
	#timeZone: string;

	constructor(source: Source, declared: DeclaredZone | undefined) {
		this.#text = source.text;
		this.#declared = declared;
		this.#timeZone = declared?.timeZone ?? source.configuration.timeZone;
	}

	/** Minutes after midnight; undefined without a readable time of day. */
	minutesOf({ lead }: Moment): number | undefined {
		const range = lead?.clock?.range;
		const reading = range && readTime(this.#slice(range), { timeZone: 'UTC', date: ANY_DAY });
		return reading?.ok && reading.time ? reading.time.hour * 60 + reading.time.minute : undefined;
	}

	/** The date of a moment that states one. A date without a year gets the year in which it is nearest to `near`. */
	dayOf({ lead, day }: Moment, near: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
		if (lead?.date !== undefined) {
			const { start, end } = lead.date;
			const reading = readTime(this.#slice({ start, end }), { timeZone: 'UTC', date: near });
			return reading.ok ? reading.date : undefined;
		}
		return lead === undefined && day !== undefined ? readNumericDate(this.#slice(day), near) : undefined;
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

	/** Undefined if the date is unknown. */
	#timeOf({ lead, declaredZone }: Moment, day: Temporal.PlainDate | undefined): LocatedTime | undefined {
		if (lead === undefined || (lead.date === undefined && day === undefined)) {
			return undefined;
		}
		const zone = declaredZone?.timeZone ?? this.#timeZone;
		const until =
			lead.clock?.until && readTime(this.#slice(lead.clock.until), { timeZone: zone, date: day ?? ANY_DAY });
		// In `21:01–21:23 PST` the zone after the second time applies to both.
		const context = { timeZone: until?.ok ? until.timeZone : zone, date: day };
		const whole = { range: lead.time, reading: readTime(this.#slice(lead.time), context) };
		if (whole.reading.ok && whole.reading.zone !== undefined && this.#declared === undefined) {
			this.#timeZone = whole.reading.timeZone;
		}
		if (whole.reading.ok || whole.reading.reason === 'impossible' || lead.clock === undefined || day === undefined) {
			return whole;
		}
		// "2018-07-08 ca. 18:30" is not a time as a whole: reads the time of day alone, with the known date.
		return { range: lead.clock.range, reading: readTime(this.#slice(lead.clock.range), context) };
	}

	#slice({ start, end }: Range): string {
		return this.#text.slice(start, end);
	}
}

/** The date for reading a time of day alone. */
const ANY_DAY = Temporal.PlainDate.from({ year: 2024, month: 1, day: 1 });

/** Reads `24/07/25`, with the day or the month first. */
function readNumericDate(text: string, near: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
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
	return days.find(day => near !== undefined && Math.abs(near.until(day).days) <= MAX_DAYS_BETWEEN);
}
