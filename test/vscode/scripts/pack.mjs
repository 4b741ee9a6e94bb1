// Packs what `npm run build` has built into a .vsix, as it would be published.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { artifacts, here, project } from './paths.mjs';

const vsce = path.join(here, 'node_modules', '@vscode', 'vsce', 'vsce');

function runVsce(folder, file) {
	const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
	const { status, stdout, stderr } = spawnSync(process.execPath, [vsce, 'package', ...options], {
		cwd: folder,
		encoding: 'utf8',
	});
	if (status !== 0) {
		throw new Error(`vsce package failed:\n${stdout}${stderr}`);
	}
	return file;
}

/** Returns the path of the .vsix. */
export function pack() {
	fs.mkdirSync(artifacts, { recursive: true });
	return runVsce(project, path.join(artifacts, 'incident-log.vsix'));
}

/**
 * The same files without `main`: where an extension has nothing for Node, a VS Code on a server runs it in the worker
 * of the browser, as vscode.dev does.
 */
export function packForBrowser() {
	const staging = path.join(artifacts, 'web-extension');
	fs.rmSync(staging, { recursive: true, force: true });
	for (const name of ['dist', 'media', 'snippets', 'LICENSE', 'README.md', 'CHANGELOG.md', '.vscodeignore']) {
		if (fs.existsSync(path.join(project, name))) {
			fs.cpSync(path.join(project, name), path.join(staging, name), { recursive: true });
		}
	}
	const { main: _, ...manifest } = JSON.parse(fs.readFileSync(path.join(project, 'package.json'), 'utf8'));
	fs.writeFileSync(path.join(staging, 'package.json'), JSON.stringify(manifest));
	return runVsce(staging, path.join(artifacts, 'incident-log-web.vsix'));
}

if (import.meta.filename === process.argv[1]) {
	const file = pack();
	console.log(`${path.relative(process.cwd(), file)}  ${Math.round(fs.statSync(file).size / 1024)} KiB`);
}
