import { isCandidate } from '../core/record-files.ts';
import { nameOf, parentUri } from '../core/uri/uri.ts';
import type { Awaitable, Clock, Environment, FileChange, StatResult } from './environment.ts';
import type { Files } from './files.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { isConfiguration } from './kinds.ts';
import { repositoryOf } from './repository.ts';
import { linkTo, type WalkLimits, walk } from './walk.ts';

export interface DiscoveryOptions {
	readonly rules: IgnoreRules;
	readonly environment: Environment;
	readonly files: Files;
	readonly clock: Clock;
	readonly limits: WalkLimits;
	/** Called now and then with the number of files found so far, and waited for. */
	readonly onFound: (found: number) => Awaitable<void>;
}

/** What a change on the disk amounts to. */
export interface Discovered {
	/** Files to be read (again). */
	readonly found: readonly string[];
	/** Files that were known and are no part of any log now. */
	readonly gone: readonly string[];
	/** Whether what has not been seen is another now. */
	readonly isUnreadChanged: boolean;
	/** Top folders of repositories, if a folder outside of all repositories was searched. */
	readonly repositories: readonly string[];
}

export const NOTHING: Discovered = { found: [], gone: [], isUnreadChanged: false, repositories: [] };

/** Finds files in the environment by one set of rules, whether a folder is searched or a change is reported. */
export class FileDiscovery {
	readonly #options: DiscoveryOptions;

	constructor(options: DiscoveryOptions) {
		this.#options = options;
	}

	/** Searches a folder within a root. The files that could be documents; `Files` holds what has not been seen. */
	async search(folder: string, root: string): Promise<Discovered> {
		const { files, onFound: onBatch, ...options } = this.#options;
		const repository = await repositoryOf(options.environment, root);
		if (folder === root && repository !== undefined) {
			await options.rules.readAbove(options.environment, root, repository);
		}
		const walked = await walk({ ...options, root, folder, isInRepository: repository !== undefined, onBatch });
		const found = new Set(walked.files);
		const gone = files.gone(new Set(files.within(folder).filter(uri => uri !== folder && !found.has(uri))));
		const isUnreadChanged = files.setUnread(folder, walked.unread);
		return { found: walked.files, gone, isUnreadChanged, repositories: walked.repositories };
	}

	/** Looks at what was created or changed within a root. */
	async inspect(uri: string, type: Exclude<FileChange['type'], 'deleted'>, root: string): Promise<Discovered> {
		const { environment, files } = this.#options;
		if (files.isBeyondSearch(uri)) {
			return NOTHING;
		}
		const stat = await environment.stat(uri);
		if (stat.type === 'absent') {
			// It has gone since.
			return { ...NOTHING, gone: files.gone(new Set([uri])), isUnreadChanged: files.setUnread(uri, []) };
		}
		if (uri !== root && (await this.#isLink(uri, stat))) {
			const unread = linkTo(uri, stat, root, await environment.stat(root));
			return { ...NOTHING, gone: files.gone(new Set([uri])), isUnreadChanged: files.setUnread(uri, unread) };
		}
		if (stat.type === 'folder') {
			return type === 'created' || (await this.#isReadabilityChanged(uri)) ? this.#inspectFolder(uri, root) : NOTHING;
		}
		const isUnreadChanged = files.setUnread(uri, []);
		const isFound = isCandidate(nameOf(uri)) && !this.#options.rules.isIgnored(uri, 'file');
		return { ...NOTHING, found: isFound ? [uri] : [], isUnreadChanged };
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
		// The root itself may be behind a link.
		const parent = parentUri(uri);
		const parentStat = parent === undefined ? undefined : await this.#options.environment.stat(parent);
		return parentStat?.type === 'folder' && parentStat.realUri + uri.slice(parent?.length) !== stat.realUri;
	}
}
