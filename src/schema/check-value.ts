import { canonicalText } from '../core/canonical-text.ts';
import type { DataPath } from '../core/data-path.ts';
import { isMapping, type Mapping } from '../core/mapping.ts';
import type { SchemaFault } from './fault.ts';
import type { Bound, JsonType, Schema } from './schema.ts';

/**
 * Yields the faults of a value against a schema. Does not compile code, which a content security policy forbids. A value
 * of the wrong type has only this fault. Lazy, so that a caller can stop after some faults of a long list.
 */
export function* checkValue(value: unknown, schema: Schema, path: DataPath): Iterable<SchemaFault> {
	const { types, values, bounds, not, condition } = schema;
	const fault = (keyword: string, params: SchemaFault['params']): SchemaFault => ({ keyword, path, params, schema });
	if (types.length > 0 && !types.some(type => isOfType(value, type))) {
		yield fault('type', { type: types });
		return;
	}
	if (values && !values.has(value)) {
		yield fault('enum', { allowedValues: values.list });
	}
	for (const [bound, limit] of bounds) {
		if (!IS_WITHIN[bound](value, limit)) {
			yield fault(bound, { limit });
		}
	}
	if (not && isAllowed(value, not)) {
		yield fault('not', {});
	}
	if (Array.isArray(value)) {
		yield* checkItems(value, schema, path);
	} else if (isMapping(value)) {
		yield* checkMembers(value, schema, path);
	}
	const branch = condition && (isAllowed(value, condition.test) ? condition.positive : condition.negative);
	if (branch) {
		yield* checkValue(value, branch, path);
	}
}

export function isAllowed(value: unknown, schema: Schema): boolean {
	for (const _ of checkValue(value, schema, [])) {
		return false;
	}
	return true;
}

function* checkItems(list: readonly unknown[], schema: Schema, path: DataPath): Iterable<SchemaFault> {
	const seen = new Set<string>();
	for (const [index, item] of list.entries()) {
		if (schema.uniqueItems) {
			const key = canonicalText(item);
			if (seen.has(key)) {
				yield { keyword: 'uniqueItems', path: [...path, index], params: {}, schema };
			}
			seen.add(key);
		}
		const itemSchema = schema.prefixItems[index] ?? schema.items;
		if (itemSchema) {
			yield* checkValue(item, itemSchema, [...path, index]);
		}
	}
}

function* checkMembers(mapping: Mapping, schema: Schema, path: DataPath): Iterable<SchemaFault> {
	const { required, properties, additionalProperties, allowsExtensions } = schema;
	for (const name of required) {
		if (!Object.hasOwn(mapping, name)) {
			yield { keyword: 'required', path, params: { missingProperty: name }, schema };
		}
	}
	for (const [name, member] of Object.entries(mapping)) {
		const isExtension = allowsExtensions && name.startsWith('x-');
		const memberSchema = properties.get(name) ?? (isExtension ? undefined : additionalProperties);
		if (memberSchema === false) {
			yield { keyword: 'additionalProperties', path, params: { additionalProperty: name }, schema };
		} else if (typeof memberSchema === 'object') {
			yield* checkValue(member, memberSchema, [...path, name]);
		}
	}
}

function isOfType(value: unknown, type: JsonType): boolean {
	switch (type) {
		case 'null':
			return value === null;
		case 'array':
			return Array.isArray(value);
		case 'object':
			return isMapping(value);
		case 'integer':
			return Number.isInteger(value);
		case 'string':
		case 'number':
		case 'boolean':
			return typeof value === type;
	}
}

/** A bound is satisfied by every value of another type. */
const IS_WITHIN: Readonly<Record<Bound, (value: unknown, limit: number) => boolean>> = {
	minimum: (value, limit) => typeof value !== 'number' || value >= limit,
	maximum: (value, limit) => typeof value !== 'number' || value <= limit,
	exclusiveMinimum: (value, limit) => typeof value !== 'number' || value > limit,
	exclusiveMaximum: (value, limit) => typeof value !== 'number' || value < limit,
	minLength: (value, limit) => typeof value !== 'string' || characterCount(value) >= limit,
	maxLength: (value, limit) => typeof value !== 'string' || characterCount(value) <= limit,
	minItems: (value, limit) => !Array.isArray(value) || value.length >= limit,
	maxItems: (value, limit) => !Array.isArray(value) || value.length <= limit,
};

/** JSON Schema counts Unicode code points, not UTF-16 code units. */
function characterCount(text: string): number {
	return [...text].length;
}
