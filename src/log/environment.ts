import type { FailureReason } from '../core/unread.ts';

/** A value, or a promise of it. Reading a log synchronously is four to eight times faster than with promises. */
export type Awaitable<T> = T | Promise<T>;

/** The file or folder does not exist. */
export interface Absent {
	readonly type: 'absent';
}

/** The file or folder exists, or may exist, and could not be read. It is reported, and not treated as absent. */
export interface Failed {
	readonly type: 'failed';
	readonly reason: FailureReason;
}

export const ABSENT: Absent = { type: 'absent' };

export function failed(reason: FailureReason): Failed {
	return { type: 'failed', reason };
}

export interface FileContent {
	readonly type: 'content';
	readonly bytes: Uint8Array;
}
export interface TooLarge {
	readonly type: 'too-large';
	/** In bytes. */
	readonly size: number;
}
export type ReadResult = FileContent | TooLarge | Absent | Failed;

export interface FolderEntry {
	/** The name in the file system; of an invalid name a form for display. */
	readonly name: string;
	/** Links are not resolved: `stat` returns the type of the target. All other entries are files. */
	readonly type: 'file' | 'folder' | 'link';
	/** The name cannot be part of a URI, so that the entry cannot be read. */
	readonly isNameInvalid?: true;
}
export interface FolderListing {
	readonly type: 'folder';
	readonly entries: readonly FolderEntry[];
}
export type ListResult = FolderListing | Absent | Failed;

export interface FileStat {
	readonly type: 'file' | 'folder';
	/**
	 * The URI of the real path: equal for all paths to this file. In a file system without information about links it
	 * is the given URI.
	 */
	readonly realUri: string;
}
export type StatResult = FileStat | Absent | Failed;

export interface FileChange {
	readonly uri: string;
	readonly type: 'created' | 'changed' | 'deleted';
}

export interface Disposable {
	dispose(): void;
}

/**
 * The interface to files. All paths are URIs. No method throws or rejects: a missing file is absent, an unreadable one
 * is failed.
 */
export interface Environment {
	/** Follows links. A file larger than `limit` bytes is not read. Other types than regular files are failed. */
	read(uri: string, limit: number): Awaitable<ReadResult>;
	/** The entries of a folder, in any order. A file is an absent folder. */
	list(folder: string): Awaitable<ListResult>;
	/** Follows links. */
	stat(uri: string): Awaitable<StatResult>;
	/** Reports created, changed and deleted files below a folder. Does not follow links. */
	watch(folder: string, onChanges: (changes: readonly FileChange[]) => void): Disposable;
}

/** A clock, injected so that tests can set the current time. */
export interface Clock {
	/** Milliseconds since 1970-01-01T00:00Z. */
	now(): number;
}
