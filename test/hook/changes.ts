import type { HookedRepository, HookRunner } from '../support/hooked-repository.ts';
import type { Ended } from '../support/process.ts';

export const record = (day: string, rest = '', impact = 'minor') =>
	`title: Record of ${day}\nimpact: ${impact}\nstarted_at: 2024-08-${day}T10:00:00Z\nresolved_at: 2024-08-${day}T11:${day}:00Z\n${rest}`;
export const causedBy = (id: string) => `references: [{ id: ${id}, relation: caused-by }]\n`;

export const CAUSE = record('01');
export const EFFECT = record('02', causedBy('disk-full'));
export const FAULTY = record('05', '', 'huge');
export const BASE = {
	'incident-log.yaml': 'title: Log\n',
	'incidents/disk-full.yaml': CAUSE,
	'incidents/queue-stuck.yaml': EFFECT,
	'README.md': '# Service\n',
	'src/main.c': 'int x;\n',
};
/** The same records in a folder. */
export const inFolder = (folder: string) =>
	Object.fromEntries(Object.entries(BASE).map(([name, text]) => [`${folder}/${name}`, text]));

export interface Situation {
	readonly name: string;
	/** Files of the first commit. */
	readonly files?: Readonly<Record<string, string>>;
	/** Makes the change, and returns the result of the command that runs the hook. */
	readonly act: (repository: HookedRepository) => Ended;
	/** The code of the finding that rejects the change. */
	readonly expected: 'accepted' | 'reference/unresolved' | 'impact/unknown-level' | 'schema/syntax';
	/** The situation is one of this runner only. */
	readonly only?: HookRunner;
}

export const commit = (repository: HookedRepository, ...args: string[]) =>
	repository.run('git', ['commit', '--quiet', '--message', 'Change', ...args]);

/** Stages all files, and commits. */
export const commitAll = (repository: HookedRepository) => {
	repository.git('add', '--all');
	return commit(repository);
};

export const commitUnchecked = (repository: HookedRepository) =>
	repository.git('commit', '--quiet', '--no-verify', '--message', 'Unchecked');

export type Act = Situation['act'];

export const writeAndCommit =
	(path: string, text: string): Act =>
	repository => {
		repository.write(path, text);
		return commitAll(repository);
	};

export const deleteAndCommit =
	(path: string, ...args: string[]): Act =>
	repository => {
		repository.git('rm', '--quiet', path);
		return commit(repository, ...args);
	};

export const renameAndCommit =
	(from: string, to: string): Act =>
	repository => {
		repository.git('mv', from, to);
		return commit(repository);
	};

/** Deletes a referenced record in a linked worktree, and commits in a folder of it. */
export const deleteInWorktree =
	(folder: string): Act =>
	repository => {
		repository.addWorktree('../tree');
		repository.must(repository.run('git', ['rm', '--quiet', 'incidents/disk-full.yaml'], '../tree'));
		return repository.run('git', ['commit', '--quiet', '--message', 'Change'], folder);
	};

export const addRemote = (repository: HookedRepository) => {
	repository.git('clone', '--quiet', '--bare', '.', '../remote.git');
	repository.git('remote', 'add', 'origin', '../remote.git');
	repository.git('fetch', '--quiet', 'origin');
};

/** Commits on another branch without hooks, and returns to the main branch. */
export const onBranch = (repository: HookedRepository, act: () => void) => {
	repository.git('checkout', '--quiet', '-b', 'branch');
	act();
	repository.git('add', '--all');
	commitUnchecked(repository);
	repository.git('checkout', '--quiet', 'main');
};
