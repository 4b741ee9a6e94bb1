import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { isExcludedFolder } from '../core/record-files.ts';
import type { Disposable, FileChange } from '../log/environment.ts';
import { MAX_FOLDER_DEPTH } from '../log/walk.ts';
import { orAbsent } from './or-absent.ts';

/** Called with each changed path. The systems do not always distinguish created from changed files. */
type OnChange = (path: string, type: FileChange['type']) => void;

/** The limit of watched folders, above the usual limits of systems. */
const MAX_WATCHERS = 50_000;

/**
 * Watches a folder and the folders below it that a search reads: no folders of tools, no targets of links. Folders that
 * cannot be watched are ignored.
 */
export function watchFolder(folder: string, onChange: OnChange): Disposable {
	// Linux has no recursive watching, and its emulation in Node misses moved files.
	const hasRecursive = process.platform === 'darwin' || process.platform === 'win32';
	return hasRecursive ? watchTree(folder, onChange) : new FolderWatchers(folder, onChange);
}

function watchTree(folder: string, onChange: OnChange): Disposable {
	const watcher = watchOne(folder, true, (event, path) => onChange(path, typeOf(event, path)));
	return { dispose: () => watcher?.close() };
}

/** One watcher for each folder. */
class FolderWatchers implements Disposable {
	readonly #watchers = new Map<string, FSWatcher>();
	readonly #root: string;
	readonly #onChange: OnChange;

	constructor(folder: string, onChange: OnChange) {
		this.#root = folder;
		this.#onChange = onChange;
		this.#add(folder);
	}

	dispose(): void {
		for (const watcher of this.#watchers.values()) {
			watcher.close();
		}
		this.#watchers.clear();
	}

	#add(folder: string): void {
		const depth = folder.slice(this.#root.length).split(sep).length - 1;
		if (depth >= MAX_FOLDER_DEPTH || this.#watchers.size >= MAX_WATCHERS) {
			return;
		}
		const watcher = watchOne(folder, false, (event, path) => this.#receive(event, path));
		if (watcher === undefined) {
			return;
		}
		this.#watchers.set(folder, watcher);
		for (const entry of orAbsent(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
			if (entry.isDirectory() && !isExcludedFolder(entry.name)) {
				this.#add(join(folder, entry.name));
			}
		}
	}

	#receive(event: string, path: string): void {
		const type = typeOf(event, path);
		if (type !== 'changed') {
			// The folder of this name was removed or replaced.
			this.#remove(path);
		}
		if (type === 'created' && !isExcludedFolder(path.slice(path.lastIndexOf(sep) + 1)) && isFolder(path)) {
			this.#add(path);
		}
		this.#onChange(path, type);
	}

	#remove(folder: string): void {
		for (const [path, watcher] of this.#watchers) {
			if (path === folder || path.startsWith(folder + sep)) {
				watcher.close();
				this.#watchers.delete(path);
			}
		}
	}
}

function watchOne(
	folder: string,
	recursive: boolean,
	onEvent: (event: string, path: string) => void,
): FSWatcher | undefined {
	const watcher = orAbsent(() => watch(folder, { recursive }));
	watcher?.on('change', (event, name) => onEvent(event, join(folder, name.toString())));
	// Ignores errors, such as that of a removed folder.
	watcher?.on('error', () => undefined);
	return watcher;
}

function typeOf(event: string, path: string): FileChange['type'] {
	const isThere = orAbsent(() => lstatSync(path)) !== undefined;
	return !isThere ? 'deleted' : event === 'rename' ? 'created' : 'changed';
}

function isFolder(path: string): boolean {
	return orAbsent(() => lstatSync(path).isDirectory()) ?? false;
}
