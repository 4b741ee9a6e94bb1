import type { OwnFields } from '../core/configuration.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import { BUNDLED_SCHEMAS } from './bundled.ts';
import { mergeMembers } from './merge.ts';
import { readOwnFields } from './read-own-fields.ts';
import type { Schema } from './schema.ts';

const NO_FIELDS: ReadonlyMap<string, Schema> = new Map();

/** The schemas of a log's documents: those that ship, with the fields that the team describes in its configuration. */
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

	/** Of a field that both describe, what the team states wins. */
	of(kind: DocumentKind): Schema {
		return this.#schemas.get(kind) ?? BUNDLED_SCHEMAS[kind];
	}

	/** The team's own fields alone. */
	ownFields(kind: DocumentKind): ReadonlyMap<string, Schema> {
		return this.#ownFields.get(kind) ?? NO_FIELDS;
	}
}
