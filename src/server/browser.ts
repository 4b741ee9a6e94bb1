import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server.ts';

/** The worker's own scope: a whole library of types for one name would let every other file use the DOM. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The language server in a web worker. Files are read by the client: a worker has none. */
startServer(options => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options), {
	environmentFor: () => undefined,
});
