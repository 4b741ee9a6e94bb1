import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './find-program.ts';
import { orAbsent } from './or-absent.ts';

/** Bytes. Larger files are not read from the repository. */
const MAX_BUFFER = 16 * 1024 * 1024;

/**
 * The text of a file in the last commit, without a byte order mark; undefined where there is none or no repository.
 *
 * The repository is not trusted. Its configuration may name programs (`diff.*.textconv`, `core.fsmonitor`,
 * `core.sshCommand`): `cat-file` converts nothing and does not read the index, and no transport is allowed, so that a
 * partial clone does not fetch.
 */
export function committedText(file: string): string | undefined {
	const folder = existingFolder(path.dirname(file));
	const repository = folder && repositoryOf(folder);
	const git = repository && findProgram('git', repository);
	if (!git) {
		return undefined;
	}
	const name = path.relative(folder, path.resolve(file)).replaceAll(path.sep, '/');
	const { status, stdout } = spawnSync(
		git,
		[
			'--no-pager',
			'--no-optional-locks',
			'-c',
			'core.fsmonitor=false',
			'-C',
			folder,
			'cat-file',
			'blob',
			`HEAD:./${name}`,
		],
		{
			cwd: path.dirname(git),
			env: { ...process.env, GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
			maxBuffer: MAX_BUFFER,
			stdio: ['ignore', 'pipe', 'ignore'],
			windowsHide: true,
		},
	);
	return status === 0 ? new TextDecoder().decode(stdout) : undefined;
}

/** The nearest folder upwards that exists: a commit may hold a file whose folder was removed. */
function existingFolder(folder: string): string {
	const above = path.dirname(folder);
	return existsSync(folder) || above === folder ? folder : existingFolder(above);
}

/** The nearest folder upwards with a `.git` in it, by its real path. */
function repositoryOf(folder: string): string | undefined {
	for (let at = orAbsent(() => realpathSync(folder)); at !== undefined; at = path.dirname(at)) {
		if (existsSync(path.join(at, '.git'))) {
			return at;
		}
		if (at === path.dirname(at)) {
			break;
		}
	}
	return undefined;
}
