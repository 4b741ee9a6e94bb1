import type { FailureReason } from '../core/unread.ts';

/** A value, or a promise of one: reading a whole log synchronously is four to eight times faster than by promises. */
export type Awaitable<T> = T | Promise<T>;

/** There is no such file or folder. */
export interface Absent {
	readonly type: 'absent';
}

/** It exists, or may exist, and could not be read. Never to be taken for an absent one: the user must be told. */
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
	/** Bytes. */
	readonly size: number;
}
export type ReadResult = FileContent | TooLarge | Absent | Failed;

export interface FolderEntry {
	/** As the file system has it; of an invalid name a spelling for people. */
	readonly name: string;
	/** A link is not resolved: `stat` tells what it leads to. Everything that is no folder and no link is a file. */
	readonly type: 'file' | 'folder' | 'link';
	/** The name cannot be written as a URI, so that the entry cannot be read. */
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
	 * The identity: the same for all paths that lead here. The URI of the path without links; the given URI in a file
	 * system that does not tell of links.
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
 * All that the log knows of the outside world. Everything is named by URI. No call throws or rejects: a file that is not
 * there is absent, one that could not be read is failed.
 */
export interface Environment {
	/** Follows links. A file above `limit` bytes is not read; what is no regular file is failed. */
	read(uri: string, limit: number): Awaitable<ReadResult>;
	/** The entries in any order. A file is absent as a folder. */
	list(folder: string): Awaitable<ListResult>;
	/** Follows links. */
	stat(uri: string): Awaitable<StatResult>;
	/** Reports files below a folder that are created, changed and deleted. Links are not followed. */
	watch(folder: string, onChanges: (changes: readonly FileChange[]) => void): Disposable;
}

/** Injected, so that "now" can be set. */
export interface Clock {
	/** Milliseconds since 1970-01-01T00:00Z. */
	now(): number;
}
