import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeLeftovers, temporaryFile } from '../../src/node/temporary-files.ts';
import { type WriteOptions, writeFile } from '../../src/node/write-file.ts';
import { folderWith } from '../support/process.ts';

const isRoot = process.getuid?.() === 0;
const ANYTHING: WriteOptions = { expected: 'anything' };

let folder: { path: string } & Disposable;
const at = (...names: string[]) => path.join(folder.path, ...names);
const read = (...names: string[]) => fs.readFileSync(at(...names), 'utf8');
const put = (name: string, text: string, mode = 0o644) => {
	fs.mkdirSync(path.dirname(at(name)), { recursive: true });
	fs.writeFileSync(at(name), text);
	fs.chmodSync(at(name), mode);
	return at(name);
};
const names = (...below: string[]) => fs.readdirSync(at(...below)).sort();
/** Runs something in the last moment before the file is moved to its place. */
const beforeMove = (change: () => void) => {
	const { fsyncSync } = fs;
	fs.fsyncSync = descriptor => {
		fs.fsyncSync = fsyncSync;
		fsyncSync(descriptor);
		change();
	};
};

beforeEach(() => {
	folder = folderWith({});
});
afterEach(() => folder[Symbol.dispose]());

describe('a regular file', () => {
	test('is created with its folders, without other files', () => {
		writeFile(at('a', 'b', 'page.html'), 'text', ANYTHING);
		expect(read('a', 'b', 'page.html')).toBe('text');
		expect(names('a', 'b')).toEqual(['page.html']);
		expect(fs.statSync(at('a', 'b', 'page.html')).mode & 0o777).toBe(0o666 & ~process.umask());
	});

	test('is replaced if its content is the expected one', () => {
		put('a.yaml', '\uFEFFold');
		writeFile(at('a.yaml'), 'new', { expected: { text: '\uFEFFold' }, within: folder.path });
		expect(read('a.yaml')).toBe('new');
		expect(names()).toEqual(['a.yaml']);
	});

	test.each([
		['changed', 'old', { text: 'read' }],
		['lost its byte order mark', 'read', { text: '\uFEFFread' }],
		['appeared', 'old', 'absent'],
	] as const)('is refused where it has %s', (_, content, expected) => {
		put('a.yaml', content);
		expect(() => writeFile(at('a.yaml'), 'new', { expected })).toThrow(/changed after it was read|exists already/);
		expect(read('a.yaml')).toBe(content);
		expect(names()).toEqual(['a.yaml']);
	});

	test('is refused if it was removed', () => {
		expect(() => writeFile(at('a.yaml'), 'new', { expected: { text: 'old' } })).toThrow('changed');
		expect(names()).toEqual([]);
	});

	test.each([
		['appended to', 'old', { text: 'old' }, () => fs.appendFileSync(at('a.yaml'), '!'), 'old!'],
		['replaced', 'old', { text: 'old' }, () => fs.renameSync(put('b.yaml', 'bad'), at('a.yaml')), 'bad'],
		['appended to', 'old', 'anything', () => fs.appendFileSync(at('a.yaml'), '!'), 'old!'],
		['created', undefined, 'absent', () => fs.writeFileSync(at('a.yaml'), 'other'), 'other'],
		['created', undefined, 'anything', () => fs.writeFileSync(at('a.yaml'), 'other'), 'other'],
	] as const)('is refused where it is %s while the text is written', (_, before, expected, change, after) => {
		if (before !== undefined) {
			put('a.yaml', before);
		}
		beforeMove(change);
		expect(() => writeFile(at('a.yaml'), 'new', { expected })).toThrow(/changed after it was read|exists already/);
		expect(read('a.yaml')).toBe(after);
		expect(names()).toEqual(['a.yaml']);
	});
});

describe.runIf(process.platform !== 'win32')('modes and owners', () => {
	test.each([0o664, 0o600, 0o755, 0o666, 0o2664])('mode %o is kept', mode => {
		put('a.yaml', 'old', mode);
		writeFile(at('a.yaml'), 'new', ANYTHING);
		expect(fs.statSync(at('a.yaml')).mode & 0o7777).toBe(mode);
	});

	test.each([0o444, 0o400, 0o555])('mode %o is refused', mode => {
		put('a.yaml', 'old', mode);
		expect(() => writeFile(at('a.yaml'), 'new', ANYTHING)).toThrow('read-only');
		expect(read('a.yaml')).toBe('old');
		expect(names()).toEqual(['a.yaml']);
	});

	test.runIf(isRoot)('owner and group are kept', () => {
		put('a.yaml', 'old', 0o664);
		fs.chownSync(at('a.yaml'), 1234, 2345);
		writeFile(at('a.yaml'), 'new', ANYTHING);
		const { uid, gid, mode } = fs.statSync(at('a.yaml'));
		expect({ uid, gid, mode: mode & 0o777 }).toEqual({ uid: 1234, gid: 2345, mode: 0o664 });
	});

	test.runIf(isRoot)('another user cannot take a file over, or write into a folder without permission', () => {
		fs.chmodSync(folder.path, 0o777);
		put('theirs.yaml', 'old', 0o666);
		put('closed/a.yaml', 'old', 0o666);
		fs.chmodSync(at('closed'), 0o555);
		const asNobody = (write: () => void) => {
			process.seteuid?.(65534);
			try {
				expect(write).toThrow();
			} finally {
				process.seteuid?.(0);
			}
		};
		asNobody(() => writeFile(at('theirs.yaml'), 'new', ANYTHING));
		asNobody(() => writeFile(at('closed', 'a.yaml'), 'new', ANYTHING));
		expect([read('theirs.yaml'), read('closed', 'a.yaml')]).toEqual(['old', 'old']);
		expect([names(), names('closed')]).toEqual([['closed', 'theirs.yaml'], ['a.yaml']]);
	});

	test('other hard links to a file keep the old content', () => {
		put('log/a.yaml', 'old');
		fs.linkSync(at('log', 'a.yaml'), at('outside.yaml'));
		writeFile(at('log', 'a.yaml'), 'new', { expected: { text: 'old' }, within: at('log') });
		expect([read('log', 'a.yaml'), read('outside.yaml')]).toEqual(['new', 'old']);
	});
});

describe.runIf(process.platform !== 'win32')('links', () => {
	test('a link is kept, and its target is replaced', () => {
		put('log/real/a.yaml', 'old');
		fs.symlinkSync('real/a.yaml', at('log', 'link.yaml'));
		writeFile(at('log', 'link.yaml'), 'new', { expected: { text: 'old' }, within: at('log') });
		expect(fs.readlinkSync(at('log', 'link.yaml'))).toBe('real/a.yaml');
		expect(read('log', 'real', 'a.yaml')).toBe('new');
	});

	test('a path of the user can be outside of the log', () => {
		put('elsewhere.html', 'old');
		fs.mkdirSync(at('log'));
		fs.symlinkSync('../elsewhere.html', at('log', 'page.html'));
		writeFile(at('log', 'page.html'), 'new', ANYTHING);
		expect(read('elsewhere.html')).toBe('new');
	});

	test.each([
		['a file', 'link.yaml', () => fs.symlinkSync('../outside/a.yaml', at('log', 'link.yaml'))],
		['a folder', 'link/a.yaml', () => fs.symlinkSync('../outside', at('log', 'link'))],
		['a folder, to a new file', 'link/b.yaml', () => fs.symlinkSync('../outside', at('log', 'link'))],
		['a folder, to a new folder', 'link/2024/b.yaml', () => fs.symlinkSync('../outside', at('log', 'link'))],
	])('%s that leads out of the log is refused', (_, file, link) => {
		put('outside/a.yaml', 'old');
		fs.mkdirSync(at('log'));
		link();
		const write = () => writeFile(at('log', file), 'new', { expected: 'anything', within: at('log') });
		expect(write).toThrow('leads out of the log');
		expect(names('outside')).toEqual(['a.yaml']);
		expect(read('outside', 'a.yaml')).toBe('old');
	});

	test('the log root can be a link', () => {
		put('real/a.yaml', 'old');
		fs.symlinkSync('real', at('log'));
		writeFile(at('log', 'a.yaml'), 'new', { expected: { text: 'old' }, within: at('log') });
		expect(read('real', 'a.yaml')).toBe('new');
	});

	test.each([['anything'], ['absent']] as const)('a link to nothing is refused (%s)', expected => {
		fs.symlinkSync('nowhere', at('page.html'));
		expect(() => writeFile(at('page.html'), 'new', { expected })).toThrow('does not exist');
		expect(fs.readlinkSync(at('page.html'))).toBe('nowhere');
		expect(names()).toEqual(['page.html']);
	});

	test('a loop of links is refused', () => {
		fs.symlinkSync('b', at('a'));
		fs.symlinkSync('a', at('b'));
		expect(() => writeFile(at('a'), 'new', ANYTHING)).toThrow('symbolic links');
		expect(names()).toEqual(['a', 'b']);
	});
});

describe.runIf(process.platform !== 'win32')('a file that is not regular', () => {
	const fifo = (name: string) => expect(spawnSync('mkfifo', [at(name)]).status).toBe(0);

	test('a pipe is written into', async () => {
		fifo('pipe');
		const text = 'Ä'.repeat(200_000);
		// Into a file: this thread is busy writing, and could not read what `cat` prints.
		const reader = spawn('sh', ['-c', 'cat pipe > copy'], { cwd: folder.path, stdio: 'ignore' });
		writeFile(at('pipe'), text, ANYTHING);
		await new Promise(resolve => reader.on('close', resolve));
		expect(read('copy')).toBe(text);
		expect(fs.lstatSync(at('pipe')).isFIFO()).toBe(true);
	});

	test('a device is written into', () => {
		writeFile('/dev/null', 'text', ANYTHING);
		fs.symlinkSync('/dev/null', at('page.html'));
		writeFile(at('page.html'), 'text', ANYTHING);
		expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
		expect(fs.readlinkSync(at('page.html'))).toBe('/dev/null');
	});

	test.runIf(process.platform === 'linux')('a full device is an error', () => {
		expect(() => writeFile('/dev/full', 'text', ANYTHING)).toThrow('no space left on device');
	});

	test('in a log, all of them are refused', () => {
		fifo('pipe');
		fs.symlinkSync('/dev/null', at('null'));
		for (const name of ['pipe', 'null']) {
			const write = () => writeFile(at(name), 'new', { expected: 'anything', within: folder.path });
			expect(write).toThrow('Expected a regular file');
		}
		expect(fs.lstatSync(at('pipe')).isFIFO()).toBe(true);
	});

	test('a folder and a file in place of a folder are refused', () => {
		put('a/b.yaml', 'old');
		expect(() => writeFile(at('a'), 'new', ANYTHING)).toThrow('it is a folder');
		expect(() => writeFile(at('a', 'b.yaml', 'c'), 'new', ANYTHING)).toThrow('not a directory');
		expect(read('a', 'b.yaml')).toBe('old');
	});
});

describe('leftovers', () => {
	const ended = () => String(spawnSync(process.execPath, ['-e', '']).pid);
	const ours = (id: string | number) =>
		path.basename(temporaryFile(folder.path)).replace(`-${process.pid}-`, `-${id}-`);
	const other = (id: string | number) => ours(id).replace(/log-[0-9a-f]{8}/, 'log-00000000');
	const age = (name: string, days: number) =>
		fs.utimesSync(at(name), Date.now() / 1000, Date.now() / 1000 - days * 86_400);

	test('of ended processes are removed, and no others', () => {
		const id = ended();
		const kept = [
			ours(process.ppid),
			other(id),
			'.incident-log.tmp',
			`.incident-log-${id}.tmp`,
			`x${ours(id)}`,
			`${ours(id)}.yaml`,
			'a.tmp',
		];
		for (const name of [...kept, ours(id), ours(process.pid), 'sub.yaml']) {
			put(name, 'text');
		}
		const [old, olderOther] = [ours(process.ppid), other(process.ppid)];
		for (const name of [old, olderOther]) {
			put(name, 'text');
			age(name, 2);
		}
		age('a.tmp', 2);
		fs.mkdirSync(at(ours(id)));
		removeLeftovers(folder.path);
		expect(names()).toEqual([...kept, names().find(name => fs.statSync(at(name)).isDirectory()), 'sub.yaml'].sort());
	});

	test('in the folder of a written file are removed', () => {
		put(ours(ended()), 'text');
		writeFile(at('a.yaml'), 'new', ANYTHING);
		expect(names()).toEqual(['a.yaml']);
	});

	test('in an unreadable folder are ignored', () => {
		expect(() => removeLeftovers(path.join(os.tmpdir(), 'incident-log-nowhere'))).not.toThrow();
	});
});
