import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMapping } from '../../src/core/mapping.ts';
import {
	type Validator,
	validateBulletin,
	validateConfiguration,
	validateIncident,
	validatePostmortem,
} from '../../src/generated/validators.js';
import { BUNDLED_SCHEMAS } from '../../src/schema/bundled.ts';
import { checkValue } from '../../src/schema/check-value.ts';
import type { SchemaFault } from '../../src/schema/fault.ts';
import { requiredIncidentFields } from '../../src/schema/fields.ts';
import { MAX_SCHEMA_DEPTH, readOwnFields } from '../../src/schema/read-own-fields.ts';
import { ANY_VALUE, BOUNDS, JSON_TYPES } from '../../src/schema/schema.ts';

const ajv = new Ajv2020({ ownProperties: true, allErrors: true, strict: false, validateFormats: false });

/** The JSON Pointers of faults. Faults below a value of the wrong type are ignored. */
function faultPaths(faults: readonly Pick<ErrorObject, 'keyword' | 'instancePath'>[]): readonly string[] {
	// `if` repeats the faults of its branch.
	const real = faults.filter(({ keyword }) => keyword !== 'if');
	const wrongTypes = real.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [`${instancePath}/`] : []));
	const paths = real.map(({ instancePath }) => instancePath);
	return [...new Set(paths)].filter(path => !wrongTypes.some(start => path.startsWith(start))).sort();
}

/** A duplicate item has its own path; `ajv` gives that of the list. */
function asAjvError({ keyword, path }: SchemaFault): Pick<ErrorObject, 'keyword' | 'instancePath'> {
	const steps = keyword === 'uniqueItems' ? path.slice(0, -1) : path;
	const instancePath = steps.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
	return { keyword, instancePath };
}

/** Keys that begin with `x-` are allowed in every mapping of own fields. */
function withExtensions(schema: unknown): unknown {
	if (!isMapping(schema)) {
		return schema;
	}
	const { items, properties, additionalProperties } = schema;
	return {
		...schema,
		patternProperties: { '^x-': true },
		...(items !== undefined && { items: withExtensions(items) }),
		...(isMapping(properties) && {
			properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, withExtensions(each)])),
		}),
		...(additionalProperties !== undefined && { additionalProperties: withExtensions(additionalProperties) }),
	};
}

/** Small values for both schemas and records, so that both verdicts occur. */
const value = fc.letrec(tie => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constantFrom<unknown>('', 'a', 'ab', '🚒', '🚒🚒', 0, 1, 2, 2.5, -1, true, false, null),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom('a', 'b', 'x-c', 'a/b', '~'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
	),
})).value;

/** Schemas of the keywords that own fields may use. */
const ownSchema = fc.letrec(tie => ({
	schema: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true, maxDepth: MAX_SCHEMA_DEPTH - 1 },
		fc.boolean(),
		fc.record(
			{
				type: fc.oneof(
					fc.constantFrom(...JSON_TYPES),
					fc.uniqueArray(fc.constantFrom(...JSON_TYPES), { minLength: 1, maxLength: 3 }),
				),
				enum: fc.array(value, { minLength: 1, maxLength: 4 }),
				const: value,
				...Object.fromEntries(BOUNDS.map(bound => [bound, fc.integer({ min: 0, max: 3 })])),
				uniqueItems: fc.boolean(),
				items: tie('schema'),
				properties: fc.dictionary(fc.constantFrom('a', 'b', 'a/b', 'constructor'), tie('schema'), {
					maxKeys: 3,
					noNullPrototype: true,
				}),
				required: fc.uniqueArray(fc.constantFrom('a', 'b', 'constructor'), { maxLength: 2 }),
				additionalProperties: tie('schema'),
			},
			{ requiredKeys: [] },
		),
	),
})).schema;

describe('agrees with ajv', () => {
	test('on own fields: same verdict, same paths', () => {
		const verdicts = { valid: 0, invalid: 0 };
		fc.assert(
			fc.property(ownSchema, fc.array(value, { minLength: 1, maxLength: 5 }), (json, values) => {
				const schema = readOwnFields({ incident: { own: { properties: { own: json } } } })
					.fields.get('incident')
					?.get('own');
				const validate = ajv.compile({ properties: { own: withExtensions(json) } });
				for (const own of values) {
					const isValid = validate({ own });
					const faults = [...checkValue({ own }, schema ?? ANY_VALUE, [])];
					expect(faults.length === 0).toBe(isValid);
					expect(faultPaths(faults.map(asAjvError))).toEqual(faultPaths(validate.errors ?? []));
					verdicts[isValid ? 'valid' : 'invalid'] += 1;
				}
			}),
			{ numRuns: 500 },
		);
		// Guards against a vacuous pass: both verdicts must occur.
		expect(verdicts.valid).toBeGreaterThan(100);
		expect(verdicts.invalid).toBeGreaterThan(100);
	});

	test.each([
		['incident', validateIncident],
		['postmortem', validatePostmortem],
		['bulletin', validateBulletin],
		['configuration', validateConfiguration],
	] as const)('on the schema of the kind %s: same verdict, same paths', (kind, validate: Validator) => {
		const verdicts = { valid: 0, invalid: 0 };
		fc.assert(
			fc.property(recordLike(kind), record => {
				const isValid = validate(record);
				const faults = [...checkValue(record, BUNDLED_SCHEMAS[kind], [])];
				const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'pattern');
				expect(faultPaths(faults.map(asAjvError))).toEqual(faultPaths(errors));
				verdicts[isValid ? 'valid' : 'invalid'] += 1;
			}),
			{ numRuns: 1000 },
		);
		expect(verdicts.valid).toBeGreaterThan(10);
		expect(verdicts.invalid).toBeGreaterThan(100);
	});
});

/** Some of the examples that a schema gives for its fields, with at most two of them replaced by what may be wrong. */
function recordLike(kind: keyof typeof BUNDLED_SCHEMAS): fc.Arbitrary<Record<string, unknown>> {
	const { properties } = BUNDLED_SCHEMAS[kind];
	const examples = new Map(
		[...properties].map(
			([
				name,
				{
					examples: [first],
				},
			]) => [name, first],
		),
	);
	const replacement = fc
		.constantFrom<readonly [string, unknown]>(...examples, ['x-a', 1], ['b', 1])
		.chain(([name, example]) => {
			const allowed = properties.get(name)?.values?.list ?? ['text'];
			return fc.tuple(fc.constant(name), fc.oneof(changed(example), value, fc.constantFrom(...allowed)));
		});
	return fc
		.tuple(fc.subarray([...examples]), fc.array(replacement, { maxLength: 2 }))
		.map(([known, replaced]) => Object.fromEntries([...requiredOf(kind), ...known, ...replaced]));
}

/** Usually enough for a record to be valid. */
function requiredOf(kind: keyof typeof BUNDLED_SCHEMAS): readonly (readonly [string, unknown])[] {
	const { properties } = BUNDLED_SCHEMAS[kind];
	const required = kind === 'incident' ? requiredIncidentFields : [];
	return required.map(name => [name, properties.get(name)?.examples[0]]);
}

/** An example with one part of it replaced. */
function changed(example: unknown): fc.Arbitrary<unknown> {
	if (Array.isArray(example)) {
		return fc.oneof(value, changed(example[0])).map(item => [item, ...example.slice(1)]);
	}
	if (isMapping(example)) {
		return fc
			.tuple(
				fc.constantFrom(...Object.keys(example), 'status', 'x-a', 'c'),
				fc.oneof(value, fc.constantFrom('resolved', 'completed')),
			)
			.map(([key, member]) => ({ ...example, [key]: member }));
	}
	return value;
}
