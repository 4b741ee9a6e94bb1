import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../core/configuration.ts';
import { endOf } from '../core/incident-times.ts';
import type { Located } from '../core/range.ts';
import { recordName } from '../core/record-files.ts';
import { isPath } from '../core/record-names.ts';
import { levelOfInferred } from '../log/definitions.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { headlineOf } from '../parse/records/headline.ts';
import { incidentFields } from '../schema/fields.ts';
import { movedMarkdown, movedPath } from './moved-links.ts';
import { inferredEnd, recordTimes } from './record-times.ts';
import type { WrittenEntry } from './written-entry.ts';

/** The field that maps each inferred field to the words it was inferred from. Rules and pictures use it. */
const INFERRED_FIELD = 'x-inferred';

/**
 * Builds the record of an entry's incident, as the fields of the YAML file at `uri`. Fields of the entry's comment are
 * stated. Duration and impact that only the prose contains are marked as inferred.
 */
export function buildRecord(
	entry: WrittenEntry,
	page: LogDocument,
	uri: string,
	{ impact: scale, timeZone }: Configuration,
): ReadonlyMap<string, unknown> {
	const { incident } = entry;
	const stated = Object.entries(entry.stated?.value ?? {}).filter(([, value]) => value !== null);
	const fields = new Map<string, unknown>([...stated, ...recordTimes(entry, timeZone)]);
	fields.delete('id');
	if (incident.id !== recordName(uri)) {
		fields.set('id', incident.id);
	}
	fields.set('title', headlineOf(incident, page) ?? incident.id);
	if (incident.summary) {
		const prose = incident.summary.value.replace(/\r\n?/g, '\n').trim();
		fields.set('summary', `${movedMarkdown(prose, page, uri)}\n`);
	}
	const inferred = new Map<string, string>();
	const infer = (field: string, value: string | undefined, words: string) => {
		if (value !== undefined) {
			fields.set(field, value);
			inferred.set(field, words);
		}
	};
	const { duration, impact } = incident.inferred;
	const level = fields.has('impact') || !impact ? undefined : levelOfInferred(scale, impact.value);
	infer('impact', level, wordsOf(impact, page));
	infer('resolved_at', inferredEnd(entry, timeZone), wordsOf(duration, page));
	infer('status', fields.has('resolved_at') ? undefined : statusOf(entry, page), bulletinName(page));
	if (inferred.size > 0) {
		fields.set(INFERRED_FIELD, Object.fromEntries(inferred));
	}
	return inOrder(moveReferences(fields, page.uri, uri));
}

/** Infers the status: a bulletin describes past incidents, unless a status is stated or the day is after the bulletin's date. */
function statusOf({ incident, date }: WrittenEntry, { bulletin }: LogDocument): string | undefined {
	const { kind, status } = incident;
	const writtenOn = bulletin?.date?.value;
	const isUpcoming = writtenOn !== undefined && Temporal.PlainDate.compare(date, writtenOn) > 0;
	if (kind === 'notice' || status !== undefined || endOf(incident) !== undefined || isUpcoming) {
		return undefined;
	}
	return kind === 'maintenance' ? 'completed' : 'resolved';
}

function bulletinName({ bulletin }: LogDocument): string {
	const date = bulletin?.date?.value;
	return date === undefined ? 'described in a bulletin' : `described in the bulletin of ${date}`;
}

/** Returns the words that a value was read from, on one line and without emphasis. */
function wordsOf(found: Located<unknown> | undefined, { text }: LogDocument): string {
	return text
		.slice(found?.range.start, found?.range.end ?? 0)
		.replace(/[*\s]+/g, ' ')
		.trim();
}

/** Rewrites references by path for the record's own folder. */
function moveReferences(fields: ReadonlyMap<string, unknown>, from: string, to: string): ReadonlyMap<string, unknown> {
	const move = (name: unknown) => (typeof name === 'string' && isPath(name) ? movedPath(name, from, to) : name);
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

/** Sorts known fields in the order of the schema. Other fields follow in the order in which they are stated. */
function inOrder(fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
	const last = fields.has(INFERRED_FIELD) ? [INFERRED_FIELD] : [];
	const others = [...fields.keys()].filter(key => key !== INFERRED_FIELD && !incidentFields.includes(key));
	const keys = [...incidentFields.filter(key => fields.has(key)), ...others, ...last];
	return new Map(keys.map(key => [key, fields.get(key)]));
}
