import type { DeclaredZone } from '../../core/incident.ts';
import type { Located, Range } from '../../core/range.ts';
import { abbreviationWithOffset } from '../../core/time/abbreviation-with-offset.ts';
import { ABBREVIATIONS, isTimeZone, zonesOfAbbreviation } from '../../core/time/zones.ts';
import { LANGUAGES } from '../../vocabulary/index.ts';
import { splitWords } from '../../vocabulary/language.ts';
import { paragraphsOf } from '../markdown/prose.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Source } from '../model/document.ts';

const ZONE = String.raw`(?<zone>[a-z]{2,30}(?:\/[a-z_-]{2,30}){1,2}|(?:utc|gmt)\s?[+−-]\s?\d{1,2}(?::?\d{2})?|(?:western|central|eastern)\seuropean(?:\s(?:standard|summer))?(?:\stime)?|(?:us\s)?(?:pacific|mountain|central|eastern)(?:\s(?:standard|daylight))?(?:\stime)?|[a-z]{1,5})(?![a-z])`;
/** The sentences of all languages: "All times are in {zone}", "Alle Zeiten in {zone}". */
const SENTENCES = LANGUAGES.flatMap(({ zoneSentences }) => splitWords(zoneSentences)).map(
	sentence => new RegExp(patternOf(sentence), 'gi'),
);
const TIME_HEADS = LANGUAGES.flatMap(({ timeHeads }) => splitWords(timeHeads)).join('|');
/** "Timeline (UTC)", "Time, UTC", "Timeline — UTC", "Timeline in CET", "UTC 时间". */
const IN_HEADING = new RegExp(
	String.raw`(?:[([（［,:：—–]|\bin)\s?${ZONE}(?:\stime)?\s?[)\]）］]?[\s*]*$|^[\s*]*${ZONE.replace('<zone>', '<first>')}(?:\s?(?:${TIME_HEADS}))?[\s*]*$`,
	'iu',
);

/** The source of a regular expression for a sentence in the notation of `Language.zoneSentences`. */
function patternOf(sentence: string): string {
	// Chinese and Japanese do not separate words.
	const isSpaced = /^[[(]?[a-z]/.test(sentence);
	const gap = isSpaced ? '[\\s:=]{1,3}' : '[\\s:：=]{0,3}';
	const pattern = sentence
		.replace(/\[([^[\]]*)\]( ?)/g, (_, words: string, space: string) => `(?:(?:${words})${space})?`)
		.replace(/\((?!\?)/g, '(?:')
		.replace('{zone}', isSpaced ? '{zone}' : ' {zone}');
	return (isSpaced ? '\\b' : '') + pattern.replaceAll(' ', gap).replace('{zone}', ZONE);
}
/** An offset next to a zone: "PST (UTC-7)", "CET, GMT+1". */
const OFFSET_BESIDE = /[ \t]?[(,]?[ \t]?((?:utc|gmt)[ ]?[+−-][ ]?\d{1,2}(?::?\d{2})?)(?!\d)/iy;
const OFFSET = /^(?:utc|gmt)\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?$/i;

const MAX_HEADING_LENGTH = 200;
const UNITED_STATES: Readonly<Record<string, string>> = { pacific: 'PT', mountain: 'MT', central: 'CT', eastern: 'ET' };
const EUROPE: Readonly<Record<string, string>> = { western: 'WET', central: 'CET', eastern: 'EET' };

/**
 * What every zone in a sentence has: an abbreviation, an IANA name, or a word of `UNITED_STATES` and `EUROPE`. Few texts
 * have one, and the patterns of sentences are slow.
 */
const ZONE_HINT = new RegExp(
	String.raw`\b(?:${[...ABBREVIATIONS].filter(name => !/[^A-Z]/.test(name)).join('|')})\b|[A-Za-z]/[A-Z]|utc|[Pp]acific|[Mm]ountain|[Cc]entral|[Ee]astern|[Ww]estern`,
);

/** The zones declared on one page. Searches the sentences of the whole page once, however many parts it has. */
export class DeclaredZones {
	readonly #source: Source;
	readonly #page: Markdown;
	/** Undefined before the search. */
	#onPage: { readonly zone: DeclaredZone | undefined } | undefined;

	constructor(source: Source, page: Markdown) {
		this.#source = source;
		this.#page = page;
	}

	/** Returns the zone declared for a part of the page: in it, in its heading `title`, or elsewhere on the page. */
	find(content: Range, title?: Range): DeclaredZone | undefined {
		return (
			zoneInSentences(this.#source, this.#page, content) ?? (title && zoneInHeading(this.#source, title)) ?? this.onPage
		);
	}

	/** The first zone declared in a sentence of the page. */
	get onPage(): DeclaredZone | undefined {
		this.#onPage ??= { zone: zoneInSentences(this.#source, this.#page, this.#page.range) };
		return this.#onPage.zone;
	}
}

function zoneInSentences(source: Source, page: Markdown, within: Range): DeclaredZone | undefined {
	if (!ZONE_HINT.test(source.text.slice(within.start, within.end))) {
		return undefined;
	}
	for (const { start, text } of paragraphsOf(source.text, page, within)) {
		const zone = zoneInText(source, text, start);
		if (zone !== undefined) {
			return zone;
		}
	}
	return undefined;
}

/** The zone of the first sentence in a text that declares one. `start` is the offset of the text in the source. */
function zoneInText(source: Source, text: string, start: number): DeclaredZone | undefined {
	let first: DeclaredZone | undefined;
	for (const pattern of ZONE_HINT.test(text) ? SENTENCES : []) {
		for (const match of text.matchAll(pattern)) {
			const zone = declared(source, match.groups?.['zone'], start + match.index, match[0]);
			if (zone !== undefined && (first === undefined || zone.range.start < first.range.start)) {
				first = zone;
			}
		}
	}
	return first;
}

/** Returns the zone in a heading or a column header. */
export function zoneInHeading(source: Source, range: Range): DeclaredZone | undefined {
	const text = source.text.slice(range.start, Math.min(range.end, range.start + MAX_HEADING_LENGTH));
	const match = IN_HEADING.exec(text);
	const { zone, first } = match?.groups ?? {};
	return (
		zoneInText(source, text, range.start) ??
		(match ? declared(source, zone ?? first, range.start + match.index, match[0]) : undefined)
	);
}

function declared(source: Source, zone: string | undefined, at: number, match: string): DeclaredZone | undefined {
	const timeZone = zone === undefined ? undefined : timeZoneOf(zone, source.configuration.timeZone);
	if (zone === undefined || timeZone === undefined) {
		return undefined;
	}
	const start = at + match.lastIndexOf(zone);
	const range = { start, end: start + zone.length };
	const offset = offsetBeside(source.text, range.end);
	return {
		timeZone: offset ? zoneBeside(zone, offset.value, source.configuration.timeZone) : timeZone,
		text: zone,
		range,
		offset,
	};
}

/** The zone with that name and the offset next to it. Otherwise the offset takes precedence, as in a single time. */
function zoneBeside(written: string, offset: string, preferredZone: string): string {
	const meant = abbreviationWithOffset(written, offset, preferredZone, 0);
	return meant?.offset === offset ? meant.timeZone : offset;
}

function offsetBeside(text: string, at: number): Located<string> | undefined {
	OFFSET_BESIDE.lastIndex = at;
	const match = OFFSET_BESIDE.exec(text);
	const value = match?.[1] && offsetOf(match[1]);
	if (!match?.[1] || !value) {
		return undefined;
	}
	const end = at + match[0].length;
	return { value, range: { start: end - match[1].length, end } };
}

/** The zone of a name. An abbreviation takes precedence over the IANA zone of that name: `EST` of IANA has no summer time. */
function timeZoneOf(written: string, preferredZone: string): string | undefined {
	const word = /^(?:us\s)?([a-z]+)/i.exec(written)?.[1]?.toLowerCase() ?? '';
	const inWords = (/european/i.test(written) ? EUROPE : UNITED_STATES)[word];
	const abbreviation = inWords ?? (word === 'utc' && written.length === 3 ? 'UTC' : written);
	if (abbreviation === abbreviation.toUpperCase()) {
		const zone = zonesOfAbbreviation(abbreviation, preferredZone)[0];
		if (zone !== undefined) {
			return zone;
		}
	}
	return offsetOf(written) ?? (written.includes('/') && isTimeZone(written) ? written : undefined);
}

/** `+02:00` for "UTC+2". */
function offsetOf(written: string): string | undefined {
	const [, sign, hours = '', minutes = '00'] = OFFSET.exec(written) ?? [];
	if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) {
		return undefined;
	}
	return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}
