import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { FILES, HOOK_TOOLS, HookedRepository, type HookRunner, hasPreCommit } from '../support/hooked-repository.ts';
import type { Ended } from '../support/process.ts';
import {
	addRemote,
	BASE,
	CAUSE,
	causedBy,
	commit,
	commitAll,
	commitUnchecked,
	deleteAndCommit,
	deleteInWorktree,
	EFFECT,
	FAULTY,
	inFolder,
	onBranch,
	record,
	renameAndCommit,
	type Situation,
	writeAndCommit,
} from './changes.ts';

const SITUATIONS: readonly Situation[] = [
	{
		name: 'a correct change',
		act: writeAndCommit('incidents/disk-full.yaml', `${CAUSE}status: resolved\n`),
		expected: 'accepted',
	},
	{
		name: 'a staged fault that is corrected on the disk only',
		act: repository => {
			repository.write('incidents/disk-full.yaml', record('01', '', 'huge'));
			repository.git('add', '--all');
			repository.write('incidents/disk-full.yaml', CAUSE);
			return commit(repository);
		},
		expected: 'impact/unknown-level',
	},
	{
		name: 'a correct staged change with a fault on the disk only',
		act: repository => {
			repository.write('incidents/disk-full.yaml', `${CAUSE}status: resolved\n`);
			repository.git('add', '--all');
			repository.write('incidents/disk-full.yaml', record('01', '', 'huge'));
			return commit(repository);
		},
		expected: 'accepted',
	},
	{
		name: 'a new record that is staged in part, before a fault',
		act: repository => {
			repository.write('incidents/new.yaml', record('03'));
			repository.git('add', '--all');
			repository.write('incidents/new.yaml', record('03', causedBy('unknown-one')));
			return commit(repository);
		},
		expected: 'accepted',
	},
	{
		name: 'the deletion of a referenced record',
		act: deleteAndCommit('incidents/disk-full.yaml'),
		expected: 'reference/unresolved',
	},
	{
		name: 'a staged deletion of a record that is kept on the disk',
		act: repository => {
			repository.git('rm', '--quiet', '--cached', 'incidents/disk-full.yaml');
			return commit(repository);
		},
		expected: 'reference/unresolved',
	},
	{
		name: 'a deletion on the disk only',
		act: repository => {
			repository.write('incidents/queue-stuck.yaml', `${EFFECT}status: resolved\n`);
			repository.git('add', '--all');
			repository.remove('incidents/disk-full.yaml');
			return commit(repository);
		},
		expected: 'accepted',
	},
	{
		name: 'the renaming of a referenced record',
		act: renameAndCommit('incidents/disk-full.yaml', 'incidents/host-down.yaml'),
		expected: 'reference/unresolved',
	},
	{
		name: 'the renaming of a record and of the reference to it',
		act: repository => {
			repository.git('mv', 'incidents/disk-full.yaml', 'incidents/host-down.yaml');
			repository.write('incidents/queue-stuck.yaml', record('02', causedBy('host-down')));
			return commitAll(repository);
		},
		expected: 'accepted',
	},
	{
		name: 'a staged reference to an untracked record',
		act: repository => {
			repository.write('incidents/new.yaml', record('03', causedBy('untracked-one')));
			repository.git('add', '--all');
			repository.write('incidents/untracked-one.yaml', record('04'));
			return commit(repository);
		},
		expected: 'reference/unresolved',
	},
	{
		name: 'a correct staged change beside a faulty untracked record',
		act: repository => {
			repository.write('incidents/new.yaml', record('03'));
			repository.git('add', '--all');
			repository.write('incidents/untracked.yaml', FAULTY);
			return commit(repository);
		},
		expected: 'accepted',
	},
	{
		name: 'a staged reference to a record that is only intended to be added',
		act: repository => {
			repository.write('incidents/new.yaml', record('03', causedBy('intended-one')));
			repository.git('add', '--all');
			repository.write('incidents/intended-one.yaml', record('04'));
			repository.git('add', '--intent-to-add', '--all');
			return commit(repository);
		},
		expected: 'reference/unresolved',
		// pre-commit stashes such a file, and fails in some versions.
		only: 'a plain hook',
	},
	{
		name: 'a deletion in a linked worktree',
		act: deleteInWorktree('../tree'),
		expected: 'reference/unresolved',
	},
	{
		name: 'a deletion in a linked worktree, committed in a subfolder',
		act: deleteInWorktree('../tree/src'),
		expected: 'reference/unresolved',
	},
	{
		name: 'a merge of a deletion and a new reference',
		act: repository => {
			onBranch(repository, () => repository.write('incidents/new.yaml', record('03', causedBy('lonely-one'))));
			repository.git('rm', '--quiet', 'incidents/lonely-one.yaml');
			commitUnchecked(repository);
			return repository.run('git', ['merge', '--quiet', '--no-edit', 'branch']);
		},
		files: { ...BASE, 'incidents/lonely-one.yaml': record('04') },
		expected: 'reference/unresolved',
	},
	{
		name: 'a merge of correct branches',
		act: repository => {
			onBranch(repository, () => repository.write('incidents/new.yaml', record('03', causedBy('disk-full'))));
			repository.write('incidents/other.yaml', record('04'));
			repository.must(commitAll(repository));
			return repository.run('git', ['merge', '--quiet', '--no-edit', 'branch']);
		},
		expected: 'accepted',
	},
	{
		name: 'a merge conflict that is staged with its markers',
		act: repository => {
			onBranch(repository, () => repository.write('incidents/disk-full.yaml', `${CAUSE}summary: Theirs\n`));
			repository.write('incidents/disk-full.yaml', `${CAUSE}summary: Ours\n`);
			repository.must(commitAll(repository));
			expect(repository.run('git', ['merge', '--quiet', 'branch']).code).toBe(1);
			return commitAll(repository);
		},
		expected: 'schema/syntax',
	},
	{
		name: 'a cherry-pick of a deletion, before it is committed',
		act: repository => {
			onBranch(repository, () => repository.remove('incidents/disk-full.yaml'));
			repository.git('cherry-pick', '--no-commit', 'branch');
			return commit(repository);
		},
		expected: 'reference/unresolved',
	},
	{
		name: 'an amended commit that deletes a record',
		act: deleteAndCommit('incidents/disk-full.yaml', '--amend'),
		expected: 'reference/unresolved',
	},
	{
		name: 'commit --all in a subfolder, with the index of the hook',
		act: repository => {
			repository.remove('incidents/disk-full.yaml');
			return repository.run('git', ['commit', '--quiet', '--all', '--message', 'Change'], 'src');
		},
		expected: 'reference/unresolved',
	},
	{
		name: 'a commit of one file beside a staged deletion',
		act: repository => {
			repository.git('rm', '--quiet', 'incidents/disk-full.yaml');
			repository.write('README.md', '# Services\n');
			return commit(repository, '--only', 'README.md');
		},
		expected: 'accepted',
	},
	{
		name: 'a deletion in a log in a subfolder',
		files: { ...inFolder('ops/log'), 'README.md': '# Service\n' },
		act: deleteAndCommit('ops/log/incidents/disk-full.yaml'),
		expected: 'reference/unresolved',
	},
	{
		name: 'a deletion in one of two logs with the same ids',
		files: { ...inFolder('east'), ...inFolder('west') },
		act: deleteAndCommit('west/incidents/disk-full.yaml'),
		expected: 'reference/unresolved',
	},
	{
		name: 'a fault in a file with spaces and other than ASCII letters in its path',
		act: writeAndCommit('störungen/2024 – größte Störung/障害 1.yaml', FAULTY),
		expected: 'impact/unknown-level',
	},
	{
		name: 'the renaming of a record with other than ASCII letters in its name',
		files: {
			...BASE,
			'störungen/größte-störung.yaml': record('06'),
			'incidents/b.yaml': record('07', causedBy('größte-störung')),
		},
		act: renameAndCommit('störungen/größte-störung.yaml', 'störungen/andere.yaml'),
		expected: 'reference/unresolved',
	},
	{
		name: 'a staged configuration that other records do not match',
		act: writeAndCommit('incident-log.yaml', 'impact: { levels: [small, large] }\n'),
		expected: 'impact/unknown-level',
	},
	{
		name: 'staged ignore rules that leave out a referenced record',
		act: writeAndCommit('.gitignore', 'disk-*\n'),
		expected: 'reference/unresolved',
	},
	{
		name: 'a correct change beside an old fault',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: writeAndCommit('incidents/disk-full.yaml', `${CAUSE}status: resolved\n`),
		expected: 'accepted',
	},
	{
		name: 'a change outside of the log',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: writeAndCommit('src/main.c', 'int y;\n'),
		expected: 'accepted',
	},
	{
		name: 'a repository that is named apart from its working tree',
		act: repository => {
			const variables = { GIT_DIR: `${repository.top}/.git`, GIT_WORK_TREE: repository.top };
			repository.remove('incidents/disk-full.yaml');
			return repository.run('git', ['commit', '--quiet', '--all', '--message', 'Change'], '..', variables);
		},
		expected: 'reference/unresolved',
		only: 'a plain hook',
	},
	{
		name: 'a push of a commit that was not checked',
		act: repository => {
			addRemote(repository);
			repository.git('rm', '--quiet', 'incidents/disk-full.yaml');
			commitUnchecked(repository);
			repository.git('checkout', '--quiet', 'HEAD~1');
			return repository.run('git', ['push', '--quiet', 'origin', 'main']);
		},
		expected: 'reference/unresolved',
	},
	{
		name: 'a push of a new branch with a commit that was not checked',
		act: repository => {
			addRemote(repository);
			onBranch(repository, () => repository.remove('incidents/disk-full.yaml'));
			return repository.run('git', ['push', '--quiet', 'origin', 'branch']);
		},
		expected: 'reference/unresolved',
	},
	{
		name: 'a push of a new branch with a correct commit, beside an old fault',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: repository => {
			addRemote(repository);
			onBranch(repository, () => repository.write('incidents/new.yaml', record('03')));
			return repository.run('git', ['push', '--quiet', 'origin', 'branch']);
		},
		expected: 'accepted',
	},
	{
		name: 'a first push of a repository with a fault',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: repository => {
			repository.git('init', '--quiet', '--bare', '../remote.git');
			repository.git('remote', 'add', 'origin', '../remote.git');
			return repository.run('git', ['push', '--quiet', 'origin', 'main']);
		},
		expected: 'impact/unknown-level',
	},
	{
		name: 'a push that deletes a branch',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: repository => {
			repository.git('branch', 'branch');
			addRemote(repository);
			return repository.run('git', ['push', '--quiet', 'origin', ':branch']);
		},
		expected: 'accepted',
	},
	{
		name: 'a push of a correct commit',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: repository => {
			addRemote(repository);
			repository.write('incidents/new.yaml', record('03'));
			repository.must(commitAll(repository));
			repository.write('incidents/new.yaml', FAULTY);
			return repository.run('git', ['push', '--quiet', 'origin', 'main']);
		},
		expected: 'accepted',
	},
	{
		name: 'pre-commit run --all-files with nothing staged',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: repository => repository.run('pre-commit', ['run', '--all-files']),
		expected: 'impact/unknown-level',
		only: 'pre-commit',
	},
	{
		name: 'pre-commit run --all-files with a correct staged change',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: repository => {
			repository.write('incidents/disk-full.yaml', `${CAUSE}status: resolved\n`);
			repository.git('add', '--all');
			return repository.run('pre-commit', ['run', '--all-files']);
		},
		expected: 'impact/unknown-level',
		only: 'pre-commit',
	},
	{
		name: 'pre-commit run for two commits',
		files: { ...BASE, 'incidents/old.yaml': FAULTY },
		act: repository => {
			repository.git('rm', '--quiet', 'incidents/disk-full.yaml');
			commitUnchecked(repository);
			return repository.run('pre-commit', ['run', '--from-ref', 'HEAD~1', '--to-ref', 'HEAD']);
		},
		expected: 'reference/unresolved',
		only: 'pre-commit',
	},
];

/** The codes of the errors in the output of a hook. lint-staged asks its commands for colours. */
const errorsIn = ({ out, err }: Ended) =>
	[...stripVTControlCharacters(out + err).matchAll(/\d+:\d+ {2}error {2}(\S+)/g)].map(([, code]) => code);

/** In CI the test fails without pre-commit, which is then missing from the setup; elsewhere it is skipped. */
const RUNNERS: readonly HookRunner[] = [
	'a plain hook',
	...(hasPreCommit || process.env['CI'] ? (['pre-commit'] as const) : []),
	...(HOOK_TOOLS === undefined ? [] : (['husky', 'lint-staged', 'lefthook'] as const)),
];

test.each(['pre-commit', 'lint-staged.config.mjs', 'lefthook.yml'])('the recipe in %s checks the index', name => {
	const texts = Object.values(FILES).flatMap(filesOf => Object.entries(filesOf()));
	const found = texts.filter(([file]) => file.endsWith(name)).map(([, text]) => text);
	expect(found.length).toBeGreaterThan(0);
	expect(found.filter(text => !/ check --staged|lint-staged --diff-filter=ACDMRT/.test(text))).toEqual([]);
});

describe.each(RUNNERS)('%s', runner => {
	const situations = SITUATIONS.filter(({ only }) => only === undefined || only === runner);

	test.each(situations)('$name: $expected', ({ files = BASE, act, expected }) => {
		using repository = new HookedRepository(runner, files);
		const ended = act(repository);
		const seen = ended.code === 0 ? ['accepted'] : [...new Set(errorsIn(ended))];
		expect(seen, ended.out + ended.err).toEqual([expected]);
	});
});
