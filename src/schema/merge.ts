import type { Schema } from './schema.ts';

/** The schema whose title, description, examples and meaning are used if both have them. */
type Annotations = 'base' | 'extra';

/** Merges two schemas: a value must be allowed by both. Of a keyword in both, that of `extra` is used. */
export function mergeSchemas(base: Schema, extra: Schema, annotations: Annotations): Schema {
	const [first, second] = annotations === 'base' ? [base, extra] : [extra, base];
	return {
		title: first.title ?? second.title,
		description: first.description ?? second.description,
		meaning: first.meaning ?? second.meaning,
		examples: first.examples.length > 0 ? first.examples : second.examples,
		types: extra.types.length > 0 ? extra.types : base.types,
		values: extra.values ?? base.values,
		bounds: new Map([...base.bounds, ...extra.bounds]),
		uniqueItems: base.uniqueItems || extra.uniqueItems,
		prefixItems: extra.prefixItems.length > 0 ? extra.prefixItems : base.prefixItems,
		items: base.items && extra.items ? mergeSchemas(base.items, extra.items, annotations) : (extra.items ?? base.items),
		properties: mergeMembers(base.properties, extra.properties, annotations),
		required: [...new Set([...base.required, ...extra.required])],
		additionalProperties: extra.additionalProperties ?? base.additionalProperties,
		allowsExtensions: base.allowsExtensions || extra.allowsExtensions,
		not: extra.not ?? base.not,
		condition: extra.condition ?? base.condition,
	};
}

/** Members of `base` in their order, then those of `extra` only. */
export function mergeMembers(
	base: ReadonlyMap<string, Schema>,
	extra: ReadonlyMap<string, Schema>,
	annotations: Annotations,
): ReadonlyMap<string, Schema> {
	const members = new Map(base);
	for (const [name, schema] of extra) {
		const inBase = base.get(name);
		members.set(name, inBase ? mergeSchemas(inBase, schema, annotations) : schema);
	}
	return members;
}
