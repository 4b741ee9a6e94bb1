import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server.ts';

/** The worker's global scope. A DOM or worker library would declare its globals for all files. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The language server in a web worker. A worker has no files: the client reads them. */
startServer(options => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options), {
	environmentFor: () => undefined,
});
