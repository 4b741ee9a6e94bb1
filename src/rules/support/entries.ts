import type { Definition } from '../../core/definition.ts';
import type { Range } from '../../core/range.ts';
import type { BulletinEntry, LogDocument } from '../../parse/document.ts';
import type { LogView } from '../log-view.ts';

/** What the log knows of an entry: of one written by hand the entry itself, of `- [[id]]` the incident of that id. */
export function definitionOf(entry: BulletinEntry, { uri }: LogDocument, log: LogView): Definition | undefined {
	if (entry.form === 'link') {
		return log.byId(entry.id.value, 'incident')[0];
	}
	const { id, idRange } = entry.incident;
	return log.byId(id, 'incident').find(one => one.uri === uri && one.range.start === idRange.start);
}

/** The same; of an id that several records have, all of them. */
export function definitionsOf(entry: BulletinEntry, document: LogDocument, log: LogView): readonly Definition[] {
	if (entry.form === 'link') {
		return log.byId(entry.id.value, 'incident');
	}
	const own = definitionOf(entry, document, log);
	return own ? [own] : [];
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
