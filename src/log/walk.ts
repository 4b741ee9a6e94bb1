import { CONFIGURATION_FILES } from '../core/document-kind.ts';
import { isCandidate, isExcludedFolder } from '../core/record-files.ts';
import type { Unread } from '../core/unread.ts';
import { childUri, isWithin, pathWithin } from '../core/uri/uri.ts';
import { all, batches } from './awaitable.ts';
import type { Awaitable, Clock, Environment, FolderEntry, FolderListing, StatResult } from './environment.ts';
import { affectsIgnored, type IgnoreRules } from './ignore-rules.ts';
import { isSubmodule } from './repository.ts';

/** As many folders are listed at a time: a virtual file system answers each over a wire. */
const AT_ONCE = 32;
/** Folders below the one that is searched: more than any log has. */
export const MAX_DEPTH = 64;

/** What a walk may cost before it ends and says so. */
export interface WalkLimits {
	/** Files, folders and links that are listed. */
	readonly entries: number;
	/** Milliseconds. */
	readonly time: number;
}

export const DEFAULT_LIMITS: WalkLimits = { entries: 1_000_000, time: 60_000 };

export interface WalkOptions {
	readonly environment: Environment;
	/** The folder whose content counts; a link that leads out of it is not followed. */
	readonly root: string;
	/** Where to begin: the root itself, or a folder in it. */
	readonly folder: string;
	readonly clock: Clock;
	readonly limits: WalkLimits;
	/** The rules of the root and of the folders above it are read. Those of the folders below are added. */
	readonly rules: IgnoreRules;
	/** Whether the root is in a repository: then repositories below it are no part of it. */
	readonly isInRepository: boolean;
	/** Called now and then with the number of files found so far, and waited for. */
	readonly onBatch: (found: number) => Awaitable<void>;
}

export interface Walked {
	/** All files that could be documents by their name. Without the folders of tools, and what Git ignores. */
	readonly files: readonly string[];
	/** Top folders of repositories below a folder that is in none. */
	readonly repositories: readonly string[];
	/** What the walk has not seen. */
	readonly unread: readonly Unread[];
}

/**
 * Searches a folder. Each file and each folder is visited once, under its real path: no link is followed, since what it
 * leads to within the root is visited anyway, and what is out of the root is no part of the log.
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
		if (depth >= MAX_DEPTH) {
			unread.push(...level.map(uri => ({ kind: 'limit', uri, limit: 'depth', max: MAX_DEPTH }) as const));
			break;
		}
		const below: string[] = [];
		for (const batch of batches(level, AT_ONCE)) {
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
					sort(parent, entry, options.rules, { files, folders: below, links, unread });
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

/** Reads the ignore rules of a listed folder. Returns whether it is a repository of its own in another one. */
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

function sort(parent: string, { name, type, isNameInvalid }: FolderEntry, rules: IgnoreRules, found: Found): void {
	const uri = childUri(parent, name);
	if (type === 'file' ? !isCandidate(name) : isExcludedFolder(name)) {
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
			// Read as a file it fails, so that the log does not do without a configuration in silence.
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
	for (const batch of batches(links, AT_ONCE)) {
		const stats = all(batch.map(uri => environment.stat(uri)));
		for (const [index, stat] of (stats instanceof Promise ? await stats : stats).entries()) {
			unread.push(...linkTo(batch[index] ?? '', stat, root, rootStat));
		}
	}
	return unread;
}

/** What is not read because it is a link; nothing for one that has gone. */
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
