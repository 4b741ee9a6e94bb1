import type { Connection } from 'vscode-languageserver';
import { diagnosticsOf } from '../features/diagnostic.ts';
import { CHECKS_PER_SLICE } from '../features/feature.ts';
import type { LogChange } from '../log/workspace.ts';
import { inBackground } from './errors.ts';
import { OncePerTick } from './event-loop.ts';
import { LOG_CHANGED_NOTIFICATION, type LogChangedParams } from './protocol.ts';
import type { RunningSession } from './running-session.ts';

/** If more documents changed, the notification does not list them. */
const MAX_LISTED = 100;

interface FeedOptions {
	readonly connection: Connection;
	readonly session: RunningSession;
	/** The client accepts `incidentLog/logChanged`. */
	readonly sendsLogChanges: boolean;
}

/**
 * Reports changes of logs: to pending requests, to the diagnostics of the client, and to the preview. A tick checks a limited
 * number of documents: first those that were edited, then other open ones. The cost depends on the changed documents, not on
 * the size of the log.
 */
export class ChangeFeed {
	readonly #options: FeedOptions;
	readonly #changed = new Map<string, Set<string>>();
	/** Changed documents whose findings are not reported yet. */
	readonly #pending = new Set<string>();
	/** Documents that the client has edited since the last tick: it requests their diagnostics itself. */
	readonly #edited = new Set<string>();
	readonly #tick = new OncePerTick(() => inBackground(this.#options.connection, 'changes', () => this.#report()));
	/** The last published result id of each document, for clients without pull diagnostics. */
	readonly #published = new Map<string, string>();

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
		this.#tick.schedule();
	}

	edited(uri: string): void {
		this.#edited.add(uri);
		// Also needed without a change, for example when an editor is opened: the tick clears `#edited`.
		this.#tick.schedule();
	}

	#report(): void {
		const changes = [...this.#changed];
		const edited = new Set(this.#edited);
		this.#changed.clear();
		this.#edited.clear();
		const { session, connection, sendsLogChanges } = this.#options;
		for (const [root, each] of changes) {
			for (const uri of each) {
				this.#pending.add(uri);
			}
			if (!sendsLogChanges) {
				continue;
			}
			const listed = each.size <= MAX_LISTED ? [...each] : [];
			const params: LogChangedParams = { root, revision: session.revision(root), uris: listed };
			inBackground(connection, LOG_CHANGED_NOTIFICATION, () =>
				connection.sendNotification(LOG_CHANGED_NOTIFICATION, params),
			);
		}
		const uris = this.#take(edited);
		if (this.#pending.size > 0) {
			this.#tick.schedule();
		}
		session.fireFindingsChanged(uris);
		const { client } = session;
		if (client.textDocument?.diagnostic === undefined) {
			this.#publish(uris);
		} else if (client.workspace?.diagnostics?.refreshSupport) {
			this.#refresh(uris, edited);
		}
	}

	/** Removes the documents to check next from the pending ones. */
	#take(edited: ReadonlySet<string>): ReadonlySet<string> {
		const { session } = this.#options;
		const remove = (uris: Iterable<string>) => new Set([...uris].filter(uri => this.#pending.delete(uri)));
		for (const first of [edited, session.open]) {
			const taken = remove(first);
			if (taken.size > 0) {
				return taken;
			}
		}
		const taken = new Set<string>();
		for (const uri of this.#pending) {
			this.#pending.delete(uri);
			// All documents of a log change again at the end of its reading.
			if (session.contextOf(uri)?.log.isRead !== false) {
				taken.add(uri);
			}
			if (taken.size >= CHECKS_PER_SLICE) {
				break;
			}
		}
		return taken;
	}

	/** Publishes the diagnostics of all documents, open or not, for a client without pull diagnostics. */
	#publish(uris: Iterable<string>): void {
		const { session, connection } = this.#options;
		for (const uri of uris) {
			const log = session.contextOf(uri)?.log;
			const resultId = log && session.resultIds.of(log, uri);
			const diagnostics = log ? diagnosticsOf(log, uri, session.client) : [];
			const isChanged = resultId === undefined || resultId !== this.#published.get(uri);
			if (isChanged && (diagnostics.length > 0 || this.#published.has(uri))) {
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
				this.#published.delete(uri);
			} else {
				this.#published.set(uri, resultId);
			}
		}
	}

	/**
	 * A client requests the diagnostics of an edited document itself. For other documents that it shows it needs a
	 * refresh.
	 */
	#refresh(uris: Iterable<string>, edited: ReadonlySet<string>): void {
		const { session, connection } = this.#options;
		for (const uri of uris) {
			const sentId = session.pulledResultIds.get(uri);
			if (sentId !== undefined && !edited.has(uri)) {
				const log = session.contextOf(uri)?.log;
				if (log === undefined || session.resultIds.of(log, uri) !== sentId) {
					connection.languages.diagnostics.refresh().catch(() => undefined);
					return;
				}
			}
		}
	}
}
