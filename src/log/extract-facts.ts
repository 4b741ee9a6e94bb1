import type { Configuration } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import { intervalOf } from '../core/definition-interval.ts';
import type { DialectFit } from '../core/dialect-fit.ts';
import { recordName } from '../core/record-files.ts';
import { namesOfRecord, prefixesOf, shapeOf } from '../core/record-names.ts';
import type { Reference } from '../core/reference.ts';
import { DAY } from '../core/time/units.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { coverageOf, type RecordCoverage } from './coverage.ts';
import { blocksOf } from './day-blocks.ts';
import { definitionsOf } from './definitions.ts';
import { dialectFitOf } from './dialect-fits.ts';
import type { Fact } from './fact-table.ts';
import {
	bulletinKey,
	dateKey,
	daysKey,
	duplicateOfKey,
	fileKey,
	idKey,
	nameKey,
	postmortemDateKey,
	postmortemOfKey,
	referenceKey,
	shapeKey,
} from './keys.ts';
import { type Spelling, spellingsOf } from './spelling.ts';

/** A name of a definition, under the key of its shape. */
export interface IdShape {
	readonly uri: string;
	readonly name: string;
}

/** A reference and its document. */
export interface PlacedReference {
	readonly uri: string;
	readonly reference: Reference;
}

/** The contribution of a document to the index. */
export interface DocumentFacts {
	/** In page order. Of a bulletin the bulletin itself is first. */
	readonly definitions: readonly Definition[];
	readonly definitionFacts: readonly Fact<Definition>[];
	readonly references: readonly Fact<PlacedReference>[];
	readonly spellings: readonly Fact<Spelling>[];
	readonly shapes: readonly Fact<IdShape>[];
	/** Undefined unless the configuration names a dialect. */
	readonly dialectFit: DialectFit | undefined;
	/** Undefined for documents other than incident records and postmortems. */
	readonly coverage: RecordCoverage | undefined;
}

/** Extracts the facts of a document under the keys that other documents query. */
export function extractFacts(document: LogDocument, configuration: Configuration): DocumentFacts {
	const { uri } = document;
	const definitions = definitionsOf(document, configuration);
	const records = definitions.filter(({ kind }) => kind !== 'bulletin');
	return {
		definitions,
		definitionFacts: definitions.flatMap(value =>
			[...definitionKeys(value), ...dayKeys(value, configuration)].map(key => ({ key, value })),
		),
		references: document.references.map(reference => ({
			key: referenceKey(reference.target),
			value: { uri, reference },
		})),
		spellings: records.flatMap(one => [...writtenNames(one)].flatMap(name => spellingsOf(name, uri))),
		shapes: records.flatMap(shapeFacts),
		dialectFit: dialectFitOf(document, configuration),
		coverage: coverageOf(document, configuration),
	};
}

/** The id of a definition, and the file name of a record. */
function writtenNames({ id, uri, source }: Definition): ReadonlySet<string> {
	return new Set(source === 'record' ? [id, recordName(uri)] : [id]);
}

function shapeFacts(definition: Definition): readonly Fact<IdShape>[] {
	const { uri } = definition;
	return [...writtenNames(definition)].flatMap(name => {
		const shape = shapeOf(name);
		return shape === undefined ? [] : [{ key: shapeKey(shape), value: { uri, name } }];
	});
}

/** The keys of the days of an incident, in UTC. */
function dayKeys(definition: Definition, { timeZone }: Configuration): readonly string[] {
	const interval = intervalOf(definition, timeZone);
	return interval === undefined ? [] : blocksOf(interval.start / DAY, interval.end / DAY).map(daysKey);
}

function definitionKeys(definition: Definition): string[] {
	const { kind, id, uri, date, incidentDay } = definition;
	const keys = [idKey(id), fileKey(uri)];
	if (kind === 'postmortem') {
		keys.push(...new Set(definition.incidents.map(postmortemOfKey)));
	}
	const duplicated = definition.relations.filter(({ relation }) => relation === 'duplicate-of');
	keys.push(...new Set(duplicated.map(other => duplicateOfKey(other.id))));
	if (definition.source === 'record') {
		const names = namesOfRecord(definition);
		// A name that is the id has the key of the id.
		const others = new Set([...names, ...names.flatMap(prefixesOf)].filter(name => name !== id));
		keys.push(...[...others].map(nameKey));
	}
	if (date !== undefined) {
		keys.push({ incident: dateKey, postmortem: postmortemDateKey, bulletin: bulletinKey }[kind](date));
	}
	if (incidentDay !== undefined && incidentDay !== date) {
		keys.push(postmortemDateKey(incidentDay));
	}
	return keys;
}
