import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isBelow } from '../is-below.ts';
import { orAbsent } from '../or-absent.ts';

/** A working tree, and how Git finds its repository. All paths are real. */
export interface RepositoryLocation {
	/** The top folder of the working tree. */
	readonly top: string;
	/** Variables that select the repository, objects and index: those of a running hook, if it is one of this repository. */
	readonly variables: Readonly<Record<string, string>>;
}

/** Variables that a hook of this repository inherits from Git, besides those that name the repository itself. */
const OBJECT_VARIABLES = ['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'];

/**
 * Returns the working tree that contains a folder, or the nearest existing folder above it; undefined if there is none.
 *
 * Git sets `GIT_INDEX_FILE` for its hooks, and in linked worktrees also `GIT_DIR`. The index of a hook can be a temporary
 * one: that of `git commit --all` or `git commit FILE`. These variables must not be used for another repository that a hook
 * enters, and `GIT_DIR` alone makes Git treat the current folder as the top of the working tree.
 */
export function locateRepository(
	folder: string,
	variables: Readonly<Record<string, string | undefined>> = process.env,
	cwd = process.cwd(),
): RepositoryLocation | undefined {
	const real = orAbsent(() => realpathSync(existingFolder(folder)));
	const top = real && nearestWorkingTree(real);
	const gitFolder = top && gitFolderOf(top);
	const named = variables['GIT_DIR'];
	const hookFolder = named ? realPath(path.resolve(cwd, named)) : undefined;
	if (hookFolder !== undefined && hookFolder !== gitFolder) {
		const tree = variables['GIT_WORK_TREE'] ?? (top === undefined ? '.' : undefined);
		const hookTop = tree === undefined ? undefined : realPath(path.resolve(cwd, tree));
		if (real !== undefined && hookTop !== undefined && isBelow(hookTop, real)) {
			const repository = { GIT_DIR: hookFolder, GIT_WORK_TREE: hookTop };
			return { top: hookTop, variables: { ...repository, ...ofHook(variables, hookTop, hookFolder) } };
		}
	}
	if (top === undefined) {
		return undefined;
	}
	const isOther = hookFolder !== undefined && hookFolder !== gitFolder;
	return { top, variables: isOther ? {} : ofHook(variables, top, gitFolder) };
}

function ofHook(
	variables: Readonly<Record<string, string | undefined>>,
	top: string,
	gitFolder: string | undefined,
): Record<string, string> {
	const kept = Object.fromEntries(
		OBJECT_VARIABLES.flatMap(name => {
			const value = variables[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);
	const index = variables['GIT_INDEX_FILE'];
	if (!index) {
		return kept;
	}
	const file = path.resolve(top, index);
	const folder = realPath(path.dirname(file));
	// An index outside of a repository is one that a program has made for this commit.
	const isOther = folder !== gitFolder && existsSync(path.join(folder, 'HEAD'));
	return isOther ? kept : { ...kept, GIT_INDEX_FILE: file };
}

function existingFolder(folder: string): string {
	const above = path.dirname(folder);
	return existsSync(folder) || above === folder ? folder : existingFolder(above);
}

/** The nearest folder that contains a `.git`, from a real path upwards. */
function nearestWorkingTree(folder: string): string | undefined {
	for (let current = folder; ; current = path.dirname(current)) {
		if (existsSync(path.join(current, '.git'))) {
			return current;
		}
		if (current === path.dirname(current)) {
			return undefined;
		}
	}
}

/** The real path of the folder of a repository. In linked worktrees and submodules, `.git` is a file that names it. */
function gitFolderOf(top: string): string | undefined {
	const entry = path.join(top, '.git');
	return orAbsent(() => {
		if (statSync(entry).isDirectory()) {
			return realpathSync(entry);
		}
		const named = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(entry, 'utf8'))?.[1];
		return named === undefined ? undefined : realpathSync(path.resolve(top, named));
	});
}

/** The real path, or the path itself if it does not exist. */
function realPath(file: string): string {
	return orAbsent(() => realpathSync(file)) ?? file;
}
