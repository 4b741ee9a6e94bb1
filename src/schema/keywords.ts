import { canonicalText } from '../core/canonical-text.ts';
import type { Mapping } from '../core/mapping.ts';
import { BOUNDS, type Bound, JSON_TYPES, type JsonType } from './schema.ts';

// Readers of the keywords that do not contain other schemas. They ignore invalid values.

/** A text that is not blank, or undefined. */
export function readText(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function readTypes({ type }: Mapping): readonly JsonType[] {
	const names: readonly unknown[] = Array.isArray(type) ? type : [type];
	return [...new Set(names)].flatMap(name => JSON_TYPES.find(known => known === name) ?? []);
}

export function readRequired({ required }: Mapping): readonly string[] {
	const names: readonly unknown[] = Array.isArray(required) ? required : [required];
	return [...new Set(names.flatMap(name => readText(name) ?? []))];
}

/** The values allowed by `enum` and `const`; empty if they contradict each other. Undefined: any value. */
export function readValues(schema: Mapping): readonly unknown[] | undefined {
	const { enum: list, const: single } = schema;
	const values: readonly unknown[] | undefined = Array.isArray(list) && list.length > 0 ? list : undefined;
	if (!Object.hasOwn(schema, 'const')) {
		return values;
	}
	const text = canonicalText(single);
	return values === undefined || values.some(value => canonicalText(value) === text) ? [single] : [];
}

export function readBounds(schema: Mapping): ReadonlyMap<Bound, number> {
	const bounds = new Map<Bound, number>();
	for (const bound of BOUNDS) {
		const value = schema[bound];
		if (typeof value === 'number' && Number.isFinite(value)) {
			bounds.set(bound, value);
		}
	}
	return bounds;
}
