import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { URI } from 'vscode-uri';
import {
	ABSENT,
	type Absent,
	type Environment,
	type Failed,
	type FolderEntry,
	failed,
	type ListResult,
	type ReadResult,
	type StatResult,
} from '../log/environment.ts';
import { decodeName } from './decode-name.ts';
import { orFailure } from './failure.ts';
import { watchFolder } from './watch-folder.ts';

/** The file system of this machine. Synchronous, because reading a whole log with promises takes four to eight times longer. */
export function nodeEnvironment(): Environment {
	return {
		read: (uri, limit) => atPath(uri, path => read(path, limit)),
		list: folder => atPath(folder, list),
		stat: uri => atPath(uri, stat),
		watch: (folder, onChanges) => {
			const onChange = (path: string, type: 'created' | 'changed' | 'deleted') =>
				onChanges([{ uri: uriOfPath(path), type }]);
			return isOnDisk(folder) ? watchFolder(pathOfUri(folder), onChange) : { dispose: () => undefined };
		},
	};
}

/** The normalised URI of an absolute path. */
export function uriOfPath(path: string): string {
	return URI.file(path).toString();
}

/** The path of a `file:` URI. */
export function pathOfUri(uri: string): string {
	return URI.parse(uri).fsPath;
}

function isOnDisk(uri: string): boolean {
	return uri.startsWith('file:');
}

function atPath<T>(uri: string, look: (path: string) => T): T | Absent | Failed {
	if (!isOnDisk(uri)) {
		return ABSENT;
	}
	const path = pathOfUri(uri);
	return orFailure(path, () => look(path));
}

function read(path: string, limit: number): ReadResult {
	const stats = statSync(path);
	// Reading a pipe or a device might never end.
	if (!stats.isFile()) {
		return failed('not-a-file');
	}
	return stats.size > limit ? { type: 'too-large', size: stats.size } : { type: 'content', bytes: readFileSync(path) };
}

function list(folder: string): ListResult {
	const entries = readdirSync(folder, { withFileTypes: true });
	// Node decodes invalid UTF-8 in a name as U+FFFD, so that the name cannot be used to read the file.
	return entries.some(({ name }) => name.includes('\ufffd'))
		? { type: 'folder', entries: readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map(rawEntry) }
		: { type: 'folder', entries: entries.map(entry => ({ name: entry.name, type: typeOf(entry) })) };
}

function rawEntry(entry: Dirent<Buffer>): FolderEntry {
	return { ...decodeName(entry.name), type: typeOf(entry) };
}

function typeOf(entry: Dirent<string> | Dirent<Buffer>): FolderEntry['type'] {
	return entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file';
}

function stat(path: string): StatResult {
	const stats = statSync(path);
	const type = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : undefined;
	return type === undefined ? failed('not-a-file') : { type, realUri: uriOfPath(realpathSync(path)) };
}
