import type { Environment } from '../../log/environment.ts';
import { uriOfPath } from '../node-environment.ts';
import { commitTree, emptyFolder, indexTree, type TreeFolder } from './git-tree.ts';
import { ObjectReader } from './object-reader.ts';
import { type Git, GitFailure, gitFor } from './run-git.ts';
import { treeEnvironment } from './tree-environment.ts';

/** The versions of the files of a working tree that Git stores. Methods throw a `GitFailure` with a message for users. */
export interface Repository {
	/** The URI of the top folder of the working tree. */
	readonly top: string;
	/** The files of the next commit. */
	index(): Environment;
	/** The files of a commit; no files for `HEAD` before the first commit. */
	commit(revision: string): Environment;
	/** The commit from which a commit has diverged from another one. */
	mergeBase(revision: string, other: string): string;
	/** Ends the Git process of this repository. */
	close(): void;
}

/**
 * Returns the repository that contains a folder, or the nearest existing folder above: a commit can contain a file whose
 * folder was removed. Undefined without one. Throws a `GitFailure` without the program.
 */
export function openRepository(folder: string, disk: Environment): Repository | undefined {
	const git = gitFor(folder);
	if (git === undefined) {
		return undefined;
	}
	const top = uriOfPath(git.top);
	const reader = new ObjectReader(git);
	const environmentOf = (tree: TreeFolder) =>
		treeEnvironment({
			top,
			tree,
			readObject: (id, limit) => reader.read(id, limit),
			disk,
		});
	return {
		top,
		index: () => environmentOf(indexTree(git)),
		commit: revision => {
			const commit = resolveRevision(git, revision);
			const isUnborn = commit === undefined && revision === 'HEAD';
			return environmentOf(isUnborn ? emptyFolder() : commitTree(git, commit ?? refuse(git, revision)));
		},
		mergeBase: (revision, other) => {
			const commitOf = (name: string) => resolveRevision(git, name) ?? refuse(git, name);
			const base = git.ask('merge-base', commitOf(revision), commitOf(other));
			if (base === undefined) {
				throw new GitFailure(
					isShallow(git)
						? `No common history of \`${revision}\` and \`${other}\` in this shallow clone. ${DEEPEN}`
						: `No common history of \`${revision}\` and \`${other}\`. Expected a revision from which \`${other}\` descends.`,
				);
			}
			return base;
		},
		close: () => reader.close(),
	};
}

const DEEPEN = 'Fetch its history first: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout.';

/** Returns the commit of a revision; undefined if the repository does not contain it. */
function resolveRevision(git: Git, revision: string): string | undefined {
	// A revision that begins with a hyphen would be an option.
	const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
	const commit = revision.startsWith('-') ? undefined : git.ask(...args);
	if (commit === undefined) {
		// Fails with the reason for a repository that Git refuses, such as one of another user.
		git.run('rev-parse', '--git-dir');
	}
	return commit;
}

function refuse(git: Git, revision: string): never {
	throw new GitFailure(
		isShallow(git)
			? `Unknown revision \`${revision}\` in this shallow clone. ${DEEPEN}`
			: `Unknown revision \`${revision}\`. Expected a branch, tag or commit.`,
	);
}

function isShallow(git: Git): boolean {
	return git.ask('rev-parse', '--is-shallow-repository') === 'true';
}
