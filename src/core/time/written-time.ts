import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../range.ts';

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
	| 'other-order'; // 26/08/2024, August 26 2024

/** What daylight saving does to a wall-clock time without an offset: it may not exist, or exist twice. */
export type LocalFault = 'nonexistent' | 'ambiguous';

/** A time that could be read. */
export interface WrittenTime {
	readonly ok: true;
	readonly text: string;
	/** `date`: a day and no time of day (a date, not a midnight). */
	readonly precision: 'date' | 'minute' | 'second';
	/** "about", "ca.", "~" stood before it. */
	readonly approximate: boolean;
	readonly date: Temporal.PlainDate;
	/** The wall clock where it was written; undefined for precision `date`. */
	readonly time: Temporal.PlainTime | undefined;
	/** Undefined when none was written: then the reading is in the zone that the caller gave. */
	readonly zone: WrittenZone | undefined;
	/** The IANA zone or the fixed offset (`-04:00`) that the reading is in. */
	readonly timeZone: string;
	/** The first instant that the text can mean, and the last: a whole day for a date, a whole minute without seconds. */
	readonly earliest: Temporal.Instant;
	readonly latest: Temporal.Instant;
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
