import type { OwnFields } from '../core/configuration.ts';
import type { DataPath } from '../core/data-path.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import { isMapping, type Mapping } from '../core/mapping.ts';
import { readBounds, readRequired, readText, readTypes, readValues } from './keywords.ts';
import { ANY_VALUE, NO_VALUE, type Schema } from './schema.ts';
import { ValueSet } from './value-set.ts';

/** Levels of nested schemas. */
export const MAX_SCHEMA_DEPTH = 8;
/** Number of schemas in all fields, including nested ones. */
export const MAX_SCHEMAS = 500;
/** Number of values of one `enum`. */
export const MAX_VALUES = 500;

export interface OwnFieldSchemas {
	/** By kind of document and field name. Kinds without own fields are absent. */
	readonly fields: ReadonlyMap<DocumentKind, ReadonlyMap<string, Schema>>;
	/** Schemas that are nested too deeply, which are not read. */
	readonly tooDeep: readonly DataPath[];
	/** `enum` keywords with too many values, which are not read. */
	readonly tooLong: readonly DataPath[];
	/** The first schema beyond the limit. It and the following ones are not read. */
	readonly tooMany: DataPath | undefined;
}

const KINDS = ['incident', 'postmortem', 'bulletin'] as const satisfies readonly DocumentKind[];

/**
 * Reads the schemas of own fields: the part of JSON Schema that can be checked without compiling code, which a content
 * security policy forbids, and without regular expressions of an untrusted repository. The limits bound the cost of a
 * hostile configuration. Paths start at the root of the configuration.
 */
export function readOwnFields(ownFields: OwnFields): OwnFieldSchemas {
	const reader = new OwnFieldReader();
	const fields = new Map<DocumentKind, ReadonlyMap<string, Schema>>();
	for (const kind of KINDS) {
		const schemas = reader.readMembers(ownFields[kind], ['fields', kind], 1);
		// `false` as the schema of a field means that the field does not exist.
		const allowed = new Map([...schemas].filter(([, schema]) => schema !== NO_VALUE));
		if (allowed.size > 0) {
			fields.set(kind, allowed);
		}
	}
	const { tooDeep, tooLong, tooMany } = reader;
	return { fields, tooDeep, tooLong, tooMany };
}

class OwnFieldReader {
	readonly tooDeep: DataPath[] = [];
	readonly tooLong: DataPath[] = [];
	tooMany: DataPath | undefined;
	#count = 0;

	readMembers(value: unknown, path: DataPath, depth: number): ReadonlyMap<string, Schema> {
		const schemas = new Map<string, Schema>();
		for (const [name, member] of Object.entries(isMapping(value) ? value : {})) {
			const schema = this.#read(member, [...path, name], depth);
			if (schema) {
				schemas.set(name, schema);
			}
		}
		return schemas;
	}

	#read(value: unknown, path: DataPath, depth: number): Schema | undefined {
		if (typeof value === 'boolean') {
			return value ? ANY_VALUE : NO_VALUE;
		}
		if (!isMapping(value) || this.tooMany) {
			return undefined;
		}
		if (depth > MAX_SCHEMA_DEPTH) {
			this.tooDeep.push(path);
			return undefined;
		}
		if (++this.#count > MAX_SCHEMAS) {
			this.tooMany = path;
			return undefined;
		}
		const below = (keyword: string) => this.#read(value[keyword], [...path, keyword], depth + 1);
		const text = readText(value['description']) ?? readText(value['title']);
		return {
			...ANY_VALUE,
			title: readText(value['title']),
			description: text === undefined ? undefined : { text, format: 'plaintext' },
			types: readTypes(value),
			values: this.#readValues(value, path),
			bounds: readBounds(value),
			uniqueItems: value['uniqueItems'] === true,
			items: below('items'),
			properties: this.readMembers(value['properties'], [...path, 'properties'], depth + 1),
			required: readRequired(value),
			additionalProperties: value['additionalProperties'] === false ? false : below('additionalProperties'),
			allowsExtensions: true,
		};
	}

	#readValues(schema: Mapping, path: DataPath): ValueSet | undefined {
		const values = readValues(schema);
		if (values && values.length > MAX_VALUES) {
			this.tooLong.push([...path, 'enum']);
			return undefined;
		}
		return values && new ValueSet(values);
	}
}
