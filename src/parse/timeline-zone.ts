import type { Range } from '../core/range.ts';
import { parseOffset } from '../core/time/offset.ts';
import { isTimeZone, zonesOfAbbreviation } from '../core/time/zones.ts';
import type { Source } from './document.ts';
import type { Markdown } from './markdown.ts';
import { paragraphsOf } from './prose.ts';

/** A zone that a sentence, a heading or the head of a table gives for many times: "All times in UTC". */
export interface DeclaredZone {
	/** An IANA name, or an offset such as `+02:00`. */
	readonly timeZone: string;
	/** The zone as it is written, and its place in the document. */
	readonly text: string;
	readonly range: Range;
}

const ZONE = String.raw`(?<zone>[a-z]{2,30}(?:\/[a-z_-]{2,30}){1,2}|(?:utc|gmt)\s?[+−-]\s?\d{1,2}(?::?\d{2})?|(?:pacific|mountain|central|eastern)(?:\s(?:standard|daylight))?(?:\stime)?|[a-z]{1,5})(?![a-z])`;
const SENTENCES = [
	String.raw`\btimes?\s(?:(?:below|above|here|listed|given|shown|noted|stated|stamps)\s)?(?:(?:is|are)\s)?(?:(?:all|listed|given|shown|noted|stated|expressed|displayed)\s)?(?:in\s)?(?:the\s)?${ZONE}`,
	String.raw`\b(?:time\s?zone|tz)(?:\sis|:|\s=)?\s${ZONE}`,
].map(source => new RegExp(source, 'gi'));
/** "Timeline (UTC)", "Time, UTC", "Timeline (all times in CET)". */
const IN_HEADING = new RegExp(
	String.raw`[([,:]\s?(?:(?:all\s)?times?\s)?(?:in\s|are\s)?${ZONE}(?:\stime)?\s?[)\]]?\s*$|^${ZONE.replace('<zone>', '<first>')}\s(?:time)$`,
	'i',
);

const LONGEST_HEADING = 200;
const UNITED_STATES: Readonly<Record<string, string>> = { pacific: 'PT', mountain: 'MT', central: 'CT', eastern: 'ET' };

/** The zone that holds for the times of a part of a page: said in it, in its heading, or else anywhere on the page. */
export function findDeclaredZone(source: Source, page: Markdown, content: Range): DeclaredZone | undefined {
	const section = page.sections.find(each => each.content.start === content.start);
	return (
		zoneInSentences(source, page, content) ??
		(section && zoneInHeading(source, section.title.range)) ??
		zoneInSentences(source, page, page.range)
	);
}

function zoneInSentences(source: Source, page: Markdown, within: Range): DeclaredZone | undefined {
	for (const { start, text } of paragraphsOf(source.text, page, within)) {
		for (const pattern of SENTENCES) {
			for (const match of text.matchAll(pattern)) {
				const zone = declared(source, match.groups?.['zone'], start + match.index, match[0]);
				if (zone !== undefined) {
					return zone;
				}
			}
		}
	}
	return undefined;
}

/** The zone in a heading or in the head of a table's column. */
export function zoneInHeading(source: Source, range: Range): DeclaredZone | undefined {
	const text = source.text.slice(range.start, Math.min(range.end, range.start + LONGEST_HEADING));
	const match = IN_HEADING.exec(text);
	const { zone, first } = match?.groups ?? {};
	return match ? declared(source, zone ?? first, range.start + match.index, match[0]) : undefined;
}

function declared(source: Source, zone: string | undefined, at: number, match: string): DeclaredZone | undefined {
	const timeZone = zone === undefined ? undefined : timeZoneOf(zone, source.configuration.timeZone);
	if (zone === undefined || timeZone === undefined) {
		return undefined;
	}
	const start = at + match.lastIndexOf(zone);
	return { timeZone, text: zone, range: { start, end: start + zone.length } };
}

/** The zone that a writer names. An abbreviation comes before IANA's zone of that name: its `EST` knows no summer. */
function timeZoneOf(written: string, preferredZone: string): string | undefined {
	const american = UNITED_STATES[/^[a-z]+/i.exec(written)?.[0].toLowerCase() ?? ''];
	const abbreviation = american ?? written;
	if (american !== undefined || abbreviation === abbreviation.toUpperCase()) {
		const zone = zonesOfAbbreviation(abbreviation, preferredZone)[0];
		if (zone !== undefined) {
			return zone;
		}
	}
	const offset = /^(?:utc|gmt)\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?$/i.exec(written);
	if (offset !== null) {
		const [, sign, hours = '', minutes = '00'] = offset;
		const normal = `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
		return Number(hours) <= 14 && Number(minutes) < 60 && parseOffset(normal) !== undefined ? normal : undefined;
	}
	return written.includes('/') && isTimeZone(written) ? written : undefined;
}
