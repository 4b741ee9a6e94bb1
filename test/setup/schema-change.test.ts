import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cleanEnvironment, copyProject } from './project-copy.ts';

const copy = copyProject();
afterAll(() => copy[Symbol.dispose]());

const at = (name: string) => path.join(copy.path, name);
const SCHEMA = 'schemas/incident.schema.json';
const original = fs.readFileSync(at(SCHEMA), 'utf8');
/** Occurs in a bundle only if its validators were compiled from the changed schema. */
const PATTERN = '^changed-by-this-test$';

function changeSchema(): void {
	const schema = JSON.parse(original);
	schema.properties['x-changed'] = { type: 'string', pattern: PATTERN };
	fs.writeFileSync(at(SCHEMA), JSON.stringify(schema));
}

function runNode(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: copy.path,
		encoding: 'utf8',
		env: cleanEnvironment(),
	});
	return { code: status, output: stdout + stderr };
}

function start(...args: string[]): { child: ChildProcess; output: () => string; stop: () => Promise<void> } {
	const child = spawn(process.execPath, args, {
		cwd: copy.path,
		env: cleanEnvironment(),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', chunk => {
			output += chunk;
		});
	}
	const stop = async () => {
		const exit = once(child, 'exit');
		if (child.exitCode === null && child.kill()) {
			await exit;
		}
	};
	return { child, output: () => output, stop };
}

const vitest = ['test/node_modules/vitest/vitest.mjs', '--root', '.', '--config', 'test/vitest.config.ts'];
const SAMPLE = `
	import { expect, test } from 'vitest';
	import { validateIncident } from '../src/generated/validators.js';
	const data = { title: 'A', impact: 'minor', started_at: '2024-08-26T05:30:00Z', 'x-changed': 'other' };
	test('sample', () => expect(validateIncident(data) ? 'OLD' : 'NEW').toBe('NEW'));
`;
const writeSample = () => fs.writeFileSync(at('test/sample.test.ts'), SAMPLE);
const POLL = { timeout: 60_000, interval: 100 };

describe('a changed schema takes effect', () => {
	beforeEach(() => {
		fs.writeFileSync(at(SCHEMA), original);
		fs.rmSync(at('src/generated'), { recursive: true, force: true });
		fs.rmSync(at('dist'), { recursive: true, force: true });
	});

	test('in a type check, also in a fresh clone', () => {
		const tsconfig = JSON.parse(fs.readFileSync(at('tsconfig.json'), 'utf8'));
		const files = ['src/generated/validators.d.ts', 'src/core/range.ts'];
		fs.writeFileSync(at('tsconfig.json'), JSON.stringify({ ...tsconfig, include: [], files }));
		const { code, output } = runNode('scripts/test.mjs', 'types');
		expect(code, output).toBe(0);
		changeSchema();
		runNode('scripts/validators.mjs');
		expect(fs.readFileSync(at('src/generated/validators.js'), 'utf8')).toContain(PATTERN);
	});

	test('in vitest, started directly', () => {
		writeSample();
		const old = runNode(...vitest, 'run', 'test/sample.test.ts');
		expect(old.output).toContain("expected 'OLD' to be 'NEW'");
		changeSchema();
		const changed = runNode(...vitest, 'run', 'test/sample.test.ts');
		expect(changed.code, changed.output).toBe(0);
	});

	test('in a running vitest', async () => {
		writeSample();
		const { output, stop } = start(...vitest, 'watch', 'test/sample.test.ts');
		try {
			await expect.poll(output, POLL).toContain("expected 'OLD' to be 'NEW'");
			await expect.poll(output, POLL).toContain('Watching for file changes');
			// The watcher can miss a change right after its start.
			const outputAfterChange = () => {
				changeSchema();
				return output();
			};
			await expect.poll(outputAfterChange, { timeout: 60_000, interval: 5_000 }).toMatch(/1 passed/);
		} finally {
			await stop();
		}
	});

	test('in a running build', async () => {
		const { output, stop } = start('scripts/build.mjs', '--watch');
		try {
			await expect.poll(output, POLL).toContain('build finished');
			expect(fs.readFileSync(at('dist/server.cjs'), 'utf8')).not.toContain(PATTERN);
			changeSchema();
			for (const bundle of ['dist/cli-run.cjs', 'dist/server.cjs', 'dist/server.web.js']) {
				await expect
					.poll(() => fs.readFileSync(at(bundle), 'utf8').includes(`new RegExp("${PATTERN}"`), POLL)
					.toBe(true);
			}
		} finally {
			await stop();
		}
	});
});
