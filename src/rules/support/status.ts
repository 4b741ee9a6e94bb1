import { INCIDENT_STATUSES, type Incident, MAINTENANCE_STATUSES } from '../../core/incident.ts';
import type { LogDocument } from '../../parse/model/document.ts';

const OVER: ReadonlySet<string> = new Set(['resolved', 'postmortem', 'completed']);

/** Returns true if an incident's status is one of a finished incident. */
export function isOver({ status }: Incident): boolean {
	return status !== undefined && OVER.has(status.value);
}

/** Returns true if the dialect of a document has no field for the end of an incident. */
export function hasNoEnds({ data }: LogDocument): boolean {
	return data?.absentFields?.has('resolved_at') === true;
}

const WORDS: ReadonlySet<string> = new Set([...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES]);

/** Returns true if a word is a status of an incident or a maintenance. */
export function isStatusWord(word: string): boolean {
	return WORDS.has(word.trim().toLowerCase());
}
