import { Temporal } from 'temporal-polyfill';
import { parseOffset } from './offset.ts';

/** In milliseconds; not every local day is as long. */
export const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
/** Caches hold what user text can name, so they are emptied when they have grown beyond this. */
const CACHE_LIMIT = 20_000;

/** Zone names as IANA spells them by the name that was asked for; undefined for names that are none. */
const zoneNames = new Map<string, string | undefined>();
/** Offset in milliseconds by zone, then by the quarter of an hour since 1970. */
const offsets = new Map<string, Map<number, number>>();

/** A name as the IANA database spells it (`america/new_york` is `America/New_York`); undefined where there is no such zone. */
export function zoneName(name: string): string | undefined {
	if (!zoneNames.has(name)) {
		if (zoneNames.size > CACHE_LIMIT) {
			zoneNames.clear();
		}
		zoneNames.set(name, lookUpZone(name));
	}
	return zoneNames.get(name);
}

function lookUpZone(name: string): string | undefined {
	// Temporal takes offsets and whole RFC 9557 strings for zones as well: only what is shaped like a name may get there.
	if (name.length > 50 || !/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) {
		return undefined;
	}
	try {
		return new Temporal.ZonedDateTime(0n, name).timeZoneId;
	} catch {
		return undefined;
	}
}

/** Whether a text is the name of an IANA time zone, in any case. An offset is none. */
export function isTimeZone(name: string): boolean {
	return zoneName(name) !== undefined;
}

/**
 * The offset from UTC, in milliseconds, that an IANA zone (or a fixed offset such as `-04:00`) has at an instant, in
 * milliseconds since 1970-01-01T00:00Z. An unknown zone counts as UTC: check zones from users with `isTimeZone`.
 */
export function offsetAt(timeZone: string, instant: number): number {
	if (timeZone === 'UTC') {
		return 0;
	}
	const fixed = parseOffset(timeZone);
	if (fixed !== undefined) {
		return fixed;
	}
	let known = offsets.get(timeZone);
	if (known === undefined) {
		known = new Map();
		offsets.set(timeZone, known);
	}
	// Since 1972 no zone has changed its offset but on a quarter of an hour.
	const quarter = Math.floor(instant / QUARTER_HOUR);
	let offset = known.get(quarter);
	if (offset === undefined) {
		if (known.size > CACHE_LIMIT) {
			known.clear();
		}
		offset = lookUpOffset(timeZone, quarter * QUARTER_HOUR);
		known.set(quarter, offset);
	}
	return offset;
}

function lookUpOffset(timeZone: string, instant: number): number {
	const name = zoneName(timeZone);
	if (name === undefined) {
		return 0;
	}
	return new Temporal.ZonedDateTime(BigInt(instant) * 1_000_000n, name).offsetNanoseconds / 1e6;
}

/**
 * The instants at which a zone's clocks show a wall-clock time, given as if it were in UTC, both in milliseconds since
 * 1970: one as a rule, two where clocks are set back over it, none where they are set forward over it.
 */
export function instantsOf(timeZone: string, wallClock: number): readonly number[] {
	const before = offsetAt(timeZone, wallClock - DAY);
	const after = offsetAt(timeZone, wallClock + DAY);
	const candidates = before === after ? [wallClock - before] : [wallClock - before, wallClock - after];
	return candidates.filter(instant => offsetAt(timeZone, instant) === wallClock - instant).sort((a, b) => a - b);
}

/** As `instantsOf`, but for a time that does not exist the one as far after the gap as it lies in it: Temporal's `compatible`. */
export function firstInstantOf(timeZone: string, wallClock: number): number {
	return instantsOf(timeZone, wallClock)[0] ?? wallClock - offsetAt(timeZone, wallClock - DAY);
}

/** The day that a zone's calendar shows at an instant (milliseconds since 1970), in days since 1970-01-01. */
export function epochDayAt(timeZone: string, instant: number): number {
	return Math.floor((instant + offsetAt(timeZone, instant)) / DAY);
}

/** A day, given in days since 1970-01-01, as ISO 8601 writes it. */
export function isoDay(epochDay: number): string {
	const text = new Date(epochDay * DAY).toISOString();
	return text.slice(0, text.indexOf('T'));
}

/** The instant at which a day begins in a zone, in milliseconds since 1970. */
export function startOfDay(date: Temporal.PlainDate, timeZone: string): number {
	return firstInstantOf(timeZone, date.toZonedDateTime('UTC').epochMilliseconds);
}

/** The place in a zone's name: "New York" for `America/New_York`, "UTC" for `UTC`. */
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

/** Whether a zone is UTC itself, under whatever name IANA has for it. */
export function isUtc(timeZone: string): boolean {
	return UTC_ZONES.has(timeZone.toLowerCase());
}
