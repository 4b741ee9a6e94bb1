import { mkdirSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { childUri } from '../../src/core/uri/uri.ts';
import type { Environment } from '../../src/log/environment.ts';
import { changedInIndex } from '../../src/node/git/changed-in-index.ts';
import { locateRepository } from '../../src/node/git/locate-repository.ts';
import { openRepository, type Repository } from '../../src/node/git/repository.ts';
import { nodeEnvironment, uriOfPath } from '../../src/node/node-environment.ts';
import { runGit } from '../support/git.ts';
import { folderWith } from '../support/process.ts';

const disk = nodeEnvironment();
let folder: { path: string } & Disposable;
/** The real path of a repository with one commit. */
let top: string;
const opened: Repository[] = [];

const at = (...names: string[]) => path.join(top, ...names);
const uri = (...names: string[]) => names.reduce(childUri, uriOfPath(top));
const git = (...args: string[]) => runGit(top, ...args);
const write = (name: string, text: string | Uint8Array) => {
	mkdirSync(path.dirname(at(name)), { recursive: true });
	writeFileSync(at(name), text);
};

function open(at = top): Repository {
	const repository = openRepository(at, disk);
	if (repository === undefined) {
		throw new Error(`No repository: ${at}`);
	}
	opened.push(repository);
	return repository;
}

async function read(environment: Environment, ...names: string[]): Promise<unknown> {
	const result = await environment.read(uri(...names), 1_000_000);
	return result.type === 'content' ? new TextDecoder().decode(result.bytes) : result;
}

async function names(environment: Environment, ...below: string[]): Promise<unknown> {
	const listed = await environment.list(uri(...below));
	return listed.type === 'folder' ? listed.entries.map(({ name, type }) => `${type} ${name}`).sort() : listed;
}

beforeEach(() => {
	folder = folderWith({});
	top = realpathSync(folder.path);
	git('init', '--quiet', '--initial-branch=main');
	write('incidents/a.yaml', 'committed\n');
	git('add', '--all');
	git('commit', '--quiet', '--message', 'First');
});

afterEach(() => {
	for (const repository of opened.splice(0)) {
		repository.close();
	}
	folder[Symbol.dispose]();
});

describe('the index', () => {
	test('has the staged files, and no others', async () => {
		write('incidents/a.yaml', 'staged\n');
		write('incidents/ä b.yaml', 'new\n');
		git('add', '--all');
		write('incidents/a.yaml', 'on the disk\n');
		write('incidents/untracked.yaml', 'x\n');
		const index = open().index();
		expect(await read(index, 'incidents', 'a.yaml')).toBe('staged\n');
		expect(await read(index, 'incidents', 'ä b.yaml')).toBe('new\n');
		expect(await read(index, 'incidents', 'untracked.yaml')).toEqual({ type: 'absent' });
		expect(await names(index, 'incidents')).toEqual(['file a.yaml', 'file ä b.yaml']);
		expect(await names(index)).toEqual(['folder .git', 'folder incidents']);
		expect(await names(index, 'incidents', 'a.yaml')).toEqual({ type: 'absent' });
		expect(await index.stat(uri('incidents'))).toEqual({ type: 'folder', realUri: uri('incidents') });
		expect(await read(open().commit('HEAD'), 'incidents', 'a.yaml')).toBe('committed\n');
	});

	test('has no deleted and no renamed files', async () => {
		write('incidents/b.yaml', 'b\n');
		git('add', '--all');
		git('mv', 'incidents/a.yaml', 'incidents/c.yaml');
		git('rm', '--quiet', '--cached', 'incidents/b.yaml');
		expect(await names(open().index(), 'incidents')).toEqual(['file c.yaml']);
	});

	test('has no files that are only intended to be added, but has staged empty files', async () => {
		write('incidents/intended.yaml', '');
		write('incidents/empty.yaml', '');
		git('add', '--intent-to-add', 'incidents/intended.yaml');
		git('add', 'incidents/empty.yaml');
		const index = open().index();
		expect(await names(index, 'incidents')).toEqual(['file a.yaml', 'file empty.yaml']);
		expect(await read(index, 'incidents', 'empty.yaml')).toBe('');
	});

	test('fails to read a file with a merge conflict', async () => {
		git('checkout', '--quiet', '-b', 'other');
		write('incidents/a.yaml', 'theirs\n');
		git('commit', '--quiet', '--all', '--message', 'Theirs');
		git('checkout', '--quiet', 'main');
		write('incidents/a.yaml', 'ours\n');
		git('commit', '--quiet', '--all', '--message', 'Ours');
		expect(() => git('merge', '--quiet', 'other')).toThrow();
		const index = open().index();
		expect(await read(index, 'incidents', 'a.yaml')).toEqual({ type: 'failed', reason: 'merge-conflict' });
		expect(await names(index, 'incidents')).toEqual(['file a.yaml']);
		write('incidents/a.yaml', 'resolved\n');
		git('add', 'incidents/a.yaml');
		expect(await read(open().index(), 'incidents', 'a.yaml')).toBe('resolved\n');
	});

	test('of a linked worktree is its own', async () => {
		git('worktree', 'add', '--quiet', at('tree'));
		write('tree/incidents/a.yaml', 'in the worktree\n');
		runGit(at('tree'), 'add', '--all');
		expect(await read(open(at('tree')).index(), 'tree', 'incidents', 'a.yaml')).toBe('in the worktree\n');
		expect(await read(open().index(), 'incidents', 'a.yaml')).toBe('committed\n');
	});

	test('of an unborn branch is compared with no files', async () => {
		using other = folderWith({ 'a.yaml': 'a\n' });
		runGit(other.path, 'init', '--quiet');
		runGit(other.path, 'add', '--all');
		const repository = open(other.path);
		const root = uriOfPath(realpathSync(other.path));
		expect(await repository.commit('HEAD').list(root)).toMatchObject({ entries: [{ name: '.git' }] });
		expect(await repository.index().read(childUri(root, 'a.yaml'), 10)).toMatchObject({ type: 'content' });
	});

	test('is read in a repository with SHA-256', async () => {
		using other = folderWith({ 'a.yaml': 'a\n', 'empty.yaml': '' });
		runGit(other.path, 'init', '--quiet', '--object-format=sha256');
		runGit(other.path, 'add', '--all');
		const file = childUri(uriOfPath(realpathSync(other.path)), 'a.yaml');
		expect(await open(other.path).index().read(file, 10)).toMatchObject({ type: 'content' });
	});
});

describe('an environment of stored files', () => {
	test('reads thousands of files of any size, and in any order', async () => {
		const texts = new Map<string, string>();
		for (let n = 0; n < 2000; n++) {
			// Sizes around those of the parts in which a pipe arrives; newlines at the ends; equal texts.
			texts.set(`f${n}.yaml`, `${'x\n'.repeat((n % 7) * 4681 + (n % 3))}${n % 5}`);
		}
		for (const [name, text] of texts) {
			write(name, text);
		}
		git('add', '--all');
		const index = open().index();
		const shuffled = [...texts.keys()].sort((one, other) => one.localeCompare(other) * (one.length % 2 ? 1 : -1));
		const found = await Promise.all(shuffled.map(name => read(index, name)));
		expect(new Map(shuffled.map((name, at) => [name, found[at]]))).toEqual(texts);
	});

	test('does not return files over the limit, and reads the next one', async () => {
		write('large.yaml', 'x'.repeat(300_000));
		git('add', '--all');
		const index = open().index();
		const [large, small] = await Promise.all([
			index.read(uri('large.yaml'), 1000),
			index.read(uri('incidents', 'a.yaml'), 1000),
		]);
		expect(large).toEqual({ type: 'too-large', size: 300_000 });
		expect(small.type).toBe('content');
	});

	test('follows symbolic links inside of the stored files', async () => {
		symlinkSync('../incidents/a.yaml', at('incidents', 'link.yaml'));
		symlinkSync('incidents', at('folder'));
		symlinkSync(at('incidents', 'a.yaml'), at('absolute.yaml'));
		symlinkSync('nowhere', at('broken.yaml'));
		symlinkSync('loop.yaml', at('loop.yaml'));
		git('add', '--all');
		const target = uri('incidents', 'a.yaml');
		rmSync(at('incidents'), { recursive: true });
		const index = open().index();
		expect(await names(index)).toEqual([
			...['folder .git', 'folder incidents', 'link absolute.yaml', 'link broken.yaml', 'link folder', 'link loop.yaml'],
		]);
		expect(await index.stat(uri('incidents', 'link.yaml'))).toEqual({ type: 'file', realUri: target });
		expect(await index.stat(uri('folder', 'a.yaml'))).toEqual({ type: 'file', realUri: target });
		expect(await index.stat(uri('folder'))).toEqual({ type: 'folder', realUri: uri('incidents') });
		expect(await read(index, 'folder', 'link.yaml')).toBe('committed\n');
		expect(await read(index, 'absolute.yaml')).toBe('committed\n');
		expect(await index.stat(uri('broken.yaml'))).toEqual({ type: 'failed', reason: 'broken-link' });
		expect(await read(index, 'loop.yaml')).toEqual({ type: 'failed', reason: 'link-loop' });
	});

	test('reads the files of a submodule from the disk', async () => {
		using other = folderWith({ 'incidents/b.yaml': 'b\n' });
		runGit(other.path, 'init', '--quiet');
		runGit(other.path, 'add', '--all');
		runGit(other.path, 'commit', '--quiet', '--message', 'First');
		git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.path, 'sub');
		const index = open().index();
		expect(await names(index)).toContain('folder sub');
		expect(await names(index, 'sub')).toEqual(['file .git', 'folder incidents']);
		expect(await read(index, 'sub', 'incidents', 'b.yaml')).toBe('b\n');
	});

	test('marks names that are not UTF-8', async () => {
		const id = git('hash-object', '-w', 'incidents/a.yaml').trim();
		// A name in Latin-1, which not every file system can store.
		const line = Buffer.concat([Buffer.from(`100644 ${id}\tcaf`), Buffer.from([0xe9]), Buffer.from('.yaml\0')]);
		write('entry', line);
		const shell = `git update-index -z --index-info < '${at('entry')}'`;
		runGit(top, '-c', `alias.insert=!${shell}`, 'insert');
		const listed = await open().index().list(uri());
		expect(listed).toMatchObject({
			entries: expect.arrayContaining([{ name: 'caf\\xe9.yaml', type: 'file', isNameInvalid: true }]),
		});
	});

	test('fails to read after the repository is closed', async () => {
		const repository = open();
		const index = repository.index();
		expect(await read(index, 'incidents', 'a.yaml')).toBe('committed\n');
		write('b.yaml', 'b\n');
		git('add', '--all');
		const next = repository.index();
		repository.close();
		expect(await read(next, 'b.yaml')).toEqual({ type: 'failed', reason: 'io-error' });
	});
});

describe('revisions', () => {
	test('have the files of their commit', async () => {
		write('incidents/a.yaml', 'second\n');
		git('commit', '--quiet', '--all', '--message', 'Second');
		expect(await read(open().commit('HEAD~1'), 'incidents', 'a.yaml')).toBe('committed\n');
		expect(await read(open().commit('main'), 'incidents', 'a.yaml')).toBe('second\n');
	});

	test('are compared with the commit from which the branches diverged', () => {
		const base = git('rev-parse', 'HEAD').trim();
		git('checkout', '--quiet', '-b', 'feature');
		git('commit', '--quiet', '--allow-empty', '--message', 'On the branch');
		git('checkout', '--quiet', 'main');
		git('commit', '--quiet', '--allow-empty', '--message', 'On main');
		expect(open().mergeBase('main', 'feature')).toBe(base);
	});

	test.each([['nowhere'], ['--all'], ['HEAD:incidents'], ['-']])('are refused if they name no commit: %s', revision => {
		const message = `Unknown revision \`${revision}\`. Expected a branch, tag or commit.`;
		expect(() => open().commit(revision)).toThrow(message);
		expect(() => open().mergeBase(revision, 'HEAD')).toThrow(message);
	});

	test('are refused without common history', () => {
		git('checkout', '--quiet', '--orphan', 'unrelated');
		git('commit', '--quiet', '--message', 'Other');
		expect(() => open().mergeBase('main', 'HEAD')).toThrow(
			'No common history of `main` and `HEAD`. Expected a revision from which `HEAD` descends.',
		);
	});

	test('that a shallow clone lacks are refused with the way to fetch them', () => {
		for (const name of ['Second', 'Third']) {
			git('commit', '--quiet', '--allow-empty', '--message', name);
		}
		git('checkout', '--quiet', '-b', 'feature', 'HEAD~1');
		git('commit', '--quiet', '--allow-empty', '--message', 'On the branch');
		using clones = folderWith({});
		const clone = path.join(clones.path, 'clone');
		runGit(clones.path, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${top}`, clone);
		expect(() => open(clone).commit('HEAD~2')).toThrow(
			'Unknown revision `HEAD~2` in this shallow clone. Fetch its history first: `git fetch --unshallow`',
		);
		expect(() => open(clone).mergeBase('origin/main', 'HEAD')).toThrow(
			'No common history of `origin/main` and `HEAD` in this shallow clone. Fetch its history first',
		);
	});

	test('of a repository that Git refuses are refused with its reason', () => {
		writeFileSync(at('.git', 'config'), '[core]\n\trepositoryformatversion = 99\n');
		expect(() => open().commit('HEAD')).toThrow(/^Git failed: .*version/i);
		expect(() => open().index()).toThrow(/^Git failed: /);
	});
});

describe('locateRepository', () => {
	const locate = (variables: Record<string, string>, at = top, cwd = top) => locateRepository(at, variables, cwd);
	let other: { path: string } & Disposable;
	let otherTop: string;

	beforeEach(() => {
		other = folderWith({ 'b.yaml': 'b\n' });
		otherTop = realpathSync(other.path);
		runGit(otherTop, 'init', '--quiet');
	});

	afterEach(() => other[Symbol.dispose]());

	test('finds the working tree above a folder, a file, or a removed one', () => {
		const expected = { top, variables: {} };
		expect(locate({})).toEqual(expected);
		expect(locate({}, at('incidents'))).toEqual(expected);
		expect(locate({}, at('incidents', 'a.yaml'))).toEqual(expected);
		expect(locate({}, at('gone', 'deep', 'b.yaml'))).toEqual(expected);
		using outside = folderWith({});
		expect(locate({}, outside.path)).toBeUndefined();
	});

	test('uses the index of a hook, relative to the top of the working tree', () => {
		const index = at('.git', 'next-index.lock');
		expect(locate({ GIT_INDEX_FILE: '.git/next-index.lock' }, at('incidents'))?.variables).toEqual({
			GIT_INDEX_FILE: index,
		});
		expect(locate({ GIT_INDEX_FILE: index }, at('incidents'))?.variables).toEqual({ GIT_INDEX_FILE: index });
	});

	test('uses an index outside of all repositories', () => {
		const index = path.join(path.dirname(top), 'index-of-a-program');
		expect(locate({ GIT_INDEX_FILE: index })?.variables).toEqual({ GIT_INDEX_FILE: index });
	});

	test('does not use the index of another repository', () => {
		expect(locate({ GIT_INDEX_FILE: path.join(otherTop, '.git', 'index') })).toEqual({ top, variables: {} });
		const variables = {
			GIT_DIR: path.join(otherTop, '.git'),
			GIT_INDEX_FILE: '/nowhere/index',
			GIT_OBJECT_DIRECTORY: '/x',
		};
		expect(locate(variables)).toEqual({ top, variables: {} });
	});

	test('finds the top of a linked worktree from a subfolder, although the hook names only its repository', () => {
		git('worktree', 'add', '--quiet', at('tree'));
		const hook = at('.git', 'worktrees', 'tree');
		const variables = { GIT_DIR: hook, GIT_INDEX_FILE: path.join(hook, 'index') };
		expect(locate(variables, at('tree', 'incidents'), at('tree', 'incidents'))).toEqual({
			top: at('tree'),
			variables: { GIT_INDEX_FILE: path.join(hook, 'index') },
		});
	});

	test('uses a repository that is named apart from its working tree', () => {
		using plain = folderWith({ 'log/c.yaml': 'c\n' });
		const tree = realpathSync(plain.path);
		const repository = at('.git');
		const expected = { top: tree, variables: { GIT_DIR: repository, GIT_WORK_TREE: tree } };
		const file = path.join(tree, 'log', 'c.yaml');
		expect(locate({ GIT_DIR: repository, GIT_WORK_TREE: tree }, file, '/')).toEqual(expected);
		expect(locate({ GIT_DIR: repository, GIT_WORK_TREE: '.' }, file, tree)).toEqual(expected);
		expect(locate({ GIT_DIR: repository }, file, tree)).toEqual(expected);
	});
});

test('changedInIndex lists the differences of the index to the last commit', () => {
	expect(changedInIndex(top)).toEqual([]);
	write('incidents/a.yaml', 'changed\n');
	write('ä/b c.md', 'new\n');
	symlinkSync('a.yaml', at('incidents', 'link.yaml'));
	git('add', '--all');
	renameSync(at('incidents', 'a.yaml'), at('moved.yaml'));
	expect(changedInIndex(at('incidents'))).toEqual([
		{ path: ['incidents', 'a.yaml'], status: 'modified', isFile: true },
		{ path: ['incidents', 'link.yaml'], status: 'other', isFile: false },
		{ path: ['ä', 'b c.md'], status: 'other', isFile: true },
	]);
	using outside = folderWith({});
	expect(changedInIndex(outside.path)).toBeUndefined();
});
