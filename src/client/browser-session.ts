import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type ServerThread, type Session, startSession } from './session.ts';

/** The DOM's own types would let everything else in this folder use the DOM, too. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
interface WebWorker extends Port {
	terminate(): void;
}
declare const Worker: new (url: string) => WebWorker;

/** The same server in a web worker of the extension host's. */
function startThread(extension: Uri): ServerThread {
	let worker: WebWorker | undefined;
	return {
		createClient: (id, name, options) =>
			new LanguageClient(
				id,
				name,
				async () => {
					worker = new Worker(Uri.joinPath(extension, 'dist', 'server.web.js').toString(true));
					// A worker of VS Code's is no instance of the class that it shows: the client would not know it for one.
					return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
				},
				options,
			),
		end: async () => worker?.terminate(),
	};
}

export const startBrowserSession = (context: ExtensionContext): Promise<Session> =>
	startSession(context, startThread(context.extensionUri));
