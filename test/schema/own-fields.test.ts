import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { openWorkspace } from '../../src/log/workspace.ts';
import { rules } from '../../src/rules/index.ts';
import { MAX_SCHEMA_DEPTH, MAX_SCHEMAS, MAX_VALUES } from '../../src/schema/read-own-fields.ts';
import { BOUNDS, JSON_TYPES } from '../../src/schema/schema.ts';
import { findingLines } from '../rules/report-text.ts';

const HEAD = 'title: Mail was late\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n';

/** Formats the schema findings of an incident with a field `own`. `schema`: its schema as YAML on one line. */
function findingsFor(schema: string, value: string): readonly string[] {
	const text = `//- /incident-log.yaml\nfields: { incident: { own: ${schema} } }\n//- /incidents/2024-08-26-mail.yaml\n${HEAD}${value}\n`;
	return findingLines(text, 'schema/').map(line => line.replace(/^\S+ schema\//, ''));
}

describe('accepts a value that its schema allows', () => {
	test.each([
		['true', 'own: anything'],
		['{}', 'own: { a: [1] }'],
		['{ type: string }', 'own: 2024-08-26'],
		['{ type: [string, "null"] }', 'own:'],
		['{ type: integer }', 'own: 3.0'],
		['{ type: number, exclusiveMinimum: 0, maximum: 2.5 }', 'own: 2.5'],
		['{ enum: [1, { a: 1, b: [2] }] }', 'own: { b: [2], a: 1 }'],
		['{ const: no }', 'own: no'],
		['{ type: string, minLength: 2, maxLength: 2 }', 'own: 🚒🚒'],
		['{ type: array, uniqueItems: true, minItems: 2, items: { type: string } }', 'own: [a, b]'],
		['{ minimum: 5, minLength: 5, minItems: 5 }', 'own: true'],
		['{ properties: { a: { type: string } }, required: [a], additionalProperties: false }', 'own: { a: b, x-c: d }'],
		['{ properties: { constructor: { type: string } } }', 'own: { toString: 5, __proto__: 5 }'],
		['{ additionalProperties: { type: integer } }', 'own: { a: 1, b: 2 }'],
		['{ format: date, default: 5, examples: [5], $comment: x, x-shown: true }', 'own: five'],
		['{ enum: [] , type: [] }', ''],
	])('%s %s', (schema, value) => {
		expect(findingsFor(schema, value).filter(line => line.includes('own'))).toEqual([]);
	});
});

describe('reports each disallowed value once', () => {
	test.each<[string, string, ...string[]]>([
		['{ type: string }', 'own: 5', 'invalid «5» Wrong type of `own`: number `5`. Expected text.'],
		['{ type: string, enum: [a] }', 'own: 5', 'invalid «5» Wrong type of `own`: number `5`. Expected text.'],
		['{ type: integer }', 'own: 2.5', 'invalid «2.5» Wrong type of `own`: number `2.5`. Expected a whole number.'],
		[
			'{ type: [number, boolean] }',
			'own: x',
			'invalid «x» Wrong type of `own`: text `x`. Expected a number or a boolean (`true` or `false`).',
		],
		['{ type: array }', 'own: x', 'invalid «x» Wrong type of `own`: text `x`. Expected a list.'],
		['{ type: object }', 'own: [x]', 'invalid «own» Wrong type of `own`: list. Expected a mapping.'],
		['{ type: string }', 'own:', 'invalid «own» Missing value of `own`. Expected text.'],
		['{ enum: [iad, 5] }', 'own: 6', 'invalid «6» Invalid value `6` of `own`. Expected `iad` or `5`.'],
		['{ enum: [iad] }', 'own: [iad]', 'invalid «own» Invalid list in `own`. Expected `iad`.'],
		['{ const: iad }', 'own: ord', 'invalid «ord» Invalid value `ord` of `own`. Expected `iad`.'],
		['{ minimum: 0 }', 'own: -1', 'invalid «-1» Invalid value `-1` of `own`. Expected at least `0`.'],
		['{ maximum: 0 }', 'own: 1', 'invalid «1» Invalid value `1` of `own`. Expected at most `0`.'],
		['{ exclusiveMinimum: 0 }', 'own: 0', 'invalid «0» Invalid value `0` of `own`. Expected more than `0`.'],
		['{ exclusiveMaximum: 0 }', 'own: 0', 'invalid «0» Invalid value `0` of `own`. Expected less than `0`.'],
		['{ minLength: 1 }', 'own: ""', 'invalid «own» Empty text in `own`. Expected text.'],
		['{ minLength: 3 }', 'own: ab', 'invalid «ab» Invalid value `ab` of `own`. Expected at least 3 characters.'],
		['{ maxLength: 1 }', 'own: ab', 'invalid «ab» Invalid value `ab` of `own`. Expected at most one character.'],
		['{ minItems: 1 }', 'own: []', 'invalid «own» Empty list in `own`. Expected at least one item.'],
		['{ minItems: 2 }', 'own: [a]', 'invalid «own» Too few items in `own`: 1. Expected at least 2 items.'],
		['{ maxItems: 1 }', 'own: [a, b]', 'invalid «own» Too many items in `own`: 2. Expected at most one item.'],
		['{ uniqueItems: true }', 'own: [a, b, a]', 'invalid «a» Duplicate value `a` in `own`. Expected each value once.'],
		[
			'{ items: { type: integer } }',
			'own: [1, b, c]',
			'invalid «b» Wrong type of item in `own`: text `b`. Expected a whole number.',
			'invalid «c» Wrong type of item in `own`: text `c`. Expected a whole number.',
		],
		[
			'{ properties: { a: { properties: { b: { enum: [c] } } } } }',
			'own: { a: { b: d } }',
			'invalid «d» Invalid value `d` of `b`. Expected `c`.',
		],
		[
			'{ additionalProperties: { type: integer } }',
			'own: { a: b }',
			'invalid «b» Wrong type of `a`: text `b`. Expected a whole number.',
		],
		['{ required: [a, a] }', 'own: { b: 1 }', 'invalid «b» Missing field `a` in `own`. Expected a value.'],
		[
			'{ required: [constructor] }',
			'own: { b: 1 }',
			'invalid «b» Missing field `constructor` in `own`. Expected a value.',
		],
		[
			'{ properties: { name: true }, additionalProperties: false }',
			'own: { nam: b }',
			'unknown-field «nam» Unknown field `nam` in `own`. Expected `name`.',
		],
		['{ properties: { a: false } }', 'own: { a: b }', 'invalid «b» Invalid value `b` of `a`. Expected no value.'],
		['{ enum: [a], const: b }', 'own: b', 'invalid «b» Invalid value `b` of `own`. Expected no value.'],
		['true', 'owm: b', 'unknown-field «owm» Unknown field `owm` in an incident. Expected `own`.'],
	])('%s %s', (schema, value, ...expected) => {
		expect(findingsFor(schema, value)).toEqual(expected);
	});

	test('limits a hundred thousand faults', () => {
		expect(findingsFor('{ items: { type: string } }', `own: [${'1,'.repeat(100_000)}]`).length).toBeLessThan(1000);
	});
});

describe('a schema for a field of the bundled schema', () => {
	test('is checked in addition to the bundled schema', () => {
		const schema = 'fields: { incident: { severity: { enum: [SEV-1, SEV-2] }, title: { maxLength: 5 } } }';
		const log = (severity: string) =>
			`//- /incident-log.yaml\n${schema}\n//- /incidents/2024-08-26-mail.yaml\n${HEAD.replace('Mail was late', 'Mail')}severity: ${severity}\n`;
		expect(findingLines(log('SEV-2'), 'schema/')).toEqual([]);
		expect(findingLines(log('SEV-3'), 'schema/')).toEqual([
			'/incidents/2024-08-26-mail.yaml schema/invalid «SEV-3» Invalid value `SEV-3` of `severity`. Expected `SEV-1` or `SEV-2`.',
		]);
		expect(findingLines(log('[]'), 'schema/')).toHaveLength(1);
	});

	test('applies to one kind of document only', () => {
		const text =
			'//- /incident-log.yaml\nfields: { incident: { own: true } }\n//- /bulletins/2024-08-31.md\n---\nown: 1\n---\n';
		expect(findingLines(text, 'schema/')).toEqual([
			'/bulletins/2024-08-31.md schema/unknown-field «own» Unknown field `own` in a bulletin. Expected a known field or `x-own`.',
		]);
	});
});

describe('reports the parts of a schema that are not supported', () => {
	const inConfiguration = (schema: string) =>
		findingLines(`//- /incident-log.yaml\nfields: { incident: { own: ${schema} } }\n`, 'schema/').map(line =>
			line.replace(/^\S+ schema\//, ''),
		);

	test.each<[string, ...string[]]>([
		[
			'{ pattern: "(a+)+$" }',
			'unknown-field «pattern» Unsupported JSON Schema keyword `pattern`. Expected a supported keyword.',
		],
		['{ minimun: 5 }', 'unknown-field «minimun» Unsupported JSON Schema keyword `minimun`. Expected `minimum`.'],
		[
			'{ properties: { a: { $ref: "#" } } }',
			'unknown-field «$ref» Unsupported JSON Schema keyword `$ref`. Expected a supported keyword.',
		],
		['{ enum: { $data: 1/x } }', 'invalid «enum» Wrong type of `enum`: mapping. Expected a list.'],
		[
			'{ type: strng }',
			'invalid «strng» Invalid value `strng` of `type`. Expected `string`, `number`, `integer`, `boolean`, `array`, `object` or `null`.',
		],
		[
			'{ type: [string, txt] }',
			'invalid «txt» Invalid value `txt` in `type`. Expected `string`, `number`, `integer`, `boolean`, `array`, `object` or `null`.',
		],
		['{ minLength: -1 }', 'invalid «-1» Invalid value `-1` of `minLength`. Expected at least `0`.'],
		['{ minLength: 1.5 }', 'invalid «1.5» Wrong type of `minLength`: number `1.5`. Expected a whole number.'],
		['{ required: a }', 'invalid «a» Wrong type of `required`: text `a`. Expected a list.'],
		['text', 'invalid «text» Wrong type of `own`: text `text`. Expected a mapping or a boolean (`true` or `false`).'],
	])('%s', (schema, ...expected) => {
		expect(inConfiguration(schema)).toEqual(expected);
	});

	test('reports schemas that are nested too deeply', () => {
		const schema = (depth: number): string => (depth === 0 ? 'true' : `{ items: ${schema(depth - 1)} }`);
		expect(inConfiguration(schema(MAX_SCHEMA_DEPTH))).toEqual([]);
		expect(inConfiguration(schema(MAX_SCHEMA_DEPTH + 1))).toEqual([
			`invalid «items» Ignored schema \`items\`: nested too deeply. Expected at most ${MAX_SCHEMA_DEPTH} levels.`,
		]);
	});

	test('reports too many values', () => {
		const schema = (count: number) => `{ enum: [${Array.from({ length: count }, (_, i) => i).join(', ')}] }`;
		expect(inConfiguration(schema(MAX_VALUES))).toEqual([]);
		expect(inConfiguration(schema(MAX_VALUES + 1))).toEqual([
			`invalid «enum» Ignored schema \`enum\`: too many values. Expected at most ${MAX_VALUES} values.`,
		]);
		expect(findingsFor(schema(MAX_VALUES), 'own: x')).toEqual([
			`invalid «x» Invalid value \`x\` of \`own\`. Expected one of ${MAX_VALUES} values such as \`0\`, \`1\` or \`2\`.`,
		]);
	});

	test('reports too many schemas', () => {
		const schema = (count: number) =>
			`{ properties: { ${Array.from({ length: count }, (_, i) => `p${i}: {}`).join(', ')} } }`;
		expect(inConfiguration(schema(MAX_SCHEMAS - 1))).toEqual([]);
		expect(inConfiguration(schema(MAX_SCHEMAS + 5))).toEqual([
			`invalid «p${MAX_SCHEMAS - 1}» Ignored schema \`p${MAX_SCHEMAS - 1}\`: too many schemas. Expected at most ${MAX_SCHEMAS} schemas in all fields.`,
		]);
	});
});

test('a changed schema takes effect without extracting the facts of a record again', async () => {
	const record = 'file:///log/incidents/a.yaml';
	const configuration = 'file:///log/incident-log.yaml';
	const environment = new MemoryEnvironment({ [record]: `${HEAD}own: a\n`, [configuration]: '' });
	const workspace = await openWorkspace({ environment, folders: ['file:///log'], clock: { now: () => 0 }, rules });
	const messages = () =>
		workspace.findings(record).flatMap(({ code, message }) => (code.startsWith('schema/') ? [message] : []));
	const definitions = workspace.logOf(record)?.definitionsOf(record);
	expect(definitions).toHaveLength(1);
	expect(messages()).toEqual(['Unknown field `own` in an incident. Expected a known field or `x-own`.']);
	await workspace.open(configuration, 'fields: { incident: { own: { const: a } } }');
	expect(messages()).toEqual([]);
	await workspace.change(configuration, 'fields: { incident: { own: { const: b } } }');
	expect(messages()).toEqual(['Invalid value `a` of `own`. Expected `b`.']);
	expect(workspace.logOf(record)?.definitionsOf(record)).toBe(definitions);
});

/** Generates schemas with valid and invalid values of their keywords, and arbitrary JSON, which is YAML. */
const anySchema = fc.letrec(tie => ({
	schema: fc.oneof(
		{ depthSize: 'small' },
		fc.boolean(),
		fc.json().map((text): unknown => JSON.parse(text)),
		fc.record(
			{
				type: fc.oneof(fc.constantFrom(...JSON_TYPES, 'other'), fc.array(fc.constantFrom(...JSON_TYPES))),
				enum: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
				const: fc.jsonValue(),
				...Object.fromEntries(BOUNDS.map(bound => [bound, fc.oneof(fc.integer({ min: -2, max: 4 }), fc.jsonValue())])),
				uniqueItems: fc.oneof(fc.boolean(), fc.jsonValue()),
				items: tie('schema'),
				properties: fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('schema')),
				required: fc.oneof(fc.array(fc.constantFrom('a', 'b', '__proto__')), fc.jsonValue()),
				additionalProperties: tie('schema'),
			},
			{ requiredKeys: [] },
		),
	),
})).schema;

test('never throws, with any schema and any value', () => {
	fc.assert(
		fc.property(anySchema, fc.jsonValue(), (schema, value) => {
			expect(() => findingsFor(JSON.stringify(schema), `own: ${JSON.stringify(value)}`)).not.toThrow();
		}),
		{ numRuns: 150 },
	);
});
