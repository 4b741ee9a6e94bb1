import type { Definition } from '../../../core/definition.ts';
import type { Range } from '../../../core/range.ts';
import { isSameIncident } from '../../../core/same-incident.ts';
import type { BulletinEntry, LogDocument } from '../../../parse/model/document.ts';
import type { LogView } from '../../log-view.ts';

/**
 * Tells what the log knows of an entry of a bulletin: of one written by hand the entry itself, of `- [[id]]` the incident
 * of that id.
 */
export function entryReader({ uri }: LogDocument, log: LogView): (entry: BulletinEntry) => Definition | undefined {
	const written = new Map(
		log.inFile(uri)?.flatMap(own => (own.source === 'entry' ? [[own.range.start, own] as const] : [])),
	);
	return entry =>
		entry.form === 'link' ? log.byId(entry.id.value, 'incident')[0] : written.get(entry.incident.idRange.start);
}

/** The record of the incident that an entry tells, by their id, or by their day and headline. */
export function recordOf(told: Definition, log: LogView): Definition | undefined {
	const [byId] = log.byId(told.id, 'incident');
	if (byId?.source === 'record') {
		return byId;
	}
	const sameDay = told.date === undefined ? [] : log.incidentsOn(told.date);
	return sameDay.find(other => other.source === 'record' && isSameIncident(told, other));
}

/** Where an entry says its day, before its headline; of `- [[id]]` the id. */
export function dayRangeOf(entry: BulletinEntry, { text }: LogDocument): Range {
	if (entry.form === 'link') {
		return entry.id.range;
	}
	const title = entry.incident.title?.range ?? entry.incident.idRange;
	const before = text.slice(entry.range.start, title.start);
	const day = /[\p{L}\p{N}](?:.{0,38}[\p{L}\p{N}])?/su.exec(before);
	if (!day) {
		return title;
	}
	const start = entry.range.start + day.index;
	return { start, end: start + day[0].length };
}

/** Where an entry says what it is about: its headline, or the id. */
export function nameRangeOf(entry: BulletinEntry): Range {
	return entry.form === 'link' ? entry.id.range : (entry.incident.title?.range ?? entry.incident.idRange);
}
