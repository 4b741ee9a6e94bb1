import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import { incidentTimes } from '../../schema/fields.ts';
import { zoneInHeading } from '../english/declared-zone.ts';
import type { NamedField } from '../heads/head-field.ts';
import type { Source } from '../model/document.ts';
import { type MappedNode, scalar } from '../model/mapped-data.ts';
import { readSpan, type ValueSpan, type ValueTime } from '../values/times.ts';

/** A time that a head states, with the field that states it. */
interface StatedTime {
	readonly time: ValueTime;
	readonly field: NamedField;
}

interface StatedSpan extends ValueSpan {
	readonly field: NamedField;
}

/** A value without one of these is prose: "Resolved: yes, after a restart". */
const LOOKS_LIKE_TIME = /\d[-/.:]\d|\d(?:st|nd|rd|th)\b|\d{4}|\d\s?[ap]\.?m\b|\d[hH年月日]/u;

/** The times of a record's head. */
export interface GeneralTimes {
	readonly nodes: ReadonlyMap<string, MappedNode>;
	/** Fields that name a time that cannot be read. */
	readonly unread: readonly NamedField[];
}

/**
 * Reads the times of a head. The day of a clock without a date is that of the start, or else of the `date`, or else
 * `day`. Without a start of its own, an incident starts at its `date`, or else when it was detected.
 */
export function readGeneralTimes(
	source: Source,
	fields: readonly NamedField[],
	zone: string,
	day: Temporal.PlainDate | undefined,
): GeneralTimes {
	const reader = new TimesReader(source, fields, zone);
	return reader.read(day);
}

class TimesReader {
	readonly #source: Source;
	readonly #fields: readonly NamedField[];
	readonly #zone: string;
	readonly #unread: NamedField[] = [];

	constructor(source: Source, fields: readonly NamedField[], zone: string) {
		this.#source = source;
		this.#fields = fields;
		this.#zone = zone;
	}

	read(nameDay: Temporal.PlainDate | undefined): GeneralTimes {
		const day = this.#day() ?? nameDay;
		const spans = new Map<string, StatedSpan>();
		for (const name of ['date', ...incidentTimes, 'duration']) {
			const span = this.#spanOf(name, day);
			const [first] = this.#named(name);
			if (span) {
				spans.set(name, span);
			} else if (first && name !== 'duration' && !this.#isProse(first)) {
				this.#unread.push(first);
			}
		}
		const nodes = new Map<string, MappedNode>();
		const start = startOf(spans);
		if (start) {
			nodes.set('started_at', nodeOf(start));
		}
		for (const name of incidentTimes) {
			const span = spans.get(name);
			if (name !== 'started_at' && name !== 'resolved_at' && span && span !== start?.span) {
				nodes.set(name, nodeOf(this.#notBefore(start, { time: span.start, field: span.field })));
			}
		}
		const end = endOf(spans, start);
		if (end) {
			nodes.set('resolved_at', nodeOf(this.#notBefore(start, end)));
		}
		// A date that is not read states less than a start: "Date: August 2024", "Start: August 26, 2024".
		const unread = this.#unread.filter(({ field }) => field !== 'date' || !spans.has('started_at'));
		return { nodes, unread };
	}

	/** The day that clocks without a date belong to. */
	#day(): Temporal.PlainDate | undefined {
		for (const name of ['started_at', 'date', 'detected_at', ...incidentTimes]) {
			const reading = this.#spanOf(name, undefined)?.start.reading;
			if (reading?.ok && reading.hasWrittenDate) {
				return reading.date;
			}
		}
		return undefined;
	}

	/** The first readable value of a field. */
	#spanOf(name: string, date: Temporal.PlainDate | undefined): StatedSpan | undefined {
		const { text } = this.#source;
		const found: StatedSpan[] = [];
		let impossible: StatedSpan | undefined;
		for (const field of this.#named(name)) {
			const value = valueRange(field);
			const { keyRange } = field.node;
			const timeZone = (keyRange && zoneInHeading(this.#source, keyRange)?.timeZone) ?? this.#zone;
			const isStrict = field.isWeak || field.form === 'section' || field.section === 'timeline';
			const span = value && readSpan(text, value, { timeZone, date, isStrict });
			if (span === undefined || (name === 'duration' && span.end === undefined)) {
				continue;
			}
			if (span.start.reading.ok) {
				found.push({ ...span, field });
			} else {
				impossible ??= { ...span, field };
			}
		}
		return mostExact(found) ?? impossible;
	}

	#named(name: string): readonly NamedField[] {
		return this.#fields.filter(({ field }) => field === name);
	}

	#isProse(field: NamedField): boolean {
		const value = valueRange(field);
		const written = value ? this.#source.text.slice(value.start, Math.min(value.end, value.start + 80)) : '';
		const { vocabulary } = this.#source.configuration;
		return field.isWeak || vocabulary.isNoEnd(written) || !LOOKS_LIKE_TIME.test(written);
	}

	/** A clock without a date that is before the start is on the next day. */
	#notBefore(start: StatedTime | undefined, later: StatedTime): StatedTime {
		const [from, to] = [start?.time.reading, later.time.reading];
		const value = valueRange(later.field);
		if (
			!from?.ok ||
			!to.ok ||
			to.hasWrittenDate ||
			from.precision === 'date' ||
			to.latestMs >= from.earliestMs ||
			!value
		) {
			return later;
		}
		const context = { timeZone: this.#zone, date: from.date.add({ days: 1 }), isStrict: false };
		const moved = readSpan(this.#source.text, later.time.range, context);
		return moved?.start.reading.ok ? { time: moved.start, field: later.field } : later;
	}
}

function startOf(spans: ReadonlyMap<string, StatedSpan>): (StatedTime & { span: StatedSpan }) | undefined {
	const span =
		spans.get('started_at') ??
		widerSpan(spans.get('date'), spans.get('duration')) ??
		(spans.has('scheduled_for') ? undefined : (spans.get('duration') ?? spans.get('detected_at')));
	return span && { time: span.start, field: span.field, span };
}

/** The first value; if it is a date alone, the first one on that date that states more. */
function mostExact([first, ...others]: readonly StatedSpan[]): StatedSpan | undefined {
	const reading = first?.start.reading;
	if (!reading?.ok || reading.precision !== 'date' || first?.end !== undefined) {
		return first;
	}
	const isExact = ({ start, end }: StatedSpan) =>
		start.reading.ok &&
		start.reading.epochDay === reading.epochDay &&
		(start.reading.precision !== 'date' || end !== undefined);
	return others.find(isExact) ?? first;
}

/** "Date: September 20", "Duration: September 11-20": the range of days that contains the date. */
function widerSpan(date: StatedSpan | undefined, duration: StatedSpan | undefined): StatedSpan | undefined {
	const [day, from, to] = [date?.start.reading, duration?.start.reading, duration?.end?.reading];
	const isWithin = day?.ok && from?.ok && to?.ok && from.earliestMs < day.earliestMs && day.earliestMs <= to.latestMs;
	return isWithin && date?.end === undefined ? duration : date;
}

function endOf(
	spans: ReadonlyMap<string, StatedSpan>,
	start: (StatedTime & { span: StatedSpan }) | undefined,
): StatedTime | undefined {
	const resolved = spans.get('resolved_at');
	if (resolved) {
		return { time: resolved.end ?? resolved.start, field: resolved.field };
	}
	const span = [start?.span, spans.get('duration'), spans.get('date')].find(each => each?.end !== undefined);
	return span?.end && { time: span.end, field: span.field };
}

/** The range of a field's value, or of the first item of a list. */
function valueRange({ node }: NamedField): Range | undefined {
	const range = node.members[0]?.node.range ?? node.range;
	return range.end > range.start ? range : undefined;
}

/** The form of a time on a page is the writer's: it is read, and not compared with RFC 3339. */
function nodeOf({ time: { reading, range }, field }: StatedTime): MappedNode {
	const read = reading.ok ? asWritten(reading) : reading;
	return { ...scalar(reading.text, range, field.node.keyRange), reading: read };
}

function asWritten(reading: WrittenTime): WrittenTime {
	return reading.with({ deviations: [], zoneImplied: reading.zone === undefined || undefined });
}
