import { describe, expect, test } from 'vitest';
import { type Machine, runOn } from '../support/memory-host.ts';

const CAUSE = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00Z\nresolved_at: 2024-08-01T11:00:00Z\n';
const EFFECT =
	'title: Queue stuck\nimpact: minor\nstarted_at: 2024-08-02T10:00:00Z\nresolved_at: 2024-08-02T11:00:00Z\nreferences: [{ id: disk-full, relation: caused-by }]\n';
const OLD_FAULT = CAUSE.replace('minor', 'huge').replaceAll('08-01', '08-03');

const cause = { 'incidents/disk-full.yaml': CAUSE };
const effect = { 'incident-log.yaml': 'title: Log\n', 'incidents/queue-stuck.yaml': EFFECT };
const oldFault = { 'incidents/old.yaml': OLD_FAULT };
const all = { ...cause, ...effect, ...oldFault };
const UNRESOLVED = 'incidents/queue-stuck.yaml reference/unresolved';
const UNKNOWN_LEVEL = 'incidents/disk-full.yaml impact/unknown-level';

async function check(machine: Machine, ...args: string[]) {
	const run = await runOn(machine, 'check', '--format', 'json', ...args);
	const { findings } = JSON.parse(run.out);
	const codes = findings.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`);
	return { code: run.code, codes, err: run.err };
}

describe('--staged', () => {
	test('reports the findings of staged documents, and not those of others', async () => {
		const index = { ...all, 'incidents/disk-full.yaml': CAUSE.replace('minor', 'huge') };
		const run = await check({ files: all, committed: all, index }, '--staged');
		expect(run).toEqual({ code: 1, codes: [UNKNOWN_LEVEL], err: '' });
	});

	test('reports what a staged deletion breaks', async () => {
		const run = await check({ files: all, committed: all, index: { ...effect, ...oldFault } }, '--staged');
		expect(run).toEqual({ code: 1, codes: [UNRESOLVED], err: '' });
	});

	test('does not read the files on the disk', async () => {
		const index = { ...effect, ...oldFault };
		expect((await check({ files: {}, committed: all, index: all }, '--staged')).codes).toEqual([]);
		expect((await check({ files: all, committed: all, index }, '--staged')).codes).toEqual([UNRESOLVED]);
	});

	test('reports nothing without a staged document', async () => {
		const run = await check({ files: all, committed: all, index: { ...all, 'notes.txt': 'x' } }, '--staged');
		expect(run).toEqual({ code: 0, codes: [], err: '' });
	});

	test('reports a finding once, whether its document is staged or depends on a staged one', async () => {
		const index = { ...oldFault, 'incidents/queue-stuck.yaml': `${EFFECT}status: resolved\n` };
		expect((await check({ files: all, committed: all, index }, '--staged')).codes).toEqual([UNRESOLVED]);
	});

	test('reports what a staged configuration breaks in unchanged documents', async () => {
		const index = { ...all, 'incident-log.yaml': 'impact: { levels: [small, large] }\n' };
		const { codes } = await check({ files: all, committed: all, index }, '--staged');
		expect(codes).toEqual([
			UNKNOWN_LEVEL,
			'incidents/old.yaml impact/unknown-level',
			'incidents/queue-stuck.yaml impact/unknown-level',
		]);
	});

	test('reports staged documents in named paths only', async () => {
		const faulty = CAUSE.replace('minor', 'huge');
		const index = {
			'incidents/disk-full.yaml': faulty,
			'postmortems/disk-full.md': '---\nimpact: huge\n---\n# Disk\n',
		};
		const { codes } = await check(
			{ files: {}, committed: index, index: { ...index, 'incidents/disk-full.yaml': `${faulty}\n` } },
			'--staged',
			'postmortems',
		);
		expect(codes).toEqual([]);
	});

	test('accepts a commit that removes the last document of a log', async () => {
		expect((await check({ files: cause, committed: cause, index: {} }, '--staged')).code).toBe(0);
	});

	test('fails without a log in the index', async () => {
		const run = await check({ files: all, committed: {}, index: { 'notes.md': '# Notes\n' } }, '--staged');
		expect(run.code).toBe(2);
		expect(run.err).toContain('No log found');
	});

	test('fails outside of a repository', async () => {
		const run = await check({ files: all }, '--staged');
		expect(run.code).toBe(2);
		expect(run.err).toBe(
			'incident-log: Not in a Git repository: `.`. Expected a path in a repository for `--staged`.\n',
		);
	});
});

describe('--since and --commit', () => {
	test('report on changes of the files on the disk since a commit, deleted files included', async () => {
		const commits = { main: all };
		const broken = { ...effect, ...oldFault, 'incidents/new.yaml': CAUSE.replace('minor', 'large') };
		const run = await check({ files: broken, commits }, '--since', 'main');
		expect(run).toEqual({ code: 1, codes: ['incidents/new.yaml impact/unknown-level', UNRESOLVED], err: '' });
		expect((await check({ files: all, commits }, '--since', 'main')).codes).toEqual([]);
	});

	test('do not take different line breaks for a change', async () => {
		const files = Object.fromEntries(Object.entries(all).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
		expect((await check({ files, commits: { main: all } }, '--since', 'main')).codes).toEqual([]);
	});

	test('report on all documents of a commit, or on those changed since another one', async () => {
		const machine = { files: {}, commits: { old: all, new: { ...effect, ...oldFault } } };
		expect((await check(machine, '--commit', 'old')).codes).toEqual(['incidents/old.yaml impact/unknown-level']);
		const { codes } = await check(machine, '--commit', 'new', '--since', 'old');
		expect(codes).toEqual([UNRESOLVED]);
	});

	test('compare the index with a commit', async () => {
		const machine = {
			files: {},
			commits: { main: all },
			committed: { ...effect, ...oldFault },
			index: { ...effect, ...oldFault },
		};
		expect((await check(machine, '--staged')).codes).toEqual([]);
		expect((await check(machine, '--staged', '--since', 'main')).codes).toEqual([UNRESOLVED]);
	});
});

describe('standard input', () => {
	test('takes the place of a file in its log', async () => {
		const input = CAUSE.replace('minor', 'huge');
		const machine = { files: all, committed: all, input };
		for (const args of [['-'], ['--stdin']]) {
			const run = await check(machine, ...args, '--stdin-filename', 'incidents/disk-full.yaml');
			expect(run).toEqual({ code: 1, codes: [UNKNOWN_LEVEL], err: '' });
		}
	});

	test('reports what the text breaks in other files', async () => {
		const machine = { files: all, committed: all, input: `id: other\n${CAUSE}` };
		const { codes } = await check(machine, '-', '--stdin-filename', 'incidents/disk-full.yaml');
		expect(codes).toEqual([UNRESOLVED]);
	});

	test('can be a file that does not exist', async () => {
		const machine = { files: { ...effect }, committed: effect, input: CAUSE.replace('minor', 'huge') };
		const { codes } = await check(machine, '-', '--stdin-filename', 'incidents/disk-full.yaml');
		expect(codes).toEqual([UNKNOWN_LEVEL]);
	});

	test.each([
		['-', 'Missing `--stdin-filename`. Expected the file whose text is on standard input.'],
		['--stdin', 'Missing `--stdin-filename`. Expected the file whose text is on standard input.'],
		['--stdin-filename a.yaml', '`--stdin-filename` without a text. Expected `--stdin`, or the path `-`.'],
		['- b.yaml --stdin-filename a.yaml', 'Standard input and named paths. Expected only one of them.'],
		[
			'- --staged --stdin-filename a.yaml',
			'Standard input cannot be combined with `--staged`, `--since`, `--commit` or `--pre-commit`.',
		],
	])('is refused: check %s', async (args, message) => {
		const run = await runOn({ files: all, committed: all }, 'check', ...args.split(' '));
		expect(run.code).toBe(2);
		expect(run.err).toBe(`incident-log: ${message}\n`);
	});
});

describe('--pre-commit', () => {
	const machine = {
		files: { ...effect, ...oldFault },
		committed: all,
		index: { ...all, 'incidents/disk-full.yaml': CAUSE.replace('minor', 'huge') },
		commits: {
			from: all,
			to: { ...all, 'incidents/new.yaml': OLD_FAULT.replaceAll('08-03', '08-05') },
			'refs/heads/new': all,
		},
	};
	const OLD = 'incidents/old.yaml impact/unknown-level';

	test.each([
		['the index for a commit or merge', { GIT_INDEX_FILE: '.git/index' }, [UNKNOWN_LEVEL]],
		[
			'the pushed commits for a push',
			{ PRE_COMMIT_FROM_REF: 'from', PRE_COMMIT_TO_REF: 'to', PRE_COMMIT_REMOTE_NAME: 'origin' },
			['incidents/new.yaml impact/unknown-level'],
		],
		[
			'the pushed branch for the first push',
			{ PRE_COMMIT_REMOTE_NAME: 'origin', PRE_COMMIT_LOCAL_BRANCH: 'refs/heads/new' },
			[OLD],
		],
		['all files for pre-commit run --all-files', {}, [OLD, UNRESOLVED]],
	])('checks %s', async (_name, variables: Record<string, string>, expected) => {
		const run = await check({ ...machine, variables: { PRE_COMMIT: '1', ...variables } }, '--pre-commit');
		expect(run).toEqual({ code: 1, codes: expected, err: '' });
	});
});

test.each([['--staged --commit HEAD'], ['--pre-commit --staged'], ['--stdin --since HEAD']])(
	'options that exclude each other are refused: %s',
	async args => {
		const run = await runOn({ files: all, committed: all }, 'check', ...args.split(' '));
		expect(run.code).toBe(2);
		expect(run.err).toContain('cannot be used with option');
	},
);
