import type { DataPath } from '../core/data-path.ts';
import { isMapping, memberOf } from '../core/mapping.ts';
import { isAllowed } from './check-value.ts';
import { mergeSchemas } from './merge.ts';
import type { Schema } from './schema.ts';

/** A value and its schema with unresolved conditions. */
interface Position {
	readonly schema: Schema;
	readonly value: unknown;
}

/**
 * Returns the schema of the value at a path of keys and indices; undefined if the schema does not describe it.
 *
 * Conditions (`if`) are resolved by `data`, the value of the root schema. It may be absent or incomplete, as while the user
 * types: missing values on the path are replaced by empty lists or mappings.
 */
export function schemaAt(root: Schema, path: DataPath, data?: unknown): Schema | undefined {
	const position = walk(root, path, data);
	return position && chooseBranches(position.schema, position.value ?? emptyValue(position.schema));
}

/** Like `schemaAt`, for a position at which a mapping will be inserted, independent of the present value. */
export function mappingSchemaAt(root: Schema, path: DataPath, data?: unknown): Schema | undefined {
	const position = walk(root, path, data);
	return position && chooseBranches(position.schema, isMapping(position.value) ? position.value : {});
}

function walk(root: Schema, path: DataPath, data: unknown): Position | undefined {
	let schema: Schema | undefined = root;
	let value = data;
	for (const step of path) {
		schema = memberSchema(chooseBranches(schema, containerFor(step, value)), step);
		if (schema === undefined) {
			return undefined;
		}
		value = Array.isArray(value) ? value[Number(step)] : memberOf(value, String(step));
	}
	return { schema, value };
}

/** Resolves the condition of a schema: merges the branch that applies to a value into it and keeps its annotations. */
export function chooseBranches(schema: Schema, value: unknown): Schema {
	const { condition } = schema;
	if (condition === undefined) {
		return schema;
	}
	const branch = isAllowed(value, condition.test) ? condition.positive : condition.negative;
	const unconditional = { ...schema, condition: undefined };
	return branch ? mergeSchemas(unconditional, chooseBranches(branch, value), 'base') : unconditional;
}

function memberSchema(schema: Schema, step: string | number): Schema | undefined {
	if (typeof step === 'number') {
		return schema.prefixItems[step] ?? schema.items;
	}
	const { properties, additionalProperties } = schema;
	return properties.get(step) ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
}

/** The value if the step can lead into it; otherwise an empty list or mapping for the step. */
function containerFor(step: string | number, value: unknown): unknown {
	if (Array.isArray(value)) {
		return typeof step === 'number' ? value : {};
	}
	if (isMapping(value)) {
		return typeof step === 'number' ? [] : value;
	}
	return typeof step === 'number' ? [] : {};
}

/** The value assumed for an absent one: an empty mapping if the schema allows only mappings. */
function emptyValue({ types }: Schema): unknown {
	return types.length === 1 && types[0] === 'object' ? {} : null;
}
