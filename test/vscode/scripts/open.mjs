// Serves a log in the VS Code of the npm package `code-server`, with the extension as it would be published.
import fs from 'node:fs';
import path from 'node:path';
import { pack } from './pack.mjs';
import { project } from './paths.mjs';
import { startVscode, workbenchUrl } from './vscode.mjs';

/** The bulletin with the latest date in its name: what one would look at first. */
function latestBulletin(folder) {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile() && /^\d{4}-\d{2}-\d{2}.*\.md$/.test(entry.name))
		.filter(entry => /^(bulletins|infra-log)$/.test(path.basename(entry.parentPath ?? entry.path)))
		.sort((one, other) => one.name.localeCompare(other.name))
		.map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
		.at(-1);
}

/** Resolves when Ctrl-C was pressed and everything has ended. */
export async function open(folder) {
	console.log('  Starting VS Code with the extension');
	const server = await startVscode({ vsix: pack() });
	const bulletin = latestBulletin(folder);
	const payload = bulletin && { openFile: `vscode-remote://${server.authority}${bulletin}` };
	console.log(`
  The log is open in VS Code here, until you press Ctrl-C:

    ${workbenchUrl(server, folder, payload)}
`);
	await new Promise(resolve => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
			process.once(signal, resolve);
		}
	});
	console.log('\n  Ending VS Code');
	await server.stop();
}

if (import.meta.filename === process.argv[1]) {
	await open(path.resolve(process.argv[2] ?? path.join(project, 'examples')));
}
