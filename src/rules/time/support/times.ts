import type { DocumentKind } from '../../../core/document-kind.ts';
import type { Incident, LocatedTime } from '../../../core/incident.ts';
import { type Range, within } from '../../../core/range.ts';
import { readTime } from '../../../core/time/read-time.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import { BUNDLED_SCHEMAS } from '../../../schema/bundled.ts';
import { fieldsWithMeaning } from '../../../schema/fields.ts';
import type { LogView } from '../../log-view.ts';

/** A time in a document, and the syntax that is expected of it. */
export interface DocumentTime {
	readonly at: LocatedTime;
	/** `field`: expected as RFC 3339. `prose`: a bulletin's headline or a Markdown timeline, which have their own syntax. */
	readonly form: 'field' | 'prose';
	/** True if a date without a time of day is expected. */
	readonly isDay: boolean;
	/** The native name of a field at the root of a record. */
	readonly field?: string;
}

/** Returns every time in a document: fields, updates, timelines and due dates. Rules call it through `once`. */
export function timesOf(document: LogDocument, { configuration }: LogView): readonly DocumentTime[] {
	return [...findTimes(document, configuration.timeZone)];
}

function* findTimes(document: LogDocument, timeZone: string): Iterable<DocumentTime> {
	for (const incident of document.incidents) {
		yield* incidentTimes(incident, document);
	}
	const { postmortem, data } = document;
	if (postmortem) {
		for (const [field, at] of postmortem.times) {
			yield { at, form: 'field', isDay: false, field };
		}
		yield* entryTimes(postmortem.timeline, document);
		yield* dueTimes(postmortem.actionItems, document);
	}
	for (const field of DAY_FIELDS[document.kind]) {
		const node = data?.at([field]);
		if (node && typeof node.value === 'string' && node.value.trim() !== '') {
			yield {
				at: { reading: readTime(node.value, { timeZone }), range: node.range },
				form: 'field',
				isDay: true,
				field,
			};
		}
	}
}

/** Fields at the root of a document that hold a day. */
const DAY_FIELDS: Readonly<Record<DocumentKind, readonly string[]>> = {
	incident: fieldsWithMeaning('day', BUNDLED_SCHEMAS.incident),
	postmortem: fieldsWithMeaning('day', BUNDLED_SCHEMAS.postmortem),
	bulletin: fieldsWithMeaning('day', BUNDLED_SCHEMAS.bulletin),
	configuration: fieldsWithMeaning('day', BUNDLED_SCHEMAS.configuration),
};

function* incidentTimes(incident: Incident, document: LogDocument): Iterable<DocumentTime> {
	for (const [field, at] of incident.times) {
		const isHeadline = incident.source === 'entry' && field === 'started_at';
		yield { at, form: isHeadline ? 'prose' : 'field', isDay: false, field };
	}
	yield* entryTimes(incident.updates, document);
	yield* entryTimes(incident.timeline, document);
	yield* dueTimes(incident.actionItems, document);
}

function* entryTimes(entries: Incident['timeline'], document: LogDocument): Iterable<DocumentTime> {
	for (const { at, isProse } of entries) {
		if (at) {
			yield { at, form: isProse ? 'prose' : formOf(at, document), isDay: false };
		}
	}
}

function* dueTimes(items: Incident['actionItems'], document: LogDocument): Iterable<DocumentTime> {
	for (const { due } of items) {
		if (due) {
			yield { at: due, form: formOf(due, document), isDay: true };
		}
	}
}

function formOf({ range }: LocatedTime, { data }: LogDocument): DocumentTime['form'] {
	const isInYaml = data !== undefined && data.range.start <= range.start && range.end <= data.range.end;
	return isInYaml ? 'field' : 'prose';
}

/** Returns the document range of a part of a written time. `part` counts from the start of the time's text. */
export function rangeOfPart({ reading, range }: LocatedTime, part: Range): Range {
	return within({ value: reading.text, range }, part);
}

/** Returns the text of a part of a written time. `part` counts from the start of the time's text. */
export function textOfPart({ reading }: LocatedTime, part: Range): string {
	return reading.text.slice(part.start, part.end);
}
