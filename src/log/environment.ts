/** A value, or a promise of one: reading a whole log synchronously is four to eight times faster than by promises. */
export type Awaitable<T> = T | Promise<T>;

export interface FolderEntry {
	readonly name: string;
	readonly type: 'file' | 'folder';
}

export interface FileChange {
	readonly uri: string;
	readonly type: 'created' | 'changed' | 'deleted';
}

export interface Disposable {
	dispose(): void;
}

/**
 * All that the log knows of the outside world. Everything is named by URI; no call throws for a file that is not there
 * or cannot be read: it is absent, then.
 */
export interface Environment {
	/** Undefined where there is no such file. A file above `limit` bytes is not read: its size is told instead. */
	read(uri: string, limit: number): Awaitable<Uint8Array | { readonly tooLarge: number } | undefined>;
	/** Undefined where there is no such folder. Links are followed, but not round in circles. */
	list(folder: string): Awaitable<readonly FolderEntry[] | undefined>;
	stat(uri: string): Awaitable<'file' | 'folder' | undefined>;
	/** Tells of files below a folder that come, change and go. */
	watch(folder: string, onChanges: (changes: readonly FileChange[]) => void): Disposable;
}

/** Injected, so that "now" can be set. */
export interface Clock {
	/** Milliseconds since 1970-01-01T00:00Z. */
	now(): number;
}
