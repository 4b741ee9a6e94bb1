import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv/dist/ajv.js';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { LineIndex } from '../../../src/core/line-index.ts';
import { applyEdits } from '../../../src/core/text-edit.ts';
import { readCommands } from '../../support/github-runner.ts';
import { filesWith, HOSTILE, HOSTILE_NAMES } from '../../support/hostile.ts';
import { runOn } from '../../support/memory-host.ts';
import { bin, folderWith, runProgram } from '../../support/process.ts';
import { readXml } from '../../support/read-xml.ts';

type Files = Readonly<Record<string, string>>;

/** A finding as all formats express it: lines and columns from 1. */
interface Place {
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly code: string;
	readonly level: string;
	readonly message: string;
}

interface JsonFinding {
	readonly path: string;
	readonly code: string;
	readonly level: string;
	readonly message: string;
	readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
}

/** Characters that other formats than JSON do not represent: in JSON, lone surrogates are replaced as well. */
const withoutSurrogates = (text: string) => text.replace(/\\u\{d[89a-f][0-9a-f]{2}\}/g, '\ufffd');
const escaped = (text: string, characters: RegExp) =>
	text.replace(characters, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
/** Control characters, which XML cannot represent, are escaped as in the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is tested
const inXml = (text: string) => escaped(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g);
const inTerminal = (text: string) =>
	escaped(text, /(?!\n|\t|[\ufe00-\ufe0f])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu);

const EVERYTHING: Files = {
	'incident-log.yaml': 'time_zone: America/New_York\n',
	'bulletins/2024-08-31.md':
		'# 2024-08-31\n\n## Incidents\n\n* **August 26: Späte 😀 Störung** (05:30EST): Nothing moved for an hour.\n',
	'incidents/a, b: 100%.yaml':
		'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00-04:00\nresolved_at: 2024-08-03T09:00:00-04:00\nsumary: x\n',
	'incidents/clean.yaml':
		'title: C\nimpact: minor\nstarted_at: 2024-08-04T10:00:00-04:00\nresolved_at: 2024-08-04T11:00:00-04:00\n',
};
const NOTHING: Files = { 'incident-log.yaml': 'time_zone: UTC\n' };
const hostile = HOSTILE.map((text, index): Files => {
	const name = HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';
	return filesWith(text, name.replaceAll('/', ''));
});
const logs: readonly Files[] = [EVERYTHING, NOTHING, ...hostile];

async function outputOf(format: string, files: Files, ...args: string[]): Promise<string> {
	return (await runOn({ files }, 'check', '--format', format, ...args)).out;
}

/** JSON of each log, with which the other formats are compared. */
const jsonOf = new Map<Files, Promise<string>>();

async function placesOf(files: Files, levels: Readonly<Record<string, string>>): Promise<Place[]> {
	const json = jsonOf.get(files) ?? outputOf('json', files);
	jsonOf.set(files, json);
	const { findings } = JSON.parse(await json);
	return findings.map(({ path, range, code, level, message }: JsonFinding) => ({
		path,
		line: range.start.line + 1,
		column: range.start.character + 1,
		code,
		level: levels[level] ?? level,
		message,
	}));
}

const sorted = (places: readonly Place[]) => places.map(place => JSON.stringify(place)).sort();

/** Expects that a format expresses the same findings as JSON, after a mapping of names and texts. */
async function expectSame(
	files: Files,
	found: readonly Place[],
	levels: Readonly<Record<string, string>>,
	text: (text: string) => string = each => each,
	name: (path: string) => string = each => each,
): Promise<void> {
	const expected = (await placesOf(files, levels)).map(place => ({
		...place,
		path: name(place.path),
		message: text(place.message),
	}));
	const read = found.map(place => ({ ...place, message: withoutSurrogates(place.message) }));
	expect(sorted(read)).toEqual(sorted(expected));
}

test('the logs have findings of each level', async () => {
	const levels = new Set((await placesOf(EVERYTHING, {})).map(({ level }) => level));
	for (const files of hostile) {
		for (const { level } of await placesOf(files, {})) {
			levels.add(level);
		}
	}
	expect(levels).toEqual(new Set(['error', 'hint', 'info', 'warning']));
});

test('concise has one line per finding, in the form of GCC', async () => {
	expect(await outputOf('concise', { ...EVERYTHING, 'incidents/a, b: 100%.yaml': '' })).toContain(
		'bulletins/2024-08-31.md:5:41: error: Zone abbreviation `EST` is not in force in New York on 26 August 2024. Expected `EDT`. [time/zone-not-in-force]\n',
	);
	for (const files of logs) {
		const lines = (await outputOf('concise', files)).split('\n').slice(0, -1);
		const places = await placesOf(files, {});
		expect(lines).toHaveLength(places.length);
		for (const line of lines) {
			expect(line).toMatch(/^.+:\d+:\d+: (?:error|warning|info|hint): .+ \[[a-z]+\/[a-z0-9.-]+\]$/);
		}
	}
});

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

describe('github', () => {
	test('is read by the runner with the findings of JSON', async () => {
		const levels = { info: 'notice', hint: 'notice' };
		for (const files of logs) {
			const output = await outputOf('github', files);
			const commands = readCommands(output);
			expect(commands).toHaveLength(output.split('\n').length - 1);
			const places = commands.map(({ name, properties, data }) => {
				const known = ['file', 'line', 'col', 'endLine', 'endColumn', 'title'];
				expect(known).toEqual(expect.arrayContaining(Object.keys(properties)));
				return {
					path: properties['file'] ?? '',
					line: Number(properties['line']),
					column: Number(properties['col'] ?? Number.NaN),
					code: properties['title'] ?? '',
					level: name,
					message: data,
				};
			});
			// Columns are left out for ranges of several lines.
			const columns = new Map(
				(await placesOf(files, levels)).map(place => [
					JSON.stringify([place.path, place.line, place.code]),
					place.column,
				]),
			);
			const whole = places.map(place => ({
				...place,
				column: Number.isNaN(place.column)
					? (columns.get(JSON.stringify([place.path, place.line, place.code])) ?? 0)
					: place.column,
			}));
			await expectSame(files, whole, levels, inTerminal);
		}
	});

	test('has columns only for ranges in one line', async () => {
		const { out } = await runOn({ files: EVERYTHING }, 'check', '--format', 'github');
		expect(out).toContain('::error file=incidents/a%2C b%3A 100%25.yaml,line=2,col=9,endLine=2,endColumn=12,title=');
		for (const { properties } of readCommands(out)) {
			expect(properties['col'] === undefined).toBe(properties['line'] !== properties['endLine']);
		}
	});

	test('states why the check could not run', async () => {
		expect(readCommands(await outputOf('github', NOTHING, 'no%0Awhere.yaml'))).toEqual([
			{ name: 'error', properties: { title: 'incident-log' }, data: 'File or folder not found: `no%0Awhere.yaml`.' },
		]);
	});
});

test('gitlab has the required fields, with unique fingerprints', async () => {
	const validate = new Ajv({ allErrors: true }).compile({
		type: 'array',
		items: {
			type: 'object',
			required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
			properties: {
				description: { type: 'string', minLength: 1 },
				check_name: { type: 'string', minLength: 1 },
				fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
				severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
				location: {
					type: 'object',
					required: ['path', 'lines'],
					properties: {
						// Relative, without `./`.
						path: { type: 'string', pattern: '^(?!/|\\./)' },
						lines: {
							type: 'object',
							required: ['begin'],
							properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
						},
					},
				},
			},
		},
	});
	const levels = { error: 'major', warning: 'minor', info: 'info', hint: 'info' };
	for (const files of logs) {
		const issues = JSON.parse(await outputOf('gitlab', files));
		validate(issues);
		expect(validate.errors).toBe(null);
		const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
		expect(new Set(prints).size).toBe(prints.length);
		const withoutColumns = (places: readonly Place[]) => sorted(places.map(place => ({ ...place, column: 0 })));
		const places = issues.map(
			({ description, check_name, severity, location }: Record<string, string> & { location: Issue }) => ({
				path: location.path,
				line: location.lines.begin,
				column: 0,
				code: check_name,
				level: severity,
				message: description,
			}),
		);
		expect(withoutColumns(places)).toEqual(withoutColumns(await placesOf(files, levels)));
	}
	interface Issue {
		readonly path: string;
		readonly lines: { readonly begin: number };
	}
});

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

describe('rdjson', () => {
	const position = closed({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } });
	const range = closed({ start: position, end: position });
	/** The message `DiagnosticResult` of the format. Its reader rejects unknown fields. */
	const validate = new Ajv2020({ allErrors: true }).compile(
		closed({
			source: closed({ name: { type: 'string' }, url: { type: 'string' } }),
			diagnostics: {
				type: 'array',
				items: closed({
					message: { type: 'string', minLength: 1 },
					location: closed({ path: { type: 'string', minLength: 1 }, range }),
					severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
					code: closed({ value: { type: 'string' }, url: { type: 'string' } }),
					suggestions: { type: 'array', items: closed({ range, text: { type: 'string' } }) },
				}),
			},
		}),
	);
	function closed(properties: Readonly<Record<string, object>>): object {
		return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
	}

	interface Position {
		readonly line: number;
		readonly column: number;
	}
	interface Diagnostic {
		readonly message: string;
		readonly location: { readonly path: string; readonly range: Readonly<Record<'start' | 'end', Position>> };
		readonly severity: string;
		readonly code: { readonly value: string };
		readonly suggestions: readonly {
			readonly range: Readonly<Record<'start' | 'end', Position>>;
			readonly text: string;
		}[];
	}

	async function diagnosticsOf(files: Files): Promise<readonly Diagnostic[]> {
		const result = JSON.parse(await outputOf('rdjson', files));
		validate(result);
		expect(validate.errors).toBe(null);
		return result.diagnostics;
	}

	/** The offset of a position, whose column counts bytes of UTF-8. */
	function offsetOf(text: string, { line, column }: Position): number {
		const start = new LineIndex(text).startOfLine(line - 1);
		const bytes = Buffer.from(text.slice(start)).subarray(0, column - 1);
		return start + bytes.toString().length;
	}

	test('matches its schema, and has the findings of JSON', async () => {
		const levels = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' };
		for (const files of logs) {
			const places = (await diagnosticsOf(files)).map(({ message, location, severity, code }) => {
				const text = files[location.path] ?? '';
				const lines = new LineIndex(text);
				const { line, character } = lines.positionAt(offsetOf(text, location.range.start));
				return {
					path: location.path,
					line: line + 1,
					column: character + 1,
					code: code.value,
					level: severity,
					message,
				};
			});
			await expectSame(files, places, levels);
		}
	});

	test('counts columns in bytes, and suggests the fixed text', async () => {
		const file = 'bulletins/2024-08-31.md';
		const text = EVERYTHING[file] ?? '';
		const [found] = (await diagnosticsOf(EVERYTHING)).filter(({ location }) => location.path === file);
		expect(found?.location.range.start).toEqual({ line: 5, column: 45 });
		const [first] = found?.suggestions ?? [];
		const { start, end } = first?.range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
		const edit = { range: { start: offsetOf(text, start), end: offsetOf(text, end) }, newText: first?.text ?? '' };
		const fixed = applyEdits(text, [edit]);
		expect(fixed).toBe(text.replace('EST', 'EDT'));
	});
});

test('formats for hosts of repositories have paths from the root of the repository', () => {
	using folder = folderWith({
		'.git/HEAD': 'ref: refs/heads/main\n',
		'ops/log ü/incidents/x.yaml': 'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00-04:00\n',
	});
	const cwd = path.join(folder.path, 'ops');
	const output = (format: string) => runProgram(process.execPath, [bin, 'check', 'log ü', '--format', format], cwd).out;
	expect(output('github')).toContain(' file=ops/log ü/incidents/x.yaml,');
	expect(output('gitlab')).toContain('"path": "ops/log ü/incidents/x.yaml"');
	expect(output('sarif')).toContain('"uri": "ops/log%20%C3%BC/incidents/x.yaml"');
	// Their readers run in the working directory.
	expect(output('checkstyle')).toContain('<file name="log ü/incidents/x.yaml">');
	expect(output('junit')).toContain(' name="log ü/incidents/x.yaml"');
	expect(output('rdjson')).toContain('"path": "log ü/incidents/x.yaml"');
});
