import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { env, version } from 'vscode';

/**
 * Returns the function that VS Code calls in the bundle of a suite. It resolves if all tests pass and rejects otherwise. It
 * writes the counts next to the bundle, because VS Code reports a crashed extension host as success.
 */
export function suiteRunner(bundle: string, define: () => void): () => Promise<void> {
	return () =>
		new Promise((resolve, reject) => {
			const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 300_000 });
			const { MOCHA_GREP } = process.env;
			if (MOCHA_GREP !== undefined) {
				mocha.grep(MOCHA_GREP);
			}
			console.log(`VS Code ${version} (${env.appName}), Node ${process.versions.node}`);
			mocha.suite.emit('pre-require', globalThis, bundle, mocha);
			define();
			const runner = mocha.run(failures => {
				const { passes = 0, pending = 0 } = runner.stats ?? {};
				const counts = { passed: passes, failed: failures, skipped: pending };
				writeFileSync(bundle.replace(/\.cjs$/, '.result.json'), JSON.stringify(counts));
				if (failures > 0 || passes === 0) {
					reject(new Error(failures > 0 ? `${failures} of ${runner.total} tests failed` : 'no test ran'));
				} else {
					resolve();
				}
			});
		});
}
