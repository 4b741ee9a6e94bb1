import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { GIT_VARIABLES } from './git.ts';
import { bin, type Ended, folderWith, projectRoot, runProgram } from './process.ts';

/** How the hooks of a repository run the command line. */
export type HookRunner = 'a plain hook' | 'pre-commit';

export const STAGES = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const;

const PROGRAM = `'${process.execPath}' '${bin}'`;

/** Plain hooks, by their file in `.git/hooks`. */
const PLAIN_HOOKS = {
	'pre-commit': `#!/bin/sh\nexec ${PROGRAM} check --staged\n`,
	'pre-merge-commit': `#!/bin/sh\nexec ${PROGRAM} check --staged\n`,
	'pre-push': `#!/bin/sh\nwhile read -r _ local _ remote; do\n\t${PROGRAM} check --commit "$local" --since "$remote" || exit\ndone\n`,
};

export const hasPreCommit = (() => {
	try {
		return runProgram('pre-commit', ['--version'], projectRoot).code === 0;
	} catch {
		return false;
	}
})();

/** A repository whose hooks check its log. The first commit contains all files. */
export class HookedRepository implements Disposable {
	readonly #folder: { path: string } & Disposable;
	readonly #variables: Readonly<Record<string, string>>;
	/** The top folder of the working tree. */
	readonly top: string;

	constructor(runner: HookRunner, files: Readonly<Record<string, string>>) {
		this.#folder = folderWith({});
		const real = fs.realpathSync(this.#folder.path);
		this.top = path.join(real, 'repository');
		this.#variables = { ...GIT_VARIABLES, PRE_COMMIT_HOME: path.join(real, 'cache') };
		fs.mkdirSync(this.top);
		for (const [name, text] of Object.entries(files)) {
			this.write(name, text);
		}
		this.write('.pre-commit-config.yaml', localConfiguration());
		this.git('init', '--quiet', '--initial-branch=main');
		this.git('add', '--all');
		this.git('commit', '--quiet', '--message', 'First');
		if (runner === 'pre-commit') {
			this.must(this.run('pre-commit', ['install', ...STAGES.flatMap(stage => ['--hook-type', stage])]));
			return;
		}
		for (const [name, script] of Object.entries(PLAIN_HOOKS)) {
			const file = path.join(this.top, '.git', 'hooks', name);
			fs.mkdirSync(path.dirname(file), { recursive: true });
			fs.writeFileSync(file, script, { mode: 0o755 });
		}
	}

	/** Creates or replaces a file below the top folder. */
	write(name: string, text: string): void {
		const file = path.join(this.top, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, text);
	}

	remove(name: string): void {
		fs.rmSync(path.join(this.top, name), { recursive: true });
	}

	/** Runs a program in the top folder, or in a folder below it. */
	run(command: string, args: readonly string[], folder = '.', variables: Readonly<Record<string, string>> = {}): Ended {
		return runProgram(command, args, path.join(this.top, folder), { ...this.#variables, ...variables });
	}

	/** Runs Git in the top folder, and returns its output. It must succeed. */
	git(...args: readonly string[]): string {
		return this.must(this.run('git', args)).out;
	}

	must(ended: Ended): Ended {
		expect(ended.code, ended.out + ended.err).toBe(0);
		return ended;
	}

	[Symbol.dispose](): void {
		this.#folder[Symbol.dispose]();
	}
}

/** The hook of this project as a local one, which needs no installation. */
function localConfiguration(): string {
	const hooks: readonly Record<string, unknown>[] = parse(
		fs.readFileSync(path.join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8'),
	);
	const check = hooks.find(({ id }) => id === 'incident-log');
	const entry = String(check?.['entry']).replace(/^incident-log /, `${PROGRAM} `);
	return JSON.stringify({ repos: [{ repo: 'local', hooks: [{ ...check, entry, language: 'system' }] }] });
}
