import type { DocumentKind } from '../core/document-kind.ts';
import type { NewPart, PartChange } from '../core/part-change.ts';
import type { FailureReason } from '../core/unread.ts';

export type { HintKind } from '../features/inlay-hints.ts';
export { SHOW_REFERENCES } from '../features/show-references.ts';

import type { DeletionEffect } from '../features/deleted-files.ts';
import type { IncidentList } from '../features/incident-list.ts';
import type { LogCoverage } from '../features/log-coverage.ts';
import type { LogStatus } from '../features/log-status.ts';
import type { NewDocument, NewDocumentText } from '../features/new-document.ts';
import type { LogProposal } from '../features/propose-log.ts';
import type { RecordRelations } from '../features/record-relations.ts';
import type { FolderEntry } from '../log/environment.ts';

/**
 * The requests and notifications between server and client in addition to the Language Server Protocol. Contains only
 * names and types, so that other clients can import it. Positions are those of LSP: line and UTF-16 character, from 0.
 */

/**
 * Client → server. The kind of a document in its log, and its dialect if it is not the native one. Null for a file that
 * is not a document of a log.
 */
export const KIND_REQUEST = 'incidentLog/kind';
export interface KindParams {
	readonly uri: string;
}
export interface Kind {
	readonly kind: DocumentKind;
	/** The name as in `dialect:` of the configuration, and the title for display. */
	readonly dialect?: { readonly name: string; readonly title: string };
}
export type KindResult = Kind | null;

/**
 * Client → server. The page of a file: of a bulletin its own, of an incident or postmortem that of the week in which it
 * began. Null for a file that is on no page.
 */
export const PAGE_REQUEST = 'incidentLog/page';
export interface PageParams {
	readonly uri: string;
	/** The ISO date of the last day of another week of the same log. */
	readonly week?: string;
}
export interface PageResult extends PageHead {
	/**
	 * The page: an HTML fragment without scripts. Elements from a source have `data-uri` (relative to `base`) and
	 * `data-offset` (UTF-16 units of the document's text, in which each line break is one unit).
	 */
	readonly html: string;
}
export interface PageHead {
	/** The URI of the log root, and the revision of the log for which the page was rendered: see `LogChangedParams`. */
	readonly root: string;
	readonly revision: number;
	/** ISO dates of the first and last day of the week. */
	readonly from: string;
	readonly to: string;
	/** The title of the bulletin or of the week, as plain text. */
	readonly title: string;
	/** The base of URIs in `html`: the URI of the document, or the log root for a week without a bulletin. */
	readonly base: string;
	/** The requested document. */
	readonly uri: string;
	/** The IANA zone of the times on the page, if the configuration states none. */
	readonly timeZone?: string;
}
export type PageResponse = PageResult | null;

/**
 * Client → server. The page of a file for a view that is updated while the reader looks at it: `parts` for a new view, then
 * only what has changed. Null for a file that is on no page.
 */
export const PAGE_VIEW_REQUEST = 'incidentLog/pageView';
export interface PageViewParams extends PageParams {
	/** Identifies the view. The server keeps the last page of a few views. */
	readonly view: string;
	/** The version of the page that the view shows. */
	readonly known?: number;
}
export interface PageViewResult extends PageHead {
	/** The relative URI of the page's own document, as in `data-uri`. A `shift` is added to the offsets in this document. */
	readonly source: string;
	readonly version: number;
	/** The number of findings to resolve before publication. */
	readonly errors: number;
	readonly warnings: number;
	/** The whole page. Absent if there are changes. */
	readonly parts?: readonly NewPart[];
	/** How the parts of the page follow from those of the known version. */
	readonly changes?: readonly PartChange[];
}
export type PageViewResponse = PageViewResult | null;

/**
 * Client → server. A file, or another week of its log, as it is published: a complete HTML document. Null if it has no page,
 * and a reason if it is not published.
 */
export const PUBLISHED_REQUEST = 'incidentLog/published';
export interface PublishedResult {
	/** A name for the file. */
	readonly name: string;
	readonly html: string;
}
export type PublishedResponse = PublishedResult | { readonly refused: string } | null;

/** Client → server. Converts an offset in a document to a position, for clicks in the page. */
export const POSITION_REQUEST = 'incidentLog/position';
export interface PositionParams {
	readonly uri: string;
	readonly offset: number;
}
/** Null if there is no such document. */
export type PositionResult = { readonly line: number; readonly character: number } | null;

/**
 * Client → server. The problems and the coverage of a log in numbers: of the log whose folder contains
 * a file, otherwise of the first log. Null without a log.
 */
export const STATUS_REQUEST = 'incidentLog/status';
export interface StatusParams {
	readonly uri: string;
}
export type StatusResult = LogStatus | null;

/** Client → server. What was understood of each record of a log, worst first. Null if the root is that of no log. */
export const COVERAGE_REQUEST = 'incidentLog/coverage';
export interface CoverageParams {
	/** The URI of the log root. */
	readonly uri: string;
}
export type CoverageResult = LogCoverage | null;

/** Client → server. Proposes a configuration for the records in a folder, or for a new log. The client writes it. */
export const PROPOSE_REQUEST = 'incidentLog/propose';
export interface ProposeParams {
	/** The URI of the folder. */
	readonly uri: string;
	/** The IANA zone of the user's machine, for a new log. Default: UTC. */
	readonly timeZone?: string;
}
export type ProposeResult = LogProposal | null;

/** Client → server. The logs of the workspace, sorted by root. */
export const LOGS_REQUEST = 'incidentLog/logs';
export type LogsResult = readonly {
	/** The URI of the log root. */
	readonly root: string;
	/** The title of the log, or the name of its folder. */
	readonly title: string;
	/** The number of open incidents. */
	readonly open: number;
	/** Differs after each change that can change the incidents of the log. */
	readonly facts: number;
}[];

/**
 * Client → server. What a document refers to, what refers to it, and similar earlier incidents. Null for a file that is not a
 * document of a log.
 */
export const RELATIONS_REQUEST = 'incidentLog/relations';
export interface RelationsParams {
	readonly uri: string;
}
export type RelationsResult = RecordRelations | null;

/** Client → server. The incidents of the log whose folder contains a file, otherwise of the first log. Null without one. */
export const INCIDENTS_REQUEST = 'incidentLog/incidents';
export interface IncidentsParams {
	readonly uri: string;
}
export type IncidentsResult = IncidentList | null;
export type { IncidentList, ListedIncident } from '../features/incident-list.ts';

/**
 * Client → server. Composes a new incident, postmortem or bulletin, as `incident-log new` does. The client writes it. Null
 * without a log.
 */
export const NEW_REQUEST = 'incidentLog/new';
export interface NewParams {
	/** The URI of a file in the folder of the log, or of its root; otherwise the first log is used. */
	readonly uri: string;
	readonly document: NewDocument;
}
export type NewResult = NewDocumentText | null;

/** Client → server. The documents that refer to files and folders that are to be deleted. */
export const DELETION_REQUEST = 'incidentLog/deletion';
export interface DeletionParams {
	readonly uris: readonly string[];
}
export type DeletionResult = DeletionEffect | null;

/** Client → server. Runs a read-only tool of a language model on the logs of the workspace. */
export const TOOL_REQUEST = 'incidentLog/tool';
export interface ToolParams {
	readonly name: ToolName;
	/** As in the schema of the tool. */
	readonly input: Readonly<Record<string, unknown>>;
}
/** The answer as JSON, or why there is none, for the model. */
export type ToolResult = { readonly json: string } | { readonly refused: string };

/** The tools of `assistant/`. */
export const TOOL_NAMES = ['find_incidents', 'read_record', 'check_text'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/**
 * Server → client. A log has changed or has been read for the first time: pages and kinds may have changed. Sent at
 * most once per tick of the event loop.
 */
export const LOG_CHANGED_NOTIFICATION = 'incidentLog/logChanged';
export interface LogChangedParams {
	/** The URI of the log root. */
	readonly root: string;
	/** Increases with every change of the log. */
	readonly revision: number;
	/** The changed documents, if known. */
	readonly uris: readonly string[];
}

/**
 * Server → client. The file system of the workspace, for schemes that the server cannot read itself. Bytes are sent
 * unchanged between threads, and as a list of numbers in JSON. The result is null for an absent file or folder, and a
 * reason for a failed read.
 */
export interface FailedResult {
	readonly failed: FailureReason;
}

export const READ_REQUEST = 'incidentLog/fs/read';
export interface ReadParams {
	readonly uri: string;
	/** In bytes. Larger files are not read. */
	readonly limit: number;
}
export type FsReadResult =
	| { readonly bytes: Uint8Array | readonly number[] }
	| { readonly tooLarge: number }
	| FailedResult
	| null;

export const LIST_REQUEST = 'incidentLog/fs/list';
export interface ListParams {
	readonly uri: string;
}
export type FsListResult = readonly FolderEntry[] | FailedResult | null;

export const STAT_REQUEST = 'incidentLog/fs/stat';
export interface StatParams {
	readonly uri: string;
}
export type FsStatResult = 'file' | 'folder' | FailedResult | null;

/** The client's `initializationOptions`. */
export interface InitializationOptions {
	/** The client handles the `incidentLog/fs/*` requests. */
	readonly fileSystem?: boolean;
	/** The client accepts `incidentLog/logChanged`. It is also sent to a client with `fileSystem`. */
	readonly logChanged?: boolean;
	/** An RFC 3339 instant that replaces the current time, for tests and screenshots. */
	readonly now?: string;
}
