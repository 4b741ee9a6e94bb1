/**
 * What this server says beyond the Language Server Protocol: names and types, shared with the client and with nothing
 * behind them, so that either side may use whichever JSON-RPC library it has. Told to other editors in
 * `docs/protocol.md`.
 */

/** A request by its method. `Params` and `Result` are for the compiler alone. */
export interface CustomRequest<Params, Result> {
	readonly method: string;
	readonly types?: (params: Params) => Result;
}

/** A notification by its method. */
export interface CustomNotification<Params> {
	readonly method: string;
	readonly types?: (params: Params) => void;
}

/** What a client may say in `initializationOptions`; all of it is optional. */
export interface InitializationOptions {
	/** The client answers the `incidentLog/fs/*` requests: folders of any scheme can be read. */
	readonly fileSystem?: boolean;
	/** An RFC 3339 instant that stands for "now" throughout: for tests and for pictures in manuals. */
	readonly now?: string;
}

export interface PageParams {
	/** A bulletin; or an incident or postmortem, which stand for the week of the incident. */
	readonly uri: string;
	/** ISO date of the last day of another week of the same log. */
	readonly week?: string;
}

/** The bulletin of one week as it would be published. */
export interface PageResult {
	/** The log's root folder: what `incidentLog/logChanged` names. */
	readonly root: string;
	/** Of the log when the page was drawn. Grows with every change. */
	readonly revision: number;
	readonly title: string;
	/** ISO dates of the week's first and last day. */
	readonly from: string;
	readonly to: string;
	/** The document that the page is drawn from; undefined where the week has no bulletin. */
	readonly uri: string | undefined;
	/** An HTML fragment, without scripts, for the page's own stylesheet (`pageStyles`). */
	readonly html: string;
}

/** Client to server. Null where the file belongs to no log, or to no week. */
export const pageRequest: CustomRequest<PageParams, PageResult | null> = { method: 'incidentLog/page' };

export interface LogChangedParams {
	readonly root: string;
	readonly revision: number;
}

/** Server to client, at most once a turn of the event loop: whatever was drawn from this log may have changed. */
export const logChangedNotification: CustomNotification<LogChangedParams> = { method: 'incidentLog/logChanged' };

export interface FileReadParams {
	readonly uri: string;
	/** In bytes. Of a larger file only the size is told. */
	readonly limit: number;
}
export type FileReadResult = { readonly base64: string } | { readonly tooLarge: number } | null;

/** Server to client: the bytes of a file. Null where there is none, or it cannot be read. */
export const fileReadRequest: CustomRequest<FileReadParams, FileReadResult> = { method: 'incidentLog/fs/read' };

export interface FileParams {
	readonly uri: string;
}
export interface ListedEntry {
	readonly name: string;
	readonly type: 'file' | 'folder';
}

/** Server to client: what stands in a folder. Null where there is no such folder. */
export const folderListRequest: CustomRequest<FileParams, readonly ListedEntry[] | null> = {
	method: 'incidentLog/fs/list',
};

/** Server to client. Null where there is nothing of that name. */
export const fileStatRequest: CustomRequest<FileParams, 'file' | 'folder' | null> = { method: 'incidentLog/fs/stat' };
