import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import { ProgressType } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isWithin, normalUri } from '../core/uri/uri.ts';
import { ResultIds } from '../features/diagnostic.ts';
import type { DocumentContext, Session } from '../features/feature.ts';
import type { OnDefect } from '../log/defect.ts';
import { Emitter } from '../log/emitter.ts';
import type { Clock, Disposable, Environment } from '../log/environment.ts';
import type { Log } from '../log/log.ts';
import type { Workspace } from '../log/workspace.ts';
import { describe, inBackground, logError } from './errors.ts';
import { nextTick } from './event-loop.ts';
import { PageViews } from './page-views.ts';

interface SessionOptions {
	readonly connection: Connection;
	readonly client: ClientCapabilities;
	readonly clock: Clock;
	readonly environment: Environment;
	readonly workspace: Workspace;
	readonly editors: TextDocuments<TextDocument>;
}

/** Implements the session of features with the workspace and the connection. */
export class RunningSession implements Session {
	readonly client: ClientCapabilities;
	readonly resultIds = new ResultIds();
	readonly pageViews = new PageViews();
	readonly pulledResultIds = new Map<string, string>();
	readonly #options: SessionOptions;
	readonly #findingsChanged = new Emitter<ReadonlySet<string>>();
	readonly #documentClosed = new Emitter<void>();
	/** The URIs of open documents as the editor spells them, by normal form. */
	readonly #open = new Map<string, string>();
	/** The versions of open documents when they were opened or saved, by normal form of the URI. */
	readonly #savedVersions = new Map<string, number | null>();

	/**
	 * By root. The revision of a log restarts when the log is read again; the revision sent to clients always
	 * increases.
	 */
	readonly #revisions = new Map<string, number>();

	constructor(options: SessionOptions) {
		this.#options = options;
		this.client = options.client;
	}

	/** Logs an internal error at the client. The server continues. */
	readonly onDefect: OnDefect = ({ error, uri, step, rule }) => {
		logError(this.#options.connection, `${rule ?? step}: ${uri}: ${describe(error)}`);
	};

	/** The files of the workspace, with a clock that limits the time of a search. */
	get files(): { readonly environment: Environment; readonly clock: Clock } {
		return this.#options;
	}

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

	/** The log that contains a file or folder, also one that is not a document; otherwise the first log. */
	logFor(uri: string): Log | undefined {
		const { workspace } = this.#options;
		const file = normalUri(uri);
		const [nearest] = workspace.logs
			.filter(({ root }) => isWithin(root, file))
			.sort((one, other) => other.root.length - one.root.length);
		return workspace.logOf(file) ?? nearest ?? workspace.logs[0];
	}

	version(uri: string): number | null {
		return this.#options.editors.get(this.spelling(uri))?.version ?? null;
	}

	/** The URI as the editor spells it, if the document is open. */
	spelling(uri: string): string {
		return this.#open.get(uri) ?? uri;
	}

	/** The URIs of open documents. */
	get open(): Iterable<string> {
		return this.#open.keys();
	}

	opened(uri: string): void {
		this.#open.set(normalUri(uri), uri);
		this.saved(uri);
	}

	saved(uri: string): void {
		this.#savedVersions.set(normalUri(uri), this.version(uri));
	}

	/** Whether an open document was edited since it was opened or saved. */
	isDirty(uri: string): boolean {
		return this.#savedVersions.get(normalUri(uri)) !== this.version(uri);
	}

	closed(uri: string): void {
		this.#open.delete(normalUri(uri));
		this.#savedVersions.delete(normalUri(uri));
		this.pulledResultIds.delete(normalUri(uri));
		this.#documentClosed.fire();
	}

	/** The number of changes of the log at a root. */
	revision(root: string): number {
		return this.#revisions.get(root) ?? 0;
	}

	logChanged(root: string): void {
		this.#revisions.set(root, this.revision(root) + 1);
	}

	/** Ends all open partial results. */
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
