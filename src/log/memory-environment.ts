import type { FailureReason } from '../core/unread.ts';
import { ancestorsOf, isWithin, nameOf, normalUri, parentUri } from '../core/uri/uri.ts';
import { Emitter } from './emitter.ts';
import {
	ABSENT,
	type Absent,
	type Awaitable,
	type Disposable,
	type Environment,
	type Failed,
	type FileChange,
	type FolderEntry,
	failed,
	type ListResult,
	type ReadResult,
	type StatResult,
} from './environment.ts';

export interface MemoryEnvironmentOptions {
	/** Returns promises, as a virtual workspace does. */
	readonly asynchronous?: boolean;
}

/** The URIs of all calls of each method, in order. */
export interface Calls {
	readonly read: string[];
	readonly list: string[];
	readonly stat: string[];
	readonly watch: string[];
}

/** Maximum number of consecutive links, as in operating systems. */
const MAX_LINKS = 40;

/**
 * Files in memory. A folder exists while it contains a file. Calls are recorded, and watchers are notified immediately.
 * Failures and links can be set.
 */
export class MemoryEnvironment implements Environment {
	readonly calls: Calls = { read: [], list: [], stat: [], watch: [] };
	readonly #files = new Map<string, Uint8Array>();
	readonly #folders = new Map<string, Map<string, FolderEntry>>();
	readonly #failures = new Map<string, FailureReason>();
	readonly #links = new Map<string, string>();
	readonly #watchers = new Emitter<readonly FileChange[]>();
	readonly #asynchronous: boolean;

	/** `files`: texts or bytes by URI. */
	constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, options: MemoryEnvironmentOptions = {}) {
		this.#asynchronous = options.asynchronous ?? false;
		for (const [uri, content] of Object.entries(files)) {
			this.#put(normalUri(uri), content);
		}
	}

	read(uri: string, limit: number): Awaitable<ReadResult> {
		this.calls.read.push(uri);
		return this.#result(
			this.#at(uri, real => {
				const bytes = this.#files.get(real);
				if (bytes === undefined) {
					return this.#folders.has(real) ? failed('not-a-file') : ABSENT;
				}
				return bytes.length > limit ? { type: 'too-large', size: bytes.length } : { type: 'content', bytes };
			}),
		);
	}

	list(folder: string): Awaitable<ListResult> {
		this.calls.list.push(folder);
		return this.#result(
			this.#at(folder, real => {
				const entries = this.#folders.get(real);
				return entries ? { type: 'folder', entries: [...entries.values()] } : ABSENT;
			}),
		);
	}

	/** Like a file system, it returns the type of an unreadable file, but fails for files in an unreadable folder. */
	stat(uri: string): Awaitable<StatResult> {
		this.calls.stat.push(uri);
		const real = this.#real(uri);
		return this.#result(typeof real === 'string' ? (this.#failureAbove(real) ?? this.#statReal(real)) : real);
	}

	#statReal(real: string): StatResult {
		const type = this.#files.has(real) ? 'file' : this.#folders.has(real) ? 'folder' : undefined;
		return type === undefined ? ABSENT : { type, realUri: real };
	}

	#at<T>(uri: string, operation: (real: string) => T): T | Absent | Failed {
		const real = this.#real(uri);
		if (typeof real !== 'string') {
			return real;
		}
		const above = this.#failureAbove(real);
		const own = this.#failures.get(real);
		return above ?? (own === undefined || this.#statReal(real).type === 'absent' ? operation(real) : failed(own));
	}

	#failureAbove(uri: string): Failed | undefined {
		return this.#failures.size > 0 && [...ancestorsOf(uri)].some(folder => this.#failures.has(folder))
			? failed('no-permission')
			: undefined;
	}

	/** The URI with resolved links. */
	#real(uri: string): string | Failed {
		let real = uri;
		for (let hops = 0; hops < MAX_LINKS; hops++) {
			const link =
				this.#links.size === 0 ? undefined : [real, ...ancestorsOf(real)].find(part => this.#links.has(part));
			if (link === undefined) {
				return hops > 0 && this.#statReal(real).type === 'absent' ? failed('broken-link') : real;
			}
			real = `${this.#links.get(link)}${real.slice(link.length)}`;
		}
		return failed('link-loop');
	}

	watch(folder: string, onChanges: (changes: readonly FileChange[]) => void): Disposable {
		this.calls.watch.push(folder);
		return this.#watchers.subscribe(changes => {
			const below = changes.filter(({ uri }) => isWithin(folder, uri));
			if (below.length > 0) {
				onChanges(below);
			}
		});
	}

	/** Returns true if the file exists. */
	has(uri: string): boolean {
		return this.#files.has(normalUri(uri));
	}

	/** Creates or changes a file. */
	write(uri: string, content: string | Uint8Array): void {
		const file = normalUri(uri);
		const type = this.#files.has(file) ? 'changed' : 'created';
		this.#put(file, content);
		this.#watchers.fire([{ uri: file, type }]);
	}

	/** Makes a file, or a folder with all files in it, fail; without a reason, removes the failure. */
	fail(uri: string, reason: FailureReason | undefined): void {
		const file = normalUri(uri);
		if (this.#statReal(file).type === 'absent') {
			return;
		}
		if (reason === undefined) {
			this.#failures.delete(file);
		} else {
			this.#failures.set(file, reason);
		}
		this.#watchers.fire([{ uri: file, type: 'changed' }]);
	}

	/** Creates a link, or changes its target. */
	link(uri: string, target: string): void {
		const link = normalUri(uri);
		this.#links.set(link, normalUri(target));
		this.#putEntry(link, { name: nameOf(link), type: 'link' });
		this.#watchers.fire([{ uri: link, type: 'created' }]);
	}

	/**
	 * Deletes a file, or a folder with all files in it. As in most file systems, only the folder itself is reported.
	 */
	delete(uri: string): void {
		const deleted = normalUri(uri);
		const entries = [...this.#files.keys(), ...this.#links.keys()].filter(file => isWithin(deleted, file));
		const removedFolders = entries.flatMap(entry => this.#remove(entry));
		this.#removeFailures(deleted);
		if (entries.length > 0) {
			this.#watchers.fire([deleted, ...removedFolders].map(uri => ({ uri, type: 'deleted' })));
		}
	}

	/** Renames a file or a folder. As in most file systems, only the folder itself is reported. */
	rename(from: string, to: string): void {
		const old = normalUri(from);
		const renamed = normalUri(to);
		const files = [...this.#files].filter(([file]) => isWithin(old, file));
		if (files.length === 0 || old === renamed) {
			return;
		}
		const removedFolders: string[] = [];
		for (const [file, content] of files) {
			removedFolders.push(...this.#remove(file));
			this.#put(renamed + file.slice(old.length), content);
		}
		this.#removeFailures(old);
		this.#watchers.fire([
			...[old, ...removedFolders].map(uri => ({ uri, type: 'deleted' }) as const),
			{ uri: renamed, type: 'created' },
		]);
	}

	#removeFailures(deleted: string): void {
		for (const uri of this.#failures.keys()) {
			if (isWithin(deleted, uri)) {
				this.#failures.delete(uri);
			}
		}
	}

	#put(uri: string, content: string | Uint8Array): void {
		this.#files.set(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
		this.#putEntry(uri, { name: nameOf(uri), type: 'file' });
	}

	#putEntry(uri: string, own: FolderEntry): void {
		let entry = own;
		for (const folder of ancestorsOf(uri)) {
			const entries = this.#folders.get(folder) ?? new Map<string, FolderEntry>();
			entries.set(entry.name, entry);
			this.#folders.set(folder, entries);
			entry = { name: nameOf(folder), type: 'folder' };
		}
	}

	/**
	 * Returns the unreadable folders that were removed with their last file. Other removed folders need no
	 * notification.
	 */
	#remove(file: string): readonly string[] {
		const removedFolders: string[] = [];
		this.#files.delete(file);
		this.#links.delete(file);
		this.#failures.delete(file);
		let deleted = file;
		for (let folder = parentUri(file); folder !== undefined; folder = parentUri(folder)) {
			const entries = this.#folders.get(folder);
			entries?.delete(nameOf(deleted));
			if (entries === undefined || entries.size > 0) {
				break;
			}
			this.#folders.delete(folder);
			if (this.#failures.delete(folder)) {
				removedFolders.push(folder);
			}
			deleted = folder;
		}
		return removedFolders;
	}

	#result<T>(value: T): Awaitable<T> {
		return this.#asynchronous ? Promise.resolve(value) : value;
	}
}
