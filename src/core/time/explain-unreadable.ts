import { formatUtc } from './format.ts';
import { readTime, type TimeContext } from './read-time.ts';
import { readTimeRange, type TimeRange } from './read-time-range.ts';
import type { WrittenTime } from './written-time.ts';

/** The likely meaning of a text that is not a time. */
export type UnreadableKind =
	| { readonly kind: 'range'; readonly range: TimeRange }
	/** Day or month first. */
	| { readonly kind: 'either-order'; readonly dayFirst: WrittenTime; readonly monthFirst: WrittenTime }
	/** Seconds or milliseconds since 1970. */
	| { readonly kind: 'epoch'; readonly canonical: string }
	| { readonly kind: 'odd-character'; readonly name: string; readonly canonical: string | undefined };

/** In seconds since 1970: the first second of 2001 and of 2100. */
const MIN_EPOCH = 978_307_200;
const MAX_EPOCH = 4_102_444_800;
const EPOCH = /^(?:<t:)?(\d{10}(?:\d{3})?)(?::[a-zA-Z])?>?$/;

/** Invisible characters and look-alikes of characters in times, with their replacements. */
const ODD_CHARACTERS: ReadonlyMap<string, readonly [name: string, meant: string]> = new Map([
	['\u2010', ['hyphen', '-']],
	['\u2011', ['non-breaking hyphen', '-']],
	['\u2012', ['figure dash', '-']],
	['\u2013', ['en dash', '-']],
	['\u2014', ['em dash', '-']],
	['\u2212', ['minus sign', '-']],
	['\uff0d', ['fullwidth hyphen', '-']],
	['\uff1a', ['fullwidth colon', ':']],
	['\u2236', ['ratio', ':']],
	['\u200b', ['zero-width space', '']],
	['\u200c', ['zero-width non-joiner', '']],
	['\u200d', ['zero-width joiner', '']],
	['\u200e', ['left-to-right mark', '']],
	['\u200f', ['right-to-left mark', '']],
	['\u202a', ['left-to-right embedding', '']],
	['\u202c', ['pop directional formatting', '']],
	['\u2060', ['word joiner', '']],
	['\ufeff', ['byte-order mark', '']],
	['\u00ad', ['soft hyphen', '']],
	['\u2007', ['figure space', ' ']],
	['\u3000', ['ideographic space', ' ']],
]);

/** Finds the first look-alike or invisible character of a text, such as "U+2011 (non-breaking hyphen)". `plain`: the text with all of them replaced. */
export function findOddCharacter(text: string): { readonly name: string; readonly plain: string } | undefined {
	let name: string | undefined;
	let plain = '';
	for (const character of text) {
		const [found, meant] = ODD_CHARACTERS.get(character) ?? [];
		if (found !== undefined) {
			const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
			name ??= `U+${code} (${found})`;
		}
		plain += meant ?? character;
	}
	return name === undefined ? undefined : { name, plain };
}

/** Whether a text is a number of seconds or milliseconds since 1970, in this century. */
export function isEpochText(text: string): boolean {
	return epochSeconds(text) !== undefined;
}

function epochSeconds(text: string): number | undefined {
	const epoch = Number(EPOCH.exec(text)?.[1]);
	const seconds = epoch > MAX_EPOCH ? epoch / 1000 : epoch;
	return seconds >= MIN_EPOCH && seconds <= MAX_EPOCH ? seconds : undefined;
}

/** Returns the likely meaning of a text that `readTime` rejects; undefined if it is unknown. */
export function explainUnreadable(text: string, context: TimeContext): UnreadableKind | undefined {
	const value = text.trim();
	const seconds = epochSeconds(value);
	if (seconds !== undefined) {
		return { kind: 'epoch', canonical: formatUtc(seconds * 1000) };
	}
	const [dayFirst, monthFirst] = (['day-first', 'month-first'] as const).map(dateOrder =>
		readTime(value, { ...context, dateOrder }),
	);
	if (dayFirst?.ok && monthFirst?.ok) {
		return { kind: 'either-order', dayFirst, monthFirst };
	}
	const range = readTimeRange(value, context);
	if (range !== undefined) {
		return { kind: 'range', range };
	}
	const odd = findOddCharacter(value);
	if (odd !== undefined) {
		const reading = readTime(odd.plain, context);
		return { kind: 'odd-character', name: odd.name, canonical: reading.ok ? reading.canonical : undefined };
	}
	return undefined;
}
