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
}

/** The files on the disk. */
export function workingTree({ environment }: Host): Versions {
	return { now: environment, before: async () => undefined };
}

/** The files on the disk. The change is the difference of the named files to the last commit. */
export function workingTreeAndChange(host: Host): Versions {
	const { environment } = host;
	return {
		now: environment,
		before: async files =>
			files.size === 0 ? undefined : overlayEnvironment(environment, await committedContents(host, files)),
	};
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
