import {
	KIND_REQUEST,
	type KindParams,
	type KindResult,
	POSITION_REQUEST,
	type PositionParams,
	type PositionResult,
} from './protocol.ts';
import type { Answerable } from './requests.ts';
import type { RunningSession } from './running-session.ts';

/** What the server answers beside the protocol: see `protocol.ts`. */
export const customRequests: readonly Answerable[] = [
	request<KindParams, KindResult>(KIND_REQUEST, (session, { uri }) => session.place(uri)?.document.kind ?? null),
	request<PositionParams, PositionResult>(
		POSITION_REQUEST,
		(session, { uri, offset }) => session.place(uri)?.document.lines.positionAt(offset) ?? null,
	),
];

function request<Params, Result>(
	method: string,
	handle: (session: RunningSession, params: Params) => Result | null,
): Answerable {
	// The method says what its parameters are; the connection hands on whatever the client sent.
	return { method, nothing: null, handle: (session, params) => handle(session, params as Params) };
}
