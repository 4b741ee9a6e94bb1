import type { Temporal } from 'temporal-polyfill';
import { ABBREVIATION_USES, type AbbreviationUse } from './abbreviations.ts';
import { formatOffset } from './offset.ts';
import { DAY, firstInstantOf, instantsOf, offsetAt } from './zone-offset.ts';

export { epochDayAt, isoDay, isTimeZone, offsetAt, startOfDay, zonePlace } from './zone-offset.ts';

interface Use extends AbbreviationUse {
	readonly zoneList: readonly string[];
}

const usesByZone = new Map<string, Use[]>();
const usesByAbbreviation = new Map<string, Use[]>();
const UTC_ABBREVIATIONS: ReadonlySet<string> = new Set(['UTC', 'GMT', 'Z', 'UCT', 'ZULU']);

for (const row of ABBREVIATION_USES) {
	const use: Use = { ...row, zoneList: row.zones.trim().split(/\s+/) };
	for (const zone of use.zoneList) {
		append(usesByZone, zone.toLowerCase(), use);
	}
	for (const abbreviation of new Set([
		...Object.values(use.names),
		...(use.generic === undefined ? [] : [use.generic]),
	])) {
		append(usesByAbbreviation, abbreviation.toUpperCase(), use);
	}
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list === undefined) {
		map.set(key, [value]);
	} else {
		list.push(value);
	}
}

/** Every abbreviation that is understood, in upper case. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([...UTC_ABBREVIATIONS, ...usesByAbbreviation.keys()]);

/** The abbreviation that a zone uses at an instant (milliseconds since 1970): "EDT"; its offset (`-03:00`) where it has none. */
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

/** What an abbreviation means at a wall-clock time. */
export interface AbbreviationInfo {
	/** In upper case. */
	readonly abbreviation: string;
	/** The IANA zone that it is read in. */
	readonly timeZone: string;
	/** Whether that zone's clocks go by it then: EST does not in August. */
	readonly inForce: boolean;
	/** The abbreviation that they go by. Where clocks are being set back or forward, the written one if it is one of the two. */
	readonly expected: string;
	/** The offset that the abbreviation itself stands for, such as `-05:00`; undefined for one of both seasons, such as `ET`. */
	readonly offset: string | undefined;
	/** One zone for each other meaning that is as likely, the one that was chosen first; empty where there is no doubt. */
	readonly ambiguousZones: readonly string[];
}

/**
 * The IANA zones that an abbreviation can be read in, one for each of its meanings. The preferred zone comes alone where
 * the abbreviation is used there; so does a zone of the same part of the world (`America/Chicago` for CST in a log of
 * `America/New_York`). Empty for a word that is no abbreviation.
 */
export function zonesOfAbbreviation(abbreviation: string, preferredZone: string): readonly string[] {
	const name = abbreviation.toUpperCase();
	if (UTC_ABBREVIATIONS.has(name)) {
		return ['UTC'];
	}
	const uses = usesByAbbreviation.get(name) ?? [];
	const preferred = preferredZone.toLowerCase();
	if (uses.some(use => use.zoneList.some(zone => zone.toLowerCase() === preferred))) {
		return [preferredZone];
	}
	const zones = uses.filter(use => !use.localOnly).map(use => use.zoneList[0] ?? 'UTC');
	const near = zones.filter(zone => areaOf(zone) === areaOf(preferredZone));
	return near.length === 1 ? near : zones;
}

function areaOf(timeZone: string): string {
	return timeZone.slice(0, timeZone.indexOf('/'));
}

/**
 * Reads a zone abbreviation. `wallClock` is the local date and time given as if it were in UTC, in milliseconds since
 * 1970. Undefined for a word that is no abbreviation in use.
 */
export function abbreviationInfo(
	abbreviation: string,
	preferredZone: string,
	wallClock: number | Temporal.PlainDateTime,
): AbbreviationInfo | undefined {
	const name = abbreviation.toUpperCase();
	const zones = zonesOfAbbreviation(name, preferredZone);
	const timeZone = zones[0];
	if (timeZone === undefined) {
		return undefined;
	}
	if (UTC_ABBREVIATIONS.has(name)) {
		return { abbreviation: name, timeZone, inForce: true, expected: name, offset: '+00:00', ambiguousZones: [] };
	}
	const wall = typeof wallClock === 'number' ? wallClock : wallClock.toZonedDateTime('UTC').epochMilliseconds;
	const use = usesByAbbreviation
		.get(name)
		?.find(({ zoneList }) => zoneList.some(zone => isSameZoneName(zone, timeZone)));
	const offset = Object.keys(use?.names ?? {}).find(key => use?.names[key]?.toUpperCase() === name);
	const inForce = offset === undefined || offsetsAround(timeZone, wall).includes(offset);
	return {
		abbreviation: name,
		timeZone,
		inForce,
		expected: inForce ? name : abbreviationAt(timeZone, firstInstantOf(timeZone, wall)),
		offset,
		ambiguousZones: zones.length > 1 ? zones : [],
	};
}

/** The offsets that a wall-clock time can have in a zone; in a gap those on both sides of it. */
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
