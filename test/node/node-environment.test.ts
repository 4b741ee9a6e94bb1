import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Environment } from '../../src/log/environment.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { childUri, normalUri } from '../../src/log/uri.ts';
import { walk } from '../../src/log/walk.ts';
import { nodeEnvironment, pathOfUri, uriOfPath } from '../../src/node/node-environment.ts';

let folder: string;

beforeEach(() => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'incident-log-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FILES: Readonly<Record<string, string>> = {
	'incidents/a.yaml': 'title: A\n',
	'incidents/2024/caf\u00e9 100% (1).md': '# B\n',
	'notes.md': '',
};

/** The same files in each of the two file systems, and the URI of the folder that they are in. */
const SYSTEMS: Readonly<Record<string, () => { environment: Environment; root: string }>> = {
	'on the disk': () => {
		for (const [path, content] of Object.entries(FILES)) {
			mkdirSync(join(folder, path, '..'), { recursive: true });
			writeFileSync(join(folder, path), content);
		}
		return { environment: nodeEnvironment(), root: uriOfPath(folder) };
	},
	'in memory': () => {
		const root = 'file:///tmp/log';
		const files = Object.entries(FILES).map(([path, content]) => [`${root}/${path}`, content]);
		return { environment: new MemoryEnvironment(Object.fromEntries(files)), root };
	},
};

describe.each(Object.entries(SYSTEMS))('files %s', (_name, make) => {
	const at = (root: string, ...names: string[]) => names.reduce(childUri, root);

	test('are read', async () => {
		const { environment, root } = make();
		const read = async (limit: number, ...names: string[]) => {
			const bytes = await environment.read(at(root, ...names), limit);
			return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes;
		};
		expect(await read(100, 'incidents', 'a.yaml')).toBe('title: A\n');
		expect(await read(100, 'incidents', '2024', 'caf\u00e9 100% (1).md')).toBe('# B\n');
		expect(await read(9, 'incidents', 'a.yaml')).toBe('title: A\n');
		expect(await read(8, 'incidents', 'a.yaml')).toEqual({ tooLarge: 9 });
		expect(await read(100, 'notes.md')).toBe('');
		expect(await read(100, 'gone.md')).toBeUndefined();
		expect(await read(100, 'incidents')).toBeUndefined();
	});

	test('are listed', async () => {
		const { environment, root } = make();
		const list = async (...names: string[]) =>
			(await environment.list(at(root, ...names)))?.map(({ name, type }) => `${type} ${name}`).sort();
		expect(await list()).toEqual(['file notes.md', 'folder incidents']);
		expect(await list('incidents', '2024')).toEqual(['file caf\u00e9 100% (1).md']);
		expect(await list('gone')).toBeUndefined();
		expect(await list('notes.md')).toBeUndefined();
	});

	test('are files or folders', async () => {
		const { environment, root } = make();
		expect(await environment.stat(root)).toBe('folder');
		expect(await environment.stat(at(root, 'notes.md'))).toBe('file');
		expect(await environment.stat(at(root, 'gone.md'))).toBeUndefined();
	});

	test('are found by walking, with URIs in the one spelling', async () => {
		const { environment, root } = make();
		const found = await walk(environment, root, () => undefined);
		expect(found.map(normalUri)).toEqual(found);
		expect(found.map(uri => decodeURIComponent(uri.slice(root.length + 1))).sort()).toEqual(Object.keys(FILES).sort());
	});
});

describe('on the disk', () => {
	const environment = nodeEnvironment();
	const walked = async (root = folder) =>
		(await walk(environment, uriOfPath(root), () => undefined))
			.map(uri => pathOfUri(uri).slice(folder.length + 1))
			.sort();

	test('paths and URIs are translated into one another', () => {
		for (const path of ['/log/a b.md', '/log/100%.md', '/log/#1?.md', '/log/caf\u00e9.md']) {
			expect(pathOfUri(uriOfPath(path))).toBe(path);
			expect(normalUri(uriOfPath(path))).toBe(uriOfPath(path));
		}
	});

	test('links are followed, but not round in circles', async () => {
		mkdirSync(join(folder, 'log/a'), { recursive: true });
		mkdirSync(join(folder, 'log/b'));
		mkdirSync(join(folder, 'elsewhere'));
		writeFileSync(join(folder, 'elsewhere/x.md'), 'X');
		writeFileSync(join(folder, 'log/a/y.md'), 'Y');
		symlinkSync(join(folder, 'elsewhere'), join(folder, 'log/linked'));
		symlinkSync(join(folder, 'elsewhere/x.md'), join(folder, 'log/linked.md'));
		symlinkSync(join(folder, 'nowhere'), join(folder, 'log/broken.md'));
		symlinkSync(join(folder, 'log'), join(folder, 'log/a/up'));
		symlinkSync('.', join(folder, 'log/a/itself'));
		symlinkSync(join(folder, 'log/b'), join(folder, 'log/a/to-b'));
		symlinkSync(join(folder, 'log/a'), join(folder, 'log/b/to-a'));
		expect(await walked(join(folder, 'log'))).toEqual([
			'log/a/y.md',
			'log/b/to-a/y.md',
			'log/linked.md',
			'log/linked/x.md',
		]);
	});

	test('a pipe is no file, and nobody waits for it', () => {
		const pipe = join(folder, 'pipe.yaml');
		execFileSync('mkfifo', [pipe]);
		expect(environment.read(uriOfPath(pipe), 100)).toBeUndefined();
		expect(environment.stat(uriOfPath(pipe))).toBeUndefined();
		expect(environment.list(uriOfPath(folder))).toEqual([]);
	});

	test('what cannot be read is absent, whatever is in the way', () => {
		symlinkSync(join(folder, 'loop.md'), join(folder, 'loop.md'));
		for (const name of ['loop.md', 'x'.repeat(5000), 'a\0b', 'loop.md/x.md']) {
			const uri = childUri(uriOfPath(folder), name);
			expect([environment.read(uri, 100), environment.list(uri), environment.stat(uri)]).toEqual([
				undefined,
				undefined,
				undefined,
			]);
		}
		expect(environment.list(uriOfPath(folder))).toEqual([]);
	});

	test('what other schemes name is absent, also where a path of the disk would read the same', () => {
		writeFileSync(join(folder, 'a.md'), 'A');
		for (const uri of [uriOfPath(folder).replace('file:', 'untitled:'), `vscode-vfs://github${folder}`]) {
			expect([environment.read(`${uri}/a.md`, 100), environment.list(uri), environment.stat(uri)]).toEqual([
				undefined,
				undefined,
				undefined,
			]);
			expect(() => environment.watch(uri, () => undefined).dispose()).not.toThrow();
		}
		expect(environment.read('untitled:package.json', 100_000)).toBeUndefined();
	});

	test('changes are told, also in folders that come and move', async () => {
		mkdirSync(join(folder, 'log/deep'), { recursive: true });
		mkdirSync(join(folder, 'log/node_modules'));
		const told = new Set<string>();
		const watcher = environment.watch(uriOfPath(folder), changes => {
			for (const { uri, type } of changes) {
				told.add(`${type} ${pathOfUri(uri).slice(folder.length + 1)}`);
			}
		});
		const until = async (...expected: readonly string[]) => {
			while (!expected.every(change => told.has(change))) {
				await new Promise(resolve => setTimeout(resolve, 5));
			}
			told.clear();
		};
		writeFileSync(join(folder, 'log/a.md'), 'A');
		await until('created log/a.md');
		renameSync(join(folder, 'log/a.md'), join(folder, 'log/deep/b.md'));
		await until('deleted log/a.md', 'created log/deep/b.md');
		writeFileSync(join(folder, 'log/deep/b.md'), 'B');
		await until('changed log/deep/b.md');
		renameSync(join(folder, 'log/deep'), join(folder, 'moved'));
		await until('deleted log/deep', 'created moved');
		writeFileSync(join(folder, 'log/node_modules/x.md'), 'X');
		writeFileSync(join(folder, 'moved/b.md'), 'C');
		while (!told.has('changed moved/b.md')) {
			await new Promise(resolve => setTimeout(resolve, 5));
		}
		if (process.platform === 'linux') {
			expect([...told].filter(change => change.includes('x.md'))).toEqual([]);
		}
		watcher.dispose();
		expect(() => watcher.dispose()).not.toThrow();
	});

	test('a folder that is not there is watched in vain', () => {
		expect(() => environment.watch(uriOfPath(join(folder, 'gone')), () => undefined).dispose()).not.toThrow();
	});
});
