import { parseOffset } from './offset.ts';
import { daysInMonth } from './written-date.ts';
import { WrittenTime } from './written-time.ts';
import { DAY, firstInstantOf } from './zone-offset.ts';

/** RFC 3339 in its canonical form, to the second, with an offset; or a day alone. */
const CANONICAL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d))?$/;
const NO_DEVIATIONS: readonly never[] = [];

/**
 * Reads what nearly all fields of a log hold, without taking it apart token by token. Undefined for everything else,
 * faults and rarities (a leap second, `-00:00`) included: `readTime` has the words for those.
 */
export function readCanonicalTime(text: string, timeZone: string): WrittenTime | undefined {
	const match = CANONICAL.exec(text);
	if (match === null) {
		return undefined;
	}
	const [, year, month, day, hour, minute, second, offset] = match;
	const date = epochDay(Number(year), Number(month), Number(day));
	if (date === undefined) {
		return undefined;
	}
	const shared = {
		text,
		approximate: false,
		dateWritten: true,
		weekday: undefined,
		abbreviation: undefined,
		offsetMismatch: undefined,
		nanosecond: 0,
		localFault: undefined,
		deviations: NO_DEVIATIONS,
		canonicalRange: { start: 0, end: text.length },
		canonical: text,
	};
	if (offset === undefined) {
		const wallClock = date * DAY;
		const earliestMs = firstInstantOf(timeZone, wallClock);
		const latestMs = firstInstantOf(timeZone, wallClock + DAY) - 1;
		return new WrittenTime({
			...shared,
			precision: 'date',
			wallClock,
			zone: undefined,
			timeZone,
			earliestMs,
			latestMs,
		});
	}
	const east = offset === 'Z' ? 0 : offset === '-00:00' ? undefined : parseOffset(offset);
	const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
	if (east === undefined || hours > 23 || minutes > 59 || seconds > 59) {
		return undefined;
	}
	const wallClock = date * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000;
	const range = { start: text.length - offset.length, end: text.length };
	return new WrittenTime({
		...shared,
		precision: 'second',
		wallClock,
		zone: { form: 'offset', text: offset, range },
		timeZone: offset === 'Z' ? 'UTC' : offset,
		earliestMs: wallClock - east,
		latestMs: wallClock - east,
	});
}

/** Days since 1970-01-01; undefined where there is no such day. */
function epochDay(year: number, month: number, day: number): number | undefined {
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
		return undefined;
	}
	// `Date.UTC` takes the years 0 to 99 for those of the twentieth century.
	return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}
