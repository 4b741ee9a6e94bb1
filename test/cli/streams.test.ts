import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bin, folderWith } from '../support/process.ts';

const RECORD = 'title: A\nimpact: huge\nstarted_at: 2024-08-03 10:00 EST\nresolved_at: 2024-08-03T09:00:00-04:00\n';

/** More output than a pipe holds. */
const largeLog = () =>
	folderWith(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`incidents/r${index}.yaml`, RECORD])));

describe('a reader that ends early', () => {
	test.each([
		['check', ['check']],
		['check --format json', ['check', '--format', 'json']],
		['fix --dry-run', ['fix', '--dry-run']],
	])('ends %s quietly, with its exit code', async (_, args) => {
		using log = largeLog();
		const child = spawn(process.execPath, [bin, ...args], { cwd: log.path, stdio: ['ignore', 'pipe', 'pipe'] });
		let err = '';
		child.stderr.on('data', text => {
			err += text;
		});
		child.stdout.once('data', () => child.stdout.destroy());
		const [code, signal] = await once(child, 'close');
		expect({ code, signal, err }).toEqual({ code: args[0] === 'check' ? 1 : 0, signal: null, err: '' });
	});

	test('of standard error does not end the run', async () => {
		using log = largeLog();
		const child = spawn(process.execPath, [bin, 'check', '--loud'], {
			cwd: log.path,
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		child.stderr.destroy();
		const [code, signal] = await once(child, 'close');
		expect({ code, signal }).toEqual({ code: 2, signal: null });
	});
});

test.skipIf(!fs.existsSync('/dev/full'))('states that standard output cannot be written', async () => {
	using log = largeLog();
	const full = fs.openSync('/dev/full', 'w');
	try {
		const child = spawn(process.execPath, [bin, 'check'], { cwd: log.path, stdio: ['ignore', full, 'pipe'] });
		let err = '';
		child.stderr?.on('data', text => {
			err += text;
		});
		const [code] = await once(child, 'close');
		expect(err).toBe('incident-log: Cannot write to standard output: no space left on device.\n');
		expect(code).toBe(2);
	} finally {
		fs.closeSync(full);
	}
});
