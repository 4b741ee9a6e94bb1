/// <reference types="node" />
import { Worker } from 'node:worker_threads';
import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient, PortMessageReader, PortMessageWriter } from 'vscode-languageclient/node';
import { type ClientSession, type ServerThread, startSession } from './session.ts';

/** Runs the server in a worker thread of the extension host. Messages are passed without serialization to text. */
function startThread(extension: Uri): ServerThread {
	let worker: Worker | undefined;
	return {
		createClient: (id, name, options) =>
			new LanguageClient(
				id,
				name,
				async () => {
					const started = new Worker(Uri.joinPath(extension, 'dist', 'server.cjs').fsPath);
					worker = started;
					// Workers emit `exit`, ports emit `close`: the client must notice that the server ended.
					started.once('exit', () => started.emit('close'));
					return { reader: new PortMessageReader(started), writer: new PortMessageWriter(started) };
				},
				options,
			),
		end: async () => {
			await worker?.terminate();
		},
	};
}

export const startNodeSession = (context: ExtensionContext): Promise<ClientSession> =>
	startSession(context, startThread(context.extensionUri));
