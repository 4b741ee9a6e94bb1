import {
	INCIDENT_KINDS,
	type Incident,
	type LocatedTime,
	TIME_FIELDS,
	type TimeField,
	type TimelineEntry,
} from '../core/incident.ts';
import type { Located } from '../core/range.ts';
import { readActionItems } from './action-items.ts';
import type { MarkdownBody } from './document.ts';
import { type Fields, oneOf } from './fields.ts';
import { readIdentity } from './identity.ts';

/** The incident that a record states. In Markdown the body is the summary where no field is. */
export function readIncident(fields: Fields, body: MarkdownBody | undefined): Incident {
	const title = fields.text(['title']) ?? (fields.data ? undefined : headingOf(body));
	return {
		source: 'record',
		kind: oneOf(INCIDENT_KINDS, fields.text(['kind'])?.value) ?? 'incident',
		...readIdentity(fields, title),
		title,
		status: fields.text(['status']),
		impact: fields.text(['impact']),
		severity: fields.text(['severity']),
		times: readTimes(fields),
		updates: readEntries(fields, 'updates', 'body'),
		timeline: readEntries(fields, 'timeline', 'text'),
		components: fields.texts(['components']),
		summary: fields.text(['summary']) ?? (body && bodyText(fields.source.text, body)),
		actionItems: readActionItems(fields),
		inferred: { duration: undefined, impact: undefined },
		range: { start: 0, end: fields.source.text.length },
	};
}

/** A record without front matter is named by its first heading. */
export function headingOf(body: MarkdownBody | undefined): Located<string> | undefined {
	return body?.sections[0]?.title;
}

function readTimes(fields: Fields): ReadonlyMap<TimeField, LocatedTime> {
	const times = new Map<TimeField, LocatedTime>();
	for (const field of TIME_FIELDS) {
		const time = fields.time([field]);
		if (time) {
			times.set(field, time);
		}
	}
	return times;
}

function readEntries(fields: Fields, list: string, text: string): TimelineEntry[] {
	return fields.items([list]).flatMap(item => {
		const node = fields.data?.at(item);
		return node ? { at: fields.time([...item, 'at']), text: fields.text([...item, text]), range: node.range } : [];
	});
}

function bodyText(text: string, body: MarkdownBody): Located<string> | undefined {
	const raw = text.slice(body.range.start, body.range.end);
	const start = body.range.start + (raw.length - raw.trimStart().length);
	const value = raw.trim();
	return value === '' ? undefined : { value, range: { start, end: start + value.length } };
}
