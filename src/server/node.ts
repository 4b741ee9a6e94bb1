/// <reference types="node" />
import { type MessagePort, parentPort } from 'node:worker_threads';
import { createConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import type { Environment } from '../log/environment.ts';
import { nodeEnvironment } from '../node/node-environment.ts';
import { startServer } from './server.ts';

const files = nodeEnvironment();
const environmentFor = (uri: string): Environment | undefined => (uri.startsWith('file:') ? files : undefined);

/** Serves on standard input and output, for `incident-log lsp`. The process ends when the client requests it. */
export function startNodeServer(): Promise<void> {
	startServer(options => createConnection(process.stdin, process.stdout, options), { environmentFor });
	return new Promise(() => undefined);
}

/** Serves in a thread of the extension host, which holds the other end of the port. */
export function startThreadServer(port: MessagePort): void {
	startServer(options => createConnection(new PortMessageReader(port), new PortMessageWriter(port), options), {
		environmentFor,
	});
}

/** The extension starts the bundle of this file as a thread. */
if (parentPort !== null) {
	startThreadServer(parentPort);
}
