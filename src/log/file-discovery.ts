import { nameOf, parentUri } from '../core/uri/uri.ts';
import type { Awaitable, Clock, Environment, FileChange, StatResult } from './environment.ts';
import type { Files } from './files.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { isConfiguration, isFileOfLog } from './kinds.ts';
import { repositoryOf } from './repository.ts';
import { linkTo, type WalkLimits, walk } from './walk.ts';

export interface DiscoveryOptions {
	readonly rules: IgnoreRules;
	readonly environment: Environment;
	readonly files: Files;
	readonly clock: Clock;
	readonly limits: WalkLimits;
	/** Called repeatedly with the number of files found so far. The search waits for the result. */
	readonly onFound: (found: number) => Awaitable<void>;
}

/** The effects of a change on the disk. */
export interface Discovered {
	/** Files to read. */
	readonly found: readonly string[];
	/** Files that are no longer part of a log. */
	readonly removed: readonly string[];
	/** True if the unread parts have changed. */
	readonly isUnreadChanged: boolean;
	/** Top folders of repositories, if the searched folder is not in a repository. */
	readonly repositories: readonly string[];
}

export const NO_EFFECT: Discovered = { found: [], removed: [], isUnreadChanged: false, repositories: [] };

/** Finds files with the same rules for a search of a folder and for a reported change. */
export class FileDiscovery {
	readonly #options: DiscoveryOptions;

	constructor(options: DiscoveryOptions) {
		this.#options = options;
	}

	/** Searches a folder in a root for possible documents. Unread parts are stored in `Files`. */
	async search(folder: string, root: string): Promise<Discovered> {
		const { files, onFound: onBatch, ...options } = this.#options;
		const repository = await repositoryOf(options.environment, root);
		if (folder === root && repository !== undefined) {
			await options.rules.readAbove(options.environment, root, repository);
		}
		const walked = await walk({ ...options, root, folder, isInRepository: repository !== undefined, onBatch });
		const found = new Set(walked.files);
		const removed = files.remove(new Set(files.within(folder).filter(uri => uri !== folder && !found.has(uri))));
		const isUnreadChanged = files.setUnread(folder, walked.unread);
		return { found: walked.files, removed, isUnreadChanged, repositories: walked.repositories };
	}

	/** Determines the effects of a created or changed file or folder in a root. */
	async inspect(uri: string, type: Exclude<FileChange['type'], 'deleted'>, root: string): Promise<Discovered> {
		const { environment, files } = this.#options;
		if (files.isBeyondSearch(uri)) {
			return NO_EFFECT;
		}
		const stat = await environment.stat(uri);
		if (stat.type === 'absent') {
			// It was deleted after the change was reported.
			return { ...NO_EFFECT, removed: files.remove(new Set([uri])), isUnreadChanged: files.setUnread(uri, []) };
		}
		if (uri !== root && (await this.#isLink(uri, stat))) {
			const unread = linkTo(uri, stat, root, await environment.stat(root));
			return { ...NO_EFFECT, removed: files.remove(new Set([uri])), isUnreadChanged: files.setUnread(uri, unread) };
		}
		if (stat.type === 'folder') {
			return type === 'created' || (await this.#isReadabilityChanged(uri)) ? this.#inspectFolder(uri, root) : NO_EFFECT;
		}
		const isUnreadChanged = files.setUnread(uri, []);
		const isFound = isFileOfLog(nameOf(uri)) && !this.#options.rules.isIgnored(uri, 'file');
		return { ...NO_EFFECT, found: isFound ? [uri] : [], isUnreadChanged };
	}

	async #inspectFolder(folder: string, root: string): Promise<Discovered> {
		const { found, ...rest } = await this.search(folder, root);
		return { ...rest, found: isConfiguration(folder) ? [folder, ...found] : found };
	}

	async #isReadabilityChanged(folder: string): Promise<boolean> {
		const { environment, files } = this.#options;
		return files.unreadAt(folder) !== undefined || (await environment.list(folder)).type === 'failed';
	}

	async #isLink(uri: string, stat: StatResult): Promise<boolean> {
		if (stat.type === 'failed') {
			return stat.reason === 'broken-link' || stat.reason === 'link-loop';
		}
		if (stat.type === 'absent' || stat.realUri === uri) {
			return false;
		}
		// The root itself can be a link.
		const parent = parentUri(uri);
		const parentStat = parent === undefined ? undefined : await this.#options.environment.stat(parent);
		return parentStat?.type === 'folder' && parentStat.realUri + uri.slice(parent?.length) !== stat.realUri;
	}
}
