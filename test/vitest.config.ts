import fs from 'node:fs';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/reporters';

/** Tells the counts to the script that adds up all suites. */
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

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		exclude: ['**/node_modules/**', 'test/vscode/**'],
		reporters: ['default', counts],
		testTimeout: 60_000,
	},
});
