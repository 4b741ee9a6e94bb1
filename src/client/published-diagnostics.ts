import type { StaticFeature } from 'vscode-languageclient';

/**
 * Makes the server publish diagnostics instead of letting the client request them. The client library drops a report of the
 * workspace for a document that it requests at the same time, and never receives it again: after an edit of several
 * documents, those in hidden tabs would keep outdated findings.
 */
export const publishedDiagnostics: StaticFeature = {
	fillClientCapabilities: capabilities => {
		delete capabilities.textDocument?.diagnostic;
		delete capabilities.workspace?.diagnostics;
	},
	initialize: () => undefined,
	getState: () => ({ kind: 'static' }),
	clear: () => undefined,
};
