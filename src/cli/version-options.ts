import { Option } from 'commander';
import { type Host, UsageError } from './host.ts';
import { storedVersions, textForFile, type Versions, workingTreeAndChange } from './versions.ts';

/** The values of the options that select the checked files. */
export interface VersionOptions {
	readonly staged?: boolean;
	readonly since?: string;
	readonly commit?: string;
	readonly stdin?: boolean;
	readonly stdinFilename?: string;
	readonly preCommit?: boolean;
}

/** Where the checked files are. `stored`: in a commit, or one of them on standard input. */
export type CheckedVersion = 'disk' | 'index' | 'stored';

/** The checked files, and which of them are reported on. */
export interface SelectedVersions extends Versions {
	/** The named paths. */
	readonly paths: readonly string[];
	/** Only changed documents are reported on, and what their change breaks in others. */
	readonly onlyChanged: boolean;
	readonly checkedVersion: CheckedVersion;
}

/** The path that means standard input. */
const STANDARD_INPUT = '-';

export function versionOptions(): readonly Option[] {
	return [
		new Option('--staged', 'check what the next commit changes, as it is staged').conflicts(['commit', 'stdin']),
		new Option('--since <revision>', 'check what has changed since a branch, tag or commit').conflicts('stdin'),
		new Option('--commit <revision>', 'check the files of a commit').conflicts('stdin'),
		new Option('--stdin', 'check the text on standard input in place of a file (also: the path `-`)'),
		new Option('--stdin-filename <file>', 'the file for `--stdin`'),
		new Option('--pre-commit', 'check what the hook of pre-commit is run for').conflicts([
			...['staged', 'since', 'commit', 'stdin'],
		]),
	];
}

/** Returns the files that the options select. Throws a `UsageError` if they do not exist. */
export async function selectVersions(
	host: Host,
	options: VersionOptions,
	paths: readonly string[],
): Promise<SelectedVersions> {
	const isInput = options.stdin === true || paths.includes(STANDARD_INPUT);
	if (isInput || options.stdinFilename !== undefined) {
		const file = requireFile(options, paths, isInput);
		return { ...(await textForFile(host, file)), paths: [file], onlyChanged: false, checkedVersion: 'stored' };
	}
	const { staged, since, commit } = options.preCommit === true ? optionsForHook(host.variables) : options;
	if (staged === true) {
		const versions = storedVersions(host, { option: '--staged', now: 'index', since }, paths);
		return { ...versions, paths, onlyChanged: true, checkedVersion: 'index' };
	}
	if (commit !== undefined) {
		const versions = storedVersions(host, { option: '--commit', now: { revision: commit }, since }, paths);
		return { ...versions, paths, onlyChanged: since !== undefined, checkedVersion: 'stored' };
	}
	if (since !== undefined) {
		const versions = storedVersions(host, { option: '--since', now: 'disk', since }, paths);
		return { ...versions, paths, onlyChanged: true, checkedVersion: 'disk' };
	}
	return { ...workingTreeAndChange(host), paths, onlyChanged: false, checkedVersion: 'disk' };
}

function requireFile(options: VersionOptions, paths: readonly string[], isInput: boolean): string {
	if (!isInput) {
		throw new UsageError('`--stdin-filename` without a text. Expected `--stdin`, or the path `-`.');
	}
	if (options.staged || options.since !== undefined || options.commit !== undefined || options.preCommit) {
		throw new UsageError('Standard input cannot be combined with `--staged`, `--since`, `--commit` or `--pre-commit`.');
	}
	if (paths.some(path => path !== STANDARD_INPUT)) {
		throw new UsageError('Standard input and named paths. Expected only one of them.');
	}
	if (options.stdinFilename === undefined) {
		throw new UsageError('Missing `--stdin-filename`. Expected the file whose text is on standard input.');
	}
	return options.stdinFilename;
}

/**
 * Selects the files for a hook of the pre-commit framework, from the environment variables of Git and of pre-commit. Names of
 * files do not matter: pre-commit passes no deleted files.
 */
function optionsForHook(variables: Host['variables']): Pick<VersionOptions, 'staged' | 'since' | 'commit'> {
	// Set by Git for the hooks of a commit or merge. For `pre-commit run`, which a user starts, it is absent.
	if (variables['GIT_INDEX_FILE']) {
		return { staged: true };
	}
	// A push, or `pre-commit run --from-ref … --to-ref …`.
	const { PRE_COMMIT_FROM_REF: since, PRE_COMMIT_TO_REF: commit } = variables;
	if (since && commit) {
		return { since, commit };
	}
	// The first push of a repository: there is no commit to compare with.
	const { PRE_COMMIT_REMOTE_NAME: remote, PRE_COMMIT_LOCAL_BRANCH: branch } = variables;
	// Otherwise `pre-commit run --all-files`, which does not differ from `pre-commit run`: everything is checked.
	return remote && branch ? { commit: branch } : {};
}
