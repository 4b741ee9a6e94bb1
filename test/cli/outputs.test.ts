import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';
import { bin, folderWith, runProgram } from '../support/process.ts';

const RECORD = 'title: A\nimpact: huge\nstarted_at: 2024-08-03T10:00:00Z\nresolved_at: 2024-08-03T11:00:00Z\n';
const files = { 'incident-log.yaml': 'time_zone: UTC\n', 'incidents/a.yaml': RECORD };
const PRETTY = (await runOn({ files }, 'check')).out;
const JSON_OUTPUT = (await runOn({ files }, 'check', '--format', 'json')).out;

describe('--output-file', () => {
	test('writes the format before it to a file, and the findings for people to the terminal', async () => {
		const variables = { FORCE_COLOR: '1' };
		const { code, out, written } = await runOn(
			{ files, variables, columns: 80 },
			...['check', '--format', 'json', '--output-file', 'report.json'],
		);
		expect(code).toBe(1);
		expect(out).toContain('\u001b[');
		expect(out).toContain('impact/unknown-level');
		expect([...written]).toEqual([['report.json', JSON_OUTPUT]]);
	});

	test('applies to one format: another one is for the terminal', async () => {
		const args = ['--format', 'sarif', '--output-file', 'a.sarif', '--format=junit', '--output-file=b.xml'];
		const { out, written } = await runOn({ files }, 'check', ...args, '--format', 'json');
		expect(out).toBe(JSON_OUTPUT);
		expect([...written.keys()]).toEqual(['a.sarif', 'b.xml']);
		expect(written.get('a.sarif')).toContain('"version": "2.1.0"');
		expect(written.get('b.xml')).toContain('<testsuites>');
	});

	test('writes text without control sequences', async () => {
		const variables = { FORCE_COLOR: '1' };
		const args = ['check', '--format', 'pretty', '--output-file', 'report.txt'];
		const { written } = await runOn({ files, variables, columns: 60 }, ...args);
		expect(written.get('report.txt')).toBe(PRETTY);
	});

	test.each([
		['without a format', ['--output-file', 'x'], 'Expected a `--format` before it.'],
		['twice', ['--format', 'json', '--output-file', 'x', '--output-file', 'y'], 'Expected a `--format` before it.'],
		[
			'missing for one of two formats',
			['--format', 'json', '--format', 'sarif'],
			'Two formats for standard output: `json` and `sarif`. Expected an `--output-file` after one of them.',
		],
		[
			'the same for two formats',
			['--format', 'json', '--output-file', 'x', '--format', 'sarif', '--output-file', 'x'],
			'Two formats for the file `x`. Expected another `--output-file`.',
		],
	])('is refused %s', async (_, args, message) => {
		const { code, err, written } = await runOn({ files }, 'check', ...args);
		expect(code).toBe(2);
		expect(err).toContain(message);
		expect(written.size).toBe(0);
	});

	test('refuses a document of the log, and keeps it', () => {
		using log = folderWith(files);
		const args = [bin, 'check', '--format', 'json', '--output-file', 'incidents/a.yaml'];
		const { code, err } = runProgram(process.execPath, args, log.path);
		expect(code).toBe(2);
		expect(err).toContain('Cannot write `incidents/a.yaml`: it is a document of the log.');
		expect(fs.readFileSync(path.join(log.path, 'incidents/a.yaml'), 'utf8')).toBe(RECORD);
	});

	test('writes why a check could not run over an earlier report, but not over a file that can be a record', () => {
		using log = folderWith({ ...files, 'old.json': 'old', 'old.md': 'old' });
		const check = (file: string) =>
			runProgram(process.execPath, [bin, 'check', 'nowhere', '--format', 'json', '--output-file', file], log.path);
		expect(check('new.json')).toMatchObject({ code: 2, out: '' });
		expect(JSON.parse(fs.readFileSync(path.join(log.path, 'new.json'), 'utf8')).error.message).toContain('nowhere');
		expect(check('old.json').code).toBe(2);
		expect(JSON.parse(fs.readFileSync(path.join(log.path, 'old.json'), 'utf8')).error.message).toContain('nowhere');
		expect(check('old.md').err).toContain('No report of this run in `old.md`');
		expect(fs.readFileSync(path.join(log.path, 'old.md'), 'utf8')).toBe('old');
	});

	test('leaves an empty file where the format cannot state why a check could not run', () => {
		using log = folderWith({ ...files, 'quality.json': '[]' });
		const args = [bin, 'check', 'nowhere', '--format', 'gitlab', '--output-file', 'quality.json'];
		expect(runProgram(process.execPath, args, log.path).code).toBe(2);
		expect(fs.readFileSync(path.join(log.path, 'quality.json'), 'utf8')).toBe('');
	});

	test('states that the file cannot be written', () => {
		using log = folderWith({ ...files, occupied: '' });
		const args = [bin, 'check', '--format', 'json', '--output-file', 'occupied/report.json'];
		const { code, err, out } = runProgram(process.execPath, args, log.path);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^incident-log: Cannot write `occupied\/report\.json`: not a directory\.\n$/);
	});
});
