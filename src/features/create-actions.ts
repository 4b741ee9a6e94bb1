import { Temporal } from 'temporal-polyfill';
import { newBulletin } from '../authoring/new/new-bulletin.ts';
import { type NewFile, NewFileError } from '../authoring/new/new-file.ts';
import { newIncident } from '../authoring/new/new-incident.ts';
import { newPostmortem } from '../authoring/new/new-postmortem.ts';
import { takesNativeRecords } from '../authoring/target.ts';
import { contains } from '../core/range.ts';
import { isPath } from '../core/record-names.ts';
import type { Reference } from '../core/reference.ts';
import type { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';

/** A document that resolves a reference. */
export interface CreatedDocument {
	readonly title: string;
	readonly file: NewFile;
}

/** The documents that would resolve the unresolved reference at an offset. */
export function documentsToCreate(document: LogDocument, log: Log, offset: number): readonly CreatedDocument[] {
	if (!takesNativeRecords(log)) {
		return [];
	}
	const reference = document.references.find(
		({ fullRange, ...each }) => contains(fullRange, offset) && log.view.resolve(each).length === 0,
	);
	return reference ? created(reference, document, log) : [];
}

function created({ target }: Reference, document: LogDocument, log: Log): CreatedDocument[] {
	if (target.by === 'week') {
		return attempt(`Create the bulletin of ${target.endsOn}`, () => newBulletin(log, target.endsOn));
	}
	if (target.by !== 'id' || isPath(target.id)) {
		return [];
	}
	const { id, kind } = target;
	const [own] = document.incidents;
	const definition =
		document.kind === 'incident' && own
			? log.definitionsOf(document.uri).find(each => each.kind === 'incident' && each.id === own.id)
			: undefined;
	if (kind === 'postmortem') {
		return definition ? attempt(`Create postmortem \`${id}\``, () => newPostmortem(log, definition, id)) : [];
	}
	return attempt(`Create incident \`${id}\``, () => newIncident(log, { title: titleOf(id), id, ...startOf(id, log) }));
}

function attempt(title: string, create: () => NewFile): CreatedDocument[] {
	try {
		return [{ title, file: create() }];
	} catch (error) {
		if (error instanceof NewFileError) {
			return [];
		}
		throw error;
	}
}

/** "Store down" for `2024-08-15-store-down`. */
function titleOf(id: string): string {
	const words = id
		.replace(/^\d{4}-\d\d-\d\d-?/, '')
		.replaceAll('-', ' ')
		.trim();
	return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The noon of the day in an id, in the zone of the log. */
function startOf(id: string, log: Log): { startedAt?: number } {
	const [written] = /^\d{4}-\d\d-\d\d/.exec(id) ?? [];
	try {
		const day = written === undefined ? undefined : Temporal.PlainDate.from(written, { overflow: 'reject' });
		const noon = day?.toZonedDateTime({ timeZone: log.configuration.timeZone, plainTime: '12:00' });
		return noon === undefined ? {} : { startedAt: noon.epochMilliseconds };
	} catch {
		return {};
	}
}
