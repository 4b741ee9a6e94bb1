import { INCIDENT_STATUSES, MAINTENANCE_STATUSES } from '../../core/incident.ts';

const WORDS: ReadonlySet<string> = new Set([...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES]);

/** Returns true if a word is a status of an incident or a maintenance. */
export function isStatusWord(word: string): boolean {
	return WORDS.has(word.trim().toLowerCase());
}
