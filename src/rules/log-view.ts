import type { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import type { DialectMismatch } from '../core/dialect-fit.ts';
import type { Reference } from '../core/reference.ts';
import type { UnreadEntry } from '../core/unread.ts';
import type { DocumentSchemas } from '../schema/document-schemas.ts';

/**
 * The queries that a rule, a hover or the picture can make. Every query has a key, and the log records the keys that were
 * read for each document. After an edit, only documents that read a changed key are invalidated. There is therefore no
 * query for all documents.
 */
export interface LogView {
	readonly configuration: Configuration;
	/** The schemas of the log's documents, including own fields. */
	readonly schemas: DocumentSchemas;
	/** The current time of the injected clock. The document is checked again whenever time has passed. */
	now(): Temporal.Instant;
	/**
	 * Whether the current time is after or before an instant, in milliseconds since 1970. The document is checked again only
	 * when that changes: a rule that asks it of most documents must not use `now`.
	 */
	isAfter(instant: number): boolean;
	isBefore(instant: number): boolean;
	/** The parts of the log's folder that were not read, by URI. */
	unread(): readonly UnreadEntry[];
	/** The dialect of the configuration if most records have another form. */
	dialectMismatch(): DialectMismatch | undefined;
	/** Definitions of an id, of one kind or any: records before entries, then by file and position. */
	byId(id: string, kind?: Definition['kind']): readonly Definition[];
	/** Records whose id or file name is a name or begins with it, in the form of `comparableName`. */
	byName(name: string): readonly Definition[];
	/** Incidents that started on an ISO date in the log's zone. */
	incidentsOn(date: string): readonly Definition[];
	/** Incidents that started in the seven days up to an ISO date, sorted by start. */
	incidentsInWeek(endsOn: string): readonly Definition[];
	/**
	 * Incidents that take place between two instants, in milliseconds since 1970, whenever they began, and postmortems that
	 * are the only description of one. The end is exclusive. In the order of `byId`.
	 */
	incidentsBetween(start: number, end: number): readonly Definition[];
	/** Postmortems that refer to an incident by its id. */
	postmortemsOf(incident: string): readonly Definition[];
	/** Incidents with a reference `duplicate-of` to an id. */
	duplicatesOf(id: string): readonly Definition[];
	/** Bulletins of the week that ends on an ISO date. */
	bulletinsOf(endsOn: string): readonly Definition[];
	/** Definitions in the file at a URI; undefined if there is no file. */
	inFile(uri: string): readonly Definition[] | undefined;
	/**
	 * Possible targets of a reference: none if it is unresolved, several if it is ambiguous. A record and an entry of one
	 * incident are one target.
	 */
	resolve(reference: Pick<Reference, 'target'>): readonly Definition[];
	/** Existing ids and file names with a spelling similar to an unknown one, nearest first, at most `max` (three). */
	nearestIds(id: string, max?: number): readonly string[];
	/** Whether the log has ids of the shape of an id: with the same prefix before a number, or with a date at their start. */
	hasIdsLike(id: string): boolean;
	/** URIs of the files with a name, without extension, records or not; case, spaces and punctuation are ignored. */
	filesNamed(name: string): readonly string[];
	/** Whether a file at a URI would be a document of the log. */
	isDocumentPath(uri: string): boolean;
}
