import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { visibleText } from '../core/visible-text.ts';
import { type Feature, RequestError } from '../features/feature.ts';
import { LogNotRead } from '../log/log-not-read.ts';
import { describe, logError } from './errors.ts';
import type { RunningSession } from './running-session.ts';

/** A request: its method, its handler, and the result if there is none. */
export type Answerable = Pick<Feature, 'method' | 'emptyResult' | 'isOfDocument'> & {
	handle(session: RunningSession, params: unknown, token: CancellationToken): unknown;
};

/** The waiting for the state that a request needs. */
export interface Readiness {
	/** Resolves when all earlier messages of the client have taken effect. */
	all(): Promise<RunningSession>;
	/** Resolves when a document can be asked about itself: earlier than `all` while its log is read. */
	document(uri: string): Promise<RunningSession>;
}

/**
 * Handles each request after all earlier messages of the client have taken effect. While a log is read, a request about one
 * document is tried at once, and again after the reading if it needs other documents. Exceptions are logged, and the result
 * is `emptyResult`.
 */
export function registerRequests(connection: Connection, requests: readonly Answerable[], ready: Readiness): void {
	for (const { method, emptyResult, isOfDocument, handle } of requests) {
		const answer = async (params: unknown, token: CancellationToken, session: RunningSession) =>
			token.isCancellationRequested ? emptyResult : handle(session, params, token);
		const answerEarly = async (params: unknown, token: CancellationToken) => {
			const uri = isOfDocument && uriIn(params);
			try {
				return await answer(params, token, uri === undefined ? await ready.all() : await ready.document(uri));
			} catch (error) {
				if (error instanceof LogNotRead) {
					return answer(params, token, await ready.all());
				}
				throw error;
			}
		};
		connection.onRequest(method, async (params: unknown, token: CancellationToken) => {
			try {
				const result = await Promise.race([answerEarly(params, token), cancelled(token)]);
				return token.isCancellationRequested ? requestCancelled() : result;
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

/** The document of a request. The protocol gate has checked the parameters. */
function uriIn(params: unknown): string | undefined {
	const { uri, textDocument } = params as { readonly uri?: string; readonly textDocument?: { readonly uri: string } };
	return textDocument?.uri ?? uri;
}

/** Resolves when the client cancels the request. */
function cancelled(token: CancellationToken): Promise<undefined> {
	return new Promise(resolve => {
		token.onCancellationRequested(() => resolve(undefined));
	});
}

/** The response to a request that the client has cancelled. */
function requestCancelled(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled by the client.');
}
