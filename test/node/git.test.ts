import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findProgram } from '../../src/node/find-program.ts';
import { committedText } from '../../src/node/git.ts';
import { folderWith, runProgram } from '../support/process.ts';

describe('findProgram', () => {
	const onWindows = (files: string[], variables: Record<string, string>) =>
		findProgram('git', 'C:\\work\\log', {
			platform: 'win32',
			variables,
			executable: file => files.find(known => known.toLowerCase() === file.toLowerCase()),
		});
	const onLinux = (files: Record<string, string>, PATH: string) =>
		findProgram('git', '/work/log', { platform: 'linux', variables: { PATH }, executable: file => files[file] });

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
		['the checked folder', '/work/log/node_modules/.bin:/usr/bin', '/usr/bin/git'],
		['a folder beside the checked one', '/work/log-tools:/usr/bin', '/work/log-tools/git'],
		['a link into the checked folder', '/home/me/bin:/usr/bin', '/usr/bin/git'],
		['nothing else', '.:', undefined],
	])('Linux: %s', (_, PATH, expected) => {
		const files = {
			'/usr/bin/git': '/usr/bin/git',
			'/work/log/node_modules/.bin/git': '/work/log/node_modules/.bin/git',
			'/work/log-tools/git': '/work/log-tools/git',
			'/home/me/bin/git': '/work/log/git',
			'./git': '/work/log/git',
			'bin/git': '/work/log/bin/git',
			git: '/work/log/git',
		};
		expect(onLinux(files, PATH)).toBe(expected);
	});
});

describe.runIf(process.platform !== 'win32')('committedText', () => {
	const { PATH } = process.env;
	let log: { path: string } & Disposable;
	const at = (...names: string[]) => path.join(log.path, ...names);
	const git = (...args: string[]) => {
		const run = runProgram('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', ...args], log.path);
		expect(run.code, run.err).toBe(0);
	};
	/** A program that leaves a file behind when it runs. */
	const trap = (file: string) => {
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, `#!/bin/sh\ntouch '${at('trapped')}'\necho trapped\n`);
		chmodSync(file, 0o755);
	};

	beforeEach(() => {
		log = folderWith({ 'incidents/a.yaml': '\uFEFFtitle: Ä\n' });
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

	test('is the content of the last commit', () => {
		expect(committedText(at('incidents', 'a.yaml'))).toBe('title: Ä\n');
		expect(committedText(at('incidents', 'b.yaml'))).toBeUndefined();
		expect(committedText(at('gone', 'deep', 'b.yaml'))).toBeUndefined();
		using other = folderWith({});
		expect(committedText(path.join(other.path, 'a.yaml'))).toBeUndefined();
	});

	test('a program named git in the checked folder does not run', () => {
		for (const file of [at('git'), at('incidents', 'git'), at('bin', 'git')]) {
			trap(file);
		}
		using tools = folderWith({});
		symlinkSync(at('git'), path.join(tools.path, 'git'));
		process.env['PATH'] = ['', '.', 'bin', '..', at('bin'), tools.path, PATH].join(path.delimiter);
		expect(committedText(at('incidents', 'a.yaml'))).toBe('title: Ä\n');
	});

	test('a program that the configuration of the repository names does not run', () => {
		trap(at('run'));
		writeFileSync(at('.gitattributes'), '*.yaml diff=trap filter=trap\n');
		const settings = ['diff.trap.textconv', 'diff.trap.command', 'diff.external', 'core.pager', 'core.fsmonitor'];
		for (const setting of [...settings, 'filter.trap.smudge', 'pager.show', 'pager.cat-file']) {
			git('config', setting, at('run'));
		}
		expect(committedText(at('incidents', 'a.yaml'))).toBe('title: Ä\n');
	});
});
