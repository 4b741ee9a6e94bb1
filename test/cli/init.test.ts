import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runOn } from '../support/memory-host.ts';

const RECORD = (date: string, title: string) =>
	`# ${title}\n\n**Date:** ${date}\n**Severity:** SEV-2\n**Status:** Resolved\n\n## Timeline\n\nAll times in UTC.\n\n- 14:03 Alert fires\n- 14:40 Fixed\n\n## Root cause\n\nA full disk.\n`;
const NOTE = '# Meeting\n\nDate: 2026-02-03\n\nWe talked.\n';

describe('init', () => {
	test('proposes globs for records outside of the usual folders, and what is understood with them', async () => {
		const files = {
			'docs/ops/2026-02-03-disk.md': RECORD('2026-02-03', 'Disk full'),
			'docs/ops/2026-02-10-queue.md': RECORD('2026-02-10', 'Queue stopped'),
			'docs/ops/rota.md': NOTE,
			'notes/2026-02-03.md': NOTE,
		};
		const { code, out, written } = await runOn({ files }, 'init');
		expect(code).toBe(0);
		expect(out).toContain('Found 2 incidents in docs/ops.');
		expect(out).toContain('docs/ops/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*.md');
		expect(out).toContain('time_zone: UTC');
		expect(out).toContain('With this configuration, 2 of 2 are read.');
		expect(out).toContain('2 records: 2 with a start, 2 with a timeline');
		expect(out).toContain('Not written.');
		expect([...written]).toEqual([]);
	});

	test.each([
		['with --yes', {}, ['--yes']],
		['when it is confirmed', { answer: true }, []],
	])('writes the configuration %s, and check uses it', async (_, machine, args) => {
		const files = { 'ops/INCIDENT-0001.md': RECORD('2026-02-03', 'Disk full'), 'ops/rota.md': NOTE };
		const { written, out } = await runOn({ files, ...machine }, 'init', ...args);
		expect(out).toContain('Written: incident-log.yaml.');
		const configuration = written.get('incident-log.yaml') ?? '';
		const run = await runOn({ files: { ...files, 'incident-log.yaml': configuration } }, 'check');
		expect(run.out).toContain('1 record: 1 with a start');
	});

	test('needs no globs where the usual folders find the records', async () => {
		const { out } = await runOn({ files: { 'incidents/a-disk.md': RECORD('2026-02-03', 'Disk full') } }, 'init');
		expect(out).not.toContain('files:');
	});

	test('names the dialect of the records', async () => {
		const issue = (title: string) =>
			`---\ntitle: ${title}\ndate: 2026-02-03 05:30:00\nresolved: true\nresolvedWhen: 2026-02-03 06:30:00\nseverity: down\naffected: [API]\nsection: issue\n---\n\nAll fixed.\n`;
		const { out } = await runOn(
			{ files: { 'content/issues/a.md': issue('A'), 'content/issues/b.md': issue('B') } },
			'init',
		);
		expect(out).toContain('dialect: cstate');
		expect(out).not.toContain('files:');
	});

	test('does not touch an existing configuration', async () => {
		const { code, err, written } = await runOn(
			{ files: { 'incident-log.yml': '', 'incidents/a.md': RECORD('2026-02-03', 'A') } },
			'init',
			'--yes',
		);
		expect([code, [...written]]).toEqual([2, []]);
		expect(err).toContain('Existing configuration `incident-log.yml`. Expected a folder without one.');
	});

	test.each([
		['without a record', { 'setup.sh': '' }, 'and no YAML or Markdown file'],
		['with files of no common form', { 'notes/a.md': NOTE, 'b.md': NOTE }, 'only 2 YAML or Markdown files'],
	])('proposes the configuration of a new log for a folder %s', async (_, files, found) => {
		const { code, out, written } = await runOn({ files }, 'init', '--yes');
		expect(code).toBe(0);
		expect(out).toContain(`No record found, ${found}. This is the configuration of a new log.`);
		const configuration = written.get('incident-log.yaml') ?? '';
		expect(parse(configuration)).toEqual({
			time_zone: 'Europe/Berlin',
			impact: { levels: ['none', 'minor', 'major', 'critical'] },
		});
		const created = await runOn(
			{ files: { ...files, 'incident-log.yaml': configuration } },
			'new',
			'incident',
			'Disk full',
		);
		expect([created.code, [...created.written.keys()][0]]).toEqual([
			0,
			expect.stringMatching(/^incidents\/.*-disk-full\.yaml$/),
		]);
	});

	test('writes no configuration of a new log without a confirmation', async () => {
		const { code, out, written } = await runOn({ files: { 'setup.sh': '' } }, 'init');
		expect([code, [...written]]).toEqual([0, []]);
		expect(out).toContain('Not written.');
	});

	test('is refused for files of one form that are no records', async () => {
		const files = Object.fromEntries(
			['a', 'b', 'c'].map(name => [`pages/${name}.md`, 'Author: Ann\nTeam: Web\n\nText.\n']),
		);
		const { code, err, written } = await runOn({ files }, 'init', '--yes');
		expect([code, [...written]]).toEqual([2, []]);
		expect(err).toContain(
			'No record found, only 3 files of 3 begin with `Author:` and `Team:` lines. Expected Markdown',
		);
	});
});

describe('a run that read nothing', () => {
	test.each(['check', 'coverage'])('is an error of %s', async command => {
		const files = Object.fromEntries(
			['a', 'b', 'c'].map(name => [`pages/${name}.md`, 'Title: Disk\nDate: 2026-02-03\n\nIt was full.\n']),
		);
		const { code, err } = await runOn({ files }, command);
		expect(code).toBe(2);
		expect(err).toContain('No log found, only 3 files of 3 begin with `Title:` and `Date:` lines.');
		expect(err).toContain('`incident-log init` proposes a configuration.');
	});

	test.each(['check', 'coverage', 'render'])('reads a named file in any folder (%s)', async command => {
		const files = { 'notes/disk.md': RECORD('2024-02-03', 'Disk full'), 'notes/list.md': NOTE };
		const { code, out, err } = await runOn({ files }, command, 'notes/disk.md');
		expect(code, err).toBe(0);
		expect(out).toMatch(
			{ check: /1 record: 1 with a start/, coverage: /1 record/, render: /Disk full/ }[command] ?? /^$/,
		);
	});

	test('reads a named file beside the records of its log', async () => {
		const files = {
			'incident-log.yaml': 'exclude: [drafts]\n',
			'incidents/2024-02-03-disk.md': RECORD('2024-02-03', 'Disk full'),
			'notes/queue.md': RECORD('2024-02-04', 'Queue stopped'),
			'drafts/queue.md': RECORD('2024-02-04', 'Queue stopped'),
		};
		expect((await runOn({ files }, 'check', 'notes/queue.md')).out).toContain('1 record: 1 with a start');
		expect((await runOn({ files }, 'check', 'drafts/queue.md')).out).not.toContain('1 record');
	});

	test('names a file that is in no log', async () => {
		const { code, err } = await runOn({ files: { 'a.md': NOTE } }, 'check', 'a.md');
		expect(code).toBe(2);
		expect(err).toContain('File in no log: `a.md`.');
	});
});

describe('coverage', () => {
	const files = {
		'incident-log.yaml': 'time_zone: UTC\n',
		'postmortems/2026-02-03-disk.md': RECORD('2026-02-03', 'Disk full'),
		'postmortems/queue.md':
			'# Queue stopped\n\n**Date:** 2026-02-10\n**Severity:** rather bad\n\n## Timeline\n\nIt stopped.\n',
	};

	test('lists the records that were not wholly understood, with the places', async () => {
		const { code, out } = await runOn({ files }, 'coverage');
		expect(code).toBe(0);
		expect(out).toContain('postmortems/queue.md');
		expect(out).not.toContain('2026-02-03-disk');
		expect(out).toMatch(/postmortems\/queue\.md:4:\d+ {2}impact: rather bad/);
		expect(out).toContain('1 of 2 records wholly understood');
		expect((await runOn({ files }, 'coverage', '--all')).out).toContain('2026-02-03-disk');
	});

	test('is printed as JSON', async () => {
		const { out } = await runOn({ files }, 'coverage', '--format', 'json');
		const { version, records, summary } = JSON.parse(out);
		expect(version).toBe(1);
		expect(records.map(({ file, whole }: { file: string; whole: boolean }) => [file, whole])).toEqual([
			['postmortems/queue.md', false],
			['postmortems/2026-02-03-disk.md', true],
		]);
		expect(records[1].aspects.timeline).toEqual({ state: 'understood', read: 2, notUnderstood: [] });
		expect(summary).toMatchObject({ records: 2, whole: 1, timelineRows: { read: 2 } });
	});
});
