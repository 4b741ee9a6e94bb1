import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, folderWith, runProgram } from '../support/process.ts';

const RECORD = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00Z\nresolved_at: 2024-08-01T11:00:00Z\n';

interface Found {
	readonly file: string;
	readonly code: string;
	readonly message: string;
}

const run = (cwd: string, ...args: string[]) => runProgram(process.execPath, [bin, ...args], cwd);

function check(cwd: string, ...args: string[]) {
	const { code, out, err } = run(cwd, 'check', '--format', 'json', ...args);
	const findings: readonly Found[] = out === '' ? [] : JSON.parse(out).findings;
	return { code, err, found: findings.map(({ file, code, message }) => `${file} ${code} ${message}`) };
}

describe.skipIf(process.platform === 'win32')('what could not be read fails the run', () => {
	test('reports a document that is a pipe, a broken link or a link to itself', () => {
		using log = folderWith({ 'incident-log.yaml': '', 'incidents/a.yaml': RECORD });
		execFileSync('mkfifo', [path.join(log.path, 'incidents/pipe.yaml')]);
		fs.symlinkSync('nowhere', path.join(log.path, 'incidents/broken.yaml'));
		fs.symlinkSync('loop.yaml', path.join(log.path, 'incidents/loop.yaml'));
		expect(check(log.path)).toEqual({
			code: 1,
			err: '',
			found: [
				'incident-log.yaml file/unreadable Unreadable file `incidents/broken.yaml`: broken symbolic link. Expected a link to a file.',
				'incident-log.yaml file/unreadable Unreadable file `incidents/loop.yaml`: loop of symbolic links. Expected a link to a file.',
				'incidents/pipe.yaml file/unreadable Unreadable file: not a regular file. Expected a regular file.',
			],
		});
		// They are in the named folder, and reported although the configuration is not.
		expect(check(log.path, 'incidents').found).toHaveLength(3);
		expect(run(log.path, 'render', '--week', '2024-08-01').code).toBe(1);
		expect(run(log.path, 'fix').err).toContain('Unreadable file `incidents/broken.yaml`');
	});

	test.each([
		['a folder', (file: string) => fs.mkdirSync(file), 'not a regular file'],
		['a pipe', (file: string) => execFileSync('mkfifo', [file]), 'not a regular file'],
	])('reports a configuration that is %s', (_, make, reason) => {
		using log = folderWith({ 'incidents/a.yaml': RECORD });
		make(path.join(log.path, 'incident-log.yaml'));
		const { code, found } = check(log.path);
		expect(code).toBe(1);
		expect(found).toEqual([`incident-log.yaml file/unreadable Unreadable file: ${reason}. Expected a regular file.`]);
	});

	test('reports at the root without a configuration', () => {
		using log = folderWith({ 'incidents/a.yaml': RECORD });
		fs.symlinkSync('nowhere', path.join(log.path, 'incidents/broken.yaml'));
		expect(check(log.path).found).toEqual([
			'. file/unreadable Unreadable file `incidents/broken.yaml`: broken symbolic link. Expected a link to a file.',
		]);
	});

	test('ends the run for an unreadable path argument', () => {
		using log = folderWith({ 'incidents/a.yaml': RECORD });
		execFileSync('mkfifo', [path.join(log.path, 'incidents/pipe.yaml')]);
		fs.symlinkSync('nowhere', path.join(log.path, 'incidents/broken.yaml'));
		for (const name of ['pipe.yaml', 'broken.yaml', 'gone.yaml']) {
			const { code, err } = check(log.path, `incidents/${name}`);
			expect([name, code]).toEqual([name, 2]);
			expect(err).toContain(`incidents/${name}`);
		}
	});

	// Permissions do not apply to root: the program is run as the user `nobody`.
	const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
	const isRoot = process.geteuid?.() === 0;
	const canDrop = isRoot && spawnSync('setpriv', [...asNobody, 'true']).status === 0;
	test.skipIf(isRoot && !canDrop)('a file, a folder and a configuration without read permission', () => {
		using log = folderWith({
			'program.cjs': fs.readFileSync(bin),
			'cli-run.cjs': fs.readFileSync(path.join(path.dirname(bin), 'cli-run.cjs')),
			'log/incident-log.yaml': '',
			'log/incidents/a.yaml': RECORD,
			'log/incidents/secret.yaml': RECORD,
			'log/incidents/2024/b.yaml': RECORD,
		});
		fs.chmodSync(log.path, 0o755);
		const checkUnprivileged = (...args: string[]) => {
			const program = [process.execPath, path.join(log.path, 'program.cjs'), 'check', '--format', 'json', ...args];
			const [command = '', ...rest] = isRoot ? ['setpriv', ...asNobody, ...program] : program;
			return runProgram(command, rest, path.join(log.path, 'log'));
		};
		const closed = ['log/incident-log.yaml', 'log/incidents/secret.yaml', 'log/incidents/2024'];
		for (const name of closed) {
			fs.chmodSync(path.join(log.path, name), 0);
		}
		try {
			const { code, out } = checkUnprivileged();
			expect(code).toBe(1);
			const unreadable = JSON.parse(out).findings.filter((found: Found) => found.code === 'file/unreadable');
			expect(unreadable.map(({ file, message }: Found) => `${file} ${message}`)).toEqual([
				'incident-log.yaml Unreadable file: permission denied. Expected read permission.',
				'incident-log.yaml Unreadable folder `incidents/2024`: permission denied. Expected read permission.',
				'incidents/secret.yaml Unreadable file: permission denied. Expected read permission.',
			]);
			expect(checkUnprivileged('incidents/secret.yaml').code).toBe(2);
			expect(checkUnprivileged('incidents/2024').code).toBe(2);
			fs.chmodSync(path.join(log.path, 'log'), 0o311);
			expect(checkUnprivileged().code).toBe(2);
		} finally {
			fs.chmodSync(path.join(log.path, 'log'), 0o755);
			fs.chmodSync(path.join(log.path, 'log/incidents/2024'), 0o755);
		}
	});
});

describe.skipIf(process.platform === 'win32')('links', () => {
	test('reads one document below eleven folders with two links each', () => {
		using log = folderWith({ 'incident-log.yaml': '', 'incidents/0/a.yaml': RECORD });
		for (let index = 1; index < 12; index++) {
			fs.mkdirSync(path.join(log.path, `incidents/${index}`));
			for (const name of ['one', 'other']) {
				fs.symlinkSync(`../${index - 1}`, path.join(log.path, `incidents/${index}/${name}`));
			}
		}
		expect(JSON.parse(run(log.path, 'check', '--format', 'json').out)).toMatchObject({ findings: [] });
		expect(run(log.path, 'check').out).toContain('2 documents');
	});

	test('reads a link to a document once, under the path of its target', () => {
		using log = folderWith({ 'incident-log.yaml': '', 'incidents/a.yaml': RECORD.replace('minor', 'huge') });
		fs.symlinkSync('a.yaml', path.join(log.path, 'incidents/0.yaml'));
		for (const args of [[], ['incidents/0.yaml'], ['incidents/a.yaml']]) {
			expect(check(log.path, ...args).found.map(line => line.split(' ', 2).join(' '))).toEqual([
				'incidents/a.yaml impact/unknown-level',
			]);
		}
	});

	test('reports a link out of the log and does not follow it', () => {
		using elsewhere = folderWith({ 'a.yaml': 'title: 1\n', 'incidents/b.yaml': 'title: 1\n' });
		using log = folderWith({ 'incident-log.yaml': '', 'incidents/c.yaml': RECORD });
		fs.symlinkSync(path.join(elsewhere.path, 'a.yaml'), path.join(log.path, 'incidents/a.yaml'));
		fs.symlinkSync(elsewhere.path, path.join(log.path, 'shared'));
		fs.symlinkSync('/proc', path.join(log.path, 'incidents/proc'));
		expect(check(log.path)).toEqual({
			code: 0,
			err: '',
			found: [
				'incident-log.yaml file/link-not-followed Link `incidents/a.yaml` not followed: its target is outside of the log. Expected a file.',
				'incident-log.yaml file/link-not-followed Link `incidents/proc` not followed: its target is outside of the log. Expected a folder.',
				'incident-log.yaml file/link-not-followed Link `shared` not followed: its target is outside of the log. Expected a folder.',
			],
		});
		expect(run(log.path, 'check', '--max-warnings', '1').code).toBe(1);
	});
});
