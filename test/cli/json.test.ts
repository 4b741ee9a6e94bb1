import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json' with { type: 'json' };
import { pathFrom } from '../../src/cli/path-from.ts';
import { LineIndex, type Position } from '../../src/core/line-index.ts';
import { applyEdits } from '../../src/core/text-edit.ts';
import { filesWith, HOSTILE, HOSTILE_NAMES } from '../support/hostile.ts';
import { runOn } from '../support/memory-host.ts';
import { bin, folderWith, projectRoot, runProgram } from '../support/process.ts';

const PAGE = '# 2024-08-31\n\n## Incidents\n\n* **August 26: Late** (05:30EST): Nothing moved for an hour.\n';
const late = { 'incident-log.yaml': 'time_zone: America/New_York\n', 'bulletins/2024-08-31.md': PAGE };

/** The schema without undocumented fields, except in `data`, whose fields depend on the rule. */
const validate = (() => {
	const schema = JSON.parse(fs.readFileSync(path.join(projectRoot, 'schemas/check-report.schema.json'), 'utf8'));
	const closed = JSON.parse(JSON.stringify(schema), (_, value) =>
		value?.properties ? { ...value, additionalProperties: false } : value,
	);
	return new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, formats: { uri: isUrl } }).compile(closed);
})();

function isUrl(text: string): boolean {
	return URL.canParse(text);
}

function parseReport(out: string) {
	const report = JSON.parse(out);
	validate(report);
	expect(validate.errors).toBe(null);
	return report;
}

test('has a stable format', async () => {
	const { out } = await runOn({ files: late }, 'check', '--format', 'json');
	const file = 'bulletins/2024-08-31.md';
	const range = { start: { line: 4, character: 28 }, end: { line: 4, character: 31 } };
	expect(parseReport(out)).toEqual({
		version: 1,
		tool: { name: 'incident-log', version },
		error: null,
		files: 2,
		checked: 2,
		baseline: { matched: 0, stale: 0 },
		findings: [
			{
				file,
				root: '.',
				path: file,
				code: 'time/zone-not-in-force',
				url: expect.stringMatching(/^https:\/\/.+\/docs\/rules\/time\/zone-not-in-force\.md$/),
				level: 'error',
				message: 'Zone abbreviation `EST` is not in force in New York on 26 August 2024. Expected `EDT`.',
				range,
				fixable: true,
				fixes: [{ title: 'Change to `EDT`', safe: true, edits: [{ file, path: file, range, newText: 'EDT' }] }],
				related: [],
				data: { found: 'EST', expected: 'EDT' },
			},
		],
		summary: { error: 1, warning: 0, info: 0, hint: 0 },
	});
});

describe('paths', () => {
	const record = 'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00-04:00\n';

	test('are relative to the log root and to the working directory', () => {
		using folder = folderWith({
			'a/incident-log.yaml': 'title: A\n',
			'a/incidents/x.yaml': record,
			'b/log/incident-log.yaml': 'title: B\n',
			'b/log/incidents/x.yaml': record,
			'c d/ü#.txt': '',
		});
		const findings = (cwd: string, ...paths: string[]) =>
			parseReport(runProgram(process.execPath, [bin, 'check', '--format', 'json', ...paths], cwd).out).findings.map(
				({ root, path, file }: Record<string, string>) => [root, path, file],
			);
		const expected = [
			['a', 'a/incidents/x.yaml', 'incidents/x.yaml'],
			['b/log', 'b/log/incidents/x.yaml', 'incidents/x.yaml'],
		];
		expect(findings(folder.path)).toEqual(expect.arrayContaining(expected));
		expect(findings(path.join(folder.path, 'a'))).toContainEqual(['.', 'incidents/x.yaml', 'incidents/x.yaml']);
		expect(findings(path.join(folder.path, 'a', 'incidents'))).toContainEqual(['..', 'x.yaml', 'incidents/x.yaml']);
		expect(findings(path.join(folder.path, 'c d'), '../b')).toContainEqual([
			'../b/log',
			'../b/log/incidents/x.yaml',
			'incidents/x.yaml',
		]);
	});

	test.each([
		['file:///srv/log', 'file:///srv/log', '.'],
		['file:///srv/log', 'file:///srv/log/a%20%25%C3%BC.yaml', 'a %ü.yaml'],
		['file:///srv/log', 'file:///srv/logs/a.yaml', '../logs/a.yaml'],
		['file:///srv/log', 'file:///srv', '..'],
		['file:///', 'file:///srv/a.yaml', 'srv/a.yaml'],
		['file:///srv/log', 'file:///srv/log/a%3Ab.yaml', 'a:b.yaml'],
	])('from %s to %s', (from, to, expected) => {
		expect(pathFrom(from, to)).toBe(expected);
	});
});

test('edits of fixes change the document to one without the finding', async () => {
	const files = { ...late, 'bulletins/2024-08-31.md': PAGE.replaceAll('\n', '\r\n') };
	const { findings } = parseReport((await runOn({ files }, 'check', '--format', 'json')).out);
	expect(findings).toHaveLength(1);
	const [{ fixes, path: file }] = findings;
	const text = files[file as keyof typeof files];
	const lines = new LineIndex(text);
	const offset = (position: Position) => lines.offsetAt(position);
	const [fix] = fixes;
	const fixed = applyEdits(
		text,
		fix.edits.map(({ range, newText }: { range: { start: Position; end: Position }; newText: string }) => ({
			range: { start: offset(range.start), end: offset(range.end) },
			newText,
		})),
	);
	const again = await runOn({ files: { ...files, [file]: fixed } }, 'check', '--format', 'json');
	expect(parseReport(again.out).findings).toEqual([]);
});

describe('a run that cannot start', () => {
	test.each([
		['a missing file', ['check', 'nowhere.yaml'], 'File or folder not found: `nowhere.yaml`.'],
		['an unknown option', ['check', '--loud'], "Unknown option '--loud'."],
		['an invalid value of an option', ['check', '--now', 'tomorrow'], /tomorrow.*Expected an instant/],
	])('states %s on standard output', async (_, args, message) => {
		for (const format of [['--format', 'json'], ['--format=json']]) {
			const { code, out, err } = await runOn({ files: late }, ...args, ...format);
			expect(code).toBe(2);
			const report = parseReport(out);
			expect(report).toMatchObject({ files: 0, findings: [] });
			expect(report.error.message).toMatch(message);
			expect(err).toContain(report.error.message);
		}
	});

	test('states that no log was found', async () => {
		const { code, out, err } = await runOn({ files: { 'notes/today.md': '# Today\n' } }, 'check', '--format', 'json');
		expect(code).toBe(2);
		expect(err).toContain('No log found');
		expect(parseReport(out).error.message).toContain('No log found');
	});

	test('prints nothing on standard output without the option', async () => {
		expect((await runOn({ files: late }, 'check', 'nowhere.yaml')).out).toBe('');
		expect((await runOn({ files: late }, 'check', '--format', 'pretty', '--loud')).out).toBe('');
	});
});

test('is valid, well-formed and exact for hostile texts and names', async () => {
	for (const [index, text] of [...HOSTILE, '😀'.repeat(40), `x${'😀'.repeat(40)}`].entries()) {
		const name = HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';
		const files = filesWith(text, name.replaceAll('/', ''));
		const { out } = await runOn({ files }, 'check', '--format', 'json');
		expect(out).not.toMatch(/\p{Surrogate}/u);
		const { findings } = parseReport(out);
		expect(findings.length).toBeGreaterThan(5);
		for (const { path: file, range, fixes } of findings) {
			expect(Object.keys(files)).toContain(file);
			const lines = files[file]?.split(/\r\n|\r|\n/) ?? [];
			const edited = fixes.flatMap(({ edits }: { edits: { range: typeof range }[] }) =>
				edits.map(({ range }) => range),
			);
			for (const { line, character } of [range, ...edited].flatMap(({ start, end }) => [start, end])) {
				expect((lines[line]?.codePointAt(character - 1) ?? 0) > 0xffff, `${file}: ${line}:${character}`).toBe(false);
			}
		}
		JSON.parse(out, (_, value) => {
			expect(typeof value !== 'string' || !/\p{Surrogate}/u.test(value)).toBe(true);
			return value;
		});
	}
});
