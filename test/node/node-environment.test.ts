import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	realpathSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { childUri, normalUri } from '../../src/core/uri/uri.ts';
import { ABSENT, type Environment, failed } from '../../src/log/environment.ts';
import { IgnoreRules } from '../../src/log/ignore-rules.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { DEFAULT_LIMITS, type WalkOptions, walk } from '../../src/log/walk.ts';
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

const walkOf = (environment: Environment, root: string): WalkOptions => ({
	environment,
	root,
	folder: root,
	clock: { now: () => 0 },
	limits: DEFAULT_LIMITS,
	rules: new IgnoreRules(),
	isInRepository: false,
	onBatch: () => undefined,
});

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
			const result = await environment.read(at(root, ...names), limit);
			return result.type === 'content' ? new TextDecoder().decode(result.bytes) : result;
		};
		expect(await read(100, 'incidents', 'a.yaml')).toBe('title: A\n');
		expect(await read(100, 'incidents', '2024', 'caf\u00e9 100% (1).md')).toBe('# B\n');
		expect(await read(9, 'incidents', 'a.yaml')).toBe('title: A\n');
		expect(await read(8, 'incidents', 'a.yaml')).toEqual({ type: 'too-large', size: 9 });
		expect(await read(100, 'notes.md')).toBe('');
		expect(await read(100, 'gone.md')).toEqual(ABSENT);
		expect(await read(100, 'incidents')).toEqual(failed('not-a-file'));
	});

	test('are listed', async () => {
		const { environment, root } = make();
		const list = async (...names: string[]) => {
			const result = await environment.list(at(root, ...names));
			return result.type === 'folder' ? result.entries.map(({ name, type }) => `${type} ${name}`).sort() : result;
		};
		expect(await list()).toEqual(['file notes.md', 'folder incidents']);
		expect(await list('incidents', '2024')).toEqual(['file caf\u00e9 100% (1).md']);
		expect(await list('gone')).toEqual(ABSENT);
		expect(await list('notes.md')).toEqual(ABSENT);
	});

	test('are files or folders', async () => {
		const { environment, root } = make();
		expect(await environment.stat(root)).toEqual({ type: 'folder', realUri: root });
		const notes = at(root, 'notes.md');
		expect(await environment.stat(notes)).toEqual({ type: 'file', realUri: notes });
		expect(await environment.stat(at(root, 'gone.md'))).toEqual(ABSENT);
	});

	test('are found by a search, with normalised URIs', async () => {
		const { environment, root } = make();
		const { files: found } = await walk(walkOf(environment, root));
		expect(found.map(normalUri)).toEqual(found);
		expect(found.map(uri => decodeURIComponent(uri.slice(root.length + 1))).sort()).toEqual(Object.keys(FILES).sort());
	});
});

describe('on the disk', () => {
	const environment = nodeEnvironment();
	test('paths and URIs are converted into each other', () => {
		for (const path of ['/log/a b.md', '/log/100%.md', '/log/#1?.md', '/log/caf\u00e9.md']) {
			expect(pathOfUri(uriOfPath(path))).toBe(path);
			expect(normalUri(uriOfPath(path))).toBe(uriOfPath(path));
		}
	});

	test('links are not followed: each file is found once, under its real path', async () => {
		mkdirSync(join(folder, 'log/a'), { recursive: true });
		mkdirSync(join(folder, 'log/b'));
		mkdirSync(join(folder, 'elsewhere'));
		writeFileSync(join(folder, 'elsewhere/x.md'), 'X');
		writeFileSync(join(folder, 'log/a/y.md'), 'Y');
		symlinkSync(join(folder, 'elsewhere'), join(folder, 'log/linked'));
		symlinkSync(join(folder, 'elsewhere/x.md'), join(folder, 'log/linked.md'));
		symlinkSync(join(folder, 'nowhere'), join(folder, 'log/broken.md'));
		symlinkSync('loop.md', join(folder, 'log/loop.md'));
		symlinkSync(join(folder, 'log'), join(folder, 'log/a/up'));
		symlinkSync('.', join(folder, 'log/a/itself'));
		symlinkSync(join(folder, 'log/b'), join(folder, 'log/a/to-b'));
		symlinkSync(join(folder, 'log/a'), join(folder, 'log/b/to-a'));
		// The root may itself be opened through a link.
		symlinkSync(join(folder, 'log'), join(folder, 'opened'));
		for (const root of ['log', 'opened']) {
			const { files, unread } = await walk(walkOf(environment, uriOfPath(join(folder, root))));
			const relative = (uri: string) => pathOfUri(uri).slice(folder.length + 1);
			expect(files.map(relative)).toEqual([`${root}/a/y.md`]);
			const parts = unread.map(part =>
				part.kind === 'link'
					? `${part.of} ${relative(part.uri)} -> ${relative(part.target)} ${part.isInside ? 'inside' : 'outside'}`
					: `${relative(part.uri)} ${part.kind === 'unreadable' ? part.reason : part.limit}`,
			);
			expect(parts.sort()).toEqual([
				`file ${root}/linked.md -> elsewhere/x.md outside`,
				`folder ${root}/a/itself -> ${root}/a inside`,
				`folder ${root}/a/to-b -> ${root}/b inside`,
				`folder ${root}/a/up -> ${root} inside`,
				`folder ${root}/b/to-a -> ${root}/a inside`,
				`folder ${root}/linked -> elsewhere outside`,
				`${root}/broken.md broken-link`,
				`${root}/loop.md link-loop`,
			]);
		}
	});

	test('a folder with several links is visited once', async () => {
		for (let index = 0; index < 12; index++) {
			mkdirSync(join(folder, `d${index}`));
			if (index > 0) {
				symlinkSync(join(folder, `d${index - 1}`), join(folder, `d${index}/one`));
				symlinkSync(join(folder, `d${index - 1}`), join(folder, `d${index}/other`));
			}
		}
		writeFileSync(join(folder, 'd0/x.md'), 'X');
		let lists = 0;
		const counted: Environment = {
			...environment,
			list: uri => {
				lists++;
				return environment.list(uri);
			},
		};
		const { files } = await walk(walkOf(counted, uriOfPath(folder)));
		expect(files).toEqual([uriOfPath(join(folder, 'd0/x.md'))]);
		expect(lists).toBe(13);
	});

	test('a pipe and a folder are not files, and are not opened', () => {
		const pipe = join(folder, 'pipe.yaml');
		execFileSync('mkfifo', [pipe]);
		expect(environment.read(uriOfPath(pipe), 100)).toEqual(failed('not-a-file'));
		expect(environment.stat(uriOfPath(pipe))).toEqual(failed('not-a-file'));
		expect(environment.list(uriOfPath(folder))).toEqual({
			type: 'folder',
			entries: [{ name: 'pipe.yaml', type: 'file' }],
		});
	});

	test('a path that cannot exist is absent, and an existing one that cannot be read has failed', () => {
		symlinkSync(join(folder, 'loop.md'), join(folder, 'loop.md'));
		symlinkSync(join(folder, 'gone.md'), join(folder, 'broken.md'));
		for (const [name, expected] of [
			['loop.md', failed('link-loop')],
			['loop.md/x.md', failed('link-loop')],
			['broken.md', failed('broken-link')],
			['broken.md/x.md', ABSENT],
			['x'.repeat(5000), ABSENT],
			['a\0b', ABSENT],
		] as const) {
			const uri = childUri(uriOfPath(folder), name);
			expect([environment.read(uri, 100), environment.list(uri), environment.stat(uri)]).toEqual([
				expected,
				expected,
				expected,
			]);
		}
	});

	test.skipIf(process.platform === 'win32')('what may not be read has failed', () => {
		mkdirSync(join(folder, 'closed'));
		writeFileSync(join(folder, 'closed/x.md'), 'X');
		writeFileSync(join(folder, 'secret.md'), 'X');
		chmodSync(folder, 0o755);
		chmodSync(join(folder, 'closed'), 0);
		chmodSync(join(folder, 'secret.md'), 0);
		const uri = (path: string) => uriOfPath(join(folder, path));
		// Nothing is closed to root.
		const isRoot = process.geteuid?.() === 0;
		if (isRoot) {
			process.seteuid?.(65534);
		}
		try {
			expect(environment.read(uri('secret.md'), 100)).toEqual(failed('no-permission'));
			expect(environment.stat(uri('secret.md'))).toEqual({ type: 'file', realUri: uri('secret.md') });
			expect(environment.list(uri('closed'))).toEqual(failed('no-permission'));
			expect(environment.read(uri('closed/x.md'), 100)).toEqual(failed('no-permission'));
		} finally {
			if (isRoot) {
				process.seteuid?.(0);
			}
			chmodSync(join(folder, 'closed'), 0o700);
		}
	});

	test.skipIf(process.platform !== 'linux')(
		'names of any characters are read; one that is not UTF-8 is named',
		async () => {
			const names = ['a\nb.md', 'a\u001b[31m.md', 'a\\b.md', 'a%0Ab.md', '\u202ea.md', '\ufffd.md'];
			for (const name of names) {
				writeFileSync(join(folder, name), name);
			}
			writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9), Buffer.from('.md')]), 'X');
			const { files, unread } = await walk(walkOf(environment, uriOfPath(folder)));
			const read = files.map(uri => {
				const result = environment.read(uri, 100);
				return 'type' in result && result.type === 'content' ? new TextDecoder().decode(result.bytes) : result;
			});
			expect(read.sort()).toEqual(names.sort());
			const uri = childUri(uriOfPath(folder), 'caf\\xe9.md');
			expect(unread).toEqual([{ kind: 'unreadable', uri, of: 'file', reason: 'invalid-name' }]);
		},
	);

	test('URIs of other schemes are absent, even if their path exists on the disk', () => {
		writeFileSync(join(folder, 'a.md'), 'A');
		for (const uri of [uriOfPath(folder).replace('file:', 'untitled:'), `vscode-vfs://github${folder}`]) {
			expect([environment.read(`${uri}/a.md`, 100), environment.list(uri), environment.stat(uri)]).toEqual([
				ABSENT,
				ABSENT,
				ABSENT,
			]);
			expect(() => environment.watch(uri, () => undefined).dispose()).not.toThrow();
		}
		expect(environment.read('untitled:package.json', 100_000)).toEqual(ABSENT);
	});

	test('emits changes, also in folders that are created or moved', async () => {
		mkdirSync(join(folder, 'log/deep'), { recursive: true });
		mkdirSync(join(folder, 'log/node_modules'));
		const reported = new Set<string>();
		const watcher = environment.watch(uriOfPath(folder), changes => {
			for (const { uri, type } of changes) {
				reported.add(`${type} ${pathOfUri(uri).slice(folder.length + 1)}`);
			}
		});
		const until = async (...expected: readonly string[]) => {
			while (!expected.every(change => reported.has(change))) {
				await new Promise(resolve => setTimeout(resolve, 5));
			}
			reported.clear();
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
		while (!reported.has('changed moved/b.md')) {
			await new Promise(resolve => setTimeout(resolve, 5));
		}
		if (process.platform === 'linux') {
			expect([...reported].filter(change => change.includes('x.md'))).toEqual([]);
		}
		watcher.dispose();
		expect(() => watcher.dispose()).not.toThrow();
	});

	test('a missing folder emits no changes', () => {
		expect(() => environment.watch(uriOfPath(join(folder, 'gone')), () => undefined).dispose()).not.toThrow();
	});
});
