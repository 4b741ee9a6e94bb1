// Runs the tests and ends with one line of counts. Without arguments, all parts run; names of parts select some. Other
// arguments are passed to vitest.
import './check-node.cjs';
import fs from 'node:fs';
import path from 'node:path';
import { install, red, root, run, step } from './support.mjs';

const usage = `usage: npm test                          all parts but desktop
       npm test -- PART...                  selected parts: lint, types, unit, system, vscode, desktop
       npm test -- [PART] VITEST-ARGUMENT... unit and system, or one of them, with arguments of vitest:
         npm test -- test/core/slug.test.ts   one file
         npm test -- -t "name"                tests whose names contain a text
         npm test -- --watch                  rerun on change`;

const artifacts = path.join(root, 'artifacts');

/** A check that passes or fails as a whole. Counts as one test. */
const check = (title, script, args) => ({
	title,
	run: async () =>
		(await run(process.execPath, [path.join(root, script), ...args])) === 0
			? { passed: 1, failed: 0 }
			: { passed: 0, failed: 1 },
});

/** A runner that writes `{passed, failed, skipped}` to the file named by TEST_RESULT_FILE. */
const suite = (title, script, args) => ({
	title,
	run: async () => {
		const file = path.join(artifacts, `result-${title.replace(/\W+/g, '-')}.json`);
		fs.rmSync(file, { force: true });
		const code = await run(process.execPath, [path.join(root, script), ...args], { env: { TEST_RESULT_FILE: file } });
		const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { passed: 0, failed: 1 };
		return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
	},
});

// The scripts and not the commands in `.bin`, which are batch files on Windows.
const biome = 'test/node_modules/@biomejs/biome/bin/biome';
const vitest = 'test/node_modules/vitest/vitest.mjs';
const tsc = 'node_modules/typescript/bin/tsc';
const vitestOptions = ['--root', '.', '--config', 'test/vitest.config.ts'];

/** `build`: the part needs `dist/`. Tests in vitest build it themselves, and `project` is their project there. */
const parts = {
	lint: { checks: [check('Format and lint', biome, ['ci', '--error-on-warnings', '.'])] },
	types: {
		checks: [
			check('Validators of the schemas', 'scripts/validators.mjs', []),
			check('Types', tsc, ['--noEmit']),
			check('Types of the preview page', tsc, ['--noEmit', '-p', 'src/webview']),
		],
	},
	unit: {
		project: true,
		checks: [suite('Engine, server, command line', vitest, ['run', ...vitestOptions, '--project', 'unit'])],
	},
	system: {
		project: true,
		checks: [suite('Processes, hook, scale, fuzzing', vitest, ['run', ...vitestOptions, '--project', 'system'])],
	},
	vscode: {
		vscode: true,
		build: true,
		checks: [
			check('Types of the tests in VS Code', tsc, ['--noEmit', '-p', 'test/vscode']),
			suite('Extension in VS Code, preview in a browser', 'test/vscode/scripts/run.mjs', []),
		],
	},
	// Runs only if selected, since it needs a desktop VS Code: VSCODE_EXECUTABLE_PATH, or else a download.
	desktop: {
		vscode: true,
		build: true,
		checks: [suite('Extension in a desktop VS Code', 'test/vscode/scripts/test-desktop.mjs', [])],
	},
};

const args = process.argv.slice(2);
if (['-h', '--help'].includes(args[0])) {
	console.log(usage);
	process.exit(0);
}
const firstOther = args.findIndex(name => !Object.hasOwn(parts, name));
const named = firstOther === -1 ? args : args.slice(0, firstOther);
const vitestArguments = firstOther === -1 ? [] : args.slice(firstOther);

if (vitestArguments.length > 0) {
	if (named.some(name => !parts[name].project)) {
		console.error(`Unknown part \`${vitestArguments[0]}\`. Expected ${Object.keys(parts).join(', ')}.\n\n${usage}`);
		process.exit(2);
	}
	await install('test');
	const watch = vitestArguments.some(argument => ['-w', '--watch'].includes(argument));
	const projects = named.flatMap(name => ['--project', name]);
	const command = [watch ? 'watch' : 'run', ...vitestOptions, ...projects, ...vitestArguments];
	process.exit(await run(process.execPath, [path.join(root, vitest), ...command], { interactive: true }));
}

fs.mkdirSync(artifacts, { recursive: true });
const chosen = (named.length > 0 ? named : Object.keys(parts).filter(name => name !== 'desktop')).map(
	name => parts[name],
);

await step('Installing the packages of the tests', () => install('test'));
if (chosen.some(({ vscode }) => vscode)) {
	await step('Installing VS Code and a browser (about 450 MB, once)', () => install('test/vscode'));
}
if (chosen.some(({ build }) => build)) {
	const built = await step('Building', () => run(process.execPath, ['scripts/build.mjs']));
	if (built !== 0) {
		console.log('0 passed, 1 failed');
		process.exit(1);
	}
}

const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];
for (const part of chosen.flatMap(({ checks }) => checks)) {
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
