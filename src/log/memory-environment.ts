import type { Awaitable, Disposable, Environment, FileChange, FolderEntry } from './environment.ts';
import { Listeners } from './listeners.ts';
import { ancestorsOf, isWithin, nameOf, normalUri, parentUri } from './uri.ts';

export interface MemoryEnvironmentOptions {
	/** Answers by promises, as a virtual workspace does. */
	readonly asynchronous?: boolean;
}

/** What was asked of an environment, in order: the URIs of each kind of call. */
export interface Calls {
	readonly read: string[];
	readonly list: string[];
	readonly stat: string[];
	readonly watch: string[];
}

/**
 * Files in memory. Folders are there as long as something is in them. It counts what is asked of it, and tells those who
 * watch of every change at once.
 */
export class MemoryEnvironment implements Environment {
	readonly calls: Calls = { read: [], list: [], stat: [], watch: [] };
	readonly #files = new Map<string, Uint8Array>();
	readonly #folders = new Map<string, Map<string, FolderEntry>>();
	readonly #watchers = new Listeners<readonly FileChange[]>();
	readonly #asynchronous: boolean;

	/** `files`: texts or bytes by URI. */
	constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, options: MemoryEnvironmentOptions = {}) {
		this.#asynchronous = options.asynchronous ?? false;
		for (const [uri, content] of Object.entries(files)) {
			this.#put(normalUri(uri), content);
		}
	}

	read(uri: string, limit: number): Awaitable<Uint8Array | { readonly tooLarge: number } | undefined> {
		this.calls.read.push(uri);
		const bytes = this.#files.get(uri);
		return this.#answer(bytes && bytes.length > limit ? { tooLarge: bytes.length } : bytes);
	}

	list(folder: string): Awaitable<readonly FolderEntry[] | undefined> {
		this.calls.list.push(folder);
		const entries = this.#folders.get(folder);
		return this.#answer(entries && [...entries.values()]);
	}

	stat(uri: string): Awaitable<'file' | 'folder' | undefined> {
		this.calls.stat.push(uri);
		return this.#answer(this.#files.has(uri) ? 'file' : this.#folders.has(uri) ? 'folder' : undefined);
	}

	watch(folder: string, onChanges: (changes: readonly FileChange[]) => void): Disposable {
		this.calls.watch.push(folder);
		return this.#watchers.add(changes => {
			const below = changes.filter(({ uri }) => isWithin(folder, uri));
			if (below.length > 0) {
				onChanges(below);
			}
		});
	}

	/** Creates or changes a file. */
	write(uri: string, content: string | Uint8Array): void {
		const file = normalUri(uri);
		const type = this.#files.has(file) ? 'changed' : 'created';
		this.#put(file, content);
		this.#watchers.tell([{ uri: file, type }]);
	}

	/** Removes a file, or a folder with all that is in it; of the latter, as in most file systems, only itself is told. */
	delete(uri: string): void {
		const gone = normalUri(uri);
		const files = [...this.#files.keys()].filter(file => isWithin(gone, file));
		for (const file of files) {
			this.#remove(file);
		}
		if (files.length > 0) {
			this.#watchers.tell([{ uri: gone, type: 'deleted' }]);
		}
	}

	/** Moves a file or a folder; of a folder, as in most file systems, only itself is told. */
	rename(from: string, to: string): void {
		const old = normalUri(from);
		const fresh = normalUri(to);
		const files = [...this.#files].filter(([file]) => isWithin(old, file));
		if (files.length === 0 || old === fresh) {
			return;
		}
		for (const [file, content] of files) {
			this.#remove(file);
			this.#put(fresh + file.slice(old.length), content);
		}
		this.#watchers.tell([
			{ uri: old, type: 'deleted' },
			{ uri: fresh, type: 'created' },
		]);
	}

	#put(uri: string, content: string | Uint8Array): void {
		this.#files.set(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
		let entry: FolderEntry = { name: nameOf(uri), type: 'file' };
		for (const folder of ancestorsOf(uri)) {
			const entries = this.#folders.get(folder) ?? new Map<string, FolderEntry>();
			entries.set(entry.name, entry);
			this.#folders.set(folder, entries);
			entry = { name: nameOf(folder), type: 'folder' };
		}
	}

	#remove(file: string): void {
		this.#files.delete(file);
		let gone = file;
		for (let folder = parentUri(file); folder !== undefined; folder = parentUri(folder)) {
			const entries = this.#folders.get(folder);
			entries?.delete(nameOf(gone));
			if (entries === undefined || entries.size > 0) {
				return;
			}
			this.#folders.delete(folder);
			gone = folder;
		}
	}

	#answer<T>(value: T): Awaitable<T> {
		return this.#asynchronous ? Promise.resolve(value) : value;
	}
}
