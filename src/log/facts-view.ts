import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import type { Reference } from '../core/reference.ts';
import type { UnreadEntry } from '../core/unread.ts';
import { daysOf, weekEndingOn } from '../core/week.ts';
import type { LogView } from '../rules/log-view.ts';
import type { DocumentSchemas } from '../schema/document-schemas.ts';
import type { Clock } from './environment.ts';
import type { Facts } from './facts.ts';
import {
	bulletinKey,
	CLOCK_KEY,
	dateKey,
	duplicateOfKey,
	fileKey,
	idKey,
	postmortemDateKey,
	postmortemOfKey,
	UNREAD_KEY,
} from './keys.ts';
import { type Lookup, resolve } from './resolve.ts';
import { nearestSpellings } from './spelling.ts';
import { normalUri } from './uri.ts';

/** What a view stands on. */
export interface Ground {
	readonly configuration: Configuration;
	readonly schemas: DocumentSchemas;
	readonly clock: Clock;
	readonly facts: Facts;
	/** Whether there is a file at a URI, be it part of the log or not. */
	isFile(uri: string): boolean;
	/** The parts of the log's folder that were not read. */
	unread(): readonly UnreadEntry[];
}

/** Answers the questions of rules from the facts, and tells `note` under which key each answer was looked up. */
export class FactsView implements LogView, Lookup {
	readonly configuration: Configuration;
	readonly schemas: DocumentSchemas;
	readonly #ground: Ground;
	readonly #note: (key: string) => void;

	constructor(ground: Ground, note: (key: string) => void) {
		this.configuration = ground.configuration;
		this.schemas = ground.schemas;
		this.#ground = ground;
		this.#note = note;
	}

	now(): Temporal.Instant {
		this.#note(CLOCK_KEY);
		return Temporal.Instant.fromEpochMilliseconds(this.#ground.clock.now());
	}

	unread(): readonly UnreadEntry[] {
		this.#note(UNREAD_KEY);
		return this.#ground.unread();
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
			// Within a day what has no time of day comes first; the sort is stable, so that the rest stays in order.
			[...this.incidentsOn(day.toString())].sort((one, other) => (one.start ?? 0) - (other.start ?? 0)),
		);
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
		return definitions.length > 0 || this.#ground.isFile(file) ? definitions : undefined;
	}

	resolve(reference: Reference): readonly Definition[] {
		return resolve(reference.target, this);
	}

	nearestIds(id: string): readonly string[] {
		// An id that is there looks like no other; and whoever asks of it all the same must not hang on every id like it.
		if (this.byId(id).length > 0) {
			return [];
		}
		return nearestSpellings(id, this.#ground.facts.spellings, 3, this.#note);
	}

	#definitions(key: string): readonly Definition[] {
		this.#note(key);
		return this.#ground.facts.definitions.get(key);
	}
}
