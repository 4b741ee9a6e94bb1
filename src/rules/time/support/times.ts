import type { DocumentKind } from '../../../core/document-kind.ts';
import type { Incident, LocatedTime } from '../../../core/incident.ts';
import { type Range, within } from '../../../core/range.ts';
import { readTime } from '../../../core/time/read-time.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import { BUNDLED_SCHEMAS } from '../../../schema/bundled.ts';
import { fieldsMeaning } from '../../../schema/fields.ts';

/** A time of a document, and what is expected of it there. */
export interface TimePlace {
	readonly at: LocatedTime;
	/** `field`: RFC 3339 belongs there. `prose`: a bulletin's headline, a timeline in Markdown: it has its own grammar. */
	readonly form: 'field' | 'prose';
	/** True where a day without a time of day is what belongs there. */
	readonly day: boolean;
}

/** What the last answer was, and to whom: a dozen rules ask of one document, one after the other. */
let known: { readonly document: LogDocument; readonly timeZone: string; readonly times: TimePlace[] } | undefined;

/** Every time that a document tells, wherever it stands. `timeZone` is the log's own. */
export function timesOf(document: LogDocument, timeZone: string): readonly TimePlace[] {
	if (known?.document !== document || known.timeZone !== timeZone) {
		known = { document, timeZone, times: [...findTimes(document, timeZone)] };
	}
	return known.times;
}

function* findTimes(document: LogDocument, timeZone: string): Iterable<TimePlace> {
	for (const incident of document.incidents) {
		yield* incidentTimes(incident, document);
	}
	const { postmortem, data } = document;
	if (postmortem) {
		yield* entryTimes(postmortem.timeline, document);
		yield* dueTimes(postmortem.actionItems, document);
	}
	for (const field of DAY_FIELDS[document.kind]) {
		const node = data?.at([field]);
		if (node && typeof node.value === 'string' && node.value.trim() !== '') {
			yield { at: { reading: readTime(node.value, { timeZone }), range: node.range }, form: 'field', day: true };
		}
	}
}

/** Fields that hold a day, at the root of a document. */
const DAY_FIELDS: Readonly<Record<DocumentKind, readonly string[]>> = {
	incident: fieldsMeaning('day', BUNDLED_SCHEMAS.incident),
	postmortem: fieldsMeaning('day', BUNDLED_SCHEMAS.postmortem),
	bulletin: fieldsMeaning('day', BUNDLED_SCHEMAS.bulletin),
	configuration: fieldsMeaning('day', BUNDLED_SCHEMAS.configuration),
};

function* incidentTimes(incident: Incident, document: LogDocument): Iterable<TimePlace> {
	for (const [field, at] of incident.times) {
		const isHeadline = incident.source === 'entry' && field === 'started_at';
		yield { at, form: isHeadline ? 'prose' : 'field', day: false };
	}
	yield* entryTimes(incident.updates, document);
	yield* entryTimes(incident.timeline, document);
	yield* dueTimes(incident.actionItems, document);
}

function* entryTimes(entries: Incident['timeline'], document: LogDocument): Iterable<TimePlace> {
	for (const { at } of entries) {
		if (at) {
			yield { at, form: formOf(at, document), day: false };
		}
	}
}

function* dueTimes(items: Incident['actionItems'], document: LogDocument): Iterable<TimePlace> {
	for (const { due } of items) {
		if (due) {
			yield { at: due, form: formOf(due, document), day: true };
		}
	}
}

function formOf({ range }: LocatedTime, { data }: LogDocument): TimePlace['form'] {
	const inYaml = data !== undefined && data.range.start <= range.start && range.end <= data.range.end;
	return inYaml ? 'field' : 'prose';
}

/** Where a part of a written time stands in the document. `part` counts from the start of the time's text. */
export function placeWithin({ reading, range }: LocatedTime, part: Range): Range {
	return within({ value: reading.text, range }, part);
}

/** The text of a part of a written time. */
export function partOf({ reading }: LocatedTime, part: Range): string {
	return reading.text.slice(part.start, part.end);
}
