import type { DocumentDiagnosticReport, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol';
import { diagnosticsOf } from './diagnostic.ts';
import { documentFeature } from './feature.ts';

/** The diagnostics of a document on request (pull model). */
export const documentDiagnostics = documentFeature<typeof DocumentDiagnosticRequest>({
	method: 'textDocument/diagnostic',
	capabilities: { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } },
	// Diagnostics are published to other clients.
	isDeclaredTo: client => client.textDocument?.diagnostic !== undefined,
	emptyResult: { kind: 'full', items: [] },
	handle: ({ document, log, session }, { previousResultId }): DocumentDiagnosticReport => {
		const { uri } = document;
		if (!session.client.workspace?.diagnostics?.refreshSupport) {
			// The client would not ask again when the other documents are read.
			log.requireRead();
		}
		const resultId = session.resultIds.of(log, uri);
		session.pulledResultIds.set(uri, resultId);
		return resultId === previousResultId
			? { kind: 'unchanged', resultId }
			: { kind: 'full', resultId, items: diagnosticsOf(log, uri, session.client) };
	},
});
