import type { Meaning } from './meaning.ts';
import { ValueSet } from './value-set.ts';

/** The types of values in JSON Schema. */
export const JSON_TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** Keywords that limit a number, the length of a text, or the length of a list. */
export const BOUNDS = [
	'minimum',
	'maximum',
	'exclusiveMinimum',
	'exclusiveMaximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
] as const;
export type Bound = (typeof BOUNDS)[number];

/**
 * One node of a JSON Schema (draft 2020-12), the schema of one value. Used for the bundled schemas and for own fields.
 * Immutable; references are resolved.
 */
export interface Schema {
	readonly title: string | undefined;
	readonly description: Description | undefined;
	readonly meaning: Meaning | undefined;
	readonly examples: readonly unknown[];
	/** Empty: any type. */
	readonly types: readonly JsonType[];
	/** The allowed values (`enum`, `const`). Undefined: any value. */
	readonly values: ValueSet | undefined;
	readonly bounds: ReadonlyMap<Bound, number>;
	readonly uniqueItems: boolean;
	/** The schemas of the first items of a list. */
	readonly prefixItems: readonly Schema[];
	/** The schema of the other items. */
	readonly items: Schema | undefined;
	readonly properties: ReadonlyMap<string, Schema>;
	readonly required: readonly string[];
	/** The schema of keys that are not in `properties`. Undefined, like `true`: any value is allowed. */
	readonly additionalProperties: Schema | boolean | undefined;
	/** Whether keys that begin with `x-` are allowed independently of `additionalProperties`. */
	readonly allowsExtensions: boolean;
	readonly not: Schema | undefined;
	readonly condition: Condition | undefined;
}

/** The documentation of a field. That of an own field is plain text: untrusted text must not become markup. */
export interface Description {
	readonly text: string;
	readonly format: 'markdown' | 'plaintext';
}

/** `if`, `then` and `else`. */
export interface Condition {
	readonly test: Schema;
	/** Applies if the value passes the test. */
	readonly positive: Schema | undefined;
	/** Applies if the value does not pass the test. */
	readonly negative: Schema | undefined;
}

/** The schema `true`: any value is allowed. */
export const ANY_VALUE: Schema = {
	title: undefined,
	description: undefined,
	meaning: undefined,
	examples: [],
	types: [],
	values: undefined,
	bounds: new Map(),
	uniqueItems: false,
	prefixItems: [],
	items: undefined,
	properties: new Map(),
	required: [],
	additionalProperties: undefined,
	allowsExtensions: false,
	not: undefined,
	condition: undefined,
};

/** The schema `false`: no value is allowed. */
export const NO_VALUE: Schema = { ...ANY_VALUE, values: new ValueSet([]) };
