import { DEFAULT_CONFIGURATION } from '../core/configuration.ts';
import { isExcludedFolder } from '../core/record-files.ts';
import { kindOfFolder } from '../core/record-folders.ts';
import { ancestorsOf, childUri, isWithin, nameOf, parentUri, pathWithin } from '../core/uri/uri.ts';
import { BASELINE_FILE } from './baseline.ts';
import type { Environment, StatResult } from './environment.ts';
import { configurationUris, rootOfLooseFile } from './kinds.ts';
import { repositoryOf } from './repository.ts';

/** The folders that a workspace searches. */
export interface Scopes {
	/** The searched folders. None of them is in another, unless the search of that one excludes it. */
	readonly folders: readonly string[];
	/** Roots of logs without a configuration: the workspace folders, and the roots of files opened without a folder. */
	readonly defaultRoots: ReadonlySet<string>;
}

export const NO_SCOPES: Scopes = { folders: [], defaultRoots: new Set() };

/**
 * Returns the folders to search for workspace folders and separately opened files: these themselves, or the root of
 * their log, which can be above them.
 */
export async function findScopes(
	environment: Environment,
	workspaceFolders: readonly string[],
	openFiles: readonly string[],
): Promise<Scopes> {
	const folders: string[] = [];
	const defaultRoots = new Set<string>();
	const add = (folder: string) => {
		if (!isCovered(folder, folders)) {
			folders.push(folder);
		}
	};
	const exists = async (uri: string) => openFiles.includes(uri) || isConfigurationAt(await environment.stat(uri));
	for (const folder of workspaceFolders) {
		const configured = await nearestConfigured(folder, exists);
		const root = configured ?? (await defaultRoot(environment, folder));
		add(root);
		if (configured === undefined) {
			defaultRoots.add(root);
		}
	}
	for (const file of openFiles) {
		const parent = parentUri(file);
		const belongs = workspaceFolders.some(folder => isWithin(folder, file)) || isCovered(file, folders);
		if (belongs || parent === undefined) {
			continue;
		}
		const configured = await nearestConfigured(parent, exists);
		const records = configured ?? rootOfLooseFile(file, DEFAULT_CONFIGURATION);
		if (records === undefined) {
			continue;
		}
		const root = configured ?? (await defaultRoot(environment, records));
		add(root);
		if (configured === undefined) {
			defaultRoots.add(root);
		}
	}
	return {
		folders: folders.filter(
			one =>
				!isCovered(
					one,
					folders.filter(other => other !== one),
				),
		),
		defaultRoots,
	};
}

/**
 * The root of a log without a configuration: the top of its repository. Outside of repositories, the nearest folder with a
 * baseline; without one, the folder above a folder of records if it contains folders of other records, otherwise the folder
 * itself. The result is the same for every folder of a log.
 */
async function defaultRoot(environment: Environment, folder: string): Promise<string> {
	const repository = await repositoryOf(environment, folder);
	if (repository !== undefined) {
		return repository;
	}
	for (const candidate of [folder, ...ancestorsOf(folder)]) {
		if ((await environment.stat(childUri(candidate, BASELINE_FILE))).type === 'file') {
			return candidate;
		}
	}
	const records = folderOfRecords(folder);
	const parent = records === undefined ? undefined : parentUri(records);
	const listed = parent === undefined ? undefined : await environment.list(parent);
	if (records === undefined || parent === undefined || listed?.type !== 'folder') {
		return folder;
	}
	const kind = kindOfFolder(nameOf(records));
	const isShared = listed.entries.some(({ name, type }) => {
		const other = type === 'folder' ? kindOfFolder(name, 'exact') : undefined;
		return other !== undefined && other !== kind;
	});
	return isShared ? parent : records;
}

/** Returns true if the default root of a folder or file depends on a path: on a folder of records beside its own. */
export function isBesideRecords(uri: string, opened: string): boolean {
	const records = folderOfRecords(opened);
	const parent = records === undefined ? undefined : parentUri(records);
	const [name] = (parent === undefined ? undefined : pathWithin(parent, uri)) ?? [];
	return (
		records !== undefined && name !== undefined && name !== nameOf(records) && kindOfFolder(name, 'exact') !== undefined
	);
}

function folderOfRecords(uri: string): string | undefined {
	return [uri, ...ancestorsOf(uri)].find(one => kindOfFolder(nameOf(one)) !== undefined);
}

/**
 * Returns true if there is an entry in the position of a configuration, readable or not. An unreadable folder above
 * must not become the root of everything below it.
 */
function isConfigurationAt(stat: StatResult): boolean {
	return stat.type === 'failed'
		? stat.reason === 'broken-link' || stat.reason === 'link-loop' || stat.reason === 'not-a-file'
		: stat.type !== 'absent';
}

async function nearestConfigured(
	folder: string,
	exists: (uri: string) => Promise<boolean>,
): Promise<string | undefined> {
	for (const candidate of [folder, ...ancestorsOf(folder)]) {
		for (const uri of configurationUris(candidate)) {
			if (await exists(uri)) {
				return candidate;
			}
		}
	}
	return undefined;
}

/** Returns true if a search of one of the folders finds the file or folder. */
export function isCovered(uri: string, folders: readonly string[]): boolean {
	return folders.some(folder => isWithin(folder, uri) && !pathWithin(folder, uri)?.some(isExcludedFolder));
}
