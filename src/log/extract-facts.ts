import type { Configuration } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import type { Reference } from '../core/reference.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { definitionsOf } from './definitions.ts';
import type { Fact } from './fact-table.ts';
import {
	bulletinKey,
	dateKey,
	duplicateOfKey,
	fileKey,
	idKey,
	postmortemDateKey,
	postmortemOfKey,
	referenceKey,
} from './keys.ts';
import { type Spelling, spellingsOf } from './spelling.ts';

/** A reference and the document that it stands in. */
export interface PlacedReference {
	readonly uri: string;
	readonly reference: Reference;
}

/** All that a document tells the log. */
export interface DocumentFacts {
	/** In page order; of a bulletin the bulletin itself first. */
	readonly definitions: readonly Definition[];
	readonly definitionFacts: readonly Fact<Definition>[];
	readonly references: readonly Fact<PlacedReference>[];
	readonly spellings: readonly Fact<Spelling>[];
}

/** Turns a document into the facts that other documents may ask for. */
export function extractFacts(document: LogDocument, configuration: Configuration): DocumentFacts {
	const { uri } = document;
	const definitions = definitionsOf(document, configuration);
	return {
		definitions,
		definitionFacts: definitions.flatMap(value => definitionKeys(value).map(key => ({ key, value }))),
		references: document.references.map(reference => ({
			key: referenceKey(reference.target),
			value: { uri, reference },
		})),
		spellings: definitions.filter(({ kind }) => kind !== 'bulletin').flatMap(({ id }) => spellingsOf(id, uri)),
	};
}

function definitionKeys(definition: Definition): string[] {
	const { kind, id, uri, date } = definition;
	const keys = [idKey(id), fileKey(uri)];
	if (kind === 'postmortem') {
		keys.push(...new Set(definition.incidents.map(postmortemOfKey)));
	}
	const duplicated = definition.relations.filter(({ relation }) => relation === 'duplicate-of');
	keys.push(...new Set(duplicated.map(other => duplicateOfKey(other.id))));
	if (date !== undefined) {
		keys.push({ incident: dateKey, postmortem: postmortemDateKey, bulletin: bulletinKey }[kind](date));
	}
	return keys;
}
