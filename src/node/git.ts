import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './find-program.ts';
import { orAbsent } from './or-absent.ts';

/** In bytes. Larger files are not read from the repository. */
const MAX_BUFFER = 16 * 1024 * 1024;

/**
 * Returns the text of a file in the last commit, without a byte order mark; undefined without a repository or for an unknown
 * file.
 *
 * The repository is not trusted, because its configuration can name programs (`diff.*.textconv`, `core.fsmonitor`,
 * `core.sshCommand`). `cat-file` runs no conversion and does not read the index. No transport is allowed, so that a partial
 * clone does not fetch.
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

/** The nearest existing folder above a path: the last commit can contain a file whose folder was removed. */
function existingFolder(folder: string): string {
	const above = path.dirname(folder);
	return existsSync(folder) || above === folder ? folder : existingFolder(above);
}

/** The nearest folder that contains a `.git`, from a folder upwards, as a real path. */
function repositoryOf(folder: string): string | undefined {
	for (let current = orAbsent(() => realpathSync(folder)); current !== undefined; current = path.dirname(current)) {
		if (existsSync(path.join(current, '.git'))) {
			return current;
		}
		if (current === path.dirname(current)) {
			break;
		}
	}
	return undefined;
}
