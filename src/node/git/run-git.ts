import { type ChildProcessByStdio, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findProgram } from '../find-program.ts';
import { locateRepository } from './locate-repository.ts';

/** In bytes. The list of the files of a repository can be long. */
const MAX_BUFFER = 1024 * 1024 * 1024;

/** Git could not be run, or refused. The message is for users. */
export class GitFailure extends Error {}

/** The Git program for one working tree. */
export interface Git {
	/** The real path of the top folder of the working tree. */
	readonly top: string;
	/** Runs Git and returns its output. Throws a `GitFailure` if it fails. */
	run(...args: readonly string[]): Buffer;
	/** Runs Git and returns its output; undefined if it fails. */
	ask(...args: readonly string[]): string | undefined;
	/** Starts Git. */
	start(...args: readonly string[]): ChildProcessByStdio<Writable, Readable, null>;
}

/**
 * The only place where Git is found and started. Returns Git for the working tree that contains a folder; undefined if there
 * is none. Throws a `GitFailure` without a program.
 *
 * The repository is not trusted, because its configuration can name programs: `core.fsmonitor`, `diff.*.textconv`,
 * `filter.*.clean`, `core.sshCommand`. Callers use only commands that convert no files and compare nothing with the working
 * tree. No transport is allowed, so that a partial clone does not fetch.
 */
export function gitFor(folder: string): Git | undefined {
	const location = locateRepository(folder);
	if (location === undefined) {
		return undefined;
	}
	const { top } = location;
	const program = findProgram('git', top);
	if (program === undefined) {
		throw new GitFailure('Git not found. Expected the program `git` in a folder of `PATH` outside of the repository.');
	}
	const options = {
		cwd: path.dirname(program),
		env: { ...cleanVariables(), ...location.variables, ...SAFE_VARIABLES },
		windowsHide: true,
	};
	const allArgs = (args: readonly string[]) => ['--no-pager', '-c', 'core.fsmonitor=false', '-C', top, ...args];
	const call = (args: readonly string[]) =>
		spawnSync(program, allArgs(args), { ...options, maxBuffer: MAX_BUFFER, stdio: ['ignore', 'pipe', 'pipe'] });
	return {
		top,
		run: (...args) => {
			const result = call(args);
			if (result.status !== 0) {
				throw new GitFailure(`Git failed: ${reasonOf(result)}.`);
			}
			return result.stdout;
		},
		ask: (...args) => {
			const { status, stdout } = call(args);
			return status === 0 ? stdout.toString('utf8').trim() : undefined;
		},
		start: (...args) => spawn(program, allArgs(args), { ...options, stdio: ['pipe', 'pipe', 'ignore'] }),
	};
}

/** Set for each call: no transport, no questions, no locks, and objects as they are, without replacements. */
const SAFE_VARIABLES = {
	GIT_ALLOW_PROTOCOL: '',
	GIT_NO_LAZY_FETCH: '1',
	GIT_NO_REPLACE_OBJECTS: '1',
	GIT_OPTIONAL_LOCKS: '0',
	GIT_TERMINAL_PROMPT: '0',
};

/** Variables that select a repository or change the meaning of arguments. Those of a hook are added again by location. */
const REMOVED =
	/^GIT_(?:DIR|WORK_TREE|IMPLICIT_WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|NAMESPACE|CONFIG|GRAFT_FILE|SHALLOW_FILE|REPLACE_REF_BASE|EXTERNAL_DIFF|DIFF_OPTS|(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)$/;

function cleanVariables(): Record<string, string | undefined> {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !REMOVED.test(name)));
}

/** The first line of Git's message, without its prefix. */
function reasonOf({ error, stderr }: SpawnSyncReturns<Buffer>): string {
	const [line = ''] = error ? [error.message] : stderr.toString('utf8').trim().split('\n');
	return line.replace(/^(?:fatal|error): /, '').replace(/\.$/, '') || 'no message';
}
