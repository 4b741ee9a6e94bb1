import type { Temporal } from 'temporal-polyfill';
import { type AbbreviationInfo, abbreviationInfo } from './zones.ts';

/**
 * Reads an abbreviation that is written next to an offset (in canonical form), as in "IST (UTC+2)": the offset selects one
 * of several meanings. Without a meaning of that offset, the same as `abbreviationInfo`.
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
