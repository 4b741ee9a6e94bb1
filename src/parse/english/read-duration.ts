import type { Located } from '../../core/range.ts';
import type { DurationRange } from '../../core/time/duration.ts';
import { TokenCursor } from '../../core/time/time-tokens.ts';
import { type Amount, LETTER_UNITS, NUMBER_WORDS, UNITS, VAGUE_WORDS } from './duration-words.ts';
import { readAmount, skipWords } from './read-amount.ts';

/** The minutes of a phrase or of a part of it. */
interface Span {
	readonly min: number;
	readonly max: number;
	readonly isVague: boolean;
	/** Minutes of the last unit. The next unit must be smaller, as in "1 hour 48 minutes". */
	readonly unit: number;
}

/** The qualifying words before a phrase. */
interface Qualifier {
	readonly kind: 'none' | 'about' | 'below' | 'between';
	readonly start: number;
}

/** In UTF-16 code units. */
const MAX_PHRASE = 160;
const MAX_QUALIFIER = 32;

const FIRST_WORDS = ['an?', 'half', 'quarter', ...VAGUE_WORDS.keys(), ...NUMBER_WORDS.keys()].join('|');
/**
 * The start of a phrase. Digits after a letter, a point, a slash, a colon or a sign belong to a version, a date, a time of
 * day or a price.
 */
const FIRST = new RegExp(
	`(?<![\\w.,:/#$€£+%-])(?:\\d|[½¼¾])|(?<![\\w-])(?:(?:${FIRST_WORDS})(?!\\w)|P(?=T?\\d))`,
	'gi',
);

/** Tested first: a duration has the word of a unit, or a letter of one after its number, and most sentences have neither. */
const PART_OF_DURATION = new RegExp(
	`[\\d½¼¾]\\+?(?:[smhd]|[\\s-]+h)(?![a-z])|(?:^|[^a-z])(?:${[...UNITS.keys()].join('|')})(?![a-z])`,
	'i',
);
const ISO_DURATION_START = /PT?\d/;

/** ISO 8601-1, section 5.5.2, without months and years, which have no fixed length. */
const ISO_DURATION = /P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?)(?!\w)/y;

const ABOUT =
	'about|approx\\.?|approximately|around|roughly|ca\\.?|circa|nearly|almost|close to|over|more than|at least|longer than|upwards? of';
const BELOW = 'under|less than|up to|at most|no more than|not quite|within';
const QUALIFIER = new RegExp(
	`(?<!\\w)(?:(?:just|slightly|well|a little|a bit) )?(?:(?<about>${ABOUT})|(?<below>${BELOW})|(?<between>between))\\s$|(?<tilde>[~≈]) ?$`,
	'i',
);

/**
 * Finds the durations in a text: "3-4 hours", "an hour and a half", "1h 50m", `PT4H12M`. A range includes qualifying words
 * ("about 90 minutes"). One pass with a bounded lookahead at each possible start.
 */
export function findDurations(text: string): Located<DurationRange>[] {
	const found: Located<DurationRange>[] = [];
	if (!PART_OF_DURATION.test(text) && !ISO_DURATION_START.test(text)) {
		return found;
	}
	FIRST.lastIndex = 0;
	for (let match = FIRST.exec(text); match !== null; match = FIRST.exec(text)) {
		const phrase = readIsoDuration(text, match.index) ?? readPhrase(text, match.index);
		if (phrase !== undefined) {
			found.push(phrase);
			FIRST.lastIndex = phrase.range.end;
		}
	}
	return found;
}

function readIsoDuration(text: string, start: number): Located<DurationRange> | undefined {
	ISO_DURATION.lastIndex = start;
	const match = ISO_DURATION.exec(text);
	if (match === null || match[0].length < 3 || match[0].endsWith('T')) {
		return undefined;
	}
	const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(part => Number(part ?? 0));
	const total = weeks * 10_080 + days * 1440 + hours * 60 + minutes + seconds / 60;
	return located({ min: total, max: total, isVague: false, unit: 1 }, start, start + match[0].length);
}

function readPhrase(text: string, start: number): Located<DurationRange> | undefined {
	const cursor = new TokenCursor(text, start, Math.min(text.length, start + MAX_PHRASE));
	const qualifier = qualifierBefore(text, start);
	const between = qualifier.kind === 'between';
	const span = readSpanRange(cursor, between);
	// "Between 9h and …", `877d1f`, "14h30": a time of day or a hash.
	if (span === undefined || (between && span.min === span.max) || isGlued(text, cursor.previousEnd)) {
		return undefined;
	}
	const isVague = span.isVague || qualifier.kind === 'about' || qualifier.kind === 'below' || skipOrSo(cursor);
	const min = qualifier.kind === 'below' ? 0 : span.min;
	return located({ ...span, min, isVague }, qualifier.start, cursor.previousEnd);
}

function isGlued(text: string, end: number): boolean {
	return /\w/.test(text.charAt(end));
}

function located({ min, max, isVague }: Span, start: number, end: number): Located<DurationRange> {
	return { value: { minMinutes: min, maxMinutes: max, isApproximate: isVague }, range: { start, end } };
}

function qualifierBefore(text: string, start: number): Qualifier {
	const from = Math.max(0, start - MAX_QUALIFIER);
	const match = QUALIFIER.exec(text.slice(from, start));
	if (match === null) {
		return { kind: 'none', start };
	}
	const { below, between } = match.groups ?? {};
	const kind = below !== undefined ? 'below' : between !== undefined ? 'between' : 'about';
	return { kind, start: from + match.index };
}

/** "or so", "or more", "-ish". */
function skipOrSo(cursor: TokenCursor): boolean {
	return ['so', 'more', 'less'].some(word => skipWords(cursor, 'or', word)) || skipWords(cursor, 'ish');
}

/** "1 hour 48 minutes", "30 minutes to an hour". */
function readSpanRange(cursor: TokenCursor, between: boolean): Span | undefined {
	const low = readSpan(cursor, between);
	const position = cursor.position;
	if (low === undefined || !skipRangeSeparator(cursor, between)) {
		return low;
	}
	const high = readSpan(cursor, false);
	if (high === undefined || high.max < low.min) {
		cursor.rewind(position);
		return low;
	}
	return { min: low.min, max: high.max, isVague: low.isVague || high.isVague, unit: high.unit };
}

/** "1 hour, 48 minutes and 5 seconds", "an hour and a half". */
function readSpan(cursor: TokenCursor, between: boolean): Span | undefined {
	let span = readMeasure(cursor, between);
	while (span !== undefined) {
		if (skipWords(cursor, 'and', 'a', 'half')) {
			const { min, max, isVague, unit } = span;
			return { min: min + unit / 2, max: max + unit / 2, isVague, unit };
		}
		const position = cursor.position;
		skipJoint(cursor, between);
		const next = readMeasure(cursor, false);
		if (next === undefined || next.max >= span.unit) {
			cursor.rewind(position);
			return span;
		}
		span = {
			min: span.min + next.min,
			max: span.max + next.max,
			isVague: span.isVague || next.isVague,
			unit: next.unit,
		};
	}
	return undefined;
}

/** Skips the joint between parts of a duration. After "between", the word "and" is not a joint. */
function skipJoint(cursor: TokenCursor, between: boolean): void {
	if (cursor.isMark(',')) {
		cursor.skip();
	}
	cursor.skip(cursor.spaces());
	if (!between && cursor.word() === 'and') {
		cursor.skip(1 + cursor.spaces(1));
	}
}

/** "90 minutes", "3-4 hours", "90+ minutes", "5-minute", "1h". */
function readMeasure(cursor: TokenCursor, between: boolean): Span | undefined {
	const low = readAmount(cursor);
	if (low === undefined) {
		return undefined;
	}
	const position = cursor.position;
	const second = skipRangeSeparator(cursor, between) ? readAmount(cursor) : undefined;
	const high = second !== undefined && second.max >= low.min ? second : low;
	if (high === low) {
		cursor.rewind(position);
	}
	const more = cursor.isMark('+');
	cursor.skip(more ? 1 : 0);
	const unit = readUnit(cursor, high);
	if (unit === undefined) {
		return undefined;
	}
	return { min: low.min * unit, max: high.max * unit, isVague: more || low.isVague || high.isVague, unit };
}

/** Minutes of the unit that follows an amount. */
function readUnit(cursor: TokenCursor, { isInDigits, max }: Amount): number | undefined {
	const gap = cursor.isMark('-') ? 1 : cursor.spaces();
	const word = cursor.word(gap);
	const letter = isInDigits && (gap === 0 || word === 'h') ? LETTER_UNITS.get(cursor.peek(gap).text) : undefined;
	const unit = UNITS.get(word) ?? letter;
	// In "a second outage", "second" is an ordinal. "1400 hours" is a time of day.
	const isOrdinal = word === 'second' && !isInDigits && max === 1;
	if (unit === undefined || isOrdinal || (unit === 60 && max >= 1000)) {
		return undefined;
	}
	cursor.skip(gap + 1);
	return unit;
}

/** "-", "–", " to ", " or "; after "between" also " and ". */
function skipRangeSeparator(cursor: TokenCursor, between: boolean): boolean {
	const space = cursor.spaces();
	const mark = cursor.peek(space).text;
	if (mark === '-' || mark === '–' || mark === '—') {
		cursor.skip(space + 1);
		cursor.skip(cursor.spaces());
		return true;
	}
	const word = cursor.word(1);
	if (space === 1 && cursor.spaces(2) === 1 && (word === 'to' || word === 'or' || (between && word === 'and'))) {
		cursor.skip(3);
		return true;
	}
	return false;
}
