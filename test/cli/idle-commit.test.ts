import { appendFileSync, copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isIdleCommit } from '../../src/cli/idle-commit.ts';
import { runGit } from '../support/git.ts';
import { bin, folderWith, runProgram } from '../support/process.ts';

let folder: { path: string } & Disposable;

const isIdle = (args = ['check', '--staged'], variables = {}) => isIdleCommit(args, variables, folder.path);
const write = (name: string, text: string) => {
	mkdirSync(path.dirname(path.join(folder.path, name)), { recursive: true });
	writeFileSync(path.join(folder.path, name), text);
	runGit(folder.path, 'add', '--all');
};

beforeEach(() => {
	folder = folderWith({ 'incidents/a.yaml': 'title: A\n', 'README.md': '# Read me\n', 'src/main.c': 'int x;\n' });
	runGit(folder.path, 'init', '--quiet');
	runGit(folder.path, 'add', '--all');
	runGit(folder.path, 'commit', '--quiet', '--message', 'First');
});

afterEach(() => folder[Symbol.dispose]());

test.each([
	['src/main.c'],
	['src/new.c'],
	['README.md'],
	['.github/workflows/ci.yml'],
	['node_modules/package/incidents/a.md'],
])('a commit that changes only %s is idle', name => {
	write(name, 'changed\n');
	expect(isIdle()).toBe(true);
	expect(isIdle(['check', '--pre-commit'], { GIT_INDEX_FILE: '.git/index' })).toBe(true);
});

test.each([
	['incidents/a.yaml'],
	['incidents/new.yaml'],
	['incident-log.yaml'],
	['docs/NEW.md'],
	['docs/README.md'],
	['incidents/2024-08-26'],
	['.gitignore'],
	['ops/.gitmodules'],
	['incident-log-baseline.json'],
])('a commit that changes %s is not idle', name => {
	write(name, 'changed\n');
	expect(isIdle()).toBe(false);
});

test('a commit that deletes a file, or adds a link, is not idle', () => {
	rmSync(path.join(folder.path, 'README.md'));
	runGit(folder.path, 'add', '--all');
	expect(isIdle()).toBe(false);
	runGit(folder.path, 'reset', '--quiet', '--hard');
	symlinkSync('/etc', path.join(folder.path, 'link'));
	runGit(folder.path, 'add', '--all');
	expect(isIdle()).toBe(false);
});

test('a first commit, a folder outside of repositories and other arguments are not idle', () => {
	for (const args of [
		['check'],
		['fix', '--staged'],
		['check', '--pre-commit'],
		['check', '--staged', 'incidents'],
		[],
	]) {
		expect(isIdle(args)).toBe(false);
	}
	expect(isIdle()).toBe(true);
	using outside = folderWith({});
	expect(isIdleCommit(['check', '--staged'], {}, outside.path)).toBe(false);
	runGit(outside.path, 'init', '--quiet');
	expect(isIdleCommit(['check', '--staged'], {}, outside.path)).toBe(false);
});

test('the code that reads a log is not loaded for an idle commit', () => {
	using program = folderWith({});
	const alone = path.join(program.path, 'cli.cjs');
	copyFileSync(bin, alone);
	appendFileSync(path.join(folder.path, 'src', 'main.c'), 'int y;\n');
	runGit(folder.path, 'add', '--all');
	const idle = runProgram(process.execPath, [alone, 'check', '--staged'], folder.path);
	expect(idle).toEqual({ code: 0, out: '✓ No staged file of a log\n', err: '' });
	const whole = runProgram(process.execPath, [alone, 'check'], folder.path);
	expect(whole.code).not.toBe(0);
	expect(whole.err).toContain('cli-run.cjs');
});
