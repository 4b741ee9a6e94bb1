import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bin, folderWith } from '../support/process.ts';

const BROKEN =
	'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01 10:00:00 EST\nresolved_at: 2024-08-01T11:00:00-04:00\n';
const FIXED = BROKEN.replace('2024-08-01 10:00:00 EST', '2024-08-01T10:00:00-04:00');
const ENTRIES = Array.from({ length: 30 }, (_, day) => `* **August ${day + 1}: Late ${day}** (05:30EDT): An hour.\n`);
const CONFIGURATION = 'time_zone: America/New_York\n';

const records = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`incidents/r${index}.yaml`, BROKEN]));
const log = {
	'incident-log.yaml': CONFIGURATION,
	...records,
	'bulletins/2024-08-31.md': `# 2024-08-31\n\n${ENTRIES.join('')}`,
};

/** Sends a signal to its own process when a system call of writing a file is made for the nth time. */
const interruptAt = (name: string, count: number, signal: string) => `
	const fs = require('node:fs');
	const original = fs.${name};
	let calls = 0;
	fs.${name} = (...args) => {
		if (++calls === ${count}) process.kill(process.pid, '${signal}');
		return original(...args);
	};`;

const filesIn = (folder: string) =>
	fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile())
		.map(entry => path.join(entry.parentPath, entry.name));
const temporaries = (folder: string) => filesIn(folder).filter(name => name.endsWith('.tmp'));

async function interrupted(folder: string, command: readonly string[]) {
	const child = spawn(process.execPath, ['--require', './interrupt.cjs', bin, ...command], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let err = '';
	child.stderr.on('data', text => {
		err += text;
	});
	const [code, signal] = await once(child, 'close');
	return { code, signal, err };
}

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
	test.each([
		['fsyncSync', 1, 'SIGINT'],
		['fsyncSync', 30, 'SIGINT'],
		['renameSync', 20, 'SIGTERM'],
		['renameSync', 40, 'SIGHUP'],
	])('during `fix` (%s %i, %s) leaves each file old or new, and no temporary file', async (name, count, signal) => {
		using folder = folderWith({ ...log, 'interrupt.cjs': interruptAt(name, count, signal) });
		expect(await interrupted(folder.path, ['fix'])).toEqual({ code: null, signal, err: '' });
		const texts = Object.keys(records).map(file => fs.readFileSync(path.join(folder.path, file), 'utf8'));
		expect(texts.filter(text => text !== BROKEN && text !== FIXED)).toEqual([]);
		// It ends at once, and not after the last file.
		expect(texts.filter(text => text === FIXED)).toHaveLength(count);
		expect(temporaries(folder.path)).toEqual([]);
	});

	test('during `import` leaves whole records only', async () => {
		using folder = folderWith({ ...log, 'interrupt.cjs': interruptAt('fsyncSync', 7, 'SIGINT') });
		const before = filesIn(folder.path).length;
		expect(await interrupted(folder.path, ['import', 'bulletins'])).toMatchObject({ signal: 'SIGINT' });
		expect(filesIn(folder.path)).toHaveLength(before + 7);
		expect(temporaries(folder.path)).toEqual([]);
	});

	test.each([
		['render --out', ['render', '--out', 'out.txt']],
		['check --output-file', ['check', '--format', 'json', '--output-file', 'out.txt']],
	])('during `%s` leaves the whole file', async (_, command) => {
		using folder = folderWith({ ...log, 'interrupt.cjs': interruptAt('fsyncSync', 1, 'SIGINT') });
		await interrupted(folder.path, command);
		expect(fs.readFileSync(path.join(folder.path, 'out.txt'), 'utf8')).toMatch(
			/^(?:<!doctype html>|\{)[\s\S]*[>}]\n$/i,
		);
		expect(temporaries(folder.path)).toEqual([]);
	});

	test('ends a run that has written nothing at once', async () => {
		using folder = folderWith({ ...log, 'interrupt.cjs': interruptAt('readFileSync', 40, 'SIGINT') });
		expect(await interrupted(folder.path, ['check'])).toEqual({ code: null, signal: 'SIGINT', err: '' });
	});
});
