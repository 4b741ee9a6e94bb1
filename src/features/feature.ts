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

/** A request type as declared by the protocol library: `typeof HoverRequest`. Only its types are used. */
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

/** A subscription or resource that can be ended. */
interface Disposable {
	dispose(): void;
}

/**
 * The interface of the running server for features. URIs are in normal form (`normalUri`), or as the client spells
 * them.
 */
export interface Session {
	readonly client: ClientCapabilities;
	/** Milliseconds since 1970-01-01T00:00Z. */
	now(): number;
	/** Undefined for a file that is not a document of a log. */
	contextOf(uri: string): DocumentContext | undefined;
	logs(): Iterable<Log>;
	/** The version of an open document; null if it is not open. */
	version(uri: string): number | null;
	readonly resultIds: ResultIds;
	/** The last result id that was sent for each document on request. */
	readonly pulledResultIds: Map<string, string>;
	/**
	 * Calls the listener, once per tick, with the documents whose findings may have changed, including deleted ones.
	 */
	onFindingsChanged(listener: (uris: ReadonlySet<string>) => void): Disposable;
	/** Calls the listener when the editor closes a document, and when the server stops. */
	onDocumentClosed(listener: () => void): Disposable;
	/** Sends a partial result of a request that is not finished. */
	sendPartialResult(token: number | string, value: unknown): void;
	/** Lets other events run during long work. */
	yieldToEventLoop(): Promise<void>;
}

/** Number of documents that are checked before other events run. */
export const CHECKS_PER_SLICE = 16;

/** A request that cannot be fulfilled. The message is shown to the user. */
export class RequestError extends Error {}

/** One editor feature: its capabilities, and its handler for one request of the protocol. */
export interface Feature {
	readonly method: string;
	readonly capabilities: ServerCapabilities;
	/** Whether the capabilities are declared to a client. By default they are. */
	isDeclaredTo?(client: ClientCapabilities): boolean;
	/** The result without a document, and after an internal error. */
	readonly emptyResult: unknown;
	/** Whether the request is about one document: it is answered before the log is read unless it queries other documents. */
	readonly isOfDocument?: true;
	/** The parameters have the protocol's type for `method`. */
	handle(session: Session, params: unknown, token: CancellationToken): unknown;
}

/** A feature of the whole workspace. */
export function workspaceFeature<Request extends RequestDeclaration>(feature: {
	readonly method: Method<Request>;
	readonly capabilities: ServerCapabilities;
	readonly emptyResult: Result<Request>;
	handle(session: Session, params: Params<Request>, token: CancellationToken): Answer<Result<Request>>;
}): Feature {
	return {
		...feature,
		// The method determines the type of the parameters; the protocol gate has checked them.
		handle: (session, params, token) => feature.handle(session, params as Params<Request>, token),
	};
}

/**
 * A feature of one document. For files that are not documents of a log the result is `emptyResult`, by default null.
 */
export function documentFeature<Request extends RequestDeclaration>(feature: {
	readonly method: Method<Request>;
	readonly capabilities: ServerCapabilities;
	readonly emptyResult?: Result<Request>;
	isDeclaredTo?(client: ClientCapabilities): boolean;
	handle(
		context: DocumentContext & { readonly session: Session },
		params: Params<Request>,
		token: CancellationToken,
	): Answer<Result<Request>>;
}): Feature {
	const { method, capabilities, isDeclaredTo, emptyResult = null } = feature;
	return {
		method,
		capabilities,
		...(isDeclaredTo && { isDeclaredTo }),
		emptyResult,
		isOfDocument: true,
		handle: (session, params, token) => {
			const { textDocument } = params as { readonly textDocument: TextDocumentIdentifier };
			const context = session.contextOf(textDocument.uri);
			return context ? feature.handle({ ...context, session }, params as Params<Request>, token) : emptyResult;
		},
	};
}
