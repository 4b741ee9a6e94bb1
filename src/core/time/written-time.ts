import { Temporal } from 'temporal-polyfill';
import type { Located, Range } from '../range.ts';
import { DAY } from './zone-offset.ts';
import type { AbbreviationInfo } from './zones.ts';

/** How a zone was written. `offset` covers `Z`, `+02:00`, `+0200`; `iana` a bracketed or bare name such as `Europe/Rome`. */
export interface WrittenZone {
	readonly form: 'offset' | 'abbreviation' | 'iana';
	readonly text: string;
	/** Offsets into the text that was read. */
	readonly range: Range;
}

/** In what a written time departs from the canonical form, RFC 3339 with an offset and optionally an RFC 9557 zone. */
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

/** What daylight saving does to a wall-clock time without an offset: it may not exist, or exist twice. */
export type LocalFault = 'nonexistent' | 'ambiguous';

/** An offset and a zone that were written together and contradict each other: "PST (UTC-7)", `+02:00[America/New_York]`. */
export interface OffsetMismatch {
	/** The offset, as written: the time is read by it. RFC 9557, section 3.4, leaves the choice; the log reports it. */
	readonly offset: Located<string>;
	/** The abbreviation or the IANA name, as written. */
	readonly zone: Located<string>;
	/** The offset that the zone has (at that time) or that the abbreviation stands for. */
	readonly expected: string;
}

/** What a time was read to, in plain values. Of `WrittenTime` all that is no object of Temporal's. */
export interface TimeFields {
	readonly text: string;
	readonly precision: 'date' | 'minute' | 'second';
	readonly approximate: boolean;
	/** The local day and time of day given as if they were in UTC, to the second, in milliseconds since 1970. */
	readonly wallClock: number;
	/** Below a second, of the wall clock. */
	readonly nanosecond: number;
	readonly dateWritten: boolean;
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
 * A time that could be read. A log keeps ten of them for each of its records, and an object of Temporal's costs a
 * microsecond, half a kilobyte and an entry in a weak map: so they are created on
 * access, which is rare. Code that compares many times uses the numbers.
 */
export class WrittenTime {
	readonly ok = true;
	readonly text: string;
	/** `date`: a day and no time of day (a date, not a midnight). */
	readonly precision: 'date' | 'minute' | 'second';
	/** "about", "ca.", "~" stood before it. */
	readonly approximate: boolean;
	/** False where the text has no day, and `date` was carried from elsewhere. */
	readonly dateWritten: boolean;
	/** The weekday that stands beside the date, right or wrong: Monday 1 to Sunday 7. */
	readonly weekday: Located<number> | undefined;
	/** Undefined when none was written: then the reading is in the zone that the caller gave. */
	readonly zone: WrittenZone | undefined;
	/** True where the place that the time stands in says that it is in the log's zone, so that none needs to be written. */
	readonly zoneImplied: true | undefined;
	/** The IANA zone or the fixed offset (`-04:00`) that the reading is in. */
	readonly timeZone: string;
	/** What the abbreviation means, where one was written. */
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly offsetMismatch: OffsetMismatch | undefined;
	/** `earliest` and `latest` in milliseconds since 1970-01-01T00:00Z. */
	readonly earliestMs: number;
	readonly latestMs: number;
	readonly localFault: LocalFault | undefined;
	readonly deviations: readonly Deviation[];
	/** Offsets, into the text that was read, of the part that a canonical form would replace (without "about"). */
	readonly canonicalRange: Range;
	/** The same time in canonical form. A date stays a date. */
	readonly canonical: string;
	readonly #wallClock: number;
	readonly #nanosecond: number;

	constructor(fields: TimeFields) {
		this.text = fields.text;
		this.precision = fields.precision;
		this.approximate = fields.approximate;
		this.dateWritten = fields.dateWritten;
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

	/** The same time in a place that has customs of its own. */
	with(customs: Pick<TimeFields, 'deviations' | 'zoneImplied'>): WrittenTime {
		return new WrittenTime({ ...this, ...customs, wallClock: this.#wallClock, nanosecond: this.#nanosecond });
	}

	/** `date` in days since 1970-01-01. */
	get epochDay(): number {
		return Math.floor(this.#wallClock / DAY);
	}

	/** The day where it was written. */
	get date(): Temporal.PlainDate {
		const day = new Date(this.#wallClock);
		return new Temporal.PlainDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
	}

	/** The wall clock where it was written; undefined for precision `date`. */
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

	/** The first instant that the text can mean, and the last: a whole day for a date, a whole minute without seconds. */
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

/** A text where a time belongs that is none. */
export interface UnreadableTime {
	readonly ok: false;
	readonly text: string;
	/** `impossible`: its form is right and there is no such day or hour (30 February, 25:00, 13:00am). */
	readonly reason: 'impossible' | 'malformed';
	/** What is wrong, as a clause: "February 2024 has 29 days". Empty for `malformed`. */
	readonly detail: string;
	/** Offsets into the text of the part that is wrong. */
	readonly range: Range;
}

export type TimeReading = WrittenTime | UnreadableTime;
