import type { Located } from '../range.ts';
import { abbreviationWithOffset } from './abbreviation-with-offset.ts';
import { formatOffset, parseOffset } from './offset.ts';
import type { LocalFault, OffsetMismatch, WrittenZone } from './written-time.ts';
import { firstInstantOf, instantsOf, isUtc, offsetAt, zoneName } from './zone-offset.ts';
import type { WrittenOffset, ZoneSuffix } from './zone-suffix.ts';
import type { AbbreviationInfo } from './zones.ts';

/** What a wall-clock time means, once its zone is known. Instants are in milliseconds since 1970-01-01T00:00Z. */
export interface Resolution {
	readonly timeZone: string;
	readonly first: number;
	/** Another instant than `first` where clocks were set back over the time. */
	readonly last: number;
	readonly localFault: LocalFault | undefined;
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly offsetMismatch: OffsetMismatch | undefined;
	/** `Z`, or `-04:00`: what a canonical form says of `first`. */
	readonly offset: string;
	/** The wall clock that goes with this offset, as if it were in UTC. */
	readonly canonicalWallClock: number;
	/** The zone that a canonical form keeps: `[America/New_York]`, or nothing. */
	readonly bracket: string;
}

/** The zone that a time is read in, before its offset has a say. */
interface ZoneChoice {
	readonly timeZone: string;
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly bracket: string;
}

/** `wallClock` is the local date and time given as if it were in UTC. */
export function resolveZone(suffix: ZoneSuffix | undefined, wallClock: number, logZone: string): Resolution {
	const place = chooseZone(suffix, wallClock, logZone);
	return suffix?.offset === undefined
		? byWallClock(wallClock, place)
		: byOffset(wallClock, suffix.offset, suffix.named, place);
}

function chooseZone(suffix: ZoneSuffix | undefined, wallClock: number, logZone: string): ZoneChoice {
	const { named, offset } = suffix ?? {};
	if (named?.form === 'iana') {
		const timeZone = zoneName(named.text) ?? named.text;
		return { timeZone, abbreviation: undefined, bracket: `[${timeZone}]` };
	}
	const abbreviation = named && abbreviationWithOffset(named.text, offset?.canonical, logZone, wallClock);
	return { timeZone: abbreviation?.timeZone ?? logZone, abbreviation, bracket: '' };
}

/** An offset determines the instant, independent of a zone that is also written. */
function byOffset(
	wallClock: number,
	offset: WrittenOffset,
	named: WrittenZone | undefined,
	place: ZoneChoice,
): Resolution {
	const { timeZone, abbreviation, bracket } = place;
	const instant = wallClock - offset.milliseconds;
	const inZone = named !== undefined && offsetAt(timeZone, instant) === offset.milliseconds;
	const fixed = offset.canonical === 'Z' ? 'UTC' : offset.canonical;
	return {
		timeZone: inZone ? timeZone : fixed,
		first: instant,
		last: instant,
		localFault: undefined,
		abbreviation,
		offsetMismatch: named && mismatch(offset, named, abbreviation?.offset ?? formatOffset(offsetAt(timeZone, instant))),
		offset: offset.canonical,
		canonicalWallClock: wallClock,
		bracket,
	};
}

function mismatch(offset: WrittenOffset, named: WrittenZone, expected: string): OffsetMismatch | undefined {
	// RFC 9557, section 2.2: `Z` says nothing of the local offset, so that a zone beside it contradicts nothing.
	const silent = offset.canonical === 'Z' && named.form === 'iana';
	if (silent || parseOffset(expected) === offset.milliseconds) {
		return undefined;
	}
	return { offset: located(offset), zone: located(named), expected };
}

function located({ text, range }: Pick<WrittenOffset, 'text' | 'range'>): Located<string> {
	return { value: text, range };
}

/** A time without an offset is whenever the zone's clocks show it. An abbreviation decides between two instants. */
function byWallClock(wallClock: number, { timeZone, abbreviation, bracket }: ZoneChoice): Resolution {
	const all = instantsOf(timeZone, wallClock);
	const chosen = all.filter(instant => formatOffset(wallClock - instant) === abbreviation?.offset);
	const instants = chosen.length === 0 ? all : chosen;
	const first = instants[0] ?? firstInstantOf(timeZone, wallClock);
	const offset = roundedOffset(timeZone, first);
	return {
		timeZone,
		first,
		last: instants.at(-1) ?? first,
		localFault: instants.length === 0 ? 'nonexistent' : instants.length > 1 ? 'ambiguous' : undefined,
		abbreviation,
		offsetMismatch: undefined,
		offset: isUtc(timeZone) ? 'Z' : formatOffset(offset),
		canonicalWallClock: first + offset,
		bracket,
	};
}

/** RFC 3339 has no seconds in an offset; local mean times of long ago have. */
function roundedOffset(timeZone: string, instant: number): number {
	return Math.round(offsetAt(timeZone, instant) / 60_000) * 60_000;
}
