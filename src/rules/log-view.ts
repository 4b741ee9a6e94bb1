import type { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import type { Reference } from '../core/reference.ts';
import type { UnreadEntry } from '../core/unread.ts';
import type { DocumentSchemas } from '../schema/document-schemas.ts';

/**
 * The log as a rule (a hover, a picture) may ask of it. Every question is keyed, and the log notes who asked what: when
 * an edit changes an answer, those who asked are asked again, and nobody else. There is no way to list everything.
 */
export interface LogView {
	readonly configuration: Configuration;
	/** Of the log's documents, the team's own fields included. */
	readonly schemas: DocumentSchemas;
	/** The injected clock. */
	now(): Temporal.Instant;
	/** The parts of the log's folder that were not read, by URI. */
	unread(): readonly UnreadEntry[];
	/** All that define this id, of one kind or any, records before entries, then by file and place. */
	byId(id: string, kind?: Definition['kind']): readonly Definition[];
	/** Incidents that began on an ISO date in the log's zone. */
	incidentsOn(date: string): readonly Definition[];
	/** Incidents that began in the seven days that end on an ISO date, in the order of their start. */
	incidentsInWeek(endsOn: string): readonly Definition[];
	/** Postmortems that name an incident by its id. */
	postmortemsOf(incident: string): readonly Definition[];
	/** Incidents that say of themselves that they duplicate the one of an id. */
	duplicatesOf(id: string): readonly Definition[];
	/** Bulletins whose date is an ISO date. */
	bulletinsOf(endsOn: string): readonly Definition[];
	/** What is defined in the file at a URI: empty for a file that defines nothing. Undefined where there is no such file. */
	inFile(uri: string): readonly Definition[] | undefined;
	/** What a reference can mean: none is unresolved, several are ambiguous. One incident told twice (record and entry) is one. */
	resolve(reference: Reference): readonly Definition[];
	/** Ids that look like one that is not there, nearest first, at most three. */
	nearestIds(id: string): readonly string[];
}
