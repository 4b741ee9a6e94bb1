import { canonicalText } from '../../core/canonical-text.ts';
import type { Bound, FieldSchema, JsonType } from '../../core/field-schema.ts';
import type { DataPath } from '../../parse/data.ts';
import type { SchemaFault } from './schema-faults.ts';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * What a field of the team's own has wrong, in the form in which the compiled schemas say it. An interpreter of the few
 * keywords that there are: it builds no code, and as its caller takes as many faults as it wants, a hostile list of a
 * hundred thousand wrong items costs no more than the first of them.
 */
export function* ownFieldFaults(value: unknown, schema: FieldSchema, path: DataPath): Iterable<SchemaFault> {
	const { types, values } = schema;
	if (types.length > 0 && !types.some(type => isOfType(value, type))) {
		yield fault('type', path, { type: types });
		return;
	}
	if (values && !values.has(canonicalText(value))) {
		yield fault('enum', path, { allowedValues: [...values.values()] });
	}
	for (const [bound, limit] of schema.bounds) {
		if (!HOLDS[bound](value, limit)) {
			yield fault(bound, path, { limit });
		}
	}
	if (Array.isArray(value)) {
		yield* listFaults(value, schema, path);
	} else if (isMapping(value)) {
		yield* mappingFaults(value, schema, path);
	}
}

function* listFaults(list: readonly unknown[], schema: FieldSchema, path: DataPath): Iterable<SchemaFault> {
	const seen = new Set<string>();
	for (const [index, item] of list.entries()) {
		if (schema.uniqueItems) {
			const key = canonicalText(item);
			if (seen.has(key)) {
				yield fault('uniqueItems', [...path, index], {});
			}
			seen.add(key);
		}
		if (schema.items) {
			yield* ownFieldFaults(item, schema.items, [...path, index]);
		}
	}
}

function* mappingFaults(mapping: Mapping, schema: FieldSchema, path: DataPath): Iterable<SchemaFault> {
	const { required, properties, additionalProperties } = schema;
	for (const name of required) {
		if (!Object.hasOwn(mapping, name)) {
			yield fault('required', path, { missingProperty: name });
		}
	}
	for (const [name, member] of Object.entries(mapping)) {
		const known = properties.get(name) ?? (name.startsWith('x-') ? true : additionalProperties);
		if (known === false) {
			yield fault('additionalProperties', path, { additionalProperty: name }, [...properties.keys()]);
		} else if (known !== true) {
			yield* ownFieldFaults(member, known, [...path, name]);
		}
	}
}

function fault(
	keyword: string,
	path: DataPath,
	params: SchemaFault['params'],
	fields?: readonly string[],
): SchemaFault {
	// RFC 6901, section 3.
	const instancePath = path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
	return { keyword, instancePath, schemaPath: '', params, path, ...(fields && { fields }) };
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

function isMapping(value: unknown): value is Mapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A bound holds for every value of another kind. */
const HOLDS: Readonly<Record<Bound, (value: unknown, limit: number) => boolean>> = {
	minimum: (value, limit) => typeof value !== 'number' || value >= limit,
	maximum: (value, limit) => typeof value !== 'number' || value <= limit,
	exclusiveMinimum: (value, limit) => typeof value !== 'number' || value > limit,
	exclusiveMaximum: (value, limit) => typeof value !== 'number' || value < limit,
	minLength: (value, limit) => typeof value !== 'string' || characters(value) >= limit,
	maxLength: (value, limit) => typeof value !== 'string' || characters(value) <= limit,
	minItems: (value, limit) => !Array.isArray(value) || value.length >= limit,
	maxItems: (value, limit) => !Array.isArray(value) || value.length <= limit,
};

/** JSON Schema counts those of Unicode, not UTF-16 units. */
function characters(text: string): number {
	return [...text].length;
}
