import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type ClientSession, type ServerThread, startSession } from './session.ts';

/** Declared here because the DOM types would make the whole DOM available in this folder. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
interface WebWorker extends Port {
	terminate(): void;
}
declare const Worker: new (url: string) => WebWorker;

/** Runs the server in a web worker of the extension host. */
function startThread(extension: Uri): ServerThread {
	let worker: WebWorker | undefined;
	return {
		createClient: (id, name, options) =>
			new LanguageClient(
				id,
				name,
				async () => {
					worker = new Worker(Uri.joinPath(extension, 'dist', 'server.web.js').toString(true));
					// Returns streams and not the worker: in VS Code it is not an instance of `Worker`, which the client tests.
					return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
				},
				options,
			),
		end: async () => worker?.terminate(),
	};
}

export const startBrowserSession = (context: ExtensionContext): Promise<ClientSession> =>
	startSession(context, startThread(context.extensionUri));
