import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import { ProgressType } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { normalUri } from '../core/uri/uri.ts';
import { ResultIds } from '../features/diagnostic.ts';
import type { DocumentContext, Session } from '../features/feature.ts';
import type { OnDefect } from '../log/defect.ts';
import { Emitter } from '../log/emitter.ts';
import type { Clock, Disposable } from '../log/environment.ts';
import type { Log } from '../log/log.ts';
import type { Workspace } from '../log/workspace.ts';
import { describe, inBackground, logError } from './errors.ts';
import { nextTick } from './event-loop.ts';

interface SessionOptions {
	readonly connection: Connection;
	readonly client: ClientCapabilities;
	readonly clock: Clock;
	readonly workspace: Workspace;
	readonly editors: TextDocuments<TextDocument>;
}

/** What features may ask, answered by the workspace and by the connection. */
export class RunningSession implements Session {
	readonly client: ClientCapabilities;
	readonly resultIds = new ResultIds();
	readonly pulledResultIds = new Map<string, string>();
	readonly #options: SessionOptions;
	readonly #findingsChanged = new Emitter<ReadonlySet<string>>();
	readonly #documentClosed = new Emitter<void>();
	/** The editor's own spelling of the URIs of open documents. */
	readonly #open = new Map<string, string>();

	/** By root. A log that is read anew begins anew; what a client is told must grow all the same. */
	readonly #revisions = new Map<string, number>();

	constructor(options: SessionOptions) {
		this.#options = options;
		this.client = options.client;
	}

	/** Logs an internal error at the client; the server goes on. */
	readonly onDefect: OnDefect = ({ error, uri, step, rule }) => {
		logError(this.#options.connection, `${rule ?? step}: ${uri}: ${describe(error)}`);
	};

	now(): number {
		return this.#options.clock.now();
	}

	contextOf(uri: string): DocumentContext | undefined {
		const file = normalUri(uri);
		const log = this.#options.workspace.logOf(file);
		const document = log?.document(file);
		return log && document && { document, log };
	}

	logs(): Iterable<Log> {
		return this.#options.workspace.logs;
	}

	version(uri: string): number | null {
		return this.#options.editors.get(this.spelling(uri))?.version ?? null;
	}

	/** A URI as the editor spells it, where it has it open. */
	spelling(uri: string): string {
		return this.#open.get(uri) ?? uri;
	}

	opened(uri: string): void {
		this.#open.set(normalUri(uri), uri);
	}

	closed(uri: string): void {
		this.#open.delete(normalUri(uri));
		this.pulledResultIds.delete(normalUri(uri));
		this.#documentClosed.fire();
	}

	/** How often a log, by its root, has changed. */
	revision(root: string): number {
		return this.#revisions.get(root) ?? 0;
	}

	logChanged(root: string): void {
		this.#revisions.set(root, this.revision(root) + 1);
	}

	/** Ends all answers that are still being sent. */
	end(): void {
		this.#documentClosed.fire();
	}

	fireFindingsChanged(uris: ReadonlySet<string>): void {
		this.#findingsChanged.fire(uris);
	}

	onFindingsChanged(listener: (uris: ReadonlySet<string>) => void): Disposable {
		return this.#findingsChanged.subscribe(listener);
	}

	onDocumentClosed(listener: () => void): Disposable {
		return this.#documentClosed.subscribe(listener);
	}

	sendPartialResult(token: number | string, value: unknown): void {
		const { connection } = this.#options;
		inBackground(connection, 'progress', () => connection.sendProgress(new ProgressType<unknown>(), token, value));
	}

	yieldToEventLoop(): Promise<void> {
		return nextTick();
	}
}
