import { INCIDENT_STATUSES, type Incident, MAINTENANCE_STATUSES } from '../../core/incident.ts';
import type { LogDocument } from '../../parse/model/document.ts';

const OVER: ReadonlySet<string> = new Set(['resolved', 'postmortem', 'completed']);

/** Whether an incident's status says that it is over. */
export function isOver({ status }: Incident): boolean {
	return status !== undefined && OVER.has(status.value);
}

/** Whether records of this form need not tell when they ended. */
export function hasNoEnds({ data }: LogDocument): boolean {
	return data?.absentFields?.has('resolved_at') === true;
}

const WORDS: ReadonlySet<string> = new Set([...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES]);

/** Whether a word says where an incident or a maintenance stands. */
export function isStatusWord(word: string): boolean {
	return WORDS.has(word.trim().toLowerCase());
}
