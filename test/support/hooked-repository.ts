import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { codeBlocks } from './documentation.ts';
import { GIT_VARIABLES } from './git.ts';
import { bin, type Ended, folderWith, projectRoot, runProgram } from './process.ts';

/** How the hooks of a repository run the command line. Each is a recipe of docs/hooks.md. */
export type HookRunner = 'a plain hook' | 'pre-commit' | 'husky' | 'lint-staged' | 'lefthook';

const STAGES = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const;

const PROGRAM = `'${process.execPath}' '${bin}'`;

/**
 * A folder in which npm has installed husky, lint-staged and lefthook, to try the recipes with them. They are not dependencies,
 * because the tests of all situations take minutes with them.
 */
export const HOOK_TOOLS = process.env['HOOK_TOOLS'];

/** Recipes of docs/hooks.md, by the file that their first line or the line after `#!` names. */
const RECIPES: ReadonlyMap<string, string> = new Map(
	codeBlocks('docs/hooks.md').flatMap(({ text }) => {
		const name = /^(?:#!.*\n)?(?:#|\/\/) (.+)\n/.exec(text)?.[1];
		return name === undefined ? [] : [[name, text]];
	}),
);

/** Returns a recipe of docs/hooks.md. */
function recipe(name: string): string {
	const text = RECIPES.get(name);
	if (text === undefined) {
		throw new Error(`docs/hooks.md has no recipe for ${name}`);
	}
	return text;
}

/** The files of each runner in the repository. */
export const FILES: Readonly<Record<HookRunner, () => Readonly<Record<string, string>>>> = {
	'a plain hook': () =>
		Object.fromEntries(
			STAGES.map(stage => [
				`.githooks/${stage}`,
				recipe(`.githooks/${stage}`).replaceAll('incident-log ', `${PROGRAM} `),
			]),
		),
	'pre-commit': () => ({ '.pre-commit-config.yaml': localConfiguration() }),
	husky: () => ({
		'.husky/pre-commit': recipe('.husky/pre-commit'),
		'.husky/pre-merge-commit': recipe('.husky/pre-commit'),
		'.husky/pre-push': recipe('.githooks/pre-push').replaceAll('incident-log ', 'npx incident-log '),
	}),
	'lint-staged': () => ({
		...FILES.husky(),
		'.husky/pre-commit': recipe('.husky/pre-commit, .githooks/pre-commit'),
		'lint-staged.config.mjs': recipe('lint-staged.config.mjs'),
	}),
	lefthook: () => ({
		'lefthook.yml': recipe('lefthook.yml'),
		'.githooks/pre-push': FILES.husky()['.husky/pre-push'] ?? '',
	}),
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
	readonly #runner: HookRunner;
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
		this.#runner = runner;
		for (const [name, text] of Object.entries(FILES[runner]())) {
			this.write(name, text);
			fs.chmodSync(path.join(this.top, name), 0o755);
		}
		this.git('init', '--quiet', '--initial-branch=main');
		fs.appendFileSync(path.join(this.top, '.git', 'info', 'exclude'), 'node_modules\n');
		this.git('add', '--all');
		this.git('commit', '--quiet', '--message', 'First');
		this.#install('.');
	}

	/** Adds a linked worktree beside the top folder, and sets up its hooks as a new clone would. */
	addWorktree(name: string): void {
		this.git('worktree', 'add', '--quiet', name);
		if (this.#runner !== 'pre-commit') {
			this.#install(name);
		}
	}

	#install(folder: string): void {
		switch (this.#runner) {
			case 'a plain hook':
				this.git('config', 'core.hooksPath', '.githooks');
				return;
			case 'pre-commit':
				this.must(this.run('pre-commit', ['install', ...STAGES.flatMap(stage => ['--hook-type', stage])]));
				return;
			default:
				fs.symlinkSync(path.join(HOOK_TOOLS ?? '', 'node_modules'), path.join(this.top, folder, 'node_modules'));
				this.must(this.run('npx', this.#runner === 'lefthook' ? ['lefthook', 'install'] : ['husky'], folder));
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
