import { describe, expect, test } from 'vitest';
import { BASELINE_FILE } from '../../src/log/baseline.ts';
import { runOn } from '../support/memory-host.ts';

const RECORD = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00Z\nresolved_at: 2024-08-01T11:00:00Z\n';
const UNKNOWN = RECORD.replace('minor', 'huge');
const OTHER = RECORD.replaceAll('2024-08-01', '2024-08-02');
const SWAPPED = RECORD.replace('10:00:00Z', '12:00:00Z').replace('Disk', 'Other disk');
const FILES = { 'incident-log.yaml': '', 'incidents/a.yaml': UNKNOWN, 'incidents/b.yaml': OTHER };

/** A log in memory, and runs of the command line on it. */
function logWith(texts: Readonly<Record<string, string>>) {
	const files: Record<string, string> = { ...texts };
	return {
		async run(...args: string[]) {
			const run = await runOn({ files }, ...args);
			for (const [path, text] of run.written) {
				files[path] = text;
			}
			return run;
		},
		write: (file: string, text: string) => {
			files[file] = text;
		},
		remove: (file: string) => {
			delete files[file];
		},
		has: (file: string) => Object.hasOwn(files, file),
		read: (file = BASELINE_FILE) => files[file] ?? '',
	};
}

const paths = (text: string) => Object.keys(JSON.parse(text).findings);

describe('a baseline', () => {
	test('contains the findings of today, so that only new ones fail the run', async () => {
		const log = logWith(FILES);
		expect((await log.run('check')).code).toBe(1);
		const update = await log.run('check', '--update-baseline');
		expect(update.code).toBe(0);
		expect(update.err).toBe(`incident-log: \`${BASELINE_FILE}\` written: 1 finding (1 added, 0 removed).\n`);
		expect(paths(log.read())).toEqual(['incidents/a.yaml']);
		const known = await log.run('check');
		expect(known.code).toBe(0);
		expect(known.out).toContain('✓ 3 documents checked: no findings\n');
		expect(known.out).toContain('1 known finding in the baseline not shown.\n');
		log.write('incidents/a.yaml', `# A comment\n${UNKNOWN}`);
		expect((await log.run('check')).code).toBe(0);
		log.write('incidents/b.yaml', OTHER.replace('minor', 'huge'));
		const fresh = await log.run('check');
		expect(fresh.code).toBe(1);
		expect(fresh.out).toContain('incidents/b.yaml\n\n  2:9  error  impact/unknown-level');
		expect(fresh.out).not.toContain('incidents/a.yaml');
	});

	test('is the same from a subfolder and for a named file, with or without a configuration', async () => {
		const { 'incident-log.yaml': _, ...records } = FILES;
		for (const files of [FILES, { ...records, '.git/HEAD': 'ref: refs/heads/main\n' }]) {
			const log = logWith(files);
			await log.run('check', '--update-baseline');
			expect((await log.run('check', 'incidents')).out).toContain('no findings');
			expect((await log.run('check', 'incidents/a.yaml')).out).toContain('1 known finding in the baseline');
			expect((await log.run('check', 'incidents/b.yaml')).out).not.toContain('baseline');
		}
	});

	test('marks the root of a log outside of a repository', async () => {
		const log = logWith({ 'incidents/a.yaml': UNKNOWN });
		await log.run('check', '--update-baseline');
		expect((await log.run('check', 'incidents/a.yaml')).code).toBe(0);
	});

	test('states stale entries, which can only be removed', async () => {
		const log = logWith({ ...FILES, 'incidents/c.yaml': SWAPPED });
		await log.run('check', '--update-baseline');
		log.write('incidents/a.yaml', RECORD);
		log.write('incidents/b.yaml', OTHER.replace('minor', 'huge'));
		const before = log.read();
		const stale = await log.run('check');
		expect(stale.out).toContain(
			'1 entry of the baseline no longer occurs. `incident-log check --prune-baseline` removes it.\n',
		);
		expect(log.read()).toBe(before);
		const pruned = await log.run('check', '--prune-baseline');
		expect(pruned.err).toContain('1 finding (0 added, 1 removed)');
		expect(pruned.code).toBe(1);
		expect(paths(log.read())).toEqual(['incidents/c.yaml']);
		log.remove('incidents/c.yaml');
		expect((await log.run('check')).out).toContain('1 entry of the baseline no longer occurs.');
		expect((await log.run('check', 'incidents/b.yaml')).out).not.toContain('baseline');
		await log.run('check', '--prune-baseline');
		expect(paths(log.read())).toEqual([]);
		expect((await log.run('check', '--prune-baseline')).err).toContain('is up to date: 0 findings');
	});

	test('keeps the entries of a moved record, and the next update writes its new path', async () => {
		const log = logWith(FILES);
		await log.run('check', '--update-baseline');
		log.write('incidents/2024/a.yaml', log.read('incidents/a.yaml'));
		log.remove('incidents/a.yaml');
		const moved = await log.run('check');
		expect(moved.code).toBe(0);
		expect(moved.out).not.toContain('no longer');
		await log.run('check', '--prune-baseline');
		expect(paths(log.read())).toEqual(['incidents/2024/a.yaml']);
	});

	test('is updated only for the named files', async () => {
		const log = logWith(FILES);
		await log.run('check', '--update-baseline');
		log.write('incidents/a.yaml', RECORD);
		log.write('incidents/b.yaml', OTHER.replace('minor', 'huge'));
		await log.run('check', '--update-baseline', 'incidents/b.yaml');
		expect(paths(log.read())).toEqual(['incidents/a.yaml', 'incidents/b.yaml']);
		await log.run('check', '--update-baseline', 'incidents/a.yaml');
		expect(paths(log.read())).toEqual(['incidents/b.yaml']);
	});

	test('is not used with --no-baseline', async () => {
		const log = logWith(FILES);
		await log.run('check', '--update-baseline');
		expect((await log.run('check', '--no-baseline')).code).toBe(1);
		// The findings of other documents are not new.
		expect((await log.run('check', '--no-baseline', 'incidents/b.yaml')).out).toContain('no findings');
	});

	test('applies to fixes as well', async () => {
		const page = '# 2024-08-31\n\n* **August 26: Late** (05:30EST): Nothing moved for an hour.\n';
		const log = logWith({ 'incident-log.yaml': 'time_zone: America/New_York\n', 'bulletins/2024-08-31.md': page });
		await log.run('check', '--update-baseline');
		expect((await log.run('fix')).out).toBe('Nothing to fix.\n');
		expect(log.read('bulletins/2024-08-31.md')).toBe(page);
	});

	test('exists for each of several logs', async () => {
		const log = logWith({
			'one/incident-log.yaml': '',
			'one/incidents/a.yaml': UNKNOWN,
			'two/incident-log.yaml': '',
			'two/incidents/a.yaml': SWAPPED,
			'three/incident-log.yaml': '',
			'three/incidents/a.yaml': RECORD,
		});
		expect((await log.run('check', '--update-baseline')).code).toBe(0);
		expect(Object.keys(JSON.parse(log.read(`one/${BASELINE_FILE}`)).findings['incidents/a.yaml'])).toEqual([
			'impact/unknown-level',
		]);
		expect(Object.keys(JSON.parse(log.read(`two/${BASELINE_FILE}`)).findings['incidents/a.yaml'])).toEqual([
			'time/order',
		]);
		expect(log.has(`three/${BASELINE_FILE}`)).toBe(false);
		expect((await log.run('check')).code).toBe(0);
		expect((await log.run('check', 'two')).out).toContain('1 known finding');
	});
});

test.each([[['check']], [['check', '--update-baseline']], [['check', '--prune-baseline']], [['fix']]])(
	'ends the run for an invalid baseline: %j',
	async args => {
		const run = await runOn({ files: { ...FILES, [BASELINE_FILE]: '<<<<<<< HEAD\n' } }, ...args);
		expect(run.code).toBe(2);
		expect(run.out).toBe('');
		expect(run.err).toBe(
			`incident-log: Invalid baseline \`${BASELINE_FILE}\`: conflict markers of a merge. Expected the output of \`incident-log check --update-baseline\`. Correct the file, or delete it and write it again.\n`,
		);
		expect([...run.written]).toEqual([]);
	},
);

test('JSON counts the findings of the baseline and does not list them', async () => {
	const log = logWith(FILES);
	await log.run('check', '--update-baseline');
	log.write('incidents/b.yaml', OTHER.replace('minor', 'huge'));
	const report = JSON.parse((await log.run('check', '--format', 'json')).out);
	expect(report).toMatchObject({ checked: 3, files: 3, baseline: { matched: 1, stale: 0 }, summary: { error: 1 } });
	expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(['incidents/b.yaml']);
});
