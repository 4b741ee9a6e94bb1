import { CONFIGURATION_FILES } from '../core/document-kind.ts';
import { isExcludedFolder } from '../core/record-files.ts';
import type { Unread } from '../core/unread.ts';
import { childUri, isWithin, pathWithin } from '../core/uri/uri.ts';
import { all, batches } from './awaitable.ts';
import type { Awaitable, Clock, Environment, FolderEntry, FolderListing, StatResult } from './environment.ts';
import { affectsIgnored, type IgnoreRules } from './ignore-rules.ts';
import { isFileOfLog } from './kinds.ts';
import { isSubmodule } from './repository.ts';

/** Number of folders listed in parallel: a virtual file system lists each over a network. */
const PARALLEL_LISTINGS = 32;
/** Maximum depth below the searched folder: more than any log has. */
export const MAX_FOLDER_DEPTH = 64;

/** The limits of a search. A search that reaches one ends and reports it. */
export interface WalkLimits {
	/** Number of files, folders and links. */
	readonly entries: number;
	/** In milliseconds. */
	readonly time: number;
}

export const DEFAULT_LIMITS: WalkLimits = { entries: 1_000_000, time: 60_000 };

export interface WalkOptions {
	readonly environment: Environment;
	/** The log root: links out of it are not followed. */
	readonly root: string;
	/** The folder to search: the root, or a folder in it. */
	readonly folder: string;
	readonly clock: Clock;
	readonly limits: WalkLimits;
	/** With the rules of the root and of the folders above it. Those of folders below are added. */
	readonly rules: IgnoreRules;
	/** The root is in a repository: other repositories below it are not part of it. */
	readonly isInRepository: boolean;
	/** Called repeatedly with the number of files found so far. The search waits for the result. */
	readonly onBatch: (found: number) => Awaitable<void>;
}

export interface Walked {
	/** Files that can be documents by their names. Excludes folders of tools and ignored files. */
	readonly files: readonly string[];
	/** Top folders of repositories, if the searched folder is not in a repository. */
	readonly repositories: readonly string[];
	/** The parts that were not read. */
	readonly unread: readonly Unread[];
}

/**
 * Searches a folder. Each file and folder is visited once, under its real path. Links are not followed: a target in the
 * root is visited anyway, and a target outside is not part of the log.
 */
export async function walk(options: WalkOptions): Promise<Walked> {
	const { environment, folder, clock, limits, onBatch } = options;
	const files: string[] = [];
	const unread: Unread[] = [];
	const links: string[] = [];
	const repositories: string[] = [];
	const end = clock.now() + limits.time;
	let entries = 0;
	let limit: 'entries' | 'time' | undefined;
	let level: readonly string[] = [folder];
	for (let depth = depthIn(options); level.length > 0 && limit === undefined; depth++) {
		if (depth >= MAX_FOLDER_DEPTH) {
			unread.push(...level.map(uri => ({ kind: 'limit', uri, limit: 'depth', max: MAX_FOLDER_DEPTH }) as const));
			break;
		}
		const below: string[] = [];
		for (const batch of batches(level, PARALLEL_LISTINGS)) {
			const listing = all(batch.map(uri => environment.list(uri)));
			const listings = listing instanceof Promise ? await listing : listing;
			for (const [index, parent] of batch.entries()) {
				const listed = listings[index];
				if (listed?.type === 'failed') {
					unread.push({ kind: 'unreadable', uri: parent, of: 'folder', reason: listed.reason });
				}
				if (listed?.type !== 'folder') {
					continue;
				}
				entries += listed.entries.length;
				if (await isOtherRepository(parent, listed, options)) {
					continue;
				}
				if (!options.isInRepository && parent !== options.root && listed.entries.some(({ name }) => name === '.git')) {
					repositories.push(parent);
				}
				for (const entry of listed.entries) {
					classify(parent, entry, options.rules, { files, folders: below, links, unread });
				}
			}
			limit = entries > limits.entries ? 'entries' : clock.now() > end ? 'time' : undefined;
			if (limit !== undefined) {
				unread.push({ kind: 'limit', uri: folder, limit, max: limits[limit] });
				break;
			}
			await onBatch(files.length);
		}
		level = below;
	}
	unread.push(...(await resolveLinks(links, options)));
	return { files, repositories, unread };
}

/** Reads the ignore rules in a listed folder. Returns true if it is a separate repository in another one. */
async function isOtherRepository(folder: string, { entries }: FolderListing, options: WalkOptions): Promise<boolean> {
	const names = entries.map(({ name }) => name).filter(affectsIgnored);
	const { environment, root, isInRepository } = options;
	if (names.includes('.git') && folder !== root && isInRepository && !(await isSubmodule(environment, folder))) {
		return true;
	}
	await options.rules.read(environment, folder, names);
	return false;
}

function depthIn({ root, folder }: WalkOptions): number {
	return pathWithin(root, folder)?.length ?? 0;
}

interface Found {
	readonly files: string[];
	readonly folders: string[];
	readonly links: string[];
	readonly unread: Unread[];
}

function classify(parent: string, { name, type, isNameInvalid }: FolderEntry, rules: IgnoreRules, found: Found): void {
	const uri = childUri(parent, name);
	if (type === 'file' ? !isFileOfLog(name) : isExcludedFolder(name)) {
		return;
	}
	if (rules.isIgnored(uri, type === 'folder' ? 'folder' : 'file')) {
		return;
	}
	if (isNameInvalid) {
		found.unread.push({ kind: 'unreadable', uri, of: type === 'folder' ? 'folder' : 'file', reason: 'invalid-name' });
	} else if (type === 'link') {
		found.links.push(uri);
	} else if (type === 'file') {
		found.files.push(uri);
	} else {
		found.folders.push(uri);
		if (CONFIGURATION_FILES.includes(name)) {
			// Reading this folder as a file fails, so that an unusable configuration is reported.
			found.files.push(uri);
		}
	}
}

async function resolveLinks(links: readonly string[], { environment, root }: WalkOptions): Promise<readonly Unread[]> {
	if (links.length === 0) {
		return [];
	}
	const rootStat = await environment.stat(root);
	const unread: Unread[] = [];
	for (const batch of batches(links, PARALLEL_LISTINGS)) {
		const stats = all(batch.map(uri => environment.stat(uri)));
		for (const [index, stat] of (stats instanceof Promise ? await stats : stats).entries()) {
			unread.push(...linkTo(batch[index] ?? '', stat, root, rootStat));
		}
	}
	return unread;
}

/** Returns the unread part that a link hides; nothing if the link no longer exists. */
export function linkTo(uri: string, stat: StatResult, root: string, rootStat: StatResult): readonly Unread[] {
	if (stat.type === 'absent') {
		return [];
	}
	if (stat.type === 'failed') {
		return [{ kind: 'unreadable', uri, of: 'file', reason: stat.reason }];
	}
	const { type, realUri } = stat;
	const realRoot = 'realUri' in rootStat ? rootStat.realUri : root;
	const target = isWithin(realRoot, realUri) ? root + realUri.slice(realRoot.length) : realUri;
	const isInside = target !== uri && isWithin(root, target) && !pathWithin(root, target)?.some(isExcludedFolder);
	return [{ kind: 'link', uri, of: type, target, isInside }];
}
