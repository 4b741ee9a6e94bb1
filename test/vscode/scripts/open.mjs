// Opens a log with the packed extension in a VS Code that is served on 127.0.0.1, until Ctrl-C: for `npm start`.
import path from 'node:path';
import { pack } from './pack.mjs';
import { project } from './paths.mjs';
import { startVscode, workbenchUrl } from './vscode.mjs';

/** Resolves when the person at the terminal has had enough. */
export async function open(folder) {
	console.log('  packing the extension');
	const vsix = pack();
	console.log('  installing it in VS Code');
	const server = await startVscode({ vsix, settings: { 'workbench.startupEditor': 'readme' } });
	console.log(`\nVS Code is at\n\n  ${workbenchUrl(server, folder)}\n`);
	console.log('Open a bulletin and press the preview button in its title bar. Ctrl-C ends it.');
	await new Promise(resolve => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
			process.once(signal, resolve);
		}
	});
	await server.stop();
	console.log('\nEnded.');
}

if (import.meta.filename === process.argv[1]) {
	await open(path.resolve(process.argv[2] ?? path.join(project, 'examples')));
}
