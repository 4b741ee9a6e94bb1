import {
	type Connection,
	type ConnectionOptions,
	DidChangeWorkspaceFoldersNotification,
	type InitializeParams,
	RAL,
	type ServerCapabilities,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import { features } from '../features/index.ts';
import type { DocumentParser } from '../log/document-parser.ts';
import type { Clock, Disposable, Environment } from '../log/environment.ts';
import { Workspace } from '../log/workspace.ts';
import { ChangeFeed } from './change-feed.ts';
import { clientEnvironment, dispatchEnvironment, noFiles } from './client-environment.ts';
import { customRequests } from './custom-requests.ts';
import { followEditors } from './editors.ts';
import { inBackground } from './errors.ts';
import { nextTick } from './event-loop.ts';
import { fileOperations, followFiles } from './file-events.ts';
import { Folders } from './folders.ts';
import { IndexingProgress } from './indexing-progress.ts';
import { mergeCapabilities } from './merge-capabilities.ts';
import type { InitializationOptions } from './protocol.ts';
import { ProtocolGate } from './protocol-gate.ts';
import { registerRequests } from './requests.ts';
import { RunningSession } from './running-session.ts';

export interface ServerOptions {
	/**
	 * Returns the environment for a URI that this machine can read; undefined for files that only the client can read.
	 */
	readonly environmentFor: (uri: string) => Environment | undefined;
	/** Defaults to the clock of the machine. */
	readonly clock?: Clock;
	/** Defaults to that of `parse/`. */
	readonly parser?: DocumentParser;
}

/** In milliseconds. Maximum delay of findings that depend on the current time. */
const CLOCK_INTERVAL = 600_000;
const machineClock: Clock = { now: () => Date.now() };

/** Capabilities that belong to no feature. */
const OWN_CAPABILITIES: ServerCapabilities = {
	positionEncoding: 'utf-16',
	textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
	workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
};

/** Serves the Language Server Protocol until the client ends it, on the connection that `connect` creates. */
export function startServer(connect: (options: ConnectionOptions) => Connection, options: ServerOptions): void {
	const gate = new ProtocolGate();
	const connection = connect({ messageStrategy: gate });
	gate.attach(connection);
	connection.onInitialize(params => {
		let server: Server;
		try {
			server = new Server(connection, options, params);
		} catch (error) {
			gate.initializeFailed();
			throw error;
		}
		connection.onInitialized(() => server.start());
		connection.onShutdown(() => server.stop());
		return {
			capabilities: mergeCapabilities([
				{ name: 'server', capabilities: OWN_CAPABILITIES },
				...features
					.filter(({ isDeclaredTo }) => isDeclaredTo?.(params.capabilities) ?? true)
					.map(({ method, capabilities }) => ({ name: method, capabilities })),
			]),
			serverInfo: { name: 'incident-log', version },
		};
	});
	connection.listen();
}

/** The state between `initialize` and `shutdown`. */
class Server {
	readonly #connection: Connection;
	readonly #workspace: Workspace;
	readonly #session: RunningSession;
	readonly #progress: IndexingProgress;
	readonly #disposables: Disposable[] = [];
	#isStarted = false;
	#setLoading: () => void = () => undefined;
	/** Resolves when the first reading of the logs has started: before that, `Workspace.idle` resolves immediately. */
	readonly #loading = new Promise<void>(resolve => {
		this.#setLoading = resolve;
	});

	constructor(connection: Connection, options: ServerOptions, params: InitializeParams) {
		const { capabilities: client } = params;
		const { fileSystem, logChanged, now } = initializationOptions(params);
		const clock = now === undefined ? (options.clock ?? machineClock) : { now: () => Date.parse(now) };
		const remote = fileSystem ? clientEnvironment((method, p) => connection.sendRequest(method, p)) : noFiles;
		const folders = new Folders(params, uri => options.environmentFor(uri) !== undefined);
		const editors = new TextDocuments(TextDocument);
		this.#connection = connection;
		this.#progress = new IndexingProgress(connection, machineClock, client.window?.workDoneProgress ?? false, () =>
			this.#workspace.idle(),
		);
		const environment = dispatchEnvironment(uri => options.environmentFor(uri) ?? remote);
		this.#workspace = new Workspace({
			environment,
			folders: folders.uris,
			clock,
			searchClock: machineClock,
			...(options.parser && { parser: options.parser }),
			onDefect: defect => this.#session.onDefect(defect),
			onProgress: async progress => {
				await this.#progress.report(progress, this.#workspace.logs.length > 0);
				await nextTick();
			},
		});
		this.#session = new RunningSession({ connection, client, clock, environment, workspace: this.#workspace, editors });
		const feed = new ChangeFeed({
			connection,
			session: this.#session,
			sendsLogChanges: fileSystem === true || logChanged === true,
		});
		this.#disposables.push(this.#workspace.onDidChange(change => feed.changed(change)));
		connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
			folders.change(event);
			inBackground(connection, 'folders', () => this.#workspace.setFolders(folders.uris));
		});
		followEditors(editors, { connection, folders, workspace: this.#workspace, session: this.#session, feed });
		registerRequests(connection, [...features, ...customRequests], {
			all: () => this.#ready(),
			document: async uri => {
				await this.#loading;
				await this.#workspace.readyFor(uri);
				return this.#session;
			},
		});
	}

	/** Does nothing on a second call: a client could send `initialized` twice. */
	async start(): Promise<void> {
		if (this.#isStarted) {
			return;
		}
		this.#isStarted = true;
		const loaded = this.#workspace.load();
		this.#setLoading();
		const interval = RAL().timer.setInterval(() => this.#workspace.invalidateClock(), CLOCK_INTERVAL);
		this.#disposables.push(interval, await followFiles(this.#connection, this.#session, this.#workspace));
		await loaded;
	}

	stop(): void {
		this.#session.end();
		for (const disposable of this.#disposables) {
			disposable.dispose();
		}
	}

	/** Resolves when all messages of the client so far have taken effect. */
	async #ready(): Promise<RunningSession> {
		await this.#loading;
		await this.#workspace.idle();
		return this.#session;
	}
}

function initializationOptions({ initializationOptions: given }: InitializeParams): InitializationOptions {
	return typeof given === 'object' && given !== null ? given : {};
}
