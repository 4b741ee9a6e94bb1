import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findProgram } from '../../src/node/find-program.ts';
import { openRepository } from '../../src/node/git/repository.ts';
import { nodeEnvironment, uriOfPath } from '../../src/node/node-environment.ts';
import { runGit } from '../support/git.ts';
import { folderWith } from '../support/process.ts';

describe('findProgram', () => {
	const onWindows = (files: string[], variables: Record<string, string>) =>
		findProgram('git', 'C:\\work\\log', {
			platform: 'win32',
			variables,
			executable: file => files.find(known => known.toLowerCase() === file.toLowerCase()),
		});
	const onLinux = (files: Record<string, string>, PATH: string) =>
		findProgram('git', '/srv/log', { platform: 'linux', variables: { PATH }, executable: file => files[file] });

	test.each([
		['an absolute folder', { Path: 'C:\\Git\\cmd' }, 'C:\\Git\\cmd\\git.exe'],
		['a quoted folder', { PATH: '"C:\\Git\\cmd"' }, 'C:\\Git\\cmd\\git.exe'],
		['a network folder', { PATH: '\\\\server\\bin' }, '\\\\server\\bin\\git.com'],
		['relative folders first', { PATH: ';.;bin;\\bin;C:bin;C:\\Git\\cmd' }, 'C:\\Git\\cmd\\git.exe'],
		['the checked folder first', { PATH: 'c:\\WORK\\log\\bin;C:\\Git\\cmd' }, 'C:\\Git\\cmd\\git.exe'],
		[
			'scripts that need a shell',
			{ PATH: 'C:\\shims;C:\\Git\\cmd', PATHEXT: '.BAT;.CMD;.EXE' },
			'C:\\Git\\cmd\\git.EXE',
		],
		['an empty list of extensions', { PATH: 'C:\\Git\\cmd', PATHEXT: '' }, 'C:\\Git\\cmd\\git.EXE'],
		['only relative folders', { PATH: '.;bin' }, undefined],
		['no PATH', {}, undefined],
	])('Windows: %s', (_, variables: Record<string, string>, expected) => {
		const files = [
			'C:\\Git\\cmd\\git.exe',
			'\\\\server\\bin\\git.com',
			'C:\\work\\log\\bin\\git.exe',
			'C:\\shims\\git.cmd',
			'bin\\git.exe',
			'.\\git.exe',
			'git.exe',
		];
		expect(onWindows(files, variables)?.toLowerCase()).toBe(expected?.toLowerCase());
	});

	test.each([
		['an absolute folder', '/usr/bin', '/usr/bin/git'],
		['empty and relative entries', ':.:bin:/usr/bin', '/usr/bin/git'],
		['the checked folder', '/srv/log/node_modules/.bin:/usr/bin', '/usr/bin/git'],
		['a folder beside the checked one', '/srv/log-tools:/usr/bin', '/srv/log-tools/git'],
		['a link into the checked folder', '/home/me/bin:/usr/bin', '/usr/bin/git'],
		['nothing else', '.:', undefined],
	])('Linux: %s', (_, PATH, expected) => {
		const files = {
			'/usr/bin/git': '/usr/bin/git',
			'/srv/log/node_modules/.bin/git': '/srv/log/node_modules/.bin/git',
			'/srv/log-tools/git': '/srv/log-tools/git',
			'/home/me/bin/git': '/srv/log/git',
			'./git': '/srv/log/git',
			'bin/git': '/srv/log/bin/git',
			git: '/srv/log/git',
		};
		expect(onLinux(files, PATH)).toBe(expected);
	});
});

describe.runIf(process.platform !== 'win32')('openRepository', () => {
	const { PATH } = process.env;
	let log: { path: string } & Disposable;
	const at = (...names: string[]) => path.join(log.path, ...names);
	const git = (...args: string[]) => runGit(log.path, ...args);
	/** A program that leaves a file behind when it runs. */
	const trap = (file: string) => {
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, `#!/bin/sh\ntouch '${at('trapped')}'\necho trapped\n`);
		chmodSync(file, 0o755);
	};
	/** Reads a file of the last commit, of the index and of the merge base. */
	const readEverywhere = async (...names: string[]) => {
		const repository = openRepository(log.path, nodeEnvironment());
		if (repository === undefined) {
			return [];
		}
		const { index, commit, mergeBase, close } = repository;
		const texts = [];
		for (const version of [commit('HEAD'), index(), commit(mergeBase('HEAD', 'HEAD'))]) {
			const result = await version.read(uriOfPath(at(...names)), 1000);
			texts.push(result.type === 'content' ? new TextDecoder().decode(result.bytes) : result);
		}
		close();
		return texts;
	};
	const COMMITTED = ['title: Ä\n', 'title: Ä\n', 'title: Ä\n'];

	beforeEach(() => {
		log = folderWith({ 'incidents/a.yaml': 'title: Ä\n' });
		git('init', '--quiet');
		git('add', '--all');
		git('commit', '--quiet', '--message', 'First');
		writeFileSync(at('incidents', 'a.yaml'), 'title: B\n');
	});

	afterEach(() => {
		process.env['PATH'] = PATH;
		expect(existsSync(at('trapped'))).toBe(false);
		log[Symbol.dispose]();
	});

	test('reads the stored versions of a file', async () => {
		expect(await readEverywhere('incidents', 'a.yaml')).toEqual(COMMITTED);
	});

	test('runs no program named git in the checked folder', async () => {
		for (const file of [at('git'), at('incidents', 'git'), at('bin', 'git')]) {
			trap(file);
		}
		using tools = folderWith({});
		symlinkSync(at('git'), path.join(tools.path, 'git'));
		process.env['PATH'] = ['', '.', 'bin', '..', at('bin'), tools.path, PATH].join(path.delimiter);
		expect(await readEverywhere('incidents', 'a.yaml')).toEqual(COMMITTED);
	});

	test('runs no program that the configuration of the repository names', async () => {
		trap(at('run'));
		writeFileSync(at('.gitattributes'), '*.yaml diff=trap filter=trap merge=trap\n');
		git('add', '.gitattributes');
		const settings = [
			...['diff.trap.textconv', 'diff.trap.command', 'diff.external', 'filter.trap.clean', 'filter.trap.smudge'],
			...['filter.trap.process', 'merge.trap.driver', 'core.pager', 'pager.show', 'pager.cat-file', 'pager.diff-index'],
			...['core.fsmonitor', 'core.sshCommand', 'core.gitProxy', 'core.askPass', 'core.editor', 'credential.helper'],
			...['core.alternateRefsCommand', 'uploadpack.packObjectsHook', 'gpg.program', 'alias.cat-file'],
		];
		for (const setting of settings) {
			git('config', setting, at('run'));
		}
		git('config', 'core.hooksPath', at());
		for (const hook of ['fsmonitor-watchman', 'post-index-change', 'reference-transaction']) {
			trap(at(hook));
		}
		expect(await readEverywhere('incidents', 'a.yaml')).toEqual(COMMITTED);
	});

	test('does not fetch a file that a partial clone lacks', async () => {
		trap(at('run'));
		git('config', 'core.sshCommand', at('run'));
		git('config', 'remote.origin.url', 'ssh://127.0.0.1/log');
		git('config', 'remote.origin.uploadpack', at('run'));
		git('config', 'remote.origin.promisor', 'true');
		git('config', 'core.repositoryFormatVersion', '1');
		git('config', 'extensions.partialClone', 'origin');
		const id = runGit(log.path, 'rev-parse', 'HEAD:incidents/a.yaml').trim();
		rmSync(at('.git', 'objects', id.slice(0, 2), id.slice(2)));
		const missing = { type: 'failed', reason: 'not-in-clone' };
		expect(await readEverywhere('incidents', 'a.yaml')).toEqual([missing, missing, missing]);
	});
});
