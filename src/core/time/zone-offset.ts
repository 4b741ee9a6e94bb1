import type { Temporal } from 'temporal-polyfill';
import { parseOffset } from './offset.ts';
import { DAY } from './units.ts';
import { zoneDatabase } from './zone-database.ts';

/** The name of a zone as in the IANA database (`America/New_York` for `america/new_york`); undefined for an unknown zone. */
export function zoneName(name: string): string | undefined {
	return zoneDatabase.nameOf(name);
}

/** Whether a text is the name of an IANA time zone, in any case. False for an offset. */
export function isTimeZone(name: string): boolean {
	return zoneName(name) !== undefined;
}

/**
 * The offset from UTC, in milliseconds, of an IANA zone (or of a fixed offset such as `-04:00`) at an instant, in
 * milliseconds since 1970-01-01T00:00Z. 0 for an unknown zone: check zones from users with `isTimeZone`.
 */
export function offsetAt(timeZone: string, instant: number): number {
	if (timeZone === 'UTC') {
		return 0;
	}
	return parseOffset(timeZone) ?? zoneDatabase.offsetAt(timeZone, instant);
}

/**
 * The instants of a local time in a zone, in milliseconds since 1970: usually one, two if clocks are set back over it, none
 * if they are set forward over it. `wallClock`: the local date and time given as if it were in UTC.
 */
export function instantsOf(timeZone: string, wallClock: number): readonly number[] {
	const before = offsetAt(timeZone, wallClock - DAY);
	const after = offsetAt(timeZone, wallClock + DAY);
	const candidates = before === after ? [wallClock - before] : [wallClock - before, wallClock - after];
	return candidates.filter(instant => offsetAt(timeZone, instant) === wallClock - instant).sort((a, b) => a - b);
}

/** The first instant of a local time in a zone. A time in a gap is moved forward by the gap, as by `compatible` of Temporal. */
export function firstInstantOf(timeZone: string, wallClock: number): number {
	return instantsOf(timeZone, wallClock)[0] ?? wallClock - offsetAt(timeZone, wallClock - DAY);
}

/** A date in days since 1970-01-01. `month`: 1 to 12. */
export function epochDayOf(year: number, month: number, day: number): number {
	// `Date.UTC` maps the years 0 to 99 to 1900 to 1999.
	return new Date(0).setUTCFullYear(year, month - 1, day) / DAY;
}

/** The local date in a zone at an instant (milliseconds since 1970), in days since 1970-01-01. */
export function epochDayAt(timeZone: string, instant: number): number {
	return Math.floor((instant + offsetAt(timeZone, instant)) / DAY);
}

/** The ISO date of a date given in days since 1970-01-01. */
export function isoDay(epochDay: number): string {
	const text = new Date(epochDay * DAY).toISOString();
	return text.slice(0, text.indexOf('T'));
}

/** The instant at which a day begins in a zone, in milliseconds since 1970. */
export function startOfDay(date: Temporal.PlainDate, timeZone: string): number {
	return firstInstantOf(timeZone, date.toZonedDateTime('UTC').epochMilliseconds);
}

/** The city in a zone's name: "New York" for `America/New_York`, "UTC" for `UTC`. */
export function zonePlace(timeZone: string): string {
	return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

const UTC_ZONES: ReadonlySet<string> = new Set([
	'utc',
	'etc/utc',
	'uct',
	'etc/uct',
	'zulu',
	'etc/zulu',
	'universal',
	'etc/universal',
]);

/** Whether a zone is UTC or one of its other names in the IANA database. */
export function isUtc(timeZone: string): boolean {
	return UTC_ZONES.has(timeZone.toLowerCase());
}
