import fs from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/reporters';
import { writeValidators } from '../scripts/validators.mjs';
import { seedFrom } from './support/seed.ts';

// Chosen once, here, and passed to every worker.
const seed = seedFrom(process.env['TEST_SEED']);

/** Prints the seed before the run and with each failure. */
const printSeed: Reporter = {
	onTestRunStart() {
		console.log(`Property tests draw from seed ${seed} (TEST_SEED=<integer>|random sets another)`);
	},
	onTestCaseResult(test) {
		if (test.result().state === 'failed') {
			console.log(`TEST_SEED=${seed} ${test.module.moduleId}: ${test.fullName}`);
		}
	},
};

/** Writes the counts for the script that sums up all suites. */
const counts: Reporter = {
	onTestRunEnd(modules, errors) {
		const file = process.env['TEST_RESULT_FILE'];
		if (file === undefined) {
			return;
		}
		const result = { passed: 0, failed: errors.length, skipped: 0 };
		for (const module of modules) {
			if (module.errors().length > 0) {
				result.failed += 1;
			}
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state !== 'pending') {
					result[state] += 1;
				}
			}
		}
		fs.writeFileSync(file, JSON.stringify(result));
	},
};

/** In watch mode: a changed schema rewrites the validators, which runs the tests that depend on them. */
const validators: Plugin = {
	name: 'validators',
	configureServer({ watcher }) {
		watcher.on('all', (_, file) => {
			if (file.endsWith('.schema.json')) {
				writeValidators().catch(error => console.error(error));
			}
		});
	},
};

/** Tests of processes, and of all logs or thousands of texts. They run as a part of their own, so that the unit tests stay quick. */
const SYSTEM = [
	'test/{fuzz,hook,scale,setup}/**/*.test.ts',
	'test/cli/{hostile,idle-commit,interrupt,outputs,process,streams,unread,write}.test.ts',
	'test/server/{bundles,exit-codes}.test.ts',
	'test/bulletin/mutated.test.ts',
	'test/features/{every-request,line-breaks}.test.ts',
	'test/log/{model,reload}.test.ts',
	'test/node/{git,repository}.test.ts',
	'test/parse/dialects/values.test.ts',
	'test/parse/mutated-documents.test.ts',
	'test/parse/markdown/commonmark.test.ts',
	'test/rules/incremental.test.ts',
	'test/coercions.test.ts',
];

/** The options of a project; all others are those of the root configuration. */
const project = (name: string, include: readonly string[], exclude: readonly string[]) => ({
	extends: true as const,
	test: { name, include: [...include], exclude: ['**/node_modules/**', 'test/vscode/**', ...exclude] },
});

export default defineConfig({
	plugins: [validators],
	test: {
		projects: [project('unit', ['test/**/*.test.ts'], SYSTEM), project('system', SYSTEM, [])],
		globalSetup: ['test/setup/prepare.ts'],
		// One module graph for each process instead of one for each file: loading it 90 times took as long as the tests.
		// Processes, not threads, because the tests of time zones set TZ.
		pool: 'forks',
		isolate: false,
		// Vitest leaves one core unused by default, which is half of a machine with two.
		maxWorkers: '100%',
		setupFiles: ['test/support/fixed-seed.ts'],
		provide: { seed },
		reporters: ['default', printSeed, counts],
		// Limits only end a test that hangs, and leave room for a busy machine.
		testTimeout: 300_000,
		hookTimeout: 300_000,
		teardownTimeout: 60_000,
		// A test that ends without an assertion, such as a loop over nothing, fails.
		expect: { requireAssertions: true, poll: { timeout: 120_000 } },
	},
});
