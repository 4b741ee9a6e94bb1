import type { Incident } from '../../core/incident.ts';
import { endOf, startOf } from '../../core/incident-times.ts';
import { decodeUriPart } from '../../core/uri/decode.ts';
import { fieldMeantBy } from '../../schema/field-synonyms.ts';
import { incidentFields } from '../../schema/fields.ts';
import type { LogDocument, Problem } from '../model/document.ts';

/** The status values of an incident that continues. */
const ONGOING: ReadonlySet<string> = new Set(['investigating', 'identified', 'monitoring', 'in_progress', 'verifying']);

/** The status values of an incident that is over. */
const OVER: ReadonlySet<string> = new Set(['resolved', 'postmortem', 'completed']);

/** Problems after which the fields of a record were read completely. */
const HARMLESS: ReadonlySet<Problem['kind']> = new Set(['duplicate-key', 'alias']);

/** Returns true if an incident's status is one of a finished incident. */
export function isOver({ status }: Pick<Incident, 'status'>): boolean {
	return status !== undefined && OVER.has(status.value);
}

/** Returns true if the dialect of a document has no field for the end of an incident. */
export function hasNoEnds({ data }: LogDocument): boolean {
	return data?.absentFields?.has('resolved_at') === true;
}

/**
 * Returns true if the incident of a record continues: its start is known, its status is absent or one of an ongoing
 * incident, and no part of the record states an end. Where an end may have been written and was not read (a syntax error,
 * a misspelt field, an unknown status), the end is unknown, and the incident is not open.
 */
export function isOpen(incident: Incident, document: LogDocument): boolean {
	const { kind, source, status, inferred, statedDurations = [] } = incident;
	const isOngoing = status === undefined ? !hasNoEnds(document) : ONGOING.has(status.value.trim().toLowerCase());
	return (
		isOngoing &&
		source === 'record' &&
		kind !== 'notice' &&
		startOf(incident)?.reading.ok === true &&
		endOf(incident) === undefined &&
		inferred.end === undefined &&
		!statedDurations.some(({ between }) => between[1] === 'resolved_at') &&
		finalUpdate(incident, document) === undefined &&
		(status !== undefined || resolvedFolder(document) === undefined) &&
		!hasUnreadEnd(document)
	);
}

/** Returns the latest public update if it has the status of a finished incident. */
export function finalUpdate({ updates }: Incident, { data }: LogDocument): FinalUpdate | undefined {
	let latest: FinalUpdate | undefined;
	for (const [index, { at }] of updates.entries()) {
		const time = at?.reading.ok ? at.reading.earliestMs : undefined;
		// Of updates at the same time, a final one is the latest.
		if (
			time !== undefined &&
			(latest === undefined || time > latest.time || (time === latest.time && !latest.isFinal))
		) {
			const status = data?.at(['updates', index, 'status'])?.value;
			const isFinal = typeof status === 'string' && OVER.has(status);
			latest = { index, time, status: typeof status === 'string' ? status : '', isFinal };
		}
	}
	return latest?.isFinal ? latest : undefined;
}

interface FinalUpdate {
	/** In `updates`. */
	readonly index: number;
	/** In milliseconds since 1970. */
	readonly time: number;
	readonly status: string;
	readonly isFinal: boolean;
}

/** Whether an end can be in a part of the document that was not read. */
function hasUnreadEnd({ problems, yaml }: LogDocument): boolean {
	return (
		problems.some(({ kind }) => !HARMLESS.has(kind)) ||
		(yaml?.keys([]) ?? []).some(
			({ key }) => !incidentFields.includes(key) && fieldMeantBy(key, incidentFields) === 'resolved_at',
		)
	);
}

/**
 * Returns the folder of a record that states that its incident is over: the one that contains the file, or the one above.
 * Only for records whose fields are native.
 */
export function resolvedFolder({ uri, yaml }: LogDocument): string | undefined {
	const folders = yaml?.at(['started_at']) ? uri.split('/').slice(-3, -1).map(decodeUriPart) : [];
	return folders.find(name => /^(?:resolved|closed)$/i.test(name));
}
