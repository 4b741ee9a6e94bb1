import type { Connection } from 'vscode-languageserver';
import { diagnosticsOf } from '../features/diagnostic.ts';
import type { LogChange } from '../log/workspace.ts';
import { inBackground } from './errors.ts';
import { OncePerTick } from './event-loop.ts';
import { LOG_CHANGED_NOTIFICATION, type LogChangedParams } from './protocol.ts';
import type { RunningSession } from './running-session.ts';

/** More documents than these are not named one by one. */
const MOST_NAMED = 100;

interface FeedOptions {
	readonly connection: Connection;
	readonly session: RunningSession;
	/** The client wants `incidentLog/logChanged`. */
	readonly sendsLogChanges: boolean;
}

/**
 * Passes on what changes in the logs, once a turn: to features that are still answering, to the client's diagnostics,
 * and to the preview. Work is done for the documents that a change touches, never for all.
 */
export class ChangeFeed {
	readonly #options: FeedOptions;
	readonly #changed = new Map<string, Set<string>>();
	/** Documents that the client itself has edited since the last turn: it asks for their findings by itself. */
	readonly #edited = new Set<string>();
	readonly #turn = new OncePerTick(() => inBackground(this.#options.connection, 'changes', () => this.#pass()));
	/** What a client that does not ask was told last. */
	readonly #pushed = new Map<string, string>();

	constructor(options: FeedOptions) {
		this.#options = options;
	}

	changed({ root, uris }: LogChange): void {
		if (uris.length === 0) {
			return;
		}
		this.#options.session.logChanged(root);
		const known = this.#changed.get(root) ?? new Set();
		this.#changed.set(root, known);
		for (const uri of uris) {
			known.add(uri);
		}
		this.#turn.plan();
	}

	edited(uri: string): void {
		this.#edited.add(uri);
		// Also where nothing changes, as when an editor is opened: what is edited is forgotten with the turn.
		this.#turn.plan();
	}

	#pass(): void {
		const changes = [...this.#changed];
		const uris = new Set(changes.flatMap(([, each]) => [...each]));
		const edited = new Set(this.#edited);
		this.#changed.clear();
		this.#edited.clear();
		const { session, connection, sendsLogChanges: tellsLogChanges } = this.#options;
		for (const [root, each] of tellsLogChanges ? changes : []) {
			const named = each.size <= MOST_NAMED ? [...each] : [];
			const params: LogChangedParams = { root, revision: session.revision(root), uris: named };
			inBackground(connection, LOG_CHANGED_NOTIFICATION, () =>
				connection.sendNotification(LOG_CHANGED_NOTIFICATION, params),
			);
		}
		session.fireFindingsChanged(uris);
		const { client } = session;
		if (client.textDocument?.diagnostic === undefined) {
			this.#push(uris);
		} else if (client.workspace?.diagnostics?.refreshSupport) {
			this.#refresh(uris, edited);
		}
	}

	/** A client that never asks is sent the findings of every document, open or not. */
	#push(uris: Iterable<string>): void {
		const { session, connection } = this.#options;
		for (const uri of uris) {
			const log = session.contextOf(uri)?.log;
			const resultId = log && session.resultIds.of(log, uri);
			const diagnostics = log ? diagnosticsOf(log, uri, session.client) : [];
			const isNews = resultId === undefined || resultId !== this.#pushed.get(uri);
			if (isNews && (diagnostics.length > 0 || this.#pushed.has(uri))) {
				const version = session.version(uri);
				inBackground(connection, 'diagnostics', () =>
					connection.sendDiagnostics({
						uri: session.spelling(uri),
						diagnostics,
						...(version !== null && { version }),
					}),
				);
			}
			if (resultId === undefined || diagnostics.length === 0) {
				this.#pushed.delete(uri);
			} else {
				this.#pushed.set(uri, resultId);
			}
		}
	}

	/** A client asks again for what it edits. Of the other documents that it shows it has to be told. */
	#refresh(uris: Iterable<string>, edited: ReadonlySet<string>): void {
		const { session, connection } = this.#options;
		for (const uri of uris) {
			const told = session.pulledResultIds.get(uri);
			if (told !== undefined && !edited.has(uri)) {
				const log = session.contextOf(uri)?.log;
				if (log === undefined || session.resultIds.of(log, uri) !== told) {
					connection.languages.diagnostics.refresh().catch(() => undefined);
					return;
				}
			}
		}
	}
}
