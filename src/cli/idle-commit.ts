import { isCandidate, isExcludedFile, isExcludedFolder } from '../core/record-files.ts';
import { BASELINE_FILE } from '../log/baseline.ts';
import { changedInIndex, type IndexChange } from '../node/git/changed-in-index.ts';

/** Files that can change the documents of a log without being one. */
const OTHER_FILES: ReadonlySet<string> = new Set([BASELINE_FILE, '.gitignore', '.gitmodules']);

/**
 * Whether the arguments are those of a hook before a commit that changes no file of any log. Most commits of a repository with
 * a log do not change the log: this is decided without reading the log, or the code that reads it.
 */
export function isIdleCommit(
	args: readonly string[],
	variables: Readonly<Record<string, string | undefined>>,
	folder: string,
): boolean {
	const [command, option, ...others] = args;
	const isStaged = option === '--staged' || (option === '--pre-commit' && Boolean(variables['GIT_INDEX_FILE']));
	if (command !== 'check' || !isStaged || others.length > 0) {
		return false;
	}
	const changes = changedInIndex(folder);
	return changes?.every(change => !concernsLog(change)) ?? false;
}

function concernsLog({ path, status, isFile }: IndexChange): boolean {
	const name = path.at(-1) ?? '';
	if (path.slice(0, -1).some(isExcludedFolder)) {
		return false;
	}
	// A link or submodule can contain documents. The content of an excluded file does not matter, but links to it do.
	return !isFile || OTHER_FILES.has(name) || (isCandidate(name) && !(status === 'modified' && isExcludedFile(path)));
}
