import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Disposable, Environment, FileChange, FolderEntry } from '../log/environment.ts';

/** The file system of this machine. It answers at once: reading a whole log by promises takes four to eight times longer. */
export function nodeEnvironment(): Environment {
	return { read, list, stat: typeAt, watch: watchFolder };
}

/** The URI of a path, which must be absolute, as `normalUri` spells it. */
export function uriOfPath(path: string): string {
	return URI.file(path).toString();
}

/** The path of a `file:` URI. */
export function pathOfUri(uri: string): string {
	return URI.parse(uri).fsPath;
}

function read(uri: string, limit: number): Uint8Array | { readonly tooLarge: number } | undefined {
	const path = pathOfUri(uri);
	return orAbsent(() => {
		const stats = statSync(path);
		// A pipe or a device would be read for ever.
		if (!stats.isFile()) {
			return undefined;
		}
		return stats.size > limit ? { tooLarge: stats.size } : readFileSync(path);
	});
}

function list(folder: string): readonly FolderEntry[] | undefined {
	const path = pathOfUri(folder);
	return orAbsent(() => readdirSync(path, { withFileTypes: true }).flatMap(entry => entryOf(path, entry) ?? []));
}

function typeAt(uri: string): 'file' | 'folder' | undefined {
	return typeOfPath(pathOfUri(uri));
}

function entryOf(folder: string, entry: Dirent): FolderEntry | undefined {
	const { name } = entry;
	if (entry.isFile()) {
		return { name, type: 'file' };
	}
	if (entry.isDirectory()) {
		return { name, type: 'folder' };
	}
	if (!entry.isSymbolicLink()) {
		return undefined;
	}
	const type = typeOfPath(join(folder, name));
	return type === undefined || (type === 'folder' && leadsBack(folder, name)) ? undefined : { name, type };
}

/** Whether a link leads to a folder that it is itself in, by whatever links one has come there. */
function leadsBack(folder: string, name: string): boolean {
	const target = orAbsent(() => realpathSync(join(folder, name)));
	for (let above = folder; ; above = dirname(above)) {
		if (orAbsent(() => realpathSync(above)) === target) {
			return true;
		}
		if (above === dirname(above)) {
			return false;
		}
	}
}

function typeOfPath(path: string): 'file' | 'folder' | undefined {
	return orAbsent(() => {
		const stats = statSync(path);
		return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : undefined;
	});
}

/** What cannot be read, for whatever reason, is absent. */
function orAbsent<T>(look: () => T): T | undefined {
	try {
		return look();
	} catch {
		return undefined;
	}
}

/** Whether a change is a creation is not told by the system; whoever is told of one must be prepared for the other. */
function watchFolder(folder: string, onChanges: (changes: readonly FileChange[]) => void): Disposable {
	const path = pathOfUri(folder);
	const watcher = orAbsent(() => watch(path, { recursive: true }));
	watcher?.on('change', (event, name) => {
		const changed = join(path, name.toString());
		const type = !existsSync(changed) ? 'deleted' : event === 'rename' ? 'created' : 'changed';
		onChanges([{ uri: uriOfPath(changed), type }]);
	});
	// A folder that is removed is no reason to stop.
	watcher?.on('error', () => undefined);
	return { dispose: () => watcher?.close() };
}
