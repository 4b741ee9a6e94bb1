import type { CancellationToken, ClientCapabilities } from 'vscode-languageserver-protocol';
import { ResultIds } from '../../src/features/diagnostic.ts';
import type { Session } from '../../src/features/feature.ts';
import type { Log } from '../../src/log/log.ts';

/** The capabilities of VS Code that features read. */
export const EDITOR: ClientCapabilities = {
	textDocument: {
		hover: { contentFormat: ['markdown', 'plaintext'] },
		completion: { completionItem: { snippetSupport: true } },
		diagnostic: { relatedInformation: true },
	},
	workspace: { workspaceEdit: { documentChanges: true } },
};

export const NEVER_CANCELLED: CancellationToken = {
	isCancellationRequested: false,
	onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Returns a session with one log in memory. `now` is in milliseconds since 1970-01-01T00:00Z. */
export function sessionOver(log: Log, now: number, client: ClientCapabilities = EDITOR): Session {
	return {
		client,
		now: () => now,
		contextOf: uri => {
			const document = log.document(uri);
			return document && { document, log };
		},
		logs: () => [log],
		version: () => 7,
		resultIds: new ResultIds(),
		pulledResultIds: new Map(),
		onFindingsChanged: listener => log.onDidChange(uris => listener(new Set(uris))),
		onDocumentClosed: () => ({ dispose: () => undefined }),
		sendPartialResult: () => undefined,
		yieldToEventLoop: () => Promise.resolve(),
	};
}
