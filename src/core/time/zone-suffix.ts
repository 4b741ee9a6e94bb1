import type { Range } from '../range.ts';
import { formatOffset, parseOffset } from './offset.ts';
import type { TimeFault } from './time-fault.ts';
import type { TokenCursor } from './time-tokens.ts';
import { MINUTE } from './units.ts';
import type { Deviation, WrittenZone } from './written-time.ts';
import { isTimeZone } from './zone-offset.ts';
import { ABBREVIATIONS } from './zones.ts';

/** An offset as written. */
export interface WrittenOffset {
	/** Milliseconds east of UTC. */
	readonly milliseconds: number;
	/** `Z` or `+02:00`. */
	readonly canonical: string;
	readonly text: string;
	readonly range: Range;
	readonly deviation: Deviation | undefined;
}

/** The zone information after a time of day. */
export interface ZoneSuffix {
	readonly offset: WrittenOffset | undefined;
	/** An abbreviation or an IANA name; in brackets also an offset (RFC 9557). */
	readonly named: WrittenZone | undefined;
	/** True for a form other than those of RFC 3339 and RFC 9557: with spaces, parentheses, or a name without brackets. */
	readonly isUnusual: boolean;
	readonly fault: TimeFault | undefined;
	readonly end: number;
}

interface OffsetPiece {
	readonly offset: WrittenOffset;
	readonly fault: TimeFault | undefined;
	/** Number of tokens. */
	readonly length: number;
}

interface NamePiece {
	readonly zone: WrittenZone;
	readonly length: number;
}

/**
 * Reads the zone after a time of day: an offset, an abbreviation, an IANA name, an offset with one of these, which may
 * contradict it (`-0400 (EDT)`, `PST (UTC-7)`), and the suffixes of RFC 9557. Does not advance if there is no zone.
 */
export function readZoneSuffix(cursor: TokenCursor): ZoneSuffix {
	let offset: OffsetPiece | undefined;
	let name: NamePiece | undefined;
	let isUnusual = false;
	while (offset === undefined || name === undefined) {
		const space = cursor.spaces();
		const bracket = cursor.isMark('(', space) ? 1 : 0;
		const from = space + bracket;
		const nextOffset = offset === undefined ? readOffset(cursor, from) : undefined;
		const nextName = nextOffset === undefined && name === undefined ? readName(cursor, from) : undefined;
		const length = nextOffset?.length ?? nextName?.length;
		if (length === undefined || (bracket === 1 && !cursor.isMark(')', from + length))) {
			break;
		}
		cursor.skip(from + length + bracket);
		isUnusual ||= bracket === 1 || (nextOffset !== undefined && space === 1) || nextName?.zone.form === 'iana';
		offset ??= nextOffset;
		name ??= nextName;
	}
	const spaced = cursor.spaces() === 1 && cursor.isMark('[', 1);
	const beforeSpace = cursor.position;
	cursor.skip(spaced ? 1 : 0);
	const suffixes = readSuffixes(cursor, name === undefined);
	if (spaced && suffixes.zone === undefined) {
		cursor.rewind(beforeSpace);
	} else {
		isUnusual ||= spaced;
	}
	const fault = offset?.fault ?? suffixes.fault;
	return { offset: offset?.offset, named: name?.zone ?? suffixes.zone, isUnusual, fault, end: cursor.previousEnd };
}

/** Reads `Z`, `+02:00`, `+0200`, `+2`, `UTC+2` or `GMT-05:00`. */
function readOffset(cursor: TokenCursor, from: number): OffsetPiece | undefined {
	const { text, start, end } = cursor.peek(from);
	if (cursor.word(from) === 'z') {
		const deviation = text === 'z' ? 'lower-case' : undefined;
		return {
			offset: { milliseconds: 0, canonical: 'Z', text, range: { start, end }, deviation },
			fault: undefined,
			length: 1,
		};
	}
	const prefix = cursor.word(from) === 'utc' || cursor.word(from) === 'gmt' ? 1 + cursor.spaces(from + 1) : 0;
	const sign = cursor.peek(from + prefix).text;
	const at = from + prefix + 1;
	if (prefix > 0 && sign === '±' && Number(cursor.peek(at).text) === 0 && cursor.isNumber(at, 1, 2)) {
		const range = { start, end: cursor.peek(at).end };
		const written = cursor.text.slice(start, range.end);
		return {
			offset: { milliseconds: 0, canonical: 'Z', text: written, range, deviation: 'short-offset' },
			fault: undefined,
			length: prefix + 2,
		};
	}
	const digits = cursor.peek(at).text;
	if ((sign !== '+' && sign !== '-' && sign !== '−') || !(cursor.isNumber(at, 1, 2) || cursor.isNumber(at, 4))) {
		return undefined;
	}
	const colon = digits.length <= 2 && cursor.isMark(':', at + 1) && cursor.isNumber(at + 2, 2);
	if (!colon && cursor.word(at + 1) === 'd') {
		// "17:05+3d" is three days later.
		return undefined;
	}
	const hours = Number(digits.slice(0, 2));
	const minutes = Number(colon ? cursor.peek(at + 2).text : digits.slice(2, 4));
	const negative = sign !== '+';
	const length = prefix + (colon ? 4 : 2);
	const range = { start, end: cursor.peek(from + length - 1).end };
	const milliseconds = (hours * 60 + minutes) * (negative ? -MINUTE : MINUTE);
	const short = prefix > 0 || sign === '−' || !colon || digits.length !== 2;
	const negativeZero = negative && milliseconds === 0;
	return {
		offset: {
			milliseconds: negativeZero ? 0 : milliseconds,
			canonical: negativeZero ? 'Z' : formatOffset(milliseconds),
			text: cursor.text.slice(range.start, range.end),
			range,
			deviation: negativeZero ? 'negative-zero-offset' : short ? 'short-offset' : undefined,
		},
		fault:
			hours > 23 || minutes > 59 ? { detail: 'an offset has hours 0 to 23 and minutes 0 to 59', range } : undefined,
		length,
	};
}

/** Reads `EST` or `America/New_York`. */
function readName(cursor: TokenCursor, from: number): NamePiece | undefined {
	if (cursor.peek(from).kind !== 'word') {
		return undefined;
	}
	let length = 1;
	while (isInZoneName(cursor, from + length)) {
		length++;
	}
	const words = longestName(cursor, from, length);
	const range = { start: cursor.peek(from).start, end: cursor.peek(from + (words ?? length) - 1).end };
	const text = cursor.text.slice(range.start, range.end);
	if (words !== undefined || isAbbreviation(text)) {
		return { zone: { form: 'abbreviation', text, range }, length: words ?? length };
	}
	// "14:03 UTC/06:03 PT": the name ends before the slash.
	const first = cursor.peek(from);
	if (length > 1 && !isTimeZone(text) && isAbbreviation(first.text)) {
		return {
			zone: { form: 'abbreviation', text: first.text, range: { start: first.start, end: first.end } },
			length: 1,
		};
	}
	return isTimeZone(text) ? { zone: { form: 'iana', text, range }, length } : undefined;
}

/** The number of tokens of a name of several words, such as "Pacific Time"; undefined if there is none. */
function longestName(cursor: TokenCursor, from: number, length: number): number | undefined {
	const start = cursor.peek(from).start;
	for (const more of [6, 4, 2]) {
		const last = cursor.peek(from + length - 1 + more);
		if (
			last.kind === 'word' &&
			ABBREVIATIONS.has(cursor.text.slice(start, last.end).replace(/\s+/g, ' ').toUpperCase())
		) {
			return length + more;
		}
	}
	return undefined;
}

/** An abbreviation of two letters must be in capitals: "et" and "mt" can be words. */
function isAbbreviation(text: string): boolean {
	const upper = text.toUpperCase();
	return ABBREVIATIONS.has(upper) && (text.length > 2 || text === upper);
}

function isInZoneName(cursor: TokenCursor, ahead: number): boolean {
	const { kind, text } = cursor.peek(ahead);
	return (
		kind === 'word' ||
		kind === 'number' ||
		(kind === 'mark' && (text === '/' || text === '_' || text === '-' || text === '+'))
	);
}

interface Suffixes {
	readonly zone: WrittenZone | undefined;
	readonly fault: TimeFault | undefined;
}

/** Reads the suffixes of RFC 9557, section 4.1: first a zone, then tags such as `u-ca=gregory`. `!` marks a critical one. */
function readSuffixes(cursor: TokenCursor, zoneAllowed: boolean): Suffixes {
	let zone: WrittenZone | undefined;
	let fault: TimeFault | undefined;
	let first = zoneAllowed;
	while (cursor.isMark('[')) {
		const critical = cursor.isMark('!', 1);
		const from = critical ? 2 : 1;
		let length = 0;
		while (cursor.peek(from + length).kind !== 'end' && !cursor.isMark(']', from + length)) {
			length++;
		}
		const range = { start: cursor.peek(from).start, end: cursor.peek(from + length).start };
		const text = cursor.text.slice(range.start, range.end);
		const isTag = text.includes('=');
		if (length === 0 || !cursor.isMark(']', from + length) || !(isTag || first)) {
			break;
		}
		if (isTag && critical && !isSupportedTag(text)) {
			fault ??= { detail: `unsupported critical suffix \`${text}\``, range };
		} else if (!isTag && !isTimeZone(text) && parseOffset(text) === undefined) {
			fault ??= { detail: `unknown time zone \`${text}\``, range };
		} else if (!isTag) {
			zone = { form: 'iana', text, range };
		}
		first = false;
		cursor.skip(from + length + 1);
	}
	return { zone, fault };
}

/** Supported are calendars equal to that of ISO 8601. */
function isSupportedTag(tag: string): boolean {
	return tag === 'u-ca=iso8601' || tag === 'u-ca=gregory';
}
