import type { Definition } from '../core/definition.ts';
import { isSameIncident } from '../core/same-incident.ts';
import { slug } from '../core/slug.ts';
import type { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { differences } from '../rules/support/differences.ts';
import { listed, quoted } from '../rules/support/words.ts';
import { recordOf } from './record.ts';
import { hasUnreadableStart } from './record-times.ts';
import { placeInFolder, placeInLog } from './target.ts';
import type { WrittenEntry } from './written-entry.ts';
import { yamlText } from './yaml-text.ts';

/** What becomes of an entry. */
export type Outcome =
	/** `notes`: what the entry does not tell. */
	| { readonly kind: 'record'; readonly uri: string; readonly text: string; readonly notes: readonly string[] }
	/** There is a record of it, which tells the same. */
	| { readonly kind: 'known'; readonly record: Definition }
	/** Found, and expected. */
	| { readonly kind: 'passed-over'; readonly reason: string };

export interface ImportPlace {
	readonly log: Log;
	readonly page: LogDocument;
	/** Where records go; undefined: where the log keeps them. */
	readonly folder: string | undefined;
	readonly exists: (uri: string) => Promise<boolean>;
	/** A file as the person at the prompt would name it. */
	readonly toPath: (uri: string) => string;
}

/** Makes the record of an entry written by hand, unless there is one, or something that it would overwrite. */
export async function importEntry(entry: WrittenEntry, place: ImportPlace): Promise<Outcome> {
	const { log, page, folder, toPath } = place;
	const { incident, date, range } = entry;
	if (page.problems.some(problem => problem.range.start >= range.start && problem.range.end <= range.end)) {
		return passedOver('the YAML in its comment cannot be read; expected a mapping, as `incident-log check` has it');
	}
	const told = log
		.definitionsOf(page.uri)
		.find(each => each.source === 'entry' && each.range.start === incident.idRange.start);
	const record = told && recordFor(told, log);
	if (told && record) {
		const facts = [
			...(slug(told.title) === slug(record.title) ? [] : ['title']),
			...differences(told, record, log.configuration.impact),
		];
		return facts.length === 0
			? { kind: 'known', record }
			: passedOver(
					`${quoted(record.id)} has another ${listed(facts, 'and')} in ${toPath(record.uri)}; expected the same facts, or another id`,
				);
	}
	const uri =
		folder === undefined
			? placeInLog(log, incident.id, String(date.year).padStart(4, '0'))
			: placeInFolder(folder, incident.id);
	if (uri === undefined) {
		return passedOver(`no folder of this log takes a record named ${quoted(incident.id)}; expected --out`);
	}
	if (await place.exists(uri)) {
		return passedOver(`${toPath(uri)} is there already; expected no file of that name`);
	}
	const fields = recordOf(entry, page, uri, log.configuration);
	const notes = [
		...(hasUnreadableStart(incident) ? ['the time cannot be read, so that only the day is stated'] : []),
		...(fields.has('impact') ? [] : ['no impact is told']),
	];
	return { kind: 'record', uri, text: yamlText(fields), notes };
}

function passedOver(reason: string): Outcome {
	return { kind: 'passed-over', reason };
}

/** The record of the incident that an entry tells. */
function recordFor(told: Definition, { view }: Log): Definition | undefined {
	const sameDay = told.date === undefined ? [] : view.incidentsOn(told.date);
	return (
		view.byId(told.id, 'incident').find(({ source }) => source === 'record') ??
		sameDay.find(other => other.source === 'record' && isSameIncident(told, other))
	);
}
