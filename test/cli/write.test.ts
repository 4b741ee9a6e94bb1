import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { nodeHost } from '../../src/cli/node-host.ts';
import { uriOfPath } from '../../src/node/node-environment.ts';
import { bin, folderWith, runProgram } from '../support/process.ts';

const BROKEN =
	'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01 10:00:00 EST # noted late\nresolved_at: 2024-08-01T11:00:00-04:00\n';
const FIXED = BROKEN.replace('2024-08-01 10:00:00 EST', '2024-08-01T10:00:00-04:00');
const CONFIGURATION = 'time_zone: America/New_York\n';

const nameOf = (index: number) => `incidents/disk-full-${String(index).padStart(3, '0')}.yaml`;
const brokenLog = (count: number) => ({
	'incident-log.yaml': CONFIGURATION,
	...Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), BROKEN])),
});
const run = (cwd: string, ...args: string[]) => runProgram(process.execPath, [bin, ...args], cwd);

/** Runs the command line of this machine in this process; `onOutput` is called with each text that it prints. */
async function runHere(folder: string, onOutput: (text: string) => void, ...args: string[]) {
	const texts = { out: '', err: '' };
	const host = nodeHost();
	const output = (name: 'out' | 'err') => ({
		columns: undefined,
		hyperlinks: false,
		write: (text: string) => {
			texts[name] += text;
			onOutput(text);
		},
	});
	const toUri = (typed: string) => uriOfPath(path.resolve(folder, typed));
	const code = await main(args, { ...host, cwd: toUri('.'), toUri, out: output('out'), err: output('err') });
	return { code, ...texts };
}

describe('fix', () => {
	test('does not overwrite a file that changes during the run, and continues with the others', async () => {
		using log = folderWith(brokenLog(200));
		const last = path.join(log.path, nameOf(199));
		let changed = false;
		const change = () => {
			if (!changed) {
				fs.appendFileSync(last, 'summary: A line that must not be lost.\n');
				changed = true;
			}
		};
		const { code, out, err } = await runHere(log.path, change, 'fix');
		expect(fs.readFileSync(last, 'utf8')).toBe(`${BROKEN}summary: A line that must not be lost.\n`);
		expect(code).toBe(2);
		expect(err).toContain('disk-full-199.yaml`: the file changed after it was read. Run the command again.\n');
		expect(err.split('\n').length).toBe(2);
		expect(out).toContain('199 files changed, 1 could not be written.\n');
		expect(fs.readFileSync(path.join(log.path, nameOf(198)), 'utf8')).toBe(FIXED);
		expect((await runHere(log.path, () => undefined, 'fix')).code).toBe(0);
		expect(fs.readFileSync(last, 'utf8')).toBe(`${FIXED}summary: A line that must not be lost.\n`);
	});

	test('keeps the mode of a file, and does not write a read-only one', () => {
		using log = folderWith(brokenLog(2));
		const [shared, closed] = [path.join(log.path, nameOf(0)), path.join(log.path, nameOf(1))];
		fs.chmodSync(shared, 0o664);
		fs.chmodSync(closed, 0o444);
		const { code, err } = run(log.path, 'fix');
		expect(code).toBe(2);
		expect(err).toBe(
			`incident-log: Cannot write \`${nameOf(1)}\`: the file is read-only. Give it write permission first.\n`,
		);
		expect(fs.statSync(shared).mode & 0o777).toBe(0o664);
		expect(fs.readFileSync(shared, 'utf8')).toBe(FIXED);
		expect(fs.readFileSync(closed, 'utf8')).toBe(BROKEN);
	});

	test('does not follow a link out of the log', () => {
		using outside = folderWith({ 'a.yaml': BROKEN });
		using log = folderWith({ 'incident-log.yaml': CONFIGURATION, 'incidents/b.yaml': FIXED });
		fs.symlinkSync(path.join(outside.path, 'a.yaml'), path.join(log.path, 'incidents', 'a.yaml'));
		run(log.path, 'fix');
		expect(fs.readFileSync(path.join(outside.path, 'a.yaml'), 'utf8')).toBe(BROKEN);
		expect(fs.readdirSync(outside.path)).toEqual(['a.yaml']);
	});

	describe.runIf(process.platform !== 'win32')('when it is killed', () => {
		const files = brokenLog(60);
		const contents = (log: string) =>
			Object.keys(brokenLog(60))
				.slice(1)
				.map(name => fs.readFileSync(path.join(log, name), 'utf8'));
		const temporaries = (log: string) =>
			fs.readdirSync(path.join(log, 'incidents')).filter(name => name.startsWith('.'));

		/** Kills itself around the nth call of a function of the file system. */
		const killAt = (name: string, count: number, when: 'before' | 'after') => `
			const fs = require('node:fs');
			const original = fs.${name};
			let calls = 0;
			fs.${name} = (...args) => {
				const last = ++calls === ${count};
				if (last && '${when}' === 'before') process.kill(process.pid, 'SIGKILL');
				const result = original(...args);
				if (last) process.kill(process.pid, 'SIGKILL');
				return result;
			};`;

		test.each([
			['openSync', 1, 'after'],
			['fchmodSync', 20, 'before'],
			['fsyncSync', 40, 'before'],
			['renameSync', 1, 'before'],
			['renameSync', 30, 'before'],
			['renameSync', 30, 'after'],
			['renameSync', 60, 'before'],
		] as const)('at %s %i (%s), each file is old or new, and the next run cleans up', (name, count, when) => {
			using log = folderWith({ ...files, 'kill.cjs': killAt(name, count, when) });
			expect(runProgram(process.execPath, ['--require', './kill.cjs', bin, 'fix'], log.path).code).toBeNull();
			expect(contents(log.path).filter(text => text !== BROKEN && text !== FIXED)).toEqual([]);
			expect(run(log.path, 'fix').code).toBe(0);
			expect(contents(log.path).every(text => text === FIXED)).toBe(true);
			expect(temporaries(log.path)).toEqual([]);
		});

		test('removes leftovers also without anything to fix', () => {
			using log = folderWith({ ...brokenLog(1), 'kill.cjs': killAt('renameSync', 1, 'before') });
			runProgram(process.execPath, ['--require', './kill.cjs', bin, 'fix'], log.path);
			expect(temporaries(log.path)).toHaveLength(1);
			fs.writeFileSync(path.join(log.path, nameOf(0)), FIXED);
			expect(run(log.path, 'fix', '--dry-run').code).toBe(0);
			expect(temporaries(log.path)).toHaveLength(1);
			expect(run(log.path, 'fix').code).toBe(0);
			expect(temporaries(log.path)).toEqual([]);
		});

		test.each([1, 15, 45])('from outside, after %i files', async count => {
			using log = folderWith(files);
			const child = spawn(process.execPath, [bin, 'fix'], { cwd: log.path, stdio: ['ignore', 'pipe', 'ignore'] });
			let out = '';
			child.stdout.on('data', chunk => {
				out += chunk;
				if (out.split('disk-full-').length > count) {
					child.kill('SIGKILL');
				}
			});
			await new Promise(resolve => child.on('close', resolve));
			expect(contents(log.path).filter(text => text !== BROKEN && text !== FIXED)).toEqual([]);
			expect(run(log.path, 'fix').code).toBe(0);
			expect(contents(log.path).every(text => text === FIXED)).toBe(true);
			expect(temporaries(log.path)).toEqual([]);
		});
	});
});

describe('import', () => {
	const page = '# 2024-08-31\n\n* **August 26: Late** (05:30EDT): Nothing moved for an hour.\n';
	const files = { 'incident-log.yaml': CONFIGURATION, 'bulletins/2024-08-31.md': page };

	test.runIf(process.platform !== 'win32')('does not write through a link that leads out of the log', () => {
		using outside = folderWith({});
		using log = folderWith(files);
		fs.symlinkSync(outside.path, path.join(log.path, 'incidents'));
		const { code, err } = run(log.path, 'import', 'bulletins');
		expect(code).toBe(2);
		expect(err).toContain('leads out of the log');
		expect(fs.readdirSync(outside.path)).toEqual([]);
	});

	test.runIf(process.platform !== 'win32')('does not replace a link to nothing', () => {
		using log = folderWith(files);
		const [, name = ''] = /^(\S+)/m.exec(run(log.path, 'import', '--dry-run', 'bulletins').out) ?? [];
		fs.mkdirSync(path.dirname(path.join(log.path, name)), { recursive: true });
		fs.symlinkSync('nowhere', path.join(log.path, name));
		expect(run(log.path, 'import', 'bulletins').code).toBe(2);
		expect(fs.readlinkSync(path.join(log.path, name))).toBe('nowhere');
	});
});

describe('render --out', () => {
	const files = { 'incident-log.yaml': CONFIGURATION, 'bulletins/2024-08-31.md': '# 2024-08-31\n\nAll is well.\n' };

	test('does not overwrite a document of the log', () => {
		using log = folderWith(files);
		const { code, err } = run(log.path, 'render', '--out', 'bulletins/2024-08-31.md');
		expect(code).toBe(2);
		expect(err).toContain('it is a document of the log');
		expect(fs.readFileSync(path.join(log.path, 'bulletins', '2024-08-31.md'), 'utf8')).toContain('# 2024-08-31\n');
	});

	test.runIf(process.platform === 'linux').each([
		['a socket', '/dev/stdout', ''],
		['a pipe', '/dev/stdout', ' | cat'],
		['a file descriptor', '/dev/fd/1', ' | cat'],
		['a file that is appended to', '/dev/stdout', ' >> all.html; cat all.html'],
		['a named pipe', 'pipe', ' & cat pipe'],
	])('writes into %s', (_, out, rest) => {
		using log = folderWith({ ...files, 'all.html': '<!-- before -->\n' });
		const page = run(log.path, 'render').out;
		const command = `mkfifo pipe; '${process.execPath}' '${bin}' render --out ${out}${rest}`;
		const ended = runProgram('sh', ['-c', command], log.path);
		expect(ended.err).toBe('');
		expect(ended.out).toBe(rest.includes('>>') ? `<!-- before -->\n${page}` : page);
		expect(fs.lstatSync(path.join(log.path, 'pipe')).isFIFO()).toBe(true);
	});
});
