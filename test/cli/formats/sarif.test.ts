import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv/dist/ajv.js';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, expectSame, type Files, logs, NOTHING, outputOf } from './places.ts';

describe('sarif', () => {
	const schema = createSchema();
	function createSchema() {
		const file = path.join(import.meta.dirname, '../../node_modules/@microsoft/jest-sarif/lib/schemas');
		// Draft 4, of which it uses only what later drafts have in the same form, but for `id`.
		const {
			$schema: _,
			id: __,
			...json
		} = JSON.parse(fs.readFileSync(path.join(file, 'sarif-2.1.0-rtm.5.json'), 'utf8'));
		const formats = { uri: isUri, 'uri-reference': isUri, 'date-time': isUri };
		return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(json);
	}
	function isUri(text: string): boolean {
		return URL.canParse(text, 'https://example.org') && /^[\w.~!$&'()*+,;=:@%/?#[\]-]*$/.test(text);
	}
	async function sarifOf(files: Files, ...args: string[]) {
		const log = JSON.parse(await outputOf('sarif', files, ...args));
		schema(log);
		expect(schema.errors).toBe(null);
		return log.runs[0];
	}

	test('matches the schema, and has the findings of JSON', async () => {
		const levels = { info: 'note', hint: 'note' };
		for (const files of logs) {
			const { results, tool } = await sarifOf(files);
			const places = results.map(({ ruleId, ruleIndex, level, message, locations }: Result) => {
				expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
				const { artifactLocation, region } = locations[0].physicalLocation;
				return {
					path: decodeURIComponent(artifactLocation.uri),
					line: region.startLine,
					column: region.startColumn,
					code: ruleId,
					level,
					message: message.text,
				};
			});
			await expectSame(files, places, levels);
		}
	});

	interface Region {
		readonly startLine: number;
		readonly startColumn: number;
		readonly endLine: number;
		readonly endColumn: number;
	}
	interface Location {
		readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
	}
	interface Result {
		readonly ruleId: string;
		readonly ruleIndex: number;
		readonly level: string;
		readonly message: { readonly text: string };
		readonly locations: readonly [Location];
		readonly partialFingerprints: Readonly<Record<string, string>>;
	}

	test('contains the edits of fixes', async () => {
		const { results } = await sarifOf(EVERYTHING);
		const [{ fixes }] = results.filter(({ ruleId }: Result) => ruleId === 'time/zone-not-in-force');
		expect(fixes).toEqual([
			{
				description: { text: 'Change to `EDT`' },
				artifactChanges: [
					{
						artifactLocation: { uri: 'bulletins/2024-08-31.md', uriBaseId: '%SRCROOT%' },
						replacements: [
							{
								deletedRegion: { startLine: 5, startColumn: 41, endLine: 5, endColumn: 44 },
								insertedContent: { text: 'EDT' },
							},
						],
					},
				],
			},
		]);
	});

	test('has fingerprints that are unique and do not depend on the line', async () => {
		const prints = async (text: string) => {
			const { results } = await sarifOf({ ...NOTHING, 'incidents/a.yaml': text });
			return results.map(({ partialFingerprints }: Result) => partialFingerprints['incidentLog/v1']);
		};
		const record = 'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00Z\nresolved_at: 2024-08-03T11:00:00Z\n';
		const before = await prints(`${record}x: 1\nx: 1\nx: 1\n`);
		expect(new Set(before).size).toBe(before.length);
		expect(before.length).toBeGreaterThan(2);
		expect(await prints(`# Note\n${record}x: 1\nx: 1\nx: 1\n`)).toEqual(before);
		expect(await prints(record.replace('huge', 'vast'))).not.toEqual(await prints(record));
	});

	test('states why the check could not run', async () => {
		const run = await sarifOf(NOTHING, 'nowhere.yaml');
		expect(run.results).toEqual([]);
		expect(run.invocations).toEqual([
			{
				executionSuccessful: false,
				toolExecutionNotifications: [
					{ level: 'error', message: { text: 'File or folder not found: `nowhere.yaml`.' } },
				],
			},
		]);
	});
});
