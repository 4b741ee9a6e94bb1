import type { Range } from '../../core/range.ts';
import { LANGUAGES } from '../../vocabulary/index.ts';
import { splitWords } from '../../vocabulary/language.ts';
import { scalar } from '../model/mapped-data.ts';
import { trimmed } from '../model/ranges.ts';
import { type HeadField, type HeadForm, type HeadSource, textNode } from './head-field.ts';

/** Words that precede a date: "Outage of 26 August 2024". */
const BEFORE_DATE = 'on|of|from|am|vom|du|le|del|el|de|do|da|em|den|på|fra';
const REPORTS = alternatives(LANGUAGES.flatMap(({ reports }) => splitWords(reports)));
const KIND = String.raw`(?:(?:incident|outage|public|blameless|draft|service|major|production)\s){0,2}(?:${REPORTS})(?:\s(?:report|review|summary|analysis))?`;
/** Words before the title of a report: "Postmortem:", "Incident report -", `【障害報告】`. */
const KIND_WORDS = new RegExp(
	String.raw`^(?:${KIND}(?:\s#?\d{1,5})?\s{0,3}[:：–—-]\s{0,3}|[【\[](?:${REPORTS})[】\]]\s{0,3}(?:[:：–—-]\s{0,3})?)`,
	'iu',
);
/** `INC-0041:`, `[INC-0041]`; without a mark after it only after a usual prefix: "INC-0041 Disk full", but not "UTF-8 names". */
const ID =
	/^(?:\[(?<bracketed>[A-Z][A-Z0-9]{1,12}(?:[-_]#?\d{1,8}){1,4})\]\s{0,3}(?:[:：–—-]\s{0,3})?|(?<marked>(?!UTF|ISO|HTTP|TLS|SHA|RFC)[A-Z][A-Z0-9]{1,12}(?:[-_]#?\d{1,8}){1,4})(?:\s{0,3}[:：–—]\s{0,3}|\s{1,3}-\s{1,3})|(?<prefixed>(?:INC|INCIDENT|PM|POSTMORTEM|IR|PIR|RCA|TICKET|OUTAGE)(?:[-_]#?\d{1,8}){1,4})(?=\s|$)\s{0,3})/u;
const MONTH = alternatives(LANGUAGES.flatMap(({ months }) => months.flatMap(splitWords)));
const DATE = String.raw`\d{4}[-/.]\d\d?[-/.]\d\d?(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?(?: [A-Z]{2,5}\b| ?Z)?)?|\d{1,2}\.\d{1,2}\.\d{4}|(?:${MONTH})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th|er|º|\.)? (?:(?:of|de) )?(?:${MONTH})\.?,?(?: de)? \d{4}|\d{4}年\d{1,2}月\d{1,2}日`;
const DATE_FIRST = new RegExp(String.raw`^[(（\[]?(${DATE})[)）\]]?(?:\s{0,3}[,:：–—|-]\s{0,3}|\s{1,3}|$)`, 'iu');
const DATE_LAST = new RegExp(
	String.raw`(?:\s{0,3}[,:：–—|-]\s{0,3}|\s{1,3}(?:(?:${BEFORE_DATE})\s)?|(?=[(（\[]))[(（\[]?(${DATE})[)）\]]?$`,
	'iu',
);
/** "Incident on 2024-08-26 - disk full", "Incidente del 26 de agosto de 2024: disco lleno". */
const KIND_AND_DATE = new RegExp(
	String.raw`^${KIND}\s(?:${BEFORE_DATE})\s(${DATE})\s{0,3}(?:[:：,]|[–—-](?=\s))\s{0,3}`,
	'iu',
);
/** `[SEV-2]`, `[P0]`, `[RESOLVED]`. */
const TAG = /^\[(?:(?<severity>(?:SEV|Sev|sev|P|S)[- ]?[0-5])|[A-Za-z]{3,12})\]\s{0,3}(?:[:：–—-]\s{0,3})?/;
const MAX_TITLE_LENGTH = 500;

/** The title, date, id and severity in a line that is the title of a record. `keyRange`: of a title in front matter. */
export function* readTitle(text: string, heading: Range, keyRange?: Range): Iterable<HeadField> {
	const form: HeadForm = keyRange ? 'front-matter' : 'title';
	let rest = trimmed(text, { start: heading.start, end: Math.min(heading.end, heading.start + MAX_TITLE_LENGTH) });
	let id: Range | undefined;
	let date: Range | undefined;
	let severity: Range | undefined;
	for (let changed = true; changed && rest.end > rest.start; ) {
		changed = false;
		const written = text.slice(rest.start, rest.end);
		const tag = TAG.exec(written);
		const kind = KIND_WORDS.exec(written) ?? tag;
		if (tag?.groups?.['severity'] !== undefined) {
			severity ??= { start: rest.start + 1, end: rest.start + 1 + tag.groups['severity'].length };
		}
		const first = date ? null : (DATE_FIRST.exec(written) ?? KIND_AND_DATE.exec(written));
		const named = id ? null : ID.exec(written);
		const taken = kind ?? first ?? named;
		if (taken !== null) {
			const part = first ?? named;
			const value = taken === kind ? undefined : (part?.[1] ?? idIn(part?.groups));
			if (value !== undefined) {
				const start = rest.start + written.indexOf(value);
				const range = { start, end: start + value.length };
				if (taken === first) {
					date = range;
				} else {
					id = range;
				}
			}
			rest = trimmed(text, { start: rest.start + taken[0].length, end: rest.end });
			changed = true;
			continue;
		}
		const last = date ? null : DATE_LAST.exec(written);
		if (last?.[1] !== undefined) {
			const start = rest.start + written.lastIndexOf(last[1]);
			date = { start, end: start + last[1].length };
			rest = trimmed(text, { start: rest.start, end: rest.start + last.index });
			changed = true;
		}
	}
	const key = keyRange ?? { start: heading.start, end: heading.start };
	const make = (label: string, value: Range): HeadField => ({
		label,
		form,
		node: scalar(text.slice(value.start, value.end), value, key),
		fullRange: heading,
		isWeak: true,
		section: undefined,
	});
	if (date) {
		yield make('date', date);
	}
	if (id) {
		yield make('id', id);
	}
	if (severity) {
		yield make('severity', severity);
	}
	const node = textNode(text, rest.end > rest.start ? rest : heading, key);
	yield { ...make('title', rest), node };
}

/** Words longest first, so that none hides a longer one. The space of a phrase can also be a hyphen or an apostrophe. */
function alternatives(words: readonly string[]): string {
	return [...words]
		.sort((a, b) => b.length - a.length)
		.map(word => word.replaceAll(' ', String.raw`[\s'’-]`))
		.join('|');
}

function idIn(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
	return groups?.['bracketed'] ?? groups?.['marked'] ?? groups?.['prefixed'];
}

/** The title of a page: its first heading. */
export function* readFirstHeading({ text, page }: HeadSource): Iterable<HeadField> {
	const heading = page?.sections[0]?.title.range;
	if (heading && heading.end > heading.start) {
		yield* readTitle(text, heading);
	}
}
