import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Environment, FolderEntry } from '../log/environment.ts';
import { orAbsent } from './or-absent.ts';
import { watchFolder } from './watch-folder.ts';

/** The file system of this machine. It answers at once: reading a whole log by promises takes four to eight times longer. */
export function nodeEnvironment(): Environment {
	return {
		read: (uri, limit) => atPath(uri, path => read(path, limit)),
		list: folder => atPath(folder, list),
		stat: uri => atPath(uri, typeOf),
		watch: (folder, onChanges) => {
			const onChange = (path: string, type: 'created' | 'changed' | 'deleted') =>
				onChanges([{ uri: uriOfPath(path), type }]);
			return atPath(folder, path => watchFolder(path, onChange)) ?? { dispose: () => undefined };
		},
	};
}

/** The URI of a path, which must be absolute, as `normalUri` spells it. */
export function uriOfPath(path: string): string {
	return URI.file(path).toString();
}

/** The path of a `file:` URI. */
export function pathOfUri(uri: string): string {
	return URI.parse(uri).fsPath;
}

/** What is at the path of a URI; nothing where it is of another scheme than `file`, or cannot be looked at. */
function atPath<T>(uri: string, look: (path: string) => T): T | undefined {
	return uri.startsWith('file:') ? orAbsent(() => look(pathOfUri(uri))) : undefined;
}

function read(path: string, limit: number): Uint8Array | { readonly tooLarge: number } | undefined {
	const stats = statSync(path);
	// A pipe or a device would be read for ever.
	if (!stats.isFile()) {
		return undefined;
	}
	return stats.size > limit ? { tooLarge: stats.size } : readFileSync(path);
}

function list(folder: string): readonly FolderEntry[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap(entry => entryOf(folder, entry) ?? []);
}

function entryOf(folder: string, entry: Dirent): FolderEntry | undefined {
	const { name } = entry;
	if (!entry.isSymbolicLink()) {
		return entry.isFile() ? { name, type: 'file' } : entry.isDirectory() ? { name, type: 'folder' } : undefined;
	}
	const type = orAbsent(() => typeOf(join(folder, name)));
	return type === undefined || (type === 'folder' && leadsBack(folder, name)) ? undefined : { name, type };
}

/** Whether a link leads to a folder that it is itself in, by whatever links one has come there. */
function leadsBack(folder: string, name: string): boolean {
	const target = realpathSync(join(folder, name));
	for (let above = folder; ; above = dirname(above)) {
		if (realpathSync(above) === target) {
			return true;
		}
		if (above === dirname(above)) {
			return false;
		}
	}
}

function typeOf(path: string): 'file' | 'folder' | undefined {
	const stats = statSync(path);
	return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : undefined;
}
