// All tests, one after the other, with one line of counts at the end. `node scripts/test.mjs unit vscode` runs some.
import fs from 'node:fs';
import path from 'node:path';
import { install, red, root, run, step } from './support.mjs';

const artifacts = path.join(root, 'artifacts');
fs.mkdirSync(artifacts, { recursive: true });

/** A check that either holds or does not counts as one test. */
const check = (title, command, args) => ({
	title,
	run: async () => ((await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/** A runner that writes `{passed, failed, skipped}` to the file named by TEST_RESULT_FILE. */
const suite = (title, command, args, env = {}) => ({
	title,
	run: async () => {
		const file = path.join(artifacts, `result-${title.replace(/\W+/g, '-')}.json`);
		fs.rmSync(file, { force: true });
		const code = await run(command, args, { env: { TEST_RESULT_FILE: file, ...env } });
		const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { passed: 0, failed: 1 };
		return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
	},
});

const bin = name => path.join(root, 'test', 'node_modules', '.bin', name);
const parts = {
	lint: [check('Format and lint', bin('biome'), ['ci', '--error-on-warnings', '.'])],
	types: [
		check('Types', 'npx', ['tsc', '--noEmit']),
		check('Types of the preview page', 'npx', ['tsc', '--noEmit', '-p', 'src/webview']),
		check('Types of the tests in VS Code', 'npx', ['tsc', '--noEmit', '-p', 'test/vscode']),
	],
	unit: [
		suite('Engine, server, command line, hook', bin('vitest'), [
			'run',
			'--root',
			'.',
			'--config',
			'test/vitest.config.ts',
		]),
	],
	vscode: [suite('Extension in VS Code, preview in a browser', process.execPath, ['test/vscode/scripts/run.mjs'])],
	// Only by name: it needs a desktop VS Code. VSCODE_EXECUTABLE_PATH names one; else one is downloaded.
	desktop: [suite('Extension in a desktop VS Code', process.execPath, ['test/vscode/scripts/test-desktop.mjs'])],
};

const named = process.argv.slice(2);
const unknown = named.filter(name => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
	console.error(`unknown part ${unknown.join(', ')}; expected ${Object.keys(parts).join(', ')}`);
	process.exit(2);
}
const chosen = named.length > 0 ? named : Object.keys(parts).filter(name => name !== 'desktop');

await step('Installing what the tests run on', () => install('test'));
if (['vscode', 'desktop', 'types'].some(part => chosen.includes(part))) {
	await step('Installing a real VS Code and a browser (about 450 MB, once)', () => install('test/vscode'));
}
const built = await step('Building', () => run(process.execPath, ['scripts/build.mjs']));
if (built !== 0) {
	console.log('0 passed, 1 failed');
	process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];
for (const part of chosen.flatMap(name => parts[name])) {
	const counts = await step(part.title, part.run);
	for (const key of Object.keys(total)) {
		total[key] += counts[key] ?? 0;
	}
	if (counts.failed > 0) {
		broken.push(part.title);
	}
}
for (const title of broken) {
	console.log(red(`✗ ${title}`));
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
