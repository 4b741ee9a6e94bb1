import { Temporal } from 'temporal-polyfill';
import { recordName } from '../../core/record-files.ts';
import { MINUTE } from '../../core/time/units.ts';
import type { Log } from '../../log/log.ts';
import { formatRecord } from '../format-record.ts';
import { instantText } from '../record-times.ts';
import { type RecordFormat, usualFormat, usualUri } from '../target.ts';
import { continuedAtEnd, type NewFile, NewFileError } from './new-file.ts';
import { newId } from './record-id.ts';

/** What the user states of a new incident. Everything but the title is optional. */
export interface IncidentFacts {
	readonly title: string;
	/** Default: by the id pattern of the log. */
	readonly id?: string | undefined;
	/** A level of the log. */
	readonly impact?: string | undefined;
	/** In milliseconds since 1970-01-01T00:00Z. Default: the current minute. */
	readonly startedAt?: number | undefined;
	/** If given, the incident is recorded as resolved. */
	readonly resolvedAt?: number | undefined;
	/** Ids of components of the log. */
	readonly components?: readonly string[];
	readonly format?: RecordFormat | undefined;
}

/**
 * Creates the record of an incident in the folder, format and zone of the log. Throws a `NewFileError` for facts that the
 * log does not know.
 */
export function newIncident(log: Log, facts: IncidentFacts): NewFile {
	const { impact, components, hasAllComponents, timeZone } = log.configuration;
	const title = facts.title.trim();
	if (title === '') {
		throw new NewFileError('Empty title. Expected a title, such as "Disk full on the job queue".');
	}
	const level = facts.impact === undefined ? undefined : impact.levelOf(facts.impact);
	if (facts.impact !== undefined && level === undefined) {
		throw new NewFileError(`Unknown impact level \`${facts.impact}\`. Expected ${list(impact.levels)}.`);
	}
	const unknown = facts.components?.find(id => !components.has(id));
	if (unknown !== undefined && components.size > 0 && hasAllComponents) {
		throw new NewFileError(`Unknown component \`${unknown}\`. Expected ${list([...components.keys()])}.`);
	}
	const startedAt = facts.startedAt ?? Math.floor(log.view.now().epochMilliseconds / MINUTE) * MINUTE;
	if (facts.resolvedAt !== undefined && facts.resolvedAt < startedAt) {
		throw new NewFileError('The end is before the start. Expected a later end.');
	}
	const date = Temporal.Instant.fromEpochMilliseconds(startedAt).toZonedDateTimeISO(timeZone).toPlainDate();
	const id = facts.id ?? newId(log, title, date);
	const format = facts.format ?? usualFormat(log, 'incident');
	const uri = usualUri(log, 'incident', id, format, date);
	if (uri === undefined) {
		throw new NewFileError(
			`No folder of this log takes an incident named \`${id}\`. Expected a glob in \`files.incidents\`.`,
		);
	}
	const record = new Map<string, unknown>([
		...(recordName(uri) === id ? [] : [['id', id] as const]),
		['title', title],
		...(level === undefined ? [] : [['impact', level] as const]),
		['status', facts.resolvedAt === undefined ? 'investigating' : 'resolved'],
		['started_at', instantText(startedAt, timeZone)],
		...(facts.resolvedAt === undefined ? [] : [['resolved_at', instantText(facts.resolvedAt, timeZone)] as const]),
		...(facts.components?.length ? [['components', facts.components] as const] : []),
	]);
	const fields = formatRecord(record);
	return continuedAtEnd(uri, format === 'yaml' ? fields : `---\n${fields}---\n\n`);
}

function list(words: readonly string[]): string {
	return words.map(word => `\`${word}\``).join(', ');
}
