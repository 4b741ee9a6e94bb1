import type { Located } from '../range.ts';
import { abbreviationWithOffset } from './abbreviation-with-offset.ts';
import { formatOffset, parseOffset } from './offset.ts';
import { MINUTE } from './units.ts';
import type { LocalFault, OffsetMismatch, WrittenZone } from './written-time.ts';
import { firstInstantOf, instantsOf, isUtc, offsetAt, zoneName } from './zone-offset.ts';
import type { WrittenOffset, ZoneSuffix } from './zone-suffix.ts';
import type { AbbreviationInfo } from './zones.ts';

/** A wall-clock time resolved in its zone. Instants are in milliseconds since 1970-01-01T00:00Z. */
export interface Resolution {
	readonly timeZone: string;
	readonly first: number;
	/** Differs from `first` if clocks were set back over the time, so that it occurred twice. */
	readonly last: number;
	readonly localFault: LocalFault | undefined;
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly offsetMismatch: OffsetMismatch | undefined;
	/** The offset of `first` in canonical form: `Z` or `-04:00`. */
	readonly offset: string;
	/** The local date and time at this offset, given as if it were in UTC. */
	readonly canonicalWallClock: number;
	/** The zone in canonical form, `[America/New_York]`; empty if no IANA name was written. */
	readonly bracket: string;
}

/** The zone of a time, before a written offset is considered. */
interface ZoneChoice {
	readonly timeZone: string;
	readonly abbreviation: AbbreviationInfo | undefined;
	readonly bracket: string;
}

/** `wallClock` is the local date and time given as if it were in UTC. */
export function resolveZone(suffix: ZoneSuffix | undefined, wallClock: number, logZone: string): Resolution {
	const choice = chooseZone(suffix, wallClock, logZone);
	return suffix?.offset === undefined
		? resolveByWallClock(wallClock, choice)
		: resolveByOffset(wallClock, suffix.offset, suffix.named, choice);
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
function resolveByOffset(
	wallClock: number,
	offset: WrittenOffset,
	named: WrittenZone | undefined,
	choice: ZoneChoice,
): Resolution {
	const { timeZone, abbreviation, bracket } = choice;
	const instant = wallClock - offset.milliseconds;
	const inZone = named !== undefined && offsetAt(timeZone, instant) === offset.milliseconds;
	const fixed = offset.canonical === 'Z' ? 'UTC' : offset.canonical;
	return {
		timeZone: inZone ? timeZone : fixed,
		first: instant,
		last: instant,
		localFault: undefined,
		abbreviation,
		offsetMismatch:
			named && findMismatch(offset, named, abbreviation?.offset ?? formatOffset(offsetAt(timeZone, instant))),
		offset: offset.canonical,
		canonicalWallClock: wallClock,
		bracket,
	};
}

function findMismatch(offset: WrittenOffset, named: WrittenZone, expected: string): OffsetMismatch | undefined {
	// RFC 9557, section 2.2: with `Z` the local offset is unknown, so that it does not contradict a zone.
	const isUnknownOffset = offset.canonical === 'Z' && named.form === 'iana';
	if (isUnknownOffset || parseOffset(expected) === offset.milliseconds) {
		return undefined;
	}
	return { offset: located(offset), zone: located(named), expected };
}

function located({ text, range }: Pick<WrittenOffset, 'text' | 'range'>): Located<string> {
	return { value: text, range };
}

/** Without an offset, the wall clock of the zone determines the instant. An abbreviation decides between two instants. */
function resolveByWallClock(wallClock: number, { timeZone, abbreviation, bracket }: ZoneChoice): Resolution {
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

/** Rounded to minutes: RFC 3339 has no seconds in an offset, but historical local mean times do. */
function roundedOffset(timeZone: string, instant: number): number {
	return Math.round(offsetAt(timeZone, instant) / MINUTE) * MINUTE;
}
