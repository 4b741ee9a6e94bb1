import { Temporal } from 'temporal-polyfill';
import type { WrittenTime } from './written-time.ts';
import { DAY } from './zone-offset.ts';

/** What a time was read to, in numbers. Of `WrittenTime` all that is no object of Temporal's. */
export interface ReadFields
	extends Omit<WrittenTime, 'ok' | 'date' | 'time' | 'earliest' | 'latest' | 'earliestMs' | 'latestMs' | 'epochDay'> {
	/** The local day and time of day given as if they were in UTC, to the second, in milliseconds since 1970. */
	readonly wallClock: number;
	/** Below a second, of the wall clock and of both instants. */
	readonly nanosecond: number;
	/** The first instant and the last, to the second, in milliseconds since 1970. */
	readonly first: number;
	readonly last: number;
}

/**
 * A time that could be read. A log keeps ten of them for each of its records, and an object of Temporal's costs a
 * microsecond, half a kilobyte and an entry in a weak map: so they are made when they are asked for, which is seldom.
 */
export class ReadTime implements WrittenTime {
	readonly ok = true;
	readonly text: string;
	readonly precision: WrittenTime['precision'];
	readonly approximate: boolean;
	readonly dateWritten: boolean;
	readonly weekday: WrittenTime['weekday'];
	readonly zone: WrittenTime['zone'];
	readonly timeZone: string;
	readonly abbreviation: WrittenTime['abbreviation'];
	readonly offsetMismatch: WrittenTime['offsetMismatch'];
	readonly localFault: WrittenTime['localFault'];
	readonly deviations: WrittenTime['deviations'];
	readonly canonicalRange: WrittenTime['canonicalRange'];
	readonly canonical: string;
	readonly earliestMs: number;
	readonly latestMs: number;
	readonly #wallClock: number;
	readonly #nanosecond: number;

	constructor(fields: ReadFields) {
		this.text = fields.text;
		this.precision = fields.precision;
		this.approximate = fields.approximate;
		this.dateWritten = fields.dateWritten;
		this.weekday = fields.weekday;
		this.zone = fields.zone;
		this.timeZone = fields.timeZone;
		this.abbreviation = fields.abbreviation;
		this.offsetMismatch = fields.offsetMismatch;
		this.localFault = fields.localFault;
		this.deviations = fields.deviations;
		this.canonicalRange = fields.canonicalRange;
		this.canonical = fields.canonical;
		const milliseconds = Math.floor(fields.nanosecond / 1e6);
		this.earliestMs = fields.first + milliseconds;
		this.latestMs = fields.last + milliseconds;
		this.#wallClock = fields.wallClock;
		this.#nanosecond = fields.nanosecond;
	}

	get epochDay(): number {
		return Math.floor(this.#wallClock / DAY);
	}

	get date(): Temporal.PlainDate {
		const day = new Date(this.#wallClock);
		return new Temporal.PlainDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
	}

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
