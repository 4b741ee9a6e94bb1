// Shows the product on a fresh machine: installs, builds, checks the example log, renders its bulletin, opens VS Code.
// Imports Node built-ins only, since no package is installed yet.
import './check-node.cjs';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as util from 'node:util';
import { bold, install, programArguments, root, run, step } from './support.mjs';

const usage = `usage: npm start -- [--no-vscode] [LOG]

  LOG          the folder of a log (default: examples)
  --no-vscode  do not open VS Code`;

const { values, positionals } = (() => {
	try {
		return util.parseArgs({
			allowPositionals: true,
			options: { 'no-vscode': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
		});
	} catch (error) {
		console.error(`${error.message}\n\n${usage}`);
		process.exit(2);
	}
})();
if (values.help) {
	console.log(usage);
	process.exit(0);
}

const log = path.resolve(positionals[0] ?? path.join(root, 'examples'));
const cli = path.join(root, 'dist', 'cli.cjs');
const page = path.join(root, 'artifacts', 'bulletin.html');
const exitOnFailure = (code, what) => {
	if (code !== 0) {
		console.error(`${what} failed`);
		process.exit(1);
	}
};

await step('Installing the packages of the build', () => install('.'));
exitOnFailure(await step('Building', () => run(process.execPath, ['scripts/build.mjs'])), 'The build');

// Exit code 1 means findings, which the example log contains intentionally.
const checked = await step(`Checking ${path.relative(process.cwd(), log) || '.'}`, () =>
	run(process.execPath, [cli, 'check', log]),
);
if (checked > 1) {
	process.exit(checked);
}

fs.mkdirSync(path.dirname(page), { recursive: true });
// A log of another tool may have no bulletin. It is opened nevertheless.
const rendered = await step('Rendering its latest bulletin', () =>
	run(process.execPath, [cli, 'render', log, '--out', page]),
);
if (rendered === 0) {
	console.log(`  ${pathToFileURL(page)}`);
}

if (values['no-vscode']) {
	process.exit(0);
}

const desktop = spawnSync(...programArguments('code', ['--version'], { stdio: 'ignore' })).status === 0;
if (desktop) {
	console.log(bold('▸ Opening the log in VS Code with the extension'));
	exitOnFailure(
		await run(...programArguments('code', ['--new-window', `--extensionDevelopmentPath=${root}`, log])),
		'VS Code',
	);
} else {
	await step('Command `code` not found: installing a VS Code for the browser (about 450 MB, once)', () =>
		install('test/vscode'),
	);
	const { open } = await import('../test/vscode/scripts/open.mjs');
	await open(log);
}
