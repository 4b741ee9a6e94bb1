import { childUri, isWithin, nameOf, parentUri, pathWithin } from '../core/uri/uri.ts';
import { mapAwaitable } from './awaitable.ts';
import { ABSENT, type Environment, type FolderEntry, type ListResult, type StatResult } from './environment.ts';

/**
 * Returns an environment in which some files have another content, or do not exist. `replaced`: the content of each file
 * by its real URI, undefined for a file that does not exist.
 */
export function overlayEnvironment(
	environment: Environment,
	replaced: ReadonlyMap<string, Uint8Array | undefined>,
): Environment {
	const added = [...replaced].flatMap(([uri, bytes]) => (bytes === undefined ? [] : [uri]));
	const statOf = (uri: string, stat: StatResult): StatResult => {
		const isAddedFolder = stat.type === 'absent' && added.some(file => isWithin(uri, file));
		return isAddedFolder ? { type: 'folder', realUri: uri } : stat;
	};
	return {
		read: (uri, limit) => {
			if (!replaced.has(uri)) {
				return environment.read(uri, limit);
			}
			const bytes = replaced.get(uri);
			return bytes === undefined
				? ABSENT
				: bytes.length > limit
					? { type: 'too-large', size: bytes.length }
					: { type: 'content', bytes };
		},
		list: folder => mapAwaitable(environment.list(folder), listed => overlayList(folder, listed, replaced, added)),
		stat: uri => {
			if (!replaced.has(uri)) {
				return mapAwaitable(environment.stat(uri), stat => statOf(uri, stat));
			}
			return replaced.get(uri) === undefined ? ABSENT : { type: 'file', realUri: uri };
		},
		watch: (folder, onChanges) => environment.watch(folder, onChanges),
	};
}

function overlayList(
	folder: string,
	listed: ListResult,
	replaced: ReadonlyMap<string, Uint8Array | undefined>,
	added: readonly string[],
): ListResult {
	const below = added.filter(uri => uri !== folder && isWithin(folder, uri));
	if (listed.type === 'failed' || (listed.type === 'absent' && below.length === 0)) {
		return listed;
	}
	const kept =
		listed.type === 'folder' ? listed.entries.filter(({ name }) => !replaced.has(childUri(folder, name))) : [];
	const entries = new Map(kept.map(entry => [entry.name, entry]));
	for (const uri of below) {
		const name = pathWithin(folder, uri)?.[0] ?? nameOf(uri);
		const type: FolderEntry['type'] = parentUri(uri) === folder ? 'file' : 'folder';
		entries.set(name, { name, type });
	}
	return { type: 'folder', entries: [...entries.values()] };
}
