import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { nodeHost } from '../../src/cli/node-host.ts';
import { uriOfPath } from '../../src/node/node-environment.ts';
import { folderWith } from '../support/process.ts';

const RECORD = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-26T10:00:00Z\nresolved_at: 2024-08-26T11:00:00Z\n';
const FILES = {
	'log/incident-log.yaml': 'time_zone: UTC\n',
	'log/incidents/2024-08-26-disk.yaml': RECORD,
	'log/incidents/2024-08-27-draft.yaml': `${RECORD.replaceAll('08-26', '08-27')}draft: true\n`,
};

/** Runs `build` in a folder, and returns its exit code and output. */
async function build(folder: string, ...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const host = nodeHost();
	const code = await main(['build', 'log', '--now', '2024-09-01T12:00:00Z', ...args], {
		...host,
		cwd: uriOfPath(folder),
		toUri: typed => uriOfPath(path.resolve(folder, typed)),
		toPath: uri => path.relative(folder, decodeURIComponent(new URL(uri).pathname)).replaceAll('\\', '/'),
		out: { write: text => void out.push(text), columns: undefined, hyperlinks: false },
		err: { write: text => void err.push(text), columns: undefined, hyperlinks: false },
	});
	return { code, out: out.join(''), err: err.join('') };
}

const listed = (folder: string) =>
	fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map(name => name.replaceAll(path.sep, '/'))
		.sort();

describe('build', () => {
	test('writes a site, and names the documents that it leaves out', async () => {
		using folder = folderWith(FILES);
		const run = await build(folder.path, '--out', 'site');
		expect(run).toEqual({
			code: 0,
			out: 'Built 9 files in `site`: 9 written, 0 unchanged, 0 removed.\nNot published: `log/incidents/2024-08-27-draft.yaml` (draft)\n',
			err: '',
		});
		expect(listed(path.join(folder.path, 'site'))).toContain('incidents/2024-08-26-disk.html');
	});

	test('removes only files of an earlier build', async () => {
		using folder = folderWith(FILES);
		await build(folder.path, '--out', 'site');
		fs.writeFileSync(path.join(folder.path, 'site/CNAME'), 'log.example.com\n');
		fs.writeFileSync(path.join(folder.path, 'site/incidents/own.html'), 'own\n');
		fs.rmSync(path.join(folder.path, 'log/incidents/2024-08-26-disk.yaml'));
		const run = await build(folder.path, '--out', 'site');
		expect(run.out).toContain('2 removed');
		const files = listed(path.join(folder.path, 'site'));
		expect(files).toContain('CNAME');
		expect(files).toContain('incidents/own.html');
		expect(files).not.toContain('incidents/2024-08-26-disk.html');
	});

	test.each([
		[
			'a folder with an `index.html` of something else',
			{ 'site/index.html': 'mine\n' },
			'site',
			'not a file of an earlier build',
		],
		[
			'a folder with a list of files that cannot be read',
			{ 'site/incident-log-site.json': '{}' },
			'site',
			'cannot be read',
		],
		['the folder of the log', {}, 'log', 'contains the log'],
		['a folder that contains the log', {}, '.', 'contains the log'],
	])('refuses %s, and writes nothing', async (_, more, out, message) => {
		using folder = folderWith({ ...FILES, ...more });
		const before = listed(folder.path);
		const run = await build(folder.path, '--out', out);
		expect(run.code).toBe(2);
		expect(run.err).toContain(message);
		expect(listed(folder.path)).toEqual(before);
	});

	test('writes and removes nothing outside of its folder through a link', async () => {
		using folder = folderWith({ ...FILES, 'elsewhere/2024-08-26-disk.html': 'mine\n', 'site/CNAME': 'x\n' });
		fs.symlinkSync(path.join(folder.path, 'elsewhere'), path.join(folder.path, 'site/incidents'));
		const run = await build(folder.path, '--out', 'site');
		expect(run.code).toBe(2);
		expect(listed(path.join(folder.path, 'elsewhere'))).toEqual(['2024-08-26-disk.html']);
		expect(fs.readFileSync(path.join(folder.path, 'elsewhere/2024-08-26-disk.html'), 'utf8')).toBe('mine\n');
	});

	test('stops on errors in published documents, and lists them', async () => {
		using folder = folderWith({
			...FILES,
			'log/incidents/2024-08-28-bad.yaml': RECORD.replace('minor', 'mayor').replaceAll('08-26', '08-28'),
		});
		const run = await build(folder.path, '--out', 'site');
		expect(run.code).toBe(1);
		expect(run.err).toContain('log/incidents/2024-08-28-bad.yaml:2:9: error: Unknown impact level `mayor`');
		expect(run.err).toContain('1 error in published documents');
		expect(fs.existsSync(path.join(folder.path, 'site'))).toBe(false);
		expect((await build(folder.path, '--out', 'site', '--with-errors')).code).toBe(0);
	});

	test('ignores errors in drafts', async () => {
		using folder = folderWith({
			...FILES,
			'log/incidents/2024-08-27-draft.yaml': `${RECORD.replace('minor', 'mayor').replaceAll('08-26', '08-27')}draft: true\n`,
		});
		expect((await build(folder.path, '--out', 'site')).code).toBe(0);
	});
});
