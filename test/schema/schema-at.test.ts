import { describe, expect, test } from 'vitest';
import { BUNDLED_SCHEMAS } from '../../src/schema/bundled.ts';
import { DocumentSchemas } from '../../src/schema/document-schemas.ts';
import { fieldsWithMeaning } from '../../src/schema/fields.ts';
import { readBundledSchema } from '../../src/schema/read-bundled.ts';
import { mappingSchemaAt, schemaAt } from '../../src/schema/schema-at.ts';

const { incident, postmortem, configuration } = BUNDLED_SCHEMAS;

describe('the schema at a path', () => {
	test.each([
		['of the whole document', incident, [], 'Incident'],
		['of a field', incident, ['started_at'], 'Started'],
		['of a field of an item', incident, ['updates', 3, 'at'], 'At'],
		['of a named definition below a list', postmortem, ['action_items', 0, 'owner'], 'Owner'],
		['of a key that any mapping may have', configuration, ['fields', 'incident', 'region', 'type'], 'Type'],
		[
			'of a schema within itself',
			configuration,
			['fields', 'incident', 'a', 'items', 'properties', 'b', 'minLength'],
			'Minimum length',
		],
	])('%s', (_, schema, path, title) => {
		expect(schemaAt(schema, path)?.title).toBe(title);
	});

	test.each([
		['an unknown field', ['strated_at']],
		['a name of JavaScript', ['constructor']],
		['an item of a value that is not a list', ['title', 0]],
		['a field of a text', ['title', 'length']],
	])('is undefined for %s', (_, path) => {
		expect(schemaAt(incident, path)).toBeUndefined();
	});

	test('its own description takes precedence over that of the definition', () => {
		expect(schemaAt(incident, ['started_at'])?.description?.text).toContain('The start of the incident');
	});
});

describe('meanings', () => {
	test.each([
		['incident', ['resolved_at'], 'time'],
		['incident', ['action_items', 0, 'due'], 'day'],
		['incident', ['timeline', 0, 'at'], 'time'],
		['incident', ['impact'], 'impact'],
		['incident', ['components', 0], 'component'],
		['incident', ['references', 0], 'incident-id'],
		['incident', ['references', 0, 'id'], 'incident-id'],
		['incident', ['postmortem'], 'postmortem-id'],
		['incident', ['title'], undefined],
		['postmortem', ['incidents', 0], 'incident-id'],
		['bulletin', ['date'], 'day'],
		['configuration', ['impact', 'aliases', 'SEV1'], 'impact-level'],
		['configuration', ['rules'], 'rules'],
		['configuration', ['fields', 'bulletin', 'layout'], 'field-schema'],
	] as const)('of %s %j: %s', (kind, path, meaning) => {
		expect(schemaAt(BUNDLED_SCHEMAS[kind], path)?.meaning).toBe(meaning);
	});

	test('lists the fields with a meaning', () => {
		expect(fieldsWithMeaning('day', postmortem)).toEqual(['published_at']);
		expect(fieldsWithMeaning('postmortem-id', incident)).toEqual(['postmortem']);
	});
});

describe('conditions', () => {
	const rule = ['rules', 'time/left-open'];
	const optionsAt = (path: readonly (string | number)[], setting?: unknown) =>
		schemaAt(configuration, path, { rules: { 'time/left-open': setting } });

	test('are resolved by the value', () => {
		expect(optionsAt(rule, 'warning')?.meaning).toBe('rule-level');
		expect([...(optionsAt(rule, {})?.properties.keys() ?? [])]).toEqual(['after']);
		expect(optionsAt([...rule, 0], ['warning'])?.meaning).toBe('rule-level');
		expect([...(optionsAt([...rule, 1], ['warning', {}])?.properties.keys() ?? [])]).toEqual(['after']);
	});

	test('are resolved by the path if the value is absent', () => {
		expect(optionsAt(rule)?.meaning).toBe('rule-level');
		expect(optionsAt([...rule, 0])?.meaning).toBe('rule-level');
		expect(optionsAt([...rule, 'after'])?.types).toEqual(['string']);
	});

	test('are resolved for a mapping that will be inserted', () => {
		const data = { rules: { 'time/left-open': 'aft' } };
		expect([...(mappingSchemaAt(configuration, rule, data)?.properties.keys() ?? [])]).toEqual(['after']);
	});

	test('keep the title and description of the field', () => {
		const status = schemaAt(incident, ['status'], { kind: 'maintenance' });
		expect(status?.description?.text).toContain('The current status');
	});

	test('apply `else` without a `then`', () => {
		const schema = readBundledSchema({ if: { required: ['a'] }, else: { required: ['b'] } });
		expect(schemaAt(schema, [], { a: 1 })?.required).toEqual([]);
		expect(schemaAt(schema, [], {})?.required).toEqual(['b']);
	});
});

describe('own fields', () => {
	const schemas = new DocumentSchemas({
		incident: {
			region: { enum: ['iad', 'ord'], title: 'Region' },
			severity: { enum: ['SEV-1'] },
			started_at: { description: '*When*' },
		},
	});

	test('are in the schema of their kind of document', () => {
		const values = schemaAt(schemas.of('incident'), ['region'])?.values;
		expect(values?.list).toEqual(['iad', 'ord']);
		expect(schemas.of('bulletin')).toBe(BUNDLED_SCHEMAS.bulletin);
	});

	test('extend a bundled field', () => {
		const severity = schemaAt(schemas.of('incident'), ['severity']);
		expect(severity).toMatchObject({ title: 'Severity', types: ['string', 'number'] });
		expect(severity?.values?.list).toEqual(['SEV-1']);
	});

	test('replace the description of a bundled field by plain text, and keep its meaning', () => {
		expect(schemaAt(schemas.of('incident'), ['started_at'])).toMatchObject({
			meaning: 'time',
			description: { text: '*When*', format: 'plaintext' },
		});
	});
});
