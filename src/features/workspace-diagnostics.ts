import type {
	CancellationToken,
	WorkspaceDiagnosticReport,
	WorkspaceDiagnosticRequest,
	WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { diagnosticsOf, NO_FINDINGS } from './diagnostic.ts';
import { type Session, workspaceFeature } from './feature.ts';

/** Documents that are looked at before whatever else waits has its turn. */
const AT_ONCE = 50;

/**
 * The findings of every document of every log, open in the editor or not. Only what a client does not have is sent. A
 * client that takes answers in parts is answered for as long as it listens: each change is sent as it comes, so that
 * nobody has to ask, or to look at all documents, again.
 */
export const workspaceDiagnostics = workspaceFeature<typeof WorkspaceDiagnosticRequest>({
	method: 'workspace/diagnostic',
	capabilities: {},
	emptyResult: { items: [] },
	handle: async (session, { previousResultIds, partialResultToken }, token): Promise<WorkspaceDiagnosticReport> => {
		const told = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
		if (partialResultToken === undefined) {
			const items: WorkspaceDocumentDiagnosticReport[] = [];
			await reportAll(session, told, token, part => items.push(...part));
			return { items };
		}
		const send = (items: WorkspaceDocumentDiagnosticReport[]) => {
			if (items.length > 0) {
				session.sendPartialResult(partialResultToken, { items });
			}
		};
		await Promise.all([
			reportAll(session, told, token, send),
			// After closing a document a client knows no more what it had of it, and has to ask anew.
			untilClosed(session, token, uris => send(reports(session, told, uris))),
		]);
		return { items: [] };
	},
});

async function reportAll(
	session: Session,
	told: Map<string, string>,
	token: CancellationToken,
	send: (items: WorkspaceDocumentDiagnosticReport[]) => void,
): Promise<void> {
	const all = new Set(told.keys());
	for (const log of session.logs()) {
		for (const { uri } of log.documents()) {
			all.add(uri);
		}
	}
	const uris = [...all];
	for (let at = 0; at < uris.length && !token.isCancellationRequested; at += AT_ONCE) {
		send(reports(session, told, uris.slice(at, at + AT_ONCE)));
		await session.yieldToEventLoop();
	}
}

/** What a client has to be told of some documents, given what it was told; notes it as told. */
function reports(
	session: Session,
	told: Map<string, string>,
	uris: Iterable<string>,
): WorkspaceDocumentDiagnosticReport[] {
	const items: WorkspaceDocumentDiagnosticReport[] = [];
	for (const uri of uris) {
		const log = session.contextOf(uri)?.log;
		const resultId = log ? session.resultIds.of(log, uri) : NO_FINDINGS;
		if (resultId !== (told.get(uri) ?? NO_FINDINGS)) {
			told.set(uri, resultId);
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
