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
}

/** Extracts the facts of a document under the keys that other documents query. */
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
