import type { Temporal } from 'temporal-polyfill';
import { type AbbreviationInfo, abbreviationInfo } from './zones.ts';

/**
 * What an abbreviation means beside an offset in canonical form, in "IST (UTC+2)": of several zones that go by it the one
 * with that offset, which leaves no doubt; else the same as without it. For the rest see `abbreviationInfo`.
 */
export function abbreviationWithOffset(
	abbreviation: string,
	offset: string | undefined,
	preferredZone: string,
	wallClock: number | Temporal.PlainDateTime,
): AbbreviationInfo | undefined {
	const first = abbreviationInfo(abbreviation, preferredZone, wallClock);
	if (offset === undefined || first === undefined || first.offset === offset) {
		return first && offset !== undefined ? { ...first, ambiguousZones: [] } : first;
	}
	for (const zone of first.ambiguousZones) {
		const other = abbreviationInfo(abbreviation, zone, wallClock);
		if (other?.offset === offset) {
			return other;
		}
	}
	return first;
}
