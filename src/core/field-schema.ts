/** What JSON Schema calls the kinds of values. */
export const JSON_TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** Keywords that bound a number, the characters of a text, or the items of a list. */
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
 * What a team says of a field of its own: the part of JSON Schema (draft 2020-12) that can be checked without building
 * code, which no web page with a content security policy may do, and without running a pattern of the repository's.
 */
export interface FieldSchema {
	readonly title: string | undefined;
	/** The team's own words: text, not Markdown. */
	readonly description: string | undefined;
	/** Empty: any. */
	readonly types: readonly JsonType[];
	/** The only values that will do, that of `const` among them: plain data by its canonical text. Undefined: any. */
	readonly values: ReadonlyMap<string, unknown> | undefined;
	readonly bounds: ReadonlyMap<Bound, number>;
	readonly uniqueItems: boolean;
	readonly items: FieldSchema | undefined;
	readonly properties: ReadonlyMap<string, FieldSchema>;
	readonly required: readonly string[];
	readonly additionalProperties: FieldSchema | boolean;
}

/** JSON Schema's `true`. */
export const ANY_VALUE: FieldSchema = {
	title: undefined,
	description: undefined,
	types: [],
	values: undefined,
	bounds: new Map(),
	uniqueItems: false,
	items: undefined,
	properties: new Map(),
	required: [],
	additionalProperties: true,
};
