// The mocha suites that run in the extension host, each in a folder of its own kind.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fixtures, here, out, project } from './paths.mjs';

/** Each is `suite/<name>.test.ts`, run in a copy of `fixtures/<folder>`. */
export const suites = [
	{ name: 'log', folder: 'log' },
	{ name: 'workspace-edits', folder: 'log' },
	{ name: 'infra-log', folder: 'infra-log' },
	{ name: 'status-page', folder: 'status-page' },
	{ name: 'no-log', folder: 'no-log' },
];

/** An extension without anything in it: VS Code runs tests for one under development, and ours is an installed one. */
export const hostExtension = path.join(here, 'host');

/** Bundles the suites; the root package has the bundler. */
export async function buildSuites() {
	const { build } = createRequire(path.join(project, 'package.json'))('esbuild');
	fs.rmSync(out, { recursive: true, force: true });
	await build({
		absWorkingDir: here,
		entryPoints: suites.map(({ name }) => `suite/${name}.test.ts`),
		outdir: out,
		outExtension: { '.js': '.cjs' },
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		external: ['vscode', 'mocha'],
		sourcemap: 'inline',
		logLevel: 'warning',
	});
}

/** What VS Code loads, and where that leaves mocha's counts: see suite/support/run.ts. */
export const bundleOf = name => path.join(out, `${name}.test.cjs`);
export const resultOf = name => path.join(out, `${name}.test.result.json`);

/** A copy of a fixture folder (or of one named by its whole path), so that nothing that is done in it stays. */
export function copyOfFixture(folder) {
	const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-log-test-'));
	const copy = path.join(temporary, path.basename(folder));
	fs.cpSync(path.resolve(fixtures, folder), copy, { recursive: true });
	return { folder: copy, remove: () => fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }) };
}

/** mocha's counts, or one failure where the extension host ended before the suite did. */
export function countsOf(name) {
	return fs.existsSync(resultOf(name))
		? JSON.parse(fs.readFileSync(resultOf(name), 'utf8'))
		: { passed: 0, failed: 1, skipped: 0 };
}

/** `what` is a list of counts. Prints the line of counts, writes it where the caller wants it, sets the exit code. */
export function report(what) {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const counts of what) {
		for (const key of Object.keys(total)) {
			total[key] += counts[key] ?? 0;
		}
	}
	if (process.env.TEST_RESULT_FILE) {
		fs.writeFileSync(process.env.TEST_RESULT_FILE, JSON.stringify(total));
	}
	console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
	process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}
