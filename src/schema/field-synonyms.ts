import { isTypo, nearest } from '../core/nearest.ts';

/** Common other names of fields, which are not similar in spelling. */
const SYNONYMS: Readonly<Record<string, string>> = {
	actions: 'action_items',
	affected: 'components',
	author: 'authors',
	begin: 'started_at',
	closed_at: 'resolved_at',
	created_at: 'started_at',
	date: 'started_at',
	description: 'summary',
	end: 'resolved_at',
	end_time: 'resolved_at',
	ended: 'resolved_at',
	ended_at: 'resolved_at',
	events: 'timeline',
	finished_at: 'resolved_at',
	followups: 'action_items',
	name: 'title',
	related: 'references',
	resolved: 'resolved_at',
	services: 'components',
	start: 'started_at',
	start_time: 'started_at',
	started: 'started_at',
	state: 'status',
	systems: 'components',
	timezone: 'time_zone',
};

/** Returns the field that has a name as its common other name. Case, spaces and hyphens do not count. */
export function fieldWithSynonym(name: string, fields: readonly string[]): string | undefined {
	const word = name.trim().toLowerCase().replaceAll('-', '_');
	const field = Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined;
	return field !== undefined && fields.includes(field) ? field : undefined;
}

/** Returns the field that an unknown name most likely means: by its common other name, or by a spelling error. */
export function fieldMeantBy(name: string, fields: readonly string[]): string | undefined {
	return fieldWithSynonym(name, fields) ?? nearest(name, fields, 1).find(field => isTypo(name, field));
}
