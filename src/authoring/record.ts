import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../core/configuration.ts';
import { endOf } from '../core/incident-times.ts';
import type { Located } from '../core/range.ts';
import { fileStem } from '../core/uri/file-name.ts';
import { levelOfInferred } from '../log/definitions.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { headlineOf } from '../parse/records/headline.ts';
import { incidentFields } from '../schema/fields.ts';
import { movedMarkdown, movedPath } from './moved-links.ts';
import { inferredEnd, recordTimes } from './record-times.ts';
import type { WrittenEntry } from './written-entry.ts';

/** Says of each field that was not stated from which words it was read. Rules and pictures know it by this name. */
const MARK = 'x-inferred';

/**
 * The record of the incident that an entry tells, as the fields of the YAML file at `uri`. What the entry's comment
 * states is stated; how long it took and how bad it was, where only the prose tells it, are marked as inferred.
 */
export function recordOf(
	entry: WrittenEntry,
	page: LogDocument,
	uri: string,
	{ impact: scale, timeZone }: Configuration,
): ReadonlyMap<string, unknown> {
	const { incident } = entry;
	const stated = Object.entries(entry.stated?.value ?? {}).filter(([, value]) => value !== null);
	const fields = new Map<string, unknown>([...stated, ...recordTimes(entry, timeZone)]);
	fields.delete('id');
	if (incident.id !== fileStem(uri)) {
		fields.set('id', incident.id);
	}
	fields.set('title', headlineOf(incident, page) ?? incident.id);
	if (incident.summary) {
		const prose = incident.summary.value.replace(/\r\n?/g, '\n').trim();
		fields.set('summary', `${movedMarkdown(prose, page, uri)}\n`);
	}
	const marks = new Map<string, string>();
	const infer = (field: string, value: string | undefined, words: string) => {
		if (value !== undefined) {
			fields.set(field, value);
			marks.set(field, words);
		}
	};
	const { duration, impact } = incident.inferred;
	const level = fields.has('impact') || !impact ? undefined : levelOfInferred(scale, impact.value);
	infer('impact', level, wordsOf(impact, page));
	infer('resolved_at', inferredEnd(entry, timeZone), wordsOf(duration, page));
	infer('status', fields.has('resolved_at') ? undefined : statusOf(entry, page), bulletinName(page));
	if (marks.size > 0) {
		fields.set(MARK, Object.fromEntries(marks));
	}
	return inOrder(moveReferences(fields, page.uri, uri));
}

/** A bulletin tells of what is over, unless it says otherwise or tells of days to come. */
function statusOf({ incident, date }: WrittenEntry, { bulletin }: LogDocument): string | undefined {
	const { kind, status } = incident;
	const writtenOn = bulletin?.date?.value;
	const isToCome = writtenOn !== undefined && Temporal.PlainDate.compare(date, writtenOn) > 0;
	if (kind === 'notice' || status !== undefined || endOf(incident) !== undefined || isToCome) {
		return undefined;
	}
	return kind === 'maintenance' ? 'completed' : 'resolved';
}

function bulletinName({ bulletin }: LogDocument): string {
	const date = bulletin?.date?.value;
	return date === undefined ? 'told in a bulletin' : `told in the bulletin of ${date}`;
}

/** The words that something was read from, on one line and without emphasis. */
function wordsOf(found: Located<unknown> | undefined, { text }: LogDocument): string {
	return text
		.slice(found?.range.start, found?.range.end ?? 0)
		.replace(/[*\s]+/g, ' ')
		.trim();
}

/** References by path lead where they led from the page. */
function moveReferences(fields: ReadonlyMap<string, unknown>, from: string, to: string): ReadonlyMap<string, unknown> {
	const move = (name: unknown) =>
		typeof name === 'string' && /\/|\.(?:md|markdown|ya?ml)$/i.test(name) ? movedPath(name, from, to) : name;
	const moved = new Map(fields);
	if (fields.has('postmortem')) {
		moved.set('postmortem', move(fields.get('postmortem')));
	}
	const references = fields.get('references');
	if (Array.isArray(references)) {
		moved.set(
			'references',
			references.map((item: unknown) =>
				typeof item === 'object' && item !== null && 'id' in item ? { ...item, id: move(item.id) } : move(item),
			),
		);
	}
	return moved;
}

/** Known fields in the order of the schema, then others as they are stated. */
function inOrder(fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
	const last = fields.has(MARK) ? [MARK] : [];
	const others = [...fields.keys()].filter(key => key !== MARK && !incidentFields.includes(key));
	const keys = [...incidentFields.filter(key => fields.has(key)), ...others, ...last];
	return new Map(keys.map(key => [key, fields.get(key)]));
}
