import type { Definition } from '../../../core/definition.ts';
import type { Range } from '../../../core/range.ts';
import { isSameIncident } from '../../../core/same-incident.ts';
import type { BulletinEntry, LogDocument } from '../../../parse/model/document.ts';
import type { LogView } from '../../log-view.ts';

/**
 * Returns a function from an entry of a bulletin to its definition in the log: the entry's own definition if it is written
 * by hand, and the definition of the incident for `- [[id]]`.
 */
export function entryDefinitions({ uri }: LogDocument, log: LogView): (entry: BulletinEntry) => Definition | undefined {
	const ownDefinitions = new Map(
		log.inFile(uri)?.flatMap(own => (own.source === 'entry' ? [[own.range.start, own] as const] : [])),
	);
	return entry =>
		entry.form === 'link' ? log.byId(entry.id.value, 'incident')[0] : ownDefinitions.get(entry.incident.idRange.start);
}

/** Returns the record of the incident of an entry: the record with the same id, or else with the same day and headline. */
export function findRecord(entry: Definition, log: LogView): Definition | undefined {
	const [byId] = log.byId(entry.id, 'incident');
	if (byId?.source === 'record') {
		return byId;
	}
	const sameDay = entry.date === undefined ? [] : log.incidentsOn(entry.date);
	return sameDay.find(other => other.source === 'record' && isSameIncident(entry, other));
}

/** Returns the range of the day before an entry's headline, or of the id in `- [[id]]`. */
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

/** Returns the range of an entry's headline, or of the id in `- [[id]]`. */
export function nameRangeOf(entry: BulletinEntry): Range {
	return entry.form === 'link' ? entry.id.range : (entry.incident.title?.range ?? entry.incident.idRange);
}
