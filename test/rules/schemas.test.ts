import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/core/document-kind.ts';
import {
	INCIDENT_KINDS,
	INCIDENT_STATUSES,
	MAINTENANCE_STATUSES,
	RELATIONS,
	TIME_FIELDS,
} from '../../src/core/incident.ts';
import { fieldsAt, schemaAt } from '../../src/rules/support/schemas.ts';

interface Schema {
	readonly [keyword: string]: unknown;
}

const folder = path.join(import.meta.dirname, '..', '..', 'schemas');
const schemas: readonly { readonly name: string; readonly schema: Schema }[] = fs
	.readdirSync(folder)
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

	test('every field says what it is', () => {
		const told = [...fieldsOf(schema)].filter(([, field]) => field['description'] !== undefined);
		const fields = [...fieldsOf(schema)].filter(([name]) => !name.includes('/rules/'));
		const silent = fields.filter(
			([, { title, description, examples }]) =>
				typeof title !== 'string' || typeof description !== 'string' || !Array.isArray(examples),
		);
		expect(silent.map(([name]) => name)).toEqual([]);
		expect(told.length).toBeGreaterThan(2);
	});

	test('no branch is chosen by trial: one fault gives one message', () => {
		expect(JSON.stringify(schema)).not.toMatch(/"(?:oneOf|anyOf)"/);
	});
});

describe('the words of the schemas are those of the engine', () => {
	test.each([
		['kinds', '#/properties/kind/enum', INCIDENT_KINDS],
		['statuses of an incident', '#/$defs/incident_status/enum', INCIDENT_STATUSES],
		['statuses of a maintenance', '#/$defs/maintenance_status/enum', MAINTENANCE_STATUSES],
		['all statuses', '#/properties/status/enum', [...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES]],
		['relations', '#/$defs/reference/properties/relation/enum', RELATIONS],
	])('%s', (_, pointer, words) => {
		expect(schemaAt('incident', pointer)).toEqual(words);
	});

	test('times', () => {
		expect(fieldsAt('incident', '#')).toEqual(expect.arrayContaining([...TIME_FIELDS]));
	});

	test('what incident and postmortem share is the same in both', () => {
		for (const part of ['action_item', 'timeline_entry', 'reference', 'time', 'text', 'id']) {
			expect(schemaAt('postmortem', `#/$defs/${part}`)).toEqual(schemaAt('incident', `#/$defs/${part}`));
		}
	});

	test('`x-` fields are allowed in every mapping of closed fields', () => {
		for (const kind of DOCUMENT_KINDS) {
			const text = JSON.stringify(schemaAt(kind, '#'), (key, value: unknown) =>
				['rules', 'fields'].includes(key) ? undefined : value,
			);
			const closed = text.match(/"additionalProperties":false(?!,"patternProperties":\{"\^x-":\{\}\})/g) ?? [];
			expect(closed).toEqual([]);
		}
	});
});
