// Packs what `npm run build` has built into a .vsix, as it would be published.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { artifacts, here, project } from './paths.mjs';

const vsce = path.join(here, 'node_modules', '@vscode', 'vsce', 'vsce');

function run(command, ...options) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [vsce, command, ...options], {
		cwd: project,
		encoding: 'utf8',
	});
	if (status !== 0) {
		throw new Error(`vsce ${command} failed:\n${stdout}${stderr}`);
	}
	return stdout;
}

/** Returns the path of the .vsix. */
export function pack() {
	fs.mkdirSync(artifacts, { recursive: true });
	const file = path.join(artifacts, 'incident-log.vsix');
	run('package', '--out', file);
	return file;
}

/** The files that go into the .vsix, by their paths in the project. */
export const filesOfPackage = () => run('ls').trim().split('\n');

if (import.meta.filename === process.argv[1]) {
	const file = pack();
	console.log(`${path.relative(process.cwd(), file)}  ${Math.round(fs.statSync(file).size / 1024)} KiB`);
}
