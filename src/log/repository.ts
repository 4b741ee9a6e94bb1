import { ancestorsOf, childUri } from '../core/uri/uri.ts';
import type { Environment } from './environment.ts';

/** In bytes. A `.git` file has one line. */
const MAX_GIT_FILE = 4096;

/** The top folder of the Git repository or worktree that contains a folder; undefined if there is none. */
export async function repositoryOf(environment: Environment, folder: string): Promise<string | undefined> {
	for (const candidate of [folder, ...ancestorsOf(folder)]) {
		const { type } = await environment.stat(childUri(candidate, '.git'));
		if (type === 'folder' || type === 'file') {
			return candidate;
		}
	}
	return undefined;
}

/**
 * Returns true if a folder with `.git` is a submodule, which belongs to the repository around it. A clone or worktree
 * does not.
 */
export async function isSubmodule(environment: Environment, folder: string): Promise<boolean> {
	const result = await environment.read(childUri(folder, '.git'), MAX_GIT_FILE);
	return result.type === 'content' && /^gitdir:.*\/modules\//u.test(new TextDecoder().decode(result.bytes));
}
