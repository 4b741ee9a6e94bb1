import type { Meaning } from './meaning.ts';

/** What JSON Schema calls the kinds of values. */
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
 * One node of a JSON Schema (draft 2020-12): what is known of one value. It is the same for the schemas that ship and
 * for the fields that a team describes in its configuration. Immutable; references are resolved.
 */
export interface Schema {
	readonly title: string | undefined;
	readonly description: Description | undefined;
	readonly meaning: Meaning | undefined;
	readonly examples: readonly unknown[];
	/** Empty: any type. */
	readonly types: readonly JsonType[];
	/** The only values that are allowed (`enum`, `const`), by their canonical text. Undefined: any value. */
	readonly values: ReadonlyMap<string, unknown> | undefined;
	readonly bounds: ReadonlyMap<Bound, number>;
	readonly uniqueItems: boolean;
	/** Of the first items of a list, one by one. */
	readonly prefixItems: readonly Schema[];
	/** Of the other items. */
	readonly items: Schema | undefined;
	readonly properties: ReadonlyMap<string, Schema>;
	readonly required: readonly string[];
	/** Of keys that `properties` does not name. Undefined, like `true`: anything is allowed. */
	readonly additionalProperties: Schema | boolean | undefined;
	/** Whether keys that begin with `x-` are allowed, whatever `additionalProperties` says. */
	readonly allowsExtensions: boolean;
	readonly not: Schema | undefined;
	readonly condition: Condition | undefined;
}

/** A person's text on a field. A team's own text is plain: it must not become markup. */
export interface Description {
	readonly text: string;
	readonly format: 'markdown' | 'plaintext';
}

/** `if`, `then` and `else`: what else holds for a value, by what it is. */
export interface Condition {
	readonly test: Schema;
	/** Holds where the value passes the test; the other one where it does not. */
	readonly positive: Schema | undefined;
	readonly negative: Schema | undefined;
}

/** JSON Schema's `true`: any value is allowed. */
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

/** JSON Schema's `false`: no value is allowed. */
export const NO_VALUE: Schema = { ...ANY_VALUE, values: new Map() };
