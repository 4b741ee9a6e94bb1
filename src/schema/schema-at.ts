import type { DataPath } from '../core/data-path.ts';
import { isMapping, memberOf } from '../core/mapping.ts';
import { isAllowed } from './check-value.ts';
import { mergeSchemas } from './merge.ts';
import type { Schema } from './schema.ts';

/** In a path, an item of a list whose index does not matter. */
export const ANY_ITEM = '*';

/** A value and its schema, whose conditions are not decided yet. */
interface Position {
	readonly schema: Schema;
	readonly value: unknown;
}

/**
 * Returns the schema of the value at a path of keys and indices; undefined if the schema does not describe it.
 *
 * Where a schema has conditions (`if`), the branch is chosen by the data: `data` is the value that the schema describes.
 * It may be absent or incomplete, as it is while the user types: a value that the path leads through counts as an empty
 * list or mapping then.
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

/** The schema without conditions: the branches that hold for a value are merged into it, and its own texts stay. */
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
	const item = step === ANY_ITEM ? (schema.prefixItems[0] ?? schema.items) : undefined;
	return item ?? properties.get(step) ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
}

/** The value itself where the step leads into it; else an empty value that it could lead into. */
function containerFor(step: string | number, value: unknown): unknown {
	if (Array.isArray(value)) {
		return typeof step === 'number' || step === ANY_ITEM ? value : {};
	}
	if (isMapping(value)) {
		return typeof step === 'number' ? [] : value;
	}
	return typeof step === 'number' || step === ANY_ITEM ? [] : {};
}

/** What a value that is not there yet will be, where only one thing can be. */
function emptyValue({ types }: Schema): unknown {
	return types.length === 1 && types[0] === 'object' ? {} : null;
}
