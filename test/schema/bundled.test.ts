import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { INCIDENT_KINDS, INCIDENT_STATUSES, MAINTENANCE_STATUSES, RELATIONS } from '../../src/core/incident.ts';
import { memberOf } from '../../src/core/mapping.ts';
import { BUNDLED_SCHEMAS } from '../../src/schema/bundled.ts';
import { incidentTimes, requiredIncidentFields } from '../../src/schema/fields.ts';
import { MEANINGS } from '../../src/schema/meaning.ts';
import { schemaAt } from '../../src/schema/schema-at.ts';

interface Schema {
	readonly [keyword: string]: unknown;
}

const folder = path.join(import.meta.dirname, '..', '..', 'schemas');
/** The schemas of documents. The others are tested in `test/cli/json.test.ts` and `test/log/baseline.test.ts`. */
const schemas: readonly { readonly name: string; readonly schema: Schema }[] = fs
	.readdirSync(folder)
	.filter(name => !['check-report.schema.json', 'incident-log-baseline.schema.json'].includes(name))
	.map(name => ({ name, schema: JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) }));

function isSchema(value: unknown): value is Schema {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every field of a schema with the path to it. Fields under `if` and `then` only narrow those that are known. */
function* fieldsOf(schema: Schema, at = ''): Iterable<readonly [string, Schema]> {
	for (const [key, value] of Object.entries(schema)) {
		if (!isSchema(value) || ['if', 'then', 'else'].includes(key)) {
			continue;
		}
		if (key !== 'properties') {
			yield* fieldsOf(value, `${at}/${key}`);
			continue;
		}
		for (const [name, field] of Object.entries(value)) {
			if (isSchema(field)) {
				yield [`${at}/${name}`, field];
				yield* fieldsOf(field, `${at}/${key}/${name}`);
			}
		}
	}
}

describe.each(schemas)('$name', ({ schema }) => {
	test('is JSON Schema 2020-12 with a title and a description', () => {
		expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
		expect(schema['title']).toBeTypeOf('string');
		expect(schema['description']).toBeTypeOf('string');
	});

	test('every field has a title, a description and examples', () => {
		const described = [...fieldsOf(schema)].filter(([, field]) => field['description'] !== undefined);
		const fields = [...fieldsOf(schema)].filter(([name]) => !name.includes('/rules/'));
		const undocumented = fields.filter(
			([, { title, description, examples }]) =>
				typeof title !== 'string' || typeof description !== 'string' || !Array.isArray(examples),
		);
		expect(undocumented.map(([name]) => name)).toEqual([]);
		expect(described.length).toBeGreaterThan(2);
	});

	test('has no `oneOf` or `anyOf`, so that one fault gives one message', () => {
		expect(JSON.stringify(schema)).not.toMatch(/"(?:oneOf|anyOf)"/);
	});
});

describe('the values in the schemas are those of the engine', () => {
	const valuesAt = (path: readonly (string | number)[], record: object = {}) => [
		...(schemaAt(BUNDLED_SCHEMAS.incident, path, record)?.values?.list ?? []),
	];
	const maintenance = { kind: 'maintenance' };

	test.each<[string, readonly unknown[], readonly string[]]>([
		['kinds', valuesAt(['kind']), INCIDENT_KINDS],
		['statuses of an incident', valuesAt(['status']), INCIDENT_STATUSES],
		['statuses of an incident in an update', valuesAt(['updates', 0, 'status']), INCIDENT_STATUSES],
		['statuses of a maintenance', valuesAt(['status'], maintenance), MAINTENANCE_STATUSES],
		['statuses of a maintenance in an update', valuesAt(['updates', 0, 'status'], maintenance), MAINTENANCE_STATUSES],
		['statuses of a notice', valuesAt(['status'], { kind: 'notice' }), [...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES]],
		['relations', valuesAt(['references', 0, 'relation']), RELATIONS],
	])('%s', (_, values, words) => {
		expect(values).toEqual(words);
	});

	test('times', () => {
		expect(incidentTimes).toEqual([
			'scheduled_for',
			'scheduled_until',
			'started_at',
			'detected_at',
			'acknowledged_at',
			'declared_at',
			'mitigated_at',
			'resolved_at',
		]);
	});

	test('required fields', () => {
		expect(requiredIncidentFields).toEqual(['title', 'impact', 'started_at']);
	});
});

describe('across the schemas', () => {
	test('shared definitions of incident and postmortem are equal', () => {
		const definitions = (name: string) => schemas.find(each => each.name === name)?.schema['$defs'];
		for (const part of ['action_item', 'timeline_entry', 'reference', 'time', 'text', 'id']) {
			const inIncident = memberOf(definitions('incident.schema.json'), part);
			expect(inIncident).toBeDefined();
			expect(memberOf(definitions('postmortem.schema.json'), part)).toEqual(inIncident);
		}
	});

	test('`x-` fields are allowed in every mapping of closed fields', () => {
		for (const { schema } of schemas) {
			const text = JSON.stringify(schema, (key, value: unknown) =>
				['rules', 'fields'].includes(key) ? undefined : value,
			);
			const closed = text.match(/"additionalProperties":false(?!,"patternProperties":\{"\^x-":\{\}\})/g) ?? [];
			expect(closed).toEqual([]);
		}
	});

	test('every meaning is used, and every used one is known', () => {
		const stated = schemas.flatMap(({ schema }) =>
			[...JSON.stringify(schema).matchAll(/"x-meaning":"([^"]*)"/g)].map(match => match[1]),
		);
		expect([...new Set(stated)].sort()).toEqual([...MEANINGS].sort());
	});

	test('the reader knows every keyword', () => {
		const unread = schemas.flatMap(({ schema }) => [...keywordsOf(schema)]).filter(keyword => !READ.has(keyword));
		expect(unread).toEqual([]);
	});
});

/** `pattern` is read by `ajv` only: no condition uses it. */
const READ: ReadonlySet<string> = new Set([
	...['$schema', '$defs', '$ref', 'title', 'description', 'examples', 'default', 'x-meaning', 'pattern'],
	...['type', 'enum', 'const', 'minLength', 'minItems', 'maxItems', 'minimum', 'items', 'prefixItems', 'properties'],
	...['required', 'additionalProperties', 'patternProperties', 'not', 'if', 'then', 'else'],
]);

/** All keywords in a schema and its nested schemas, without values and names of fields. */
function* keywordsOf(schema: Schema): Iterable<string> {
	for (const [keyword, value] of Object.entries(schema)) {
		yield keyword;
		const isList = Array.isArray(value) && keyword === 'prefixItems';
		const hasNames = ['properties', '$defs', 'patternProperties'].includes(keyword);
		const isNested = ['items', 'additionalProperties', 'not', 'if', 'then', 'else'].includes(keyword);
		const below: readonly unknown[] = isList ? value : hasNames && isSchema(value) ? Object.values(value) : [];
		for (const each of isNested ? [value] : below) {
			if (isSchema(each)) {
				yield* keywordsOf(each);
			}
		}
	}
}
