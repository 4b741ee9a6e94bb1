import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { visibleText } from '../core/visible-text.ts';
import { type Feature, RequestError } from '../features/feature.ts';
import { describe, logError } from './errors.ts';
import type { RunningSession } from './running-session.ts';

/** A request: its method, what is answered when there is no result, and how it is answered. */
export type Answerable = Pick<Feature, 'method' | 'emptyResult'> & {
	handle(session: RunningSession, params: unknown, token: CancellationToken): unknown;
};

/**
 * Answers each request once everything that the client told before has taken effect. What throws is logged and answers
 * with `emptyResult`; the server goes on.
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

/** The answer to a request that the client no longer waits for. */
function requestCancelled(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
}
