import { PassThrough } from 'node:stream';
import {
	type ClientCapabilities,
	type ConnectionOptions,
	createConnection,
	createProtocolConnection,
	type Diagnostic,
	DiagnosticRefreshRequest,
	DidChangeTextDocumentNotification,
	DidChangeWatchedFilesNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	DocumentDiagnosticRequest,
	FileChangeType,
	InitializedNotification,
	InitializeRequest,
	type InitializeResult,
	LogMessageNotification,
	ProgressType,
	type ProtocolConnection,
	PublishDiagnosticsNotification,
	RegistrationRequest,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
	type TextDocumentContentChangeEvent,
	WorkDoneProgressCreateRequest,
	WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import type { DocumentParser } from '../../src/log/document-parser.ts';
import type { Environment } from '../../src/log/environment.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import type { InitializationOptions, LogChangedParams } from '../../src/server/protocol.ts';
import { startServer } from '../../src/server/server.ts';
import { type FixtureFiles, filesIn } from '../support/fixture.ts';

export const ROOT = 'file:///log';
export const uriOf = (path: string) => (path.includes(':') ? path : `${ROOT}/${path}`);

/** The capabilities of VS Code that the server reads. */
export const PULLING: ClientCapabilities = {
	workspace: {
		didChangeWatchedFiles: { dynamicRegistration: true },
		diagnostics: { refreshSupport: true },
		workspaceFolders: true,
	},
	textDocument: { diagnostic: { relatedDocumentSupport: false }, hover: { contentFormat: ['markdown'] } },
	window: { workDoneProgress: true },
};

interface ClientOptions {
	/** A fixture. Paths are relative to the root of the log, or URIs. */
	readonly files?: FixtureFiles;
	readonly folders?: readonly string[];
	readonly capabilities?: ClientCapabilities;
	readonly initializationOptions?: InitializationOptions;
	/** Replaces the files in memory: the environment of the server. */
	readonly environmentFor?: (uri: string) => Environment | undefined;
	readonly parser?: DocumentParser;
	readonly beforeInitialized?: (client: Client) => void;
}

/** An editor that is connected to a server over the real protocol. */
export class Client {
	readonly connection: ProtocolConnection;
	readonly disk: MemoryEnvironment;
	readonly published = new Map<string, readonly Diagnostic[]>();
	readonly logChanges: LogChangedParams[] = [];
	readonly registrations: string[] = [];
	readonly progress: unknown[] = [];
	readonly errors: string[] = [];
	refreshes = 0;
	initialized: InitializeResult | undefined;
	#version = 0;

	constructor(connection: ProtocolConnection, disk: MemoryEnvironment) {
		this.connection = connection;
		this.disk = disk;
		connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
			this.published.set(uri, diagnostics);
		});
		connection.onNotification('incidentLog/logChanged', (change: LogChangedParams) => {
			this.logChanges.push(change);
		});
		connection.onNotification(LogMessageNotification.type, ({ message }) => {
			this.errors.push(message);
		});
		connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
			this.registrations.push(...registrations.map(({ method }) => method));
		});
		connection.onRequest(DiagnosticRefreshRequest.type, () => {
			this.refreshes++;
		});
		connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
			connection.onProgress(new ProgressType<unknown>(), token, value => {
				this.progress.push(value);
			});
		});
	}

	open(path: string, text: string): void {
		void this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
			textDocument: { uri: uriOf(path), languageId: 'yaml', version: ++this.#version, text },
		});
	}

	edit(path: string, ...contentChanges: TextDocumentContentChangeEvent[]): void {
		void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
			textDocument: { uri: uriOf(path), version: ++this.#version },
			contentChanges,
		});
	}

	close(path: string): void {
		void this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
			textDocument: { uri: uriOf(path) },
		});
	}

	/** Changes the file on the disk, and notifies the server as a watching editor does. */
	write(path: string, text: string): void {
		const type = this.disk.has(uriOf(path)) ? FileChangeType.Changed : FileChangeType.Created;
		this.disk.write(uriOf(path), text);
		this.notifyFiles([uriOf(path), type]);
	}

	delete(path: string): void {
		this.disk.delete(uriOf(path));
		this.notifyFiles([uriOf(path), FileChangeType.Deleted]);
	}

	rename(from: string, to: string): void {
		this.disk.rename(uriOf(from), uriOf(to));
		this.notifyFiles([uriOf(from), FileChangeType.Deleted], [uriOf(to), FileChangeType.Created]);
	}

	notifyFiles(...changes: readonly [string, FileChangeType][]): void {
		void this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
			changes: changes.map(([uri, type]) => ({ uri, type })),
		});
	}

	/** The findings of a document as `line:character code`, from 1. */
	async findings(path: string): Promise<string[]> {
		const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
			textDocument: { uri: uriOf(path) },
		});
		return report.kind === 'full' ? brief(report.items) : ['unchanged'];
	}

	/** The findings of all documents that have findings, by path. */
	async allFindings(): Promise<Record<string, string[]>> {
		const { items } = await this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
		const all = items.map((item): [string, string[]] => [
			item.uri.replace(`${ROOT}/`, ''),
			item.kind === 'full' ? brief(item.items) : ['unchanged'],
		]);
		return Object.fromEntries(all.filter(([, findings]) => findings.length > 0));
	}

	/** Resolves when the server has handled all earlier messages and sent the resulting notifications. */
	async settled(): Promise<void> {
		for (let turn = 0; turn < 3; turn++) {
			await this.connection.sendRequest('incidentLog/kind', { uri: ROOT });
		}
	}

	async stop(): Promise<void> {
		await this.connection.sendRequest(ShutdownRequest.type);
		this.connection.dispose();
	}
}

/** The rules that the server tests observe. New rules do not change these tests. */
const OBSERVED: ReadonlySet<unknown> = new Set([
	'file/unreadable',
	'impact/unknown-level',
	'reference/unresolved',
	'schema/syntax',
]);

/** Formats diagnostics of the observed rules as `line:character code`, from 1. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
	return diagnostics
		.filter(({ code }) => OBSERVED.has(code))
		.map(({ range, code }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`);
}

/** Starts a server in this process and connects an editor that has not sent a message yet. */
export function connectClient(options: ClientOptions = {}): Client {
	const { files = {} } = options;
	const disk = new MemoryEnvironment(
		Object.fromEntries([...filesIn(files)].map(([path, text]) => [uriOf(path), text])),
	);
	const [up, down] = [new PassThrough(), new PassThrough()];
	const connect = (strategy: ConnectionOptions) =>
		createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), strategy);
	startServer(connect, {
		environmentFor: options.environmentFor ?? (uri => (uri.startsWith('file:') ? disk : undefined)),
		...(options.parser && { parser: options.parser }),
	});
	const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
	connection.listen();
	return new Client(connection, disk);
}

/** Starts a server in this process and connects an editor that has initialized it. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
	const { folders = [ROOT], capabilities = PULLING } = options;
	const client = connectClient(options);
	const { connection } = client;
	options.beforeInitialized?.(client);
	client.initialized = await connection.sendRequest(InitializeRequest.type, {
		processId: null,
		rootUri: null,
		capabilities,
		workspaceFolders: folders.map(uri => ({ uri, name: uri })),
		initializationOptions: { now: '2024-09-01T12:00:00Z', ...options.initializationOptions },
	});
	await connection.sendNotification(InitializedNotification.type, {});
	return client;
}
