import type { Temporal } from 'temporal-polyfill';
import { ABBREVIATION_USES, type AbbreviationUse } from './abbreviations.ts';
import { formatOffset } from './offset.ts';
import { DAY } from './units.ts';
import { firstInstantOf, instantsOf, offsetAt } from './zone-offset.ts';

export { epochDayAt, isoDay, isTimeZone, offsetAt, startOfDay, zonePlace } from './zone-offset.ts';

interface Use extends AbbreviationUse {
	readonly zoneList: readonly string[];
}

const USES: readonly Use[] = ABBREVIATION_USES.map(row => ({ ...row, zoneList: row.zones.trim().split(/\s+/) }));
const usesByZone = usesBy(({ zoneList }) => zoneList.map(zone => zone.toLowerCase()));
const usesByAbbreviation = usesBy(use => namesOf(use).map(name => name.toUpperCase()));
const UTC_ABBREVIATIONS: ReadonlySet<string> = new Set(['UTC', 'GMT', 'Z', 'UCT', 'ZULU', 'GMT/UTC', 'UTC/GMT']);

/** All names of a row: both seasons, one for both, a pair such as `PST/PDT`, and words. */
function namesOf({ names, generic, otherNames, words = [] }: AbbreviationUse): readonly string[] {
	const [standard, summer] = Object.values(names);
	const pairs = generic === undefined ? [] : [generic, `${standard}/${summer}`, `${summer}/${standard}`];
	return [...Object.values(names), ...Object.values(otherNames ?? {}), ...pairs, ...words];
}

function usesBy(keysOf: (use: Use) => readonly string[]): ReadonlyMap<string, readonly Use[]> {
	const lists = new Map<string, Use[]>();
	for (const use of USES) {
		for (const key of new Set(keysOf(use))) {
			const list = lists.get(key);
			if (list === undefined) {
				lists.set(key, [use]);
			} else {
				list.push(use);
			}
		}
	}
	return lists;
}

/** All known abbreviations, in upper case. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([...UTC_ABBREVIATIONS, ...usesByAbbreviation.keys()]);

/** The abbreviation of a zone at an instant (milliseconds since 1970): "EDT". Its offset (`-03:00`) if it has none. */
export function abbreviationAt(timeZone: string, instant: number | Temporal.Instant): string {
	const ms = typeof instant === 'number' ? instant : instant.epochMilliseconds;
	const offset = formatOffset(offsetAt(timeZone, ms));
	for (const use of usesByZone.get(timeZone.toLowerCase()) ?? []) {
		const name = use.names[offset];
		if (name !== undefined) {
			return name;
		}
	}
	return offset === '+00:00' ? 'UTC' : offset;
}

/** The meaning of an abbreviation at a local time. */
export interface AbbreviationInfo {
	/** In upper case. */
	readonly abbreviation: string;
	/** The IANA zone that it is read in. */
	readonly timeZone: string;
	/** Whether the zone uses the abbreviation at that time: New York does not use EST in August. */
	readonly isInForce: boolean;
	/** The abbreviation that the zone uses. While clocks are set back or forward, the written one if it is one of the two. */
	readonly expected: string;
	/** The offset of the abbreviation, such as `-05:00`; undefined for one of both seasons, such as `ET`. */
	readonly offset: string | undefined;
	/** One zone for each equally likely meaning, the chosen one first; empty if the abbreviation is not ambiguous. */
	readonly ambiguousZones: readonly string[];
}

/**
 * The IANA zones in which an abbreviation can be read, one for each meaning. Only the preferred zone if it uses the
 * abbreviation; otherwise only a zone of the same continent if there is exactly one (`America/Chicago` for CST in a log of
 * `America/New_York`). Empty for an unknown abbreviation.
 */
export function zonesOfAbbreviation(abbreviation: string, preferredZone: string): readonly string[] {
	const name = normalizedName(abbreviation);
	if (UTC_ABBREVIATIONS.has(name)) {
		return ['UTC'];
	}
	const uses = usesByAbbreviation.get(name) ?? [];
	const preferred = preferredZone.toLowerCase();
	if (uses.some(use => use.zoneList.some(zone => zone.toLowerCase() === preferred))) {
		return [preferredZone];
	}
	const zones = uses.filter(use => !use.localOnly).map(use => use.zoneList[0] ?? 'UTC');
	const sameArea = zones.filter(zone => areaOf(zone) === areaOf(preferredZone));
	return sameArea.length === 1 ? sameArea : zones;
}

function normalizedName(abbreviation: string): string {
	return abbreviation.replace(/\s+/g, ' ').toUpperCase();
}

/** The first part of an IANA name, such as a continent. */
function areaOf(timeZone: string): string {
	return timeZone.slice(0, timeZone.indexOf('/'));
}

/**
 * Reads a zone abbreviation. `wallClock` is the local date and time given as if it were in UTC, in milliseconds since
 * 1970. Undefined for an unknown abbreviation.
 */
export function abbreviationInfo(
	abbreviation: string,
	preferredZone: string,
	wallClock: number | Temporal.PlainDateTime,
): AbbreviationInfo | undefined {
	const name = normalizedName(abbreviation);
	const zones = zonesOfAbbreviation(name, preferredZone);
	const timeZone = zones[0];
	if (timeZone === undefined) {
		return undefined;
	}
	if (UTC_ABBREVIATIONS.has(name)) {
		return { abbreviation: name, timeZone, isInForce: true, expected: name, offset: '+00:00', ambiguousZones: [] };
	}
	const wall = typeof wallClock === 'number' ? wallClock : wallClock.toZonedDateTime('UTC').epochMilliseconds;
	const use = usesByAbbreviation
		.get(name)
		?.find(({ zoneList }) => zoneList.some(zone => isSameZoneName(zone, timeZone)));
	const tables = [use?.names ?? {}, use?.otherNames ?? {}];
	const table = tables.find(names => Object.values(names).some(each => each.toUpperCase() === name)) ?? {};
	const offset = Object.keys(table).find(key => table[key]?.toUpperCase() === name);
	const isInForce = offset === undefined || offsetsAround(timeZone, wall).includes(offset);
	return {
		abbreviation: name,
		timeZone,
		isInForce,
		expected: isInForce
			? name
			: (table[offsetText(timeZone, wall)] ?? abbreviationAt(timeZone, firstInstantOf(timeZone, wall))),
		offset,
		ambiguousZones: zones.length > 1 ? zones : [],
	};
}

/** The offset of a local time in a zone, as text. */
function offsetText(timeZone: string, wall: number): string {
	return formatOffset(offsetAt(timeZone, firstInstantOf(timeZone, wall)));
}

/** The possible offsets of a local time in a zone; in a gap, the offsets before and after it. */
function offsetsAround(timeZone: string, wall: number): readonly string[] {
	const instants = instantsOf(timeZone, wall);
	if (instants.length > 0) {
		return instants.map(instant => formatOffset(wall - instant));
	}
	return [wall - DAY, wall + DAY].map(instant => formatOffset(offsetAt(timeZone, instant)));
}

function isSameZoneName(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
