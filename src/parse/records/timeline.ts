import { Temporal } from 'temporal-polyfill';
import type { DeclaredZone, LocatedTime, TimelineEntry } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { findDateOrder, needsDateOrder } from '../../core/time/date-order.ts';
import { readTime } from '../../core/time/read-time.ts';
import { relativeTime } from '../../core/time/relative-time.ts';
import type { DateOrder } from '../../core/time/written-date.ts';
import { DeclaredZones } from '../english/declared-zone.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Source } from '../model/document.ts';
import { resolveLooseDay } from './loose-day.ts';
import { type Moment, readMoments } from './timeline-moments.ts';

const NOON = 12 * 60;

/** The start of the incident of a timeline, as far as it is known. */
export interface TimelineStart {
	/** The date of the first time if the timeline does not state it. */
	readonly date: Temporal.PlainDate | undefined;
	/** The time that `T+5m` counts from. */
	readonly time: LocatedTime | undefined;
}

/** One of several timelines of a page. */
export interface TimelinePlace {
	/** The heading of its section. */
	readonly title?: Range | undefined;
	readonly zones?: DeclaredZones;
	/** The number of its first group. */
	readonly groupOffset?: number;
}

export interface TimelineReading {
	/** In page order. */
	readonly entries: readonly TimelineEntry[];
	/** Times that cannot be read. */
	readonly unread: readonly Range[];
}

/**
 * Reads a timeline in Markdown: a table, list, headings or lines. `content` is its section (or item). A time of day without
 * a date has the date of the previous one, or the next date if it goes back by more than half a day. Newest-first timelines
 * are read backwards. A heading without a time begins a timeline of its own. Times are in the zone of their column, in the
 * declared zone ("All times in UTC"), in the zone of the last time with a zone, or in the log's zone. Times whose day is not
 * known are compared with each other only.
 */
export function readTimeline(
	source: Source,
	page: Markdown,
	content: Range,
	start: TimelineStart,
	{ title, zones = new DeclaredZones(source, page), groupOffset = 0 }: TimelinePlace = {},
): TimelineReading {
	const { moments, masked } = readMoments(source, page, content);
	const declared = zones.find(content, title);
	const reader = new TimelineReader(source, masked, declared, start, groupOffset);
	const entries: TimelineEntry[] = [];
	for (let from = 0; from < moments.length; ) {
		const group = moments[from]?.group;
		let to = from;
		while (moments[to]?.group === group && to < moments.length) {
			to++;
		}
		reader.readGroup(moments.slice(from, to), entries);
		from = to;
	}
	return { entries, unread: moments.flatMap(({ unread }) => unread ?? []) };
}

/** Whether a date is only the heading of the times after it. A date without times is an entry of its own. */
function isHeadOfDay(moment: Moment, next: Moment | undefined): boolean {
	return moment.isDay && (moment.text === undefined || isBareClock(next));
}

function isBareClock(moment: Moment | undefined): boolean {
	return moment?.lead?.time?.clock !== undefined && moment.lead.time.date === undefined && moment.day === undefined;
}

/** Returns true if most steps go back. A step of more than half a day passes midnight in the other direction. */
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

/** A day for times whose day is not known. */
const ANY_DAY = Temporal.PlainDate.from({ year: 2000, month: 1, day: 1 });
/** "Minutes after the start", "elapsed": clocks are counted from zero. */
const FROM_ZERO =
	/\b(?:minutes|time|hours|clocks?)\b[^.\n]{0,20}\b(?:after|since|from|into)\b[^.\n]{0,12}\b(?:start|incident|first|onset|beginning|detection|outage)|\belapsed\b|\brelative to\b/i;

class TimelineReader {
	readonly #source: Source;
	/** The text with markup masked. */
	readonly #text: string;
	readonly #declared: DeclaredZone | undefined;
	readonly #start: TimelineStart;
	readonly #order: DateOrder | undefined;
	readonly #groupOffset: number;
	/** The zone of times without one: the declared zone, otherwise that of the last time with a zone, or the log's. */
	#timeZone: string;
	/** The day of the last time. Undefined after a date that cannot be read. */
	#day: Temporal.PlainDate | undefined;
	/** Minutes after midnight of the last time. */
	#clock: number | undefined;

	constructor(
		source: Source,
		masked: string,
		declared: DeclaredZone | undefined,
		start: TimelineStart,
		groupOffset: number,
	) {
		this.#source = source;
		this.#text = masked;
		this.#declared = declared;
		this.#start = start;
		this.#groupOffset = groupOffset;
		this.#timeZone = declared?.timeZone ?? source.configuration.timeZone;
		this.#day = start.date;
		this.#order = findDateOrder(source.text);
	}

	/** Adds the entries of moments under one heading. */
	readGroup(moments: readonly Moment[], entries: TimelineEntry[]): void {
		const minutes = moments.map(moment => this.#minutesOf(moment));
		const newestFirst = goesBackwards(minutes);
		const hasDates = moments.some(
			({ lead, day, isDay }) => (lead?.time?.date ?? lead?.looseDay ?? day) !== undefined || isDay,
		);
		const undated = newestFirst && !hasDates;
		const fromZero = !hasDates && this.#countsFromZero(moments, minutes);
		const order = moments.map((_, index) => index);
		if (undated) {
			order.reverse();
		}
		const found: (TimelineEntry | undefined)[] = [];
		const first = this.#day;
		let nominal = ANY_DAY;
		let previous: number | undefined;
		for (const [position, index] of order.entries()) {
			const moment = moments[index];
			if (moment === undefined) {
				continue;
			}
			const clock = minutes[index];
			const written = this.#dayOf(moment);
			if (written !== undefined) {
				this.#day = written === 'unreadable' ? undefined : written;
			} else if (clock !== undefined) {
				const before = position === 0 ? this.#clock : previous;
				const days = before === undefined ? 0 : daysBetween(before, clock, newestFirst && !undated);
				this.#day =
					position === 0 && days === 0 && before !== undefined && clock < before
						? ((first && this.#start.date) ?? first)
						: this.#day?.add({ days });
				nominal = previous === undefined ? nominal : nominal.add({ days });
			}
			previous = clock ?? (written === undefined ? previous : undefined);
			found[index] = isHeadOfDay(moment, moments[index + 1])
				? undefined
				: this.#entryOf(moment, nominal, fromZero ? clock : undefined);
			this.#day = this.#lastDayOf(moment) ?? this.#day;
		}
		this.#clock = previous ?? this.#clock;
		for (const entry of found) {
			if (entry !== undefined) {
				entries.push(entry);
			}
		}
	}

	/** Clocks from 00:00 on that cannot be times of day: counted from the start of the incident. */
	#countsFromZero(moments: readonly Moment[], minutes: readonly (number | undefined)[]): boolean {
		const [first] = moments;
		if (
			minutes[0] !== 0 ||
			first?.lead?.time?.clock === undefined ||
			first.lead.time.clock.isZoned ||
			first.declaredZone !== undefined
		) {
			return false;
		}
		const above = this.#text.slice(Math.max(0, first.range.start - 200), first.range.start);
		const reading = this.#start.time?.reading;
		const start = reading?.ok ? reading.time : undefined;
		const isMidnight = start === undefined || start.hour === 0 || start.hour === 23;
		return FROM_ZERO.test(above) || (!isMidnight && moments.length > 1);
	}

	/** Minutes after midnight; undefined without a readable time of day. */
	#minutesOf({ lead }: Moment): number | undefined {
		const range = lead?.time?.clock?.range;
		const reading = range && readTime(this.#slice(range), { timeZone: 'UTC', date: ANY_DAY });
		return reading?.ok && reading.time ? reading.time.hour * 60 + reading.time.minute : undefined;
	}

	/** The written date of a moment, with the year that is nearest to the last date. Undefined if none is written. */
	#dayOf({ lead, day }: Moment): Temporal.PlainDate | 'unreadable' | undefined {
		if (lead?.dayOffset !== undefined) {
			return this.#start.date?.add({ days: lead.dayOffset }) ?? undefined;
		}
		for (const part of [lead, day]) {
			const near = this.#day ?? this.#start.date;
			if (part?.looseDay !== undefined) {
				return resolveLooseDay(this.#slice(part.looseDay), near, this.#order) ?? 'unreadable';
			}
			if (part?.time?.date !== undefined) {
				const { start, end } = part.time.date;
				const reading = this.#read({ start, end }, { timeZone: 'UTC', date: near });
				// A day without a year, and without a day that is near: the other times of the day are in order, too.
				return reading.ok
					? reading.date
					: reading.reason === 'malformed' && near === undefined
						? undefined
						: 'unreadable';
			}
		}
		return undefined;
	}

	/** The last day of a range of dates: that of the next time. */
	#lastDayOf({ lead }: Moment): Temporal.PlainDate | undefined {
		const last = lead?.time?.lastDate;
		const reading = last && this.#read({ start: last.start, end: last.end }, { timeZone: 'UTC', date: this.#day });
		return reading?.ok ? reading.date : undefined;
	}

	#entryOf(moment: Moment, nominal: Temporal.PlainDate, fromZero: number | undefined): TimelineEntry {
		const { text, range, group } = moment;
		const at = this.#timeOf(moment, nominal, fromZero);
		const isKnown = this.#isDated(moment, fromZero);
		const declaredZone = at?.reading.ok && !at.reading.zone ? (moment.declaredZone ?? this.#declared) : undefined;
		const also = this.#alsoOf(moment, at);
		return {
			...(declaredZone && { declaredZone }),
			at: isKnown ? at : undefined,
			...(!isKnown && at?.reading.ok && { clock: at }),
			...(also && { also }),
			text: text && { value: this.#source.text.slice(text.start, text.end), range: text },
			range,
			group: this.#groupOffset + group,
			isProse: true,
		};
	}

	/** Whether the day of a moment is known. */
	#isDated({ lead }: Moment, fromZero: number | undefined): boolean {
		if (lead?.relative !== undefined || fromZero !== undefined) {
			return this.#startInstant() !== undefined;
		}
		return this.#day !== undefined || lead?.time?.date !== undefined;
	}

	#startInstant(): LocatedTime | undefined {
		const { time } = this.#start;
		return time?.reading.ok && time.reading.precision !== 'date' ? time : undefined;
	}

	#timeOf(
		{ lead, declaredZone }: Moment,
		nominal: Temporal.PlainDate,
		fromZero: number | undefined,
	): LocatedTime | undefined {
		const relative =
			lead?.relative ??
			(fromZero === undefined || lead === undefined ? undefined : { minutes: fromZero, range: lead.range });
		if (relative !== undefined) {
			const reading = this.#startInstant()?.reading;
			return {
				range: relative.range,
				reading: relativeTime(this.#slice(relative.range), relative.minutes, reading?.ok ? reading : undefined),
			};
		}
		const time = lead?.time;
		if (time === undefined && lead?.looseDay === undefined) {
			return undefined;
		}
		const zone = declaredZone?.timeZone ?? this.#timeZone;
		const day = this.#day ?? nominal;
		if (time === undefined) {
			return lead?.looseDay && { range: lead.looseDay, reading: dayReading(this.#slice(lead.looseDay), day, zone) };
		}
		const until = time.clock?.until && readTime(this.#slice(time.clock.until), { timeZone: zone, date: day });
		// In `21:01–21:23 PST` the zone of the second time is also that of the first.
		const context = { timeZone: until?.ok ? until.timeZone : zone, date: day };
		const whole = { range: time.time, reading: this.#read(time.time, context) };
		if (whole.reading.ok && whole.reading.zone !== undefined && this.#declared === undefined) {
			this.#timeZone = whole.reading.timeZone;
		}
		if (whole.reading.ok || whole.reading.reason === 'impossible' || time.clock === undefined) {
			return whole;
		}
		// "2018-07-08, the day of the launch, 18:30": the date is known by now, and the time of day is read alone.
		return { range: time.clock.range, reading: readTime(this.#slice(time.clock.range), context) };
	}

	/** The same time in another zone. */
	#alsoOf({ lead, also }: Moment, at: LocatedTime | undefined): LocatedTime | undefined {
		const range = lead?.also ?? also?.range;
		if (range === undefined || !at?.reading.ok) {
			return undefined;
		}
		const timeZone = also?.declaredZone?.timeZone ?? this.#timeZone;
		return { range, reading: readTime(this.#slice(range), { timeZone, date: at.reading.date }) };
	}

	#read(range: Range, context: { readonly timeZone: string; readonly date: Temporal.PlainDate | undefined }) {
		const text = this.#slice(range);
		return readTime(text, needsDateOrder(text) ? { ...context, dateOrder: this.#order } : context);
	}

	#slice({ start, end }: Range): string {
		return this.#text.slice(start, end);
	}
}

/** The reading of a date in figures, which `readTime` reads in no order. */
function dayReading(text: string, day: Temporal.PlainDate, timeZone: string): LocatedTime['reading'] {
	const reading = readTime(day.toString(), { timeZone });
	return reading.ok
		? reading.with({ deviations: reading.deviations, zoneImplied: reading.zoneImplied, text })
		: reading;
}
