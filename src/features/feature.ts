import type {
	CancellationToken,
	ClientCapabilities,
	ProtocolRequestType,
	ServerCapabilities,
	TextDocumentIdentifier,
} from 'vscode-languageserver-protocol';
import type { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';
import type { ResultIds } from './diagnostic.ts';

/** A request as the protocol's own library declares it: `typeof HoverRequest`. Only its types are used. */
interface RequestDeclaration {
	readonly method: string;
	readonly type: ProtocolRequestType<unknown, unknown, unknown, unknown, unknown>;
}
type Method<Request extends RequestDeclaration> = Request['method'];
type Params<Request extends RequestDeclaration> =
	Request['type'] extends ProtocolRequestType<infer P, unknown, unknown, unknown, unknown> ? P : never;
type Result<Request extends RequestDeclaration> =
	Request['type'] extends ProtocolRequestType<unknown, infer R, unknown, unknown, unknown> ? R : never;
type Answer<T> = T | Promise<T>;

/** A document together with the log that it belongs to. */
export interface DocumentContext {
	readonly document: LogDocument;
	readonly log: Log;
}

/** Something that can be stopped. */
interface Disposable {
	dispose(): void;
}

/** What every feature may ask of the running server. URIs are as `normalUri` spells them, or as a client does. */
export interface Session {
	readonly client: ClientCapabilities;
	/** Milliseconds since 1970-01-01T00:00Z. */
	now(): number;
	/** Undefined for a file that belongs to no log. */
	contextOf(uri: string): DocumentContext | undefined;
	logs(): Iterable<Log>;
	/** The version of a document that is open in the editor; null for one that is not. */
	version(uri: string): number | null;
	readonly resultIds: ResultIds;
	/** What the client was last told of a document that it asked for. */
	readonly pulledResultIds: Map<string, string>;
	/** Tells, once a turn, of which documents the findings may be others now; deleted ones are among them. */
	onFindingsChanged(listener: (uris: ReadonlySet<string>) => void): Disposable;
	/** Tells that the editor has closed a document, or that the server is going down. */
	onDocumentClosed(listener: () => void): Disposable;
	/** Sends a part of an answer that is still to come. */
	sendPartialResult(token: number | string, value: unknown): void;
	/** Lets whatever else waits have its turn, in the midst of long work. */
	yieldToEventLoop(): Promise<void>;
}

/** Something that cannot be done, with a message for the person who asked for it. */
export class RequestError extends Error {}

/** One editor feature: what it tells the client that it can do, and its answer to one request of the protocol. */
export interface Feature {
	readonly method: string;
	readonly capabilities: ServerCapabilities;
	/** The answer where there is nothing to say, or where saying it failed. */
	readonly emptyResult: unknown;
	/** The parameters are as the protocol types them for `method`. */
	handle(session: Session, params: unknown, token: CancellationToken): unknown;
}

/** A feature that speaks of the workspace as a whole. */
export function workspaceFeature<Request extends RequestDeclaration>(feature: {
	readonly method: Method<Request>;
	readonly capabilities: ServerCapabilities;
	readonly emptyResult: Result<Request>;
	handle(session: Session, params: Params<Request>, token: CancellationToken): Answer<Result<Request>>;
}): Feature {
	return {
		...feature,
		// The method says what its parameters are; the connection hands on whatever the client sent.
		handle: (session, params, token) => feature.handle(session, params as Params<Request>, token),
	};
}

/**
 * A feature that speaks of one document. It is not asked about files that belong to no log: those get `nothing`, which
 * is null unless the protocol wants something else.
 */
export function documentFeature<Request extends RequestDeclaration>(feature: {
	readonly method: Method<Request>;
	readonly capabilities: ServerCapabilities;
	readonly emptyResult?: Result<Request>;
	handle(
		place: DocumentContext & { readonly session: Session },
		params: Params<Request>,
		token: CancellationToken,
	): Answer<Result<Request>>;
}): Feature {
	const { method, capabilities, emptyResult: nothing = null } = feature;
	return {
		method,
		capabilities,
		emptyResult: nothing,
		handle: (session, params, token) => {
			const { textDocument } = params as { readonly textDocument: TextDocumentIdentifier };
			const place = session.contextOf(textDocument.uri);
			return place ? feature.handle({ ...place, session }, params as Params<Request>, token) : nothing;
		},
	};
}
