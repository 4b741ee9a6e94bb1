import type { Definition } from '../core/definition.ts';
import { listed } from '../core/listed.ts';
import { isSameIncident } from '../core/same-incident.ts';
import { slug } from '../core/slug.ts';
import type { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { differences } from '../rules/support/differences.ts';
import { quoted } from '../rules/support/words.ts';
import { formatRecord } from './format-record.ts';
import { buildRecord } from './record.ts';
import { hasUnreadableStart } from './record-times.ts';
import { recordUriInFolder, usualUri } from './target.ts';
import type { WrittenEntry } from './written-entry.ts';

/** Result of importing one entry. */
export type Outcome =
	/** A new record. `notes`: facts that the entry does not state. */
	| { readonly kind: 'record'; readonly uri: string; readonly text: string; readonly notes: readonly string[] }
	/** A record of the incident exists and has the same facts. */
	| { readonly kind: 'known'; readonly record: Definition }
	/** Nothing is written. `reason`: one or two sentences. */
	| { readonly kind: 'skipped'; readonly reason: string };

export interface ImportContext {
	readonly log: Log;
	readonly page: LogDocument;
	/** The folder that records are written to; undefined for the log's usual folder. */
	readonly folder: string | undefined;
	readonly exists: (uri: string) => Promise<boolean>;
	/** Formats a URI for messages. */
	readonly toPath: (uri: string) => string;
}

/** Creates the record of an entry in a bulletin, unless a record of its incident or a file of its name exists. */
export async function importEntry(entry: WrittenEntry, context: ImportContext): Promise<Outcome> {
	const { log, page, folder, toPath } = context;
	const { incident, date, range } = entry;
	if (page.problems.some(problem => problem.range.start >= range.start && problem.range.end <= range.end)) {
		return skipped('Unreadable YAML in its comment. Expected a mapping; `incident-log check` reports the error.');
	}
	const definition = log
		.definitionsOf(page.uri)
		.find(each => each.source === 'entry' && each.range.start === incident.idRange.start);
	const record = definition && recordFor(definition, log);
	if (definition && record) {
		const facts = [
			...(slug(definition.title) === slug(record.title) ? [] : ['title']),
			...differences(definition, record, log.configuration.impact),
		];
		return facts.length === 0
			? { kind: 'known', record }
			: skipped(
					`Different ${listed(facts, 'and')} in the record ${quoted(record.id)}: ${toPath(record.uri)}. Expected the same facts, or another id.`,
				);
	}
	const uri =
		folder === undefined
			? usualUri(log, 'incident', incident.id, 'yaml', date)
			: recordUriInFolder(folder, incident.id);
	if (uri === undefined) {
		return skipped(`No folder of this log takes a record named ${quoted(incident.id)}. Expected \`--out\`.`);
	}
	if (await context.exists(uri)) {
		return skipped(`Existing file ${quoted(toPath(uri))}. Expected no file of that name.`);
	}
	const fields = buildRecord(entry, page, uri, log.configuration);
	const notes = [
		...(hasUnreadableStart(incident) ? ['unreadable time: only the day is stated'] : []),
		...(fields.has('impact') ? [] : ['no impact stated']),
	];
	return { kind: 'record', uri, text: formatRecord(fields), notes };
}

function skipped(reason: string): Outcome {
	return { kind: 'skipped', reason };
}

/** Returns the record of the incident that an entry describes. */
function recordFor(entry: Definition, { view }: Log): Definition | undefined {
	const sameDay = entry.date === undefined ? [] : view.incidentsOn(entry.date);
	return (
		view.byId(entry.id, 'incident').find(({ source }) => source === 'record') ??
		sameDay.find(other => other.source === 'record' && isSameIncident(entry, other))
	);
}
