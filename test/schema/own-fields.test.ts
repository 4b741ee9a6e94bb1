import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { openWorkspace } from '../../src/log/workspace.ts';
import { rules } from '../../src/rules/index.ts';
import { MAX_SCHEMA_DEPTH, MAX_SCHEMAS, MAX_VALUES } from '../../src/schema/read-own-fields.ts';
import { BOUNDS, JSON_TYPES } from '../../src/schema/schema.ts';
import { findingLines } from '../rules/report-text.ts';

const HEAD = 'title: Mail was late\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\n';

/** What the schema rules say of an incident with a field `own`, whose schema is written as YAML on one line. */
function toldOf(schema: string, value: string): readonly string[] {
	const text = `//- /incident-log.yaml\nfields: { incident: { own: ${schema} } }\n//- /incidents/2024-08-26-mail.yaml\n${HEAD}${value}\n`;
	return findingLines(text, 'schema/').map(line => line.replace(/^\S+ schema\//, ''));
}

describe('values that a schema allows', () => {
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
		expect(toldOf(schema, value).filter(line => line.includes('own'))).toEqual([]);
	});
});

describe('reports each disallowed value once', () => {
	test.each<[string, string, ...string[]]>([
		['{ type: string }', 'own: 5', 'invalid «5» `5` is a number; expected text'],
		['{ type: string, enum: [a] }', 'own: 5', 'invalid «5» `5` is a number; expected text'],
		['{ type: integer }', 'own: 2.5', 'invalid «2.5» `2.5` is a number; expected a whole number'],
		['{ type: [number, boolean] }', 'own: x', 'invalid «x» `x` is text; expected a number or `true` or `false`'],
		['{ type: array }', 'own: x', 'invalid «x» `x` is text; expected a list'],
		['{ type: object }', 'own: [x]', 'invalid «own» a list in `own`; expected a mapping'],
		['{ type: string }', 'own:', 'invalid «own» `own` has no value; expected text'],
		['{ enum: [iad, 5] }', 'own: 6', 'invalid «6» `6` is no value of `own`; expected `iad` or `5`'],
		['{ enum: [iad] }', 'own: [iad]', 'invalid «own» this list is no value of `own`; expected `iad`'],
		['{ const: iad }', 'own: ord', 'invalid «ord» `ord` is no value of `own`; expected `iad`'],
		['{ minimum: 0 }', 'own: -1', 'invalid «-1» `-1` is no value of `own`; expected at least `0`'],
		['{ maximum: 0 }', 'own: 1', 'invalid «1» `1` is no value of `own`; expected at most `0`'],
		['{ exclusiveMinimum: 0 }', 'own: 0', 'invalid «0» `0` is no value of `own`; expected more than `0`'],
		['{ exclusiveMaximum: 0 }', 'own: 0', 'invalid «0» `0` is no value of `own`; expected less than `0`'],
		['{ minLength: 1 }', 'own: ""', 'invalid «own» `own` is empty; expected text'],
		['{ minLength: 3 }', 'own: ab', 'invalid «ab» `ab` is no value of `own`; expected at least 3 characters'],
		['{ maxLength: 1 }', 'own: ab', 'invalid «ab» `ab` is no value of `own`; expected at most one character'],
		['{ minItems: 1 }', 'own: []', 'invalid «own» `own` is empty; expected at least one'],
		['{ minItems: 2 }', 'own: [a]', 'invalid «own» `own` has too few values; expected at least 2'],
		['{ maxItems: 1 }', 'own: [a, b]', 'invalid «own» `own` has too many values; expected at most 1'],
		['{ uniqueItems: true }', 'own: [a, b, a]', 'invalid «a» `a` is in `own` already; expected each value once'],
		[
			'{ items: { type: integer } }',
			'own: [1, b, c]',
			'invalid «b» `b` is text; expected a whole number',
			'invalid «c» `c` is text; expected a whole number',
		],
		[
			'{ properties: { a: { properties: { b: { enum: [c] } } } } }',
			'own: { a: { b: d } }',
			'invalid «d» `d` is no value of `b`; expected `c`',
		],
		[
			'{ additionalProperties: { type: integer } }',
			'own: { a: b }',
			'invalid «b» `b` is text; expected a whole number',
		],
		['{ required: [a, a] }', 'own: { b: 1 }', 'invalid «b» no `a`; expected one in `own`'],
		['{ required: [constructor] }', 'own: { b: 1 }', 'invalid «b» no `constructor`; expected one in `own`'],
		[
			'{ properties: { name: true }, additionalProperties: false }',
			'own: { nam: b }',
			'unknown-field «nam» `nam` is no field of `own`; expected `name`',
		],
		['{ properties: { a: false } }', 'own: { a: b }', 'invalid «b» `b` is no value of `a`; expected none'],
		['{ enum: [a], const: b }', 'own: b', 'invalid «b» `b` is no value of `own`; expected none'],
		['true', 'owm: b', 'unknown-field «owm» `owm` is no field of an incident; expected `own`'],
	])('%s %s', (schema, value, ...expected) => {
		expect(toldOf(schema, value)).toEqual(expected);
	});

	test('limits a hundred thousand faults', () => {
		expect(toldOf('{ items: { type: string } }', `own: [${'1,'.repeat(100_000)}]`).length).toBeLessThan(1000);
	});
});

describe('a field that there is already', () => {
	test('can be described further, and is checked by both schemas', () => {
		const schema = 'fields: { incident: { severity: { enum: [SEV-1, SEV-2] }, title: { maxLength: 5 } } }';
		const log = (severity: string) =>
			`//- /incident-log.yaml\n${schema}\n//- /incidents/2024-08-26-mail.yaml\n${HEAD.replace('Mail was late', 'Mail')}severity: ${severity}\n`;
		expect(findingLines(log('SEV-2'), 'schema/')).toEqual([]);
		expect(findingLines(log('SEV-3'), 'schema/')).toEqual([
			'/incidents/2024-08-26-mail.yaml schema/invalid «SEV-3» `SEV-3` is no value of `severity`; expected `SEV-1` or `SEV-2`',
		]);
		expect(findingLines(log('[]'), 'schema/')).toHaveLength(1);
	});

	test('is one of its kind alone', () => {
		const text =
			'//- /incident-log.yaml\nfields: { incident: { own: true } }\n//- /bulletins/2024-08-31.md\n---\nown: 1\n---\n';
		expect(findingLines(text, 'schema/')).toEqual([
			'/bulletins/2024-08-31.md schema/unknown-field «own» `own` is no field of a bulletin; expected a known one, or `x-own`',
		]);
	});
});

describe('schemas that are not read whole', () => {
	const inConfiguration = (schema: string) =>
		findingLines(`//- /incident-log.yaml\nfields: { incident: { own: ${schema} } }\n`, 'schema/').map(line =>
			line.replace(/^\S+ schema\//, ''),
		);

	test.each<[string, ...string[]]>([
		[
			'{ pattern: "(a+)+$" }',
			'unknown-field «pattern» `pattern` is no keyword of JSON Schema that is checked here; expected a known one',
		],
		[
			'{ minimun: 5 }',
			'unknown-field «minimun» `minimun` is no keyword of JSON Schema that is checked here; expected `minimum`',
		],
		[
			'{ properties: { a: { $ref: "#" } } }',
			'unknown-field «$ref» `$ref` is no keyword of JSON Schema that is checked here; expected a known one',
		],
		['{ enum: { $data: 1/x } }', 'invalid «enum» a mapping in `enum`; expected a list'],
		[
			'{ type: strng }',
			'invalid «strng» `strng` is no value of `type`; expected `string`, `number`, `integer`, `boolean`, `array`, `object` or `null`',
		],
		[
			'{ type: [string, txt] }',
			'invalid «txt» `txt` is no value of `type`; expected `string`, `number`, `integer`, `boolean`, `array`, `object` or `null`',
		],
		['{ minLength: -1 }', 'invalid «-1» `-1` is no value of `minLength`; expected at least `0`'],
		['{ minLength: 1.5 }', 'invalid «1.5» `1.5` is a number; expected a whole number'],
		['{ required: a }', 'invalid «a» `a` is text; expected a list'],
		['text', 'invalid «text» `text` is text; expected a mapping or `true` or `false`'],
	])('%s', (schema, ...expected) => {
		expect(inConfiguration(schema)).toEqual(expected);
	});

	test('nested too deeply', () => {
		const schema = (depth: number): string => (depth === 0 ? 'true' : `{ items: ${schema(depth - 1)} }`);
		expect(inConfiguration(schema(MAX_SCHEMA_DEPTH))).toEqual([]);
		expect(inConfiguration(schema(MAX_SCHEMA_DEPTH + 1))).toEqual([
			`invalid «items» Ignored schema \`items\`: nested too deeply. Expected at most ${MAX_SCHEMA_DEPTH} levels.`,
		]);
	});

	test('with too many values', () => {
		const schema = (count: number) => `{ enum: [${Array.from({ length: count }, (_, i) => i).join(', ')}] }`;
		expect(inConfiguration(schema(MAX_VALUES))).toEqual([]);
		expect(inConfiguration(schema(MAX_VALUES + 1))).toEqual([
			`invalid «enum» Ignored schema \`enum\`: too many values. Expected at most ${MAX_VALUES} values.`,
		]);
		expect(toldOf(schema(MAX_VALUES), 'own: x')).toEqual([
			`invalid «x» \`x\` is no value of \`own\`; expected one of ${MAX_VALUES} values such as \`0\`, \`1\` or \`2\``,
		]);
	});

	test('too many', () => {
		const schema = (count: number) =>
			`{ properties: { ${Array.from({ length: count }, (_, i) => `p${i}: {}`).join(', ')} } }`;
		expect(inConfiguration(schema(MAX_SCHEMAS - 1))).toEqual([]);
		expect(inConfiguration(schema(MAX_SCHEMAS + 5))).toEqual([
			`invalid «p${MAX_SCHEMAS - 1}» Ignored schema \`p${MAX_SCHEMAS - 1}\`: too many schemas. Expected at most ${MAX_SCHEMAS} schemas in all fields.`,
		]);
	});
});

test('a changed schema takes effect, though no record is read again for it', async () => {
	const record = 'file:///log/incidents/a.yaml';
	const configuration = 'file:///log/incident-log.yaml';
	const environment = new MemoryEnvironment({ [record]: `${HEAD}own: a\n`, [configuration]: '' });
	const workspace = await openWorkspace({ environment, folders: ['file:///log'], clock: { now: () => 0 }, rules });
	const messages = () =>
		workspace.findings(record).flatMap(({ code, message }) => (code.startsWith('schema/') ? [message] : []));
	const document = workspace.logOf(record)?.document(record);
	expect(messages()).toEqual(['`own` is no field of an incident; expected a known one, or `x-own`']);
	await workspace.open(configuration, 'fields: { incident: { own: { const: a } } }');
	expect(messages()).toEqual([]);
	await workspace.change(configuration, 'fields: { incident: { own: { const: b } } }');
	expect(messages()).toEqual(['`a` is no value of `own`; expected `b`']);
	expect(workspace.logOf(record)?.document(record)).toBe(document);
});

/** Schemas of the right keywords with values right and wrong, and anything at all. JSON is YAML. */
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

test('no schema and no value make it throw', () => {
	fc.assert(
		fc.property(anySchema, fc.jsonValue(), (schema, value) => {
			expect(() => toldOf(JSON.stringify(schema), `own: ${JSON.stringify(value)}`)).not.toThrow();
		}),
		{ numRuns: 150 },
	);
});
