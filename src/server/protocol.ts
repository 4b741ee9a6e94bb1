import type { DocumentKind } from '../core/document-kind.ts';
import type { FailureReason } from '../core/unread.ts';
import type { FolderEntry } from '../log/environment.ts';

/**
 * What server and client say to each other beside the Language Server Protocol. Names and types only: both sides, and
 * whoever writes another client, read it here. Positions are LSP's: line and UTF-16 character from 0.
 */

/**
 * Client → server. What a file is in its log, and in which dialect, where it is a record that is read by another than
 * the native one; null for a file of no log.
 */
export const KIND_REQUEST = 'incidentLog/kind';
export interface KindParams {
	readonly uri: string;
}
export interface Kind {
	readonly kind: DocumentKind;
	/** Its name as in `dialect:` of the configuration, and as people call it. */
	readonly dialect?: { readonly name: string; readonly title: string };
}
export type KindResult = Kind | null;

/**
 * Client → server. The page that a file belongs to: of a bulletin its own, of an incident or postmortem the page of
 * the week in which it began. Null for a file that is on no page.
 */
export const PAGE_REQUEST = 'incidentLog/page';
export interface PageParams {
	readonly uri: string;
	/** The ISO date of the last day of another week of the same log, instead of the file's own. */
	readonly week?: string;
}
export interface PageResult {
	/** The URI of the log's root folder, and the log's revision when the page was drawn: see `LogChangedParams`. */
	readonly root: string;
	readonly revision: number;
	/** ISO dates of the first and last day of the week. */
	readonly from: string;
	readonly to: string;
	/** The bulletin's title, or the week's: plain text. */
	readonly title: string;
	/**
	 * The page as the core's renderer writes it: an HTML fragment without scripts. Elements that came from a source
	 * carry `data-uri` (relative to `base`) and `data-offset` (UTF-16 units into that document's text, a line
	 * break counted as one whatever it is).
	 */
	readonly html: string;
	/** What the URIs in `html` are relative to: the document's own, or the log's folder for a week without a bulletin. */
	readonly base: string;
	/** The document that the page was asked for. */
	readonly uri: string;
}
export type PageResponse = PageResult | null;

/** Client → server. An offset of a document as a position; for clicks in the page, whose elements carry offsets. */
export const POSITION_REQUEST = 'incidentLog/position';
export interface PositionParams {
	readonly uri: string;
	readonly offset: number;
}
/** Null where there is no such document. */
export type PositionResult = { readonly line: number; readonly character: number } | null;

/**
 * Server → client. A log has changed, or has been read for the first time: pages and kinds may be others now. At most
 * once a turn of the event loop.
 */
export const LOG_CHANGED_NOTIFICATION = 'incidentLog/logChanged';
export interface LogChangedParams {
	/** The URI of the log's root folder. */
	readonly root: string;
	/** Grows with every change of this log. */
	readonly revision: number;
	/** Documents that were changed, where that is known. */
	readonly uris: readonly string[];
}

/**
 * Server → client: the file system of the workspace, for every scheme that the server cannot read by itself. Bytes
 * travel as they are where messages between threads are cloned, and as a list of numbers where they are printed.
 * A file or folder that is not there is null; one that cannot be read says why.
 */
export interface FailedResult {
	readonly failed: FailureReason;
}

export const READ_REQUEST = 'incidentLog/fs/read';
export interface ReadParams {
	readonly uri: string;
	/** A file above this many bytes is not read. */
	readonly limit: number;
}
export type ReadResult =
	| { readonly bytes: Uint8Array | readonly number[] }
	| { readonly tooLarge: number }
	| FailedResult
	| null;

export const LIST_REQUEST = 'incidentLog/fs/list';
export interface ListParams {
	readonly uri: string;
}
export type ListResult = readonly FolderEntry[] | FailedResult | null;

export const STAT_REQUEST = 'incidentLog/fs/stat';
export interface StatParams {
	readonly uri: string;
}
export type StatResult = 'file' | 'folder' | FailedResult | null;

/** What the client hands over in `initializationOptions`. */
export interface InitializationOptions {
	/** The client answers the `incidentLog/fs/*` requests. */
	readonly fileSystem?: boolean;
	/** The client wants `incidentLog/logChanged`. One that answers for the file system is sent it anyway. */
	readonly logChanged?: boolean;
	/** An RFC 3339 instant that stands for "now" throughout: for tests, and for pictures in a manual. */
	readonly now?: string;
}
