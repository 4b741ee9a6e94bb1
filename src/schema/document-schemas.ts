import type { OwnFields } from '../core/configuration.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import { BUNDLED_SCHEMAS } from './bundled.ts';
import { mergeMembers } from './merge.ts';
import { readOwnFields } from './read-own-fields.ts';
import type { Schema } from './schema.ts';

const NO_FIELDS: ReadonlyMap<string, Schema> = new Map();

/** The schemas of a log's documents: the bundled schemas with the log's own fields. */
export class DocumentSchemas {
	readonly #ownFields: ReadonlyMap<DocumentKind, ReadonlyMap<string, Schema>>;
	readonly #schemas = new Map<DocumentKind, Schema>();

	constructor(ownFields: OwnFields) {
		this.#ownFields = readOwnFields(ownFields).fields;
		for (const [kind, fields] of this.#ownFields) {
			const bundled = BUNDLED_SCHEMAS[kind];
			this.#schemas.set(kind, { ...bundled, properties: mergeMembers(bundled.properties, fields, 'extra') });
		}
	}

	/** The schema of a kind. For a field in both, the keywords of the own field take precedence. */
	of(kind: DocumentKind): Schema {
		return this.#schemas.get(kind) ?? BUNDLED_SCHEMAS[kind];
	}

	/** The own fields alone, by name. */
	ownFields(kind: DocumentKind): ReadonlyMap<string, Schema> {
		return this.#ownFields.get(kind) ?? NO_FIELDS;
	}
}
