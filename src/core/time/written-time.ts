import type { Temporal } from 'temporal-polyfill';
import type { Located, Range } from '../range.ts';
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

/** A time that could be read. */
export interface WrittenTime {
	readonly ok: true;
	readonly text: string;
	/** `date`: a day and no time of day (a date, not a midnight). */
	readonly precision: 'date' | 'minute' | 'second';
	/** "about", "ca.", "~" stood before it. */
	readonly approximate: boolean;
	/** The day where it was written. */
	readonly date: Temporal.PlainDate;
	/** The same day, in days since 1970-01-01: to compare days by. */
	readonly epochDay: number;
	/** False where the text has no day, and `date` was carried from elsewhere. */
	readonly dateWritten: boolean;
	/** The weekday that stands beside the date, right or wrong: Monday 1 to Sunday 7. */
	readonly weekday: Located<number> | undefined;
	/** The wall clock where it was written; undefined for precision `date`. */
	readonly time: Temporal.PlainTime | undefined;
	/** Undefined when none was written: then the reading is in the zone that the caller gave. */
	readonly zone: WrittenZone | undefined;
	/** True where the place that the time stands in says that it is in the log's zone, so that none needs to be written. */
	readonly zoneImplied?: true;
	/** The IANA zone or the fixed offset (`-04:00`) that the reading is in. */
	readonly timeZone: string;
	/** What the abbreviation means, where one was written. */
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly offsetMismatch: OffsetMismatch | undefined;
	/** The first instant that the text can mean, and the last: a whole day for a date, a whole minute without seconds. */
	readonly earliest: Temporal.Instant;
	readonly latest: Temporal.Instant;
	/** The same two in milliseconds since 1970-01-01T00:00Z: to compare them, or to take the one from the other. */
	readonly earliestMs: number;
	readonly latestMs: number;
	readonly localFault: LocalFault | undefined;
	readonly deviations: readonly Deviation[];
	/** Offsets, into the text that was read, of the part that a canonical form would replace (without "about"). */
	readonly canonicalRange: Range;
	/** The same time in canonical form. A date stays a date. */
	readonly canonical: string;
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
