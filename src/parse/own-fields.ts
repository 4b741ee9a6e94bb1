import { canonicalText } from '../core/canonical-text.ts';
import type { OwnFields } from '../core/configuration.ts';
import type { DocumentKind } from '../core/document-kind.ts';
import { ANY_VALUE, BOUNDS, type Bound, type FieldSchema, JSON_TYPES } from '../core/field-schema.ts';
import type { DataPath } from './data.ts';
import { type Fields, oneOf } from './fields.ts';

/** A schema within a schema within … : no record nests as deeply. */
export const MAX_SCHEMA_DEPTH = 8;
/** Of all fields together, each level of each of them counted. */
export const MAX_SCHEMAS = 500;
/** Of one `enum`. */
export const MAX_VALUES = 500;

export interface OwnFieldsReading {
	readonly fields: OwnFields;
	/** Where schemas, and lists of values, stand that are not read, because they are nested too deeply or are too many. */
	readonly tooDeep: readonly DataPath[];
	readonly tooLong: readonly DataPath[];
	readonly tooMany: DataPath | undefined;
}

const KINDS = ['incident', 'postmortem', 'bulletin'] as const satisfies readonly DocumentKind[];

/** The fields of a team's own that a configuration states. A keyword with a value that it cannot have is left out. */
export function readOwnFields(configuration: Fields): OwnFieldsReading {
	const reader = new SchemaReader();
	const fields: Partial<Record<DocumentKind, ReadonlyMap<string, FieldSchema>>> = {};
	for (const kind of KINDS) {
		const path = ['fields', kind];
		const known = reader.readAll(configuration.data?.at(path)?.value, path);
		if (known.size > 0) {
			fields[kind] = known;
		}
	}
	const { tooDeep, tooLong, tooMany } = reader;
	return { fields, tooDeep, tooLong, tooMany };
}

class SchemaReader {
	readonly tooDeep: DataPath[] = [];
	readonly tooLong: DataPath[] = [];
	tooMany: DataPath | undefined;
	#count = 0;

	/** Schemas by name. */
	readAll(value: unknown, path: DataPath, depth = 1): ReadonlyMap<string, FieldSchema> {
		const schemas = new Map<string, FieldSchema>();
		for (const [name, member] of Object.entries(isMapping(value) ? value : {})) {
			const schema = this.#read(member, [...path, name], depth);
			if (schema) {
				schemas.set(name, schema);
			}
		}
		return schemas;
	}

	#read(value: unknown, path: DataPath, depth: number): FieldSchema | undefined {
		if (value === true) {
			return ANY_VALUE;
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
		return {
			title: textOf(value['title']),
			description: textOf(value['description']),
			types: listOf(value['type']).flatMap(type => oneOf(JSON_TYPES, textOf(type)) ?? []),
			values: this.#valuesOf(value, path),
			bounds: boundsOf(value),
			uniqueItems: value['uniqueItems'] === true,
			items: below('items'),
			properties: this.readAll(value['properties'], [...path, 'properties'], depth + 1),
			required: [...new Set(listOf(value['required']).flatMap(name => textOf(name) ?? []))],
			additionalProperties: value['additionalProperties'] !== false && (below('additionalProperties') ?? true),
		};
	}

	/** `const` says more than `enum`. */
	#valuesOf(schema: Mapping, path: DataPath): ReadonlyMap<string, unknown> | undefined {
		const values = 'const' in schema ? [schema['const']] : schema['enum'];
		if (!Array.isArray(values) || values.length === 0) {
			return undefined;
		}
		if (values.length > MAX_VALUES) {
			this.tooLong.push([...path, 'enum']);
			return undefined;
		}
		return new Map(values.map(value => [canonicalText(value), value]));
	}
}

type Mapping = Readonly<Record<string, unknown>>;

/** YAML's mappings have no prototype, so that a key is what was written and nothing else. */
function isMapping(value: unknown): value is Mapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [value];
}

function boundsOf(schema: Mapping): ReadonlyMap<Bound, number> {
	const bounds = new Map<Bound, number>();
	for (const bound of BOUNDS) {
		const value = schema[bound];
		if (typeof value === 'number' && Number.isFinite(value)) {
			bounds.set(bound, value);
		}
	}
	return bounds;
}
