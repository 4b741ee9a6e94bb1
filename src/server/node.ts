/// <reference types="node" />
import { type MessagePort, parentPort } from 'node:worker_threads';
import { createConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import type { Environment } from '../log/environment.ts';
import { nodeEnvironment } from '../node/node-environment.ts';
import { startServer } from './server.ts';

const files = nodeEnvironment();
const environmentFor = (uri: string): Environment | undefined => (uri.startsWith('file:') ? files : undefined);

/** The language server on standard input and output: for `incident-log lsp`. The process ends when the client says so. */
export function startNodeServer(): Promise<void> {
	startServer(options => createConnection(process.stdin, process.stdout, options), { environmentFor });
	return new Promise(() => undefined);
}

/** The language server in a thread of the editor's extension host, which holds the other end of the port. */
export function startThreadServer(port: MessagePort): void {
	startServer(options => createConnection(new PortMessageReader(port), new PortMessageWriter(port), options), {
		environmentFor,
	});
}

/** The bundle of this file is what the extension starts as a thread. */
if (parentPort !== null) {
	startThreadServer(parentPort);
}
