import { commands, Disposable, type Uri, workspace } from 'vscode';
import { LatestOnly } from './latest-only.ts';
import type { LogServer } from './log-server.ts';

/** A list of URIs, for the `when` clause `resource in incidentLog.files`. */
const CONTEXT_KEY = 'incidentLog.files';
/** Milliseconds between updates. A log changes with every key, but the list rarely does. */
const PAUSE_MS = 100;

/** Sets a context key to the open files that are part of a log, so that buttons and commands appear only for these. */
export function publishLogFiles(server: LogServer): Disposable {
	let published = '';
	const publish = new LatestOnly(async () => {
		const kinds = await Promise.all(
			workspace.textDocuments
				.filter(({ languageId }) => languageId === 'yaml' || languageId === 'markdown')
				.map(async ({ uri }): Promise<Uri[]> => ((await server.kind(uri)) === null ? [] : [uri])),
		);
		const files = kinds.flat();
		const key = files.map(String).join('\n');
		if (key !== published) {
			published = key;
			await commands.executeCommand('setContext', CONTEXT_KEY, files);
		}
	}, PAUSE_MS);
	const run = () => publish.request();
	run();
	return Disposable.from(
		server.onDidChangeLog(run),
		workspace.onDidOpenTextDocument(run),
		workspace.onDidCloseTextDocument(run),
		new Disposable(() => void commands.executeCommand('setContext', CONTEXT_KEY, undefined)),
	);
}
