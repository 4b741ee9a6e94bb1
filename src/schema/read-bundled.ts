import { isMapping, type Mapping, memberOf } from '../core/mapping.ts';
import { readBounds, readRequired, readText, readTypes, readValues } from './keywords.ts';
import { MEANINGS, type Meaning } from './meaning.ts';
import { ANY_VALUE, type Condition, NO_VALUE, type Schema } from './schema.ts';
import { ValueSet } from './value-set.ts';

/**
 * Reads a bundled schema. The target of a `$ref` (`#/$defs/<name>`) is merged into the node, whose own keywords take
 * precedence. Nested schemas are read on first access, because a schema may contain itself.
 */
export function readBundledSchema(root: Mapping): Schema {
	return readNode(root, root);
}

function readNode(node: unknown, root: Mapping): Schema {
	if (!isMapping(node)) {
		return node === false ? NO_VALUE : ANY_VALUE;
	}
	const json = resolveReference(node, root);
	const below = (value: unknown) => readNode(value, root);
	const optional = (value: unknown) => (value === undefined ? undefined : below(value));
	const prefixItems = lazy(() => readList(json['prefixItems']).map(below));
	const items = lazy(() => optional(json['items']));
	const properties = lazy(() => {
		const { properties: members } = json;
		return new Map(Object.entries(isMapping(members) ? members : {}).map(([name, member]) => [name, below(member)]));
	});
	const additionalProperties = lazy(() => {
		const { additionalProperties: others } = json;
		return typeof others === 'boolean' ? others : optional(others);
	});
	const not = lazy(() => optional(json['not']));
	const condition = lazy((): Condition | undefined => {
		const { if: test, then: positive, else: negative } = json;
		return test === undefined
			? undefined
			: { test: below(test), positive: optional(positive), negative: optional(negative) };
	});
	const description = readText(json['description']);
	const values = readValues(json);
	return {
		title: readText(json['title']),
		description: description === undefined ? undefined : { text: description, format: 'markdown' },
		meaning: MEANINGS.find(meaning => meaning === json['x-meaning']) satisfies Meaning | undefined,
		examples: readList(json['examples']),
		types: readTypes(json),
		values: values && new ValueSet(values),
		bounds: readBounds(json),
		uniqueItems: json['uniqueItems'] === true,
		required: readRequired(json),
		allowsExtensions: memberOf(json['patternProperties'], '^x-') !== undefined,
		get prefixItems() {
			return prefixItems();
		},
		get items() {
			return items();
		},
		get properties() {
			return properties();
		},
		get additionalProperties() {
			return additionalProperties();
		},
		get not() {
			return not();
		},
		get condition() {
			return condition();
		},
	};
}

function resolveReference(node: Mapping, root: Mapping): Mapping {
	const name = readText(node['$ref'])?.slice('#/$defs/'.length);
	const target = name === undefined ? undefined : memberOf(root['$defs'], name);
	return isMapping(target) ? { ...target, ...node } : node;
}

function readList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** A function that computes its result on the first call. */
function lazy<T>(read: () => T): () => T {
	let result: { readonly value: T } | undefined;
	return () => {
		result ??= { value: read() };
		return result.value;
	};
}
