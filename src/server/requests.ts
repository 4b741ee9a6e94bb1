import {
	type CancellationToken,
	type Connection,
	LSPErrorCodes,
	ResponseError,
	type ServerCapabilities,
} from 'vscode-languageserver';
import { errorText } from '../core/scalar-text.ts';
import { type Feature, Refusal } from '../features/feature.ts';
import type { RunningSession } from './running-session.ts';

/** All that the features together can do. */
export function capabilitiesOf(features: readonly Feature[]): ServerCapabilities {
	return Object.assign({}, ...features.map(feature => feature.capabilities));
}

/** A request: its method, what is answered where there is nothing to say, and how it is answered. */
export type Answerable = Pick<Feature, 'method' | 'nothing'> & {
	handle(session: RunningSession, params: unknown, token: CancellationToken): unknown;
};

/**
 * Answers each request once everything that the client told before has taken effect. What throws is logged and answers
 * that there is nothing; the server goes on.
 */
export function registerRequests(
	connection: Connection,
	requests: readonly Answerable[],
	ready: () => Promise<RunningSession>,
): void {
	for (const { method, nothing, handle } of requests) {
		connection.onRequest(method, async (params: unknown, token: CancellationToken) => {
			try {
				const session = await ready();
				return token.isCancellationRequested
					? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client')
					: await handle(session, params, token);
			} catch (error) {
				if (error instanceof Refusal) {
					return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
				}
				connection.console.error(`${method}: ${describe(error)}`);
				return nothing;
			}
		});
	}
}

/** For the client's log of this server. */
export function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : errorText(error);
}
