import { parentUri } from '../core/uri/uri.ts';
import { MAX_BYTES } from '../log/content.ts';
import type { Environment } from '../log/environment.ts';
import { overlayEnvironment } from '../log/overlay-environment.ts';
import type { Repository } from '../node/git/repository.ts';
import { GitFailure } from '../node/git/run-git.ts';
import { type Host, UsageError } from './host.ts';

/** The files that a run checks, and the files before the change whose effects it reports. */
export interface Versions {
	readonly now: Environment;
	/** Returns the files before the change, given the named files. Undefined for a run that is not about a change. */
	readonly before: (files: ReadonlySet<string>) => Promise<Environment | undefined>;
	/** Ends the processes that read files. Must be called after all files are read. */
	readonly close: () => void;
}

/** The files on the disk. */
export function workingTree({ environment }: Host): Versions {
	return { now: environment, before: async () => undefined, close: () => undefined };
}

/** The files on the disk. The change is the difference of the named files to the last commit. */
export function workingTreeAndChange(host: Host, environment = host.environment): Versions {
	return {
		now: environment,
		before: async files =>
			files.size === 0 ? undefined : overlayEnvironment(environment, await committedContents(host, files)),
		close: () => undefined,
	};
}

/** The files on the disk, but with a text from standard input for one file. The change is its difference from the last commit. */
export async function textForFile(host: Host, file: string): Promise<Versions> {
	const typed = host.toUri(file);
	const stat = await host.environment.stat(typed);
	const uri = 'realUri' in stat ? stat.realUri : typed;
	return workingTreeAndChange(host, overlayEnvironment(host.environment, new Map([[uri, await host.readInput()]])));
}

/** A version of the files that Git stores, and the commit with which it is compared. */
export interface StoredVersion {
	/** The option that selects it, for messages. */
	readonly option: string;
	/** The index, a revision, or the files on the disk. */
	readonly now: 'index' | 'disk' | { readonly revision: string };
	/** The revision from which the checked files have diverged. Undefined for the last commit of the index, or no change. */
	readonly since: string | undefined;
}

/** Files of the repository that contains some paths. Files outside of the repository are those on the disk. */
export function storedVersions(host: Host, { option, now, since }: StoredVersion, paths: readonly string[]): Versions {
	const repository = usable(() => repositoryOf(host, option, paths));
	return {
		now: usable(() =>
			now === 'disk' ? host.environment : now === 'index' ? repository.index() : repository.commit(now.revision),
		),
		before: async () =>
			usable(() => {
				const head = typeof now === 'object' ? now.revision : 'HEAD';
				if (since !== undefined) {
					return repository.commit(repository.mergeBase(since, head));
				}
				return now === 'index' ? repository.commit(head) : undefined;
			}),
		close: () => repository.close(),
	};
}

function repositoryOf(host: Host, option: string, paths: readonly string[]): Repository {
	const [first = '.', ...others] = paths;
	const find = (path: string) => {
		const repository = host.openRepository(host.toUri(path));
		if (repository === undefined) {
			throw new UsageError(`Not in a Git repository: \`${path}\`. Expected a path in a repository for \`${option}\`.`);
		}
		return repository;
	};
	const repository = find(first);
	if (others.some(path => find(path).top !== repository.top)) {
		throw new UsageError(`Paths in several Git repositories. Expected paths in one repository for \`${option}\`.`);
	}
	return repository;
}

/** The content of files in the last commit; undefined for a file that it does not contain, or without a repository. */
async function committedContents(
	host: Host,
	files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Uint8Array | undefined>> {
	const contents = new Map<string, Uint8Array | undefined>();
	const repositories = new Map<string, { readonly repository: Repository; readonly head: Environment }>();
	for (const uri of files) {
		const repository = usable(() => host.openRepository(parentUri(uri) ?? host.cwd));
		if (repository !== undefined && !repositories.has(repository.top)) {
			repositories.set(repository.top, { repository, head: usable(() => repository.commit('HEAD')) });
		}
		const head = repository && repositories.get(repository.top)?.head;
		const result = await head?.read(uri, MAX_BYTES);
		contents.set(uri, result?.type === 'content' ? result.bytes : undefined);
	}
	for (const { repository } of repositories.values()) {
		repository.close();
	}
	return contents;
}

/** Calls Git. Throws a `UsageError` if it fails. */
function usable<T>(call: () => T): T {
	try {
		return call();
	} catch (error) {
		throw error instanceof GitFailure ? new UsageError(error.message) : error;
	}
}
