import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { visibleText } from '../core/visible-text.ts';
import { type Feature, RequestError } from '../features/feature.ts';
import { describe, logError } from './errors.ts';
import type { RunningSession } from './running-session.ts';

/** A request: its method, its handler, and the result if there is none. */
export type Answerable = Pick<Feature, 'method' | 'emptyResult'> & {
	handle(session: RunningSession, params: unknown, token: CancellationToken): unknown;
};

/**
 * Handles each request after all earlier messages of the client have taken effect. Exceptions are logged, and the
 * result is `emptyResult`.
 */
export function registerRequests(
	connection: Connection,
	requests: readonly Answerable[],
	ready: () => Promise<RunningSession>,
): void {
	for (const { method, emptyResult, handle } of requests) {
		connection.onRequest(method, async (params: unknown, token: CancellationToken) => {
			try {
				const session = await ready();
				const answer = token.isCancellationRequested ? emptyResult : await handle(session, params, token);
				return token.isCancellationRequested ? requestCancelled() : answer;
			} catch (error) {
				if (error instanceof RequestError) {
					return new ResponseError(LSPErrorCodes.RequestFailed, visibleText(error.message));
				}
				logError(connection, `${method}: ${describe(error)}`);
				return emptyResult;
			}
		});
	}
}

/** The response to a request that the client has cancelled. */
function requestCancelled(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled by the client.');
}
