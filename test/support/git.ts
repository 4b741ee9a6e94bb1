import { expect } from 'vitest';
import { runProgram } from './process.ts';

/** Settings of Git that do not depend on the user of this machine. */
export const GIT_VARIABLES = {
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_AUTHOR_NAME: 'Test',
	GIT_AUTHOR_EMAIL: 'test@example.invalid',
	GIT_COMMITTER_NAME: 'Test',
	GIT_COMMITTER_EMAIL: 'test@example.invalid',
};

/** Runs Git, and returns its output. */
export function runGit(folder: string, ...args: readonly string[]): string {
	const { code, out, err } = runProgram('git', args, folder, GIT_VARIABLES);
	expect(code, err).toBe(0);
	return out;
}
