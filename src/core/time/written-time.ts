import { Temporal } from 'temporal-polyfill';
import type { Located, Range } from '../range.ts';
import { DAY } from './units.ts';
import type { AbbreviationInfo } from './zones.ts';

/** A zone as written. `offset`: `Z`, `+02:00` or `+0200`; `iana`: a name such as `Europe/Rome`, with or without brackets. */
export interface WrittenZone {
	readonly form: 'offset' | 'abbreviation' | 'iana';
	readonly text: string;
	/** UTF-16 offsets into the text that was read. */
	readonly range: Range;
}

/** A difference from the canonical form: RFC 3339 with an offset, optionally with an RFC 9557 zone. */
export type Deviation =
	| 'space-for-t'
	| 'lower-case'
	| 'no-seconds'
	| 'one-digit-hour'
	| 'short-offset' // +02, +0200, +2
	| 'abbreviation'
	| 'twelve-hour'
	| 'negative-zero-offset' // -00:00: RFC 3339 section 4.3, "offset unknown"
	| 'other-order'; // 26/08/2024, August 26 2024, and any other form: a weekday, a space before the offset, 053000

/** A wall-clock time without an offset that daylight saving skips (`nonexistent`) or repeats (`ambiguous`). */
export type LocalFault = 'nonexistent' | 'ambiguous';

/** An offset and a zone, written together, that contradict each other: "PST (UTC-7)", `+02:00[America/New_York]`. */
export interface OffsetMismatch {
	/** The offset, as written. The instant is computed from it: RFC 9557, section 3.4, allows either. */
	readonly offset: Located<string>;
	/** The abbreviation or IANA name, as written. */
	readonly zone: Located<string>;
	/** The offset of the zone at that time, or of the abbreviation. */
	readonly expected: string;
}

/** The fields of a `WrittenTime`, without objects of Temporal. */
export interface TimeFields {
	readonly text: string;
	readonly precision: 'date' | 'minute' | 'second';
	readonly isApproximate: boolean;
	/** The local date and time of day given as if they were in UTC, to the second, in milliseconds since 1970. */
	readonly wallClock: number;
	/** The fraction of the second, in nanoseconds. */
	readonly nanosecond: number;
	readonly hasWrittenDate: boolean;
	readonly weekday: Located<number> | undefined;
	readonly zone: WrittenZone | undefined;
	readonly zoneImplied?: true | undefined;
	readonly timeZone: string;
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly offsetMismatch: OffsetMismatch | undefined;
	readonly earliestMs: number;
	readonly latestMs: number;
	readonly localFault: LocalFault | undefined;
	readonly deviations: readonly Deviation[];
	readonly canonicalRange: Range;
	readonly canonical: string;
}

/**
 * A valid time. Objects of Temporal are created on access, which is rare: a log keeps about ten times for each record, and
 * an object of Temporal costs a microsecond, half a kilobyte and an entry in a weak map. Code that compares many times uses
 * the numbers.
 */
export class WrittenTime {
	readonly ok = true;
	readonly text: string;
	/** `date`: a date without a time of day (not midnight). */
	readonly precision: 'date' | 'minute' | 'second';
	/** Whether it is preceded by "about", "ca." or "~". */
	readonly isApproximate: boolean;
	/** False if the text has no date, and the date of the context was used. */
	readonly hasWrittenDate: boolean;
	/** The weekday written next to the date, right or wrong: Monday 1 to Sunday 7. */
	readonly weekday: Located<number> | undefined;
	/** Undefined if none was written: the time is in the zone of the context then. */
	readonly zone: WrittenZone | undefined;
	/** True if times without a zone are in the log's zone by the rules of the dialect, so that no zone needs to be written. */
	readonly zoneImplied: true | undefined;
	/** The IANA zone or the fixed offset (`-04:00`) of the time. */
	readonly timeZone: string;
	/** The meaning of the written abbreviation. */
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly offsetMismatch: OffsetMismatch | undefined;
	/** `earliest` and `latest` in milliseconds since 1970-01-01T00:00Z. */
	readonly earliestMs: number;
	readonly latestMs: number;
	readonly localFault: LocalFault | undefined;
	readonly deviations: readonly Deviation[];
	/** The part of the read text that the canonical form replaces (without "about"), as UTF-16 offsets. */
	readonly canonicalRange: Range;
	/** The same time in canonical form. A date remains a date. */
	readonly canonical: string;
	readonly #wallClock: number;
	readonly #nanosecond: number;

	constructor(fields: TimeFields) {
		this.text = fields.text;
		this.precision = fields.precision;
		this.isApproximate = fields.isApproximate;
		this.hasWrittenDate = fields.hasWrittenDate;
		this.weekday = fields.weekday;
		this.zone = fields.zone;
		this.zoneImplied = fields.zoneImplied;
		this.timeZone = fields.timeZone;
		this.abbreviation = fields.abbreviation;
		this.offsetMismatch = fields.offsetMismatch;
		this.earliestMs = fields.earliestMs;
		this.latestMs = fields.latestMs;
		this.localFault = fields.localFault;
		this.deviations = fields.deviations;
		this.canonicalRange = fields.canonicalRange;
		this.canonical = fields.canonical;
		this.#wallClock = fields.wallClock;
		this.#nanosecond = fields.nanosecond;
	}

	/** The same time with other fields, for a dialect that allows some deviations. */
	with(fields: Pick<TimeFields, 'deviations' | 'zoneImplied'> & Partial<Pick<TimeFields, 'text'>>): WrittenTime {
		return new WrittenTime({ ...this, ...fields, wallClock: this.#wallClock, nanosecond: this.#nanosecond });
	}

	/** `date` in days since 1970-01-01. */
	get epochDay(): number {
		return Math.floor(this.#wallClock / DAY);
	}

	/** The local date. */
	get date(): Temporal.PlainDate {
		const day = new Date(this.#wallClock);
		return new Temporal.PlainDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
	}

	/** The local time of day; undefined for precision `date`. */
	get time(): Temporal.PlainTime | undefined {
		if (this.precision === 'date') {
			return undefined;
		}
		const clock = new Date(this.#wallClock);
		return new Temporal.PlainTime(
			clock.getUTCHours(),
			clock.getUTCMinutes(),
			clock.getUTCSeconds(),
			Math.floor(this.#nanosecond / 1e6),
			Math.floor(this.#nanosecond / 1e3) % 1000,
			this.#nanosecond % 1000,
		);
	}

	/** The first and the last possible instant: of the day for a date, of the minute without seconds. */
	get earliest(): Temporal.Instant {
		return this.#instant(this.earliestMs);
	}

	get latest(): Temporal.Instant {
		return this.#instant(this.latestMs);
	}

	#instant(milliseconds: number): Temporal.Instant {
		const below = this.#nanosecond % 1e6;
		return below === 0
			? Temporal.Instant.fromEpochMilliseconds(milliseconds)
			: new Temporal.Instant(BigInt(milliseconds) * 1_000_000n + BigInt(below));
	}
}

/** The text of a time field that is not a time. */
export interface UnreadableTime {
	readonly ok: false;
	readonly text: string;
	/** `impossible`: its form is correct, but there is no such day or hour (30 February, 25:00, 13:00am). */
	readonly reason: 'impossible' | 'malformed';
	/** The fault as a clause: "February 2024 has 29 days". Empty for `malformed`. */
	readonly detail: string;
	/** The faulty part, as UTF-16 offsets into the text. */
	readonly range: Range;
}

export type TimeReading = WrittenTime | UnreadableTime;
