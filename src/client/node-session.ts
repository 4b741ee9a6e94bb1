/// <reference types="node" />
import { Worker } from 'node:worker_threads';
import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient, PortMessageReader, PortMessageWriter } from 'vscode-languageclient/node';
import { type ServerThread, type Session, startSession } from './session.ts';

/** The server in a thread of the extension host: no child process, and messages are handed over without printing them. */
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
					// What a port calls `close` a worker calls `exit`; the client must learn of a server that died.
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

export const startNodeSession = (context: ExtensionContext): Promise<Session> =>
	startSession(context, startThread(context.extensionUri));
