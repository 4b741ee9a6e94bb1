import type {
	CancellationToken,
	WorkspaceDiagnosticReport,
	WorkspaceDiagnosticRequest,
	WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { diagnosticsOf, NO_FINDINGS } from './diagnostic.ts';
import { CHECKS_PER_SLICE, type Session, workspaceFeature } from './feature.ts';

/**
 * The diagnostics of all documents, open or not. Only changed ones are sent. For a client that accepts partial results
 * the request remains open and each change is sent, so that no further request has to visit all documents.
 */
export const workspaceDiagnostics = workspaceFeature<typeof WorkspaceDiagnosticRequest>({
	method: 'workspace/diagnostic',
	capabilities: {},
	emptyResult: { items: [] },
	handle: async (session, { previousResultIds, partialResultToken }, token): Promise<WorkspaceDiagnosticReport> => {
		const sentIds = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
		if (partialResultToken === undefined) {
			const items: WorkspaceDocumentDiagnosticReport[] = [];
			await reportAll(session, sentIds, token, part => items.push(...part));
			return { items };
		}
		const send = (items: WorkspaceDocumentDiagnosticReport[]) => {
			if (items.length > 0) {
				session.sendPartialResult(partialResultToken, { items });
			}
		};
		await Promise.all([
			reportAll(session, sentIds, token, send),
			// A client discards the diagnostics of a closed document and requests them again.
			untilClosed(session, token, uris => send(reports(session, sentIds, uris))),
		]);
		return { items: [] };
	},
});

async function reportAll(
	session: Session,
	sentIds: Map<string, string>,
	token: CancellationToken,
	send: (items: WorkspaceDocumentDiagnosticReport[]) => void,
): Promise<void> {
	const all = new Set(sentIds.keys());
	for (const log of session.logs()) {
		for (const { uri } of log.documents()) {
			all.add(uri);
		}
	}
	const uris = [...all];
	for (let at = 0; at < uris.length && !token.isCancellationRequested; at += CHECKS_PER_SLICE) {
		send(reports(session, sentIds, uris.slice(at, at + CHECKS_PER_SLICE)));
		await session.yieldToEventLoop();
	}
}

/** Reports for the documents whose result id differs from the sent one. Updates `sentIds`. */
function reports(
	session: Session,
	sentIds: Map<string, string>,
	uris: Iterable<string>,
): WorkspaceDocumentDiagnosticReport[] {
	const items: WorkspaceDocumentDiagnosticReport[] = [];
	for (const uri of uris) {
		const log = session.contextOf(uri)?.log;
		const resultId = log ? session.resultIds.of(log, uri) : NO_FINDINGS;
		if (resultId !== (sentIds.get(uri) ?? NO_FINDINGS)) {
			sentIds.set(uri, resultId);
			const diagnostics = log ? diagnosticsOf(log, uri, session.client) : [];
			items.push({ kind: 'full', uri, version: session.version(uri), resultId, items: diagnostics });
		}
	}
	return items;
}

function untilClosed(
	session: Session,
	token: CancellationToken,
	onChange: (uris: ReadonlySet<string>) => void,
): Promise<void> {
	return new Promise(resolve => {
		const stop = () => {
			for (const listener of listeners) {
				listener.dispose();
			}
			resolve();
		};
		const listeners = [
			session.onFindingsChanged(onChange),
			session.onDocumentClosed(stop),
			token.onCancellationRequested(stop),
		];
	});
}
