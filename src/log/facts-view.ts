import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import { intervalOf } from '../core/definition-interval.ts';
import type { DialectMismatch } from '../core/dialect-fit.ts';
import { shapeOf } from '../core/record-names.ts';
import type { Reference } from '../core/reference.ts';
import { compareDefinitions } from '../core/same-incident.ts';
import { DAY } from '../core/time/units.ts';
import type { UnreadEntry } from '../core/unread.ts';
import { normalUri } from '../core/uri/uri.ts';
import { daysOf, weekEndingOn } from '../core/week.ts';
import type { LogView } from '../rules/log-view.ts';
import type { DocumentSchemas } from '../schema/document-schemas.ts';
import { ClockBounds } from './clock-bounds.ts';
import { blocksMeeting } from './day-blocks.ts';
import type { Clock } from './environment.ts';
import {
	bulletinKey,
	CLOCK_KEY,
	DIALECT_KEY,
	dateKey,
	daysKey,
	duplicateOfKey,
	fileKey,
	fileNameKey,
	idKey,
	nameKey,
	postmortemDateKey,
	postmortemOfKey,
	shapeKey,
	UNREAD_KEY,
} from './keys.ts';
import type { LogIndex } from './log-index.ts';
import { incidentsOfPostmortem } from './postmortem-incidents.ts';
import { type Lookup, resolve } from './resolve.ts';
import { nearestSpellings } from './spelling.ts';

/** The state that a view reads. */
export interface ViewSource {
	readonly configuration: Configuration;
	readonly schemas: DocumentSchemas;
	readonly clock: Clock;
	readonly facts: LogIndex;
	/** Returns true if there is a file at a URI, part of the log or not. */
	isFile(uri: string): boolean;
	/** The files with a name, see `Files.named`. */
	filesNamed(name: string): readonly string[];
	/** Whether a file at a URI would be a document of the log. */
	isDocumentPath(uri: string): boolean;
	/** The parts of the log root that were not read. */
	unread(): readonly UnreadEntry[];
}

/** Implements the queries of rules on the facts. Calls `recordRead` with the key of each query. */
export class FactsView implements LogView, Lookup {
	readonly configuration: Configuration;
	readonly schemas: DocumentSchemas;
	readonly #source: ViewSource;
	readonly #recordRead: (key: string) => void;
	readonly #bounds: ClockBounds;

	/** `bounds` records the comparisons with the current time. */
	constructor(source: ViewSource, recordRead: (key: string) => void, bounds = new ClockBounds()) {
		this.configuration = source.configuration;
		this.schemas = source.schemas;
		this.#source = source;
		this.#recordRead = recordRead;
		this.#bounds = bounds;
	}

	now(): Temporal.Instant {
		this.#recordRead(CLOCK_KEY);
		return Temporal.Instant.fromEpochMilliseconds(this.#source.clock.now());
	}

	isAfter(instant: number): boolean {
		return this.#compareNow(instant) > 0;
	}

	isBefore(instant: number): boolean {
		return this.#compareNow(instant) < 0;
	}

	#compareNow(instant: number): number {
		const now = this.#source.clock.now();
		this.#bounds.compare(now, instant);
		return now - instant;
	}

	unread(): readonly UnreadEntry[] {
		this.#recordRead(UNREAD_KEY);
		return this.#source.unread();
	}

	dialectMismatch(): DialectMismatch | undefined {
		this.#recordRead(DIALECT_KEY);
		return this.#source.facts.dialects.mismatch(this.configuration.dialect);
	}

	byId(id: string, kind?: Definition['kind']): readonly Definition[] {
		const all = this.#definitions(idKey(id));
		return kind === undefined ? all : all.filter(definition => definition.kind === kind);
	}

	incidentsOn(date: string): readonly Definition[] {
		return this.#definitions(dateKey(date));
	}

	incidentsInWeek(endsOn: string): readonly Definition[] {
		return daysOf(weekEndingOn(endsOn)).flatMap(day =>
			// Incidents without a time of day are first on their day. The sort is stable: the others keep their order.
			[...this.incidentsOn(day.toString())].sort((one, other) => (one.start ?? 0) - (other.start ?? 0)),
		);
	}

	incidentsBetween(start: number, end: number): readonly Definition[] {
		const { timeZone } = this.configuration;
		const found = new Set(blocksMeeting(start / DAY, end / DAY).flatMap(block => this.#definitions(daysKey(block))));
		return [...found]
			.filter(definition => {
				const interval = intervalOf(definition, timeZone);
				const meets = interval !== undefined && interval.start < end && interval.end >= start;
				return meets && (definition.kind === 'incident' || incidentsOfPostmortem(definition, this)[0] === definition);
			})
			.sort(compareDefinitions);
	}

	bulletinsOf(endsOn: string): readonly Definition[] {
		return this.#definitions(bulletinKey(endsOn));
	}

	postmortemsOn(date: string): readonly Definition[] {
		return this.#definitions(postmortemDateKey(date));
	}

	postmortemsOf(incident: string): readonly Definition[] {
		return this.#definitions(postmortemOfKey(incident));
	}

	duplicatesOf(id: string): readonly Definition[] {
		return this.#definitions(duplicateOfKey(id));
	}

	inFile(uri: string): readonly Definition[] | undefined {
		const file = normalUri(uri);
		const definitions = this.#definitions(fileKey(file));
		return definitions.length > 0 || this.#source.isFile(file) ? definitions : undefined;
	}

	byName(name: string): readonly Definition[] {
		const withId = this.#definitions(idKey(name)).filter(({ source }) => source === 'record');
		return [...withId, ...this.#definitions(nameKey(name))];
	}

	filesNamed(name: string): readonly string[] {
		this.#recordRead(fileNameKey(name));
		return this.#source.filesNamed(name);
	}

	isDocumentPath(uri: string): boolean {
		return this.#source.isDocumentPath(normalUri(uri));
	}

	hasIdsLike(id: string): boolean {
		const shape = shapeOf(id);
		if (shape === undefined) {
			return false;
		}
		const key = shapeKey(shape);
		this.#recordRead(key);
		return this.#source.facts.hasShape(key);
	}

	resolve(reference: Pick<Reference, 'target'>): readonly Definition[] {
		return resolve(reference.target, this);
	}

	nearestIds(id: string, max = 3): readonly string[] {
		// An existing id needs no similar ids. Without this return, the document would depend on all similar ids.
		if (this.byId(id).length > 0) {
			return [];
		}
		return nearestSpellings(id, this.#source.facts.spellings, max, this.#recordRead);
	}

	#definitions(key: string): readonly Definition[] {
		this.#recordRead(key);
		return this.#source.facts.definitions.get(key);
	}
}
