import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { readXml } from '../../support/read-xml.ts';
import { expectSame, inXml, logs, NOTHING, outputOf, placesOf, sorted, withoutSurrogates } from './places.ts';

describe('junit', () => {
	const xsd = fs.readFileSync(path.join(import.meta.dirname, 'junit.xsd'), 'utf8');

	async function expectValid(documents: readonly string[]): Promise<void> {
		const { errors, valid } = await validateXML({
			xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
			schema: xsd,
		});
		expect(errors).toEqual([]);
		expect(valid).toBe(true);
	}

	test('matches its schema', async () => {
		await expectValid(await Promise.all(logs.map(files => outputOf('junit', files))));
	});

	test('has a failed test for each error, and a passed one for a document without errors', async () => {
		for (const files of logs) {
			const suites = readXml(await outputOf('junit', files)).children;
			const errors = (await placesOf(files, {})).filter(({ level }) => level === 'error');
			const failures = suites.flatMap(({ attributes, children }) => {
				const tests = children.filter(({ name }) => name === 'testcase');
				const failed = tests.flatMap(test => test.children.map(({ attributes }) => ({ ...attributes, test })));
				expect(Number(attributes['tests'])).toBe(tests.length);
				expect(tests.length).toBe(Math.max(1, failed.length));
				expect(Number(attributes['failures'])).toBe(failed.length);
				return failed.map(({ test, ...fault }) => {
					const [code = '', line, column] = (test.attributes['name'] ?? '').split(/[ :]/);
					return {
						path: attributes['name'] ?? '',
						line: Number(line),
						column: Number(column),
						code,
						level: (fault as Record<string, string>)['type'] ?? '',
						message: withoutSurrogates((fault as Record<string, string>)['message'] ?? ''),
					};
				});
			});
			const expected = errors.map(place => ({ ...place, path: inXml(place.path), message: inXml(place.message) }));
			expect(sorted(failures)).toEqual(sorted(expected));
			expect(suites.length).toBeGreaterThanOrEqual(JSON.parse(await outputOf('json', files)).files);
		}
	});

	test('has failed tests for warnings only if there are more than allowed', async () => {
		const files = { ...NOTHING, 'bulletins/2024-08-31.md': '# 2024-08-31\n\nMuch as in the August 3 outage.\n' };
		const failures = async (...args: string[]) =>
			readXml(await outputOf('junit', files, ...args)).children.map(({ attributes }) => attributes['failures']);
		expect(await failures()).toEqual(['0', '0']);
		expect(await failures('--max-warnings', '1')).toEqual(['0', '0']);
		expect((await failures('--max-warnings', '0')).sort()).toEqual(['0', '1']);
		const out = readXml(await outputOf('junit', files)).children.flatMap(({ children }) =>
			children.filter(({ name }) => name === 'system-out').map(({ text }) => text),
		);
		expect(out.join('')).toMatch(/^3:\d+ warning reference\/unresolved: /m);
	});

	test('states why the check could not run', async () => {
		const output = await outputOf('junit', NOTHING, 'nowhere.yaml');
		await expectValid([output]);
		expect(output).toContain('<error message="File or folder not found: `nowhere.yaml`."');
	});
});

test('checkstyle is read by an XML parser with the findings of JSON', async () => {
	for (const files of logs) {
		const root = readXml(await outputOf('checkstyle', files));
		expect([root.name, root.attributes]).toEqual(['checkstyle', { version: '4.3' }]);
		const places = root.children.flatMap(file => {
			expect([file.name, Object.keys(file.attributes)]).toEqual(['file', ['name']]);
			return file.children.map(({ name, attributes }) => {
				expect([name, Object.keys(attributes)]).toEqual(['error', ['line', 'column', 'severity', 'message', 'source']]);
				return {
					path: file.attributes['name'] ?? '',
					line: Number(attributes['line']),
					column: Number(attributes['column']),
					code: (attributes['source'] ?? '').replace(/^incident-log\./, ''),
					level: attributes['severity'] ?? '',
					message: attributes['message'] ?? '',
				};
			});
		});
		await expectSame(files, places, { hint: 'info' }, inXml, inXml);
	}
});
