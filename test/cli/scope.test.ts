import { describe, expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';
import { bin, projectRoot, runProgram } from '../support/process.ts';

const RECORD = 'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00Z\nresolved_at: 2024-08-01T11:00:00Z\n';
const onDay = (day: number) => RECORD.replaceAll('08-01', `08-0${day}`);
const GIT = { '.git/HEAD': 'ref: refs/heads/main\n' };
const LOG = {
	'incident-log.yaml': 'title: Our log\n',
	'incidents/a.yaml': onDay(1),
	'incidents/b.yaml': onDay(2).replace('minor', 'huge'),
	'incidents/README.md': '# Incidents\n',
	'notes/plan.md': '# Plan\n\nBuy disks.\n',
};

describe('the summary', () => {
	test('counts the checked documents and those in the log', async () => {
		const whole = await runOn({ files: LOG }, 'check');
		expect(whole.out).toContain('\n3 documents checked: 1 error\n');
		const part = await runOn({ files: LOG }, 'check', 'incidents/a.yaml');
		expect(part.out).toContain('✓ 1 document checked, 3 in the log: no findings\n');
	});

	test('of several logs has a heading and a line for each, and a total', async () => {
		const files = {
			'one/incident-log.yaml': 'title: First log\n',
			'one/incidents/a.yaml': onDay(1).replace('minor', 'huge'),
			'two/incident-log.yaml': '',
			'two/incidents/a.yaml': onDay(1),
		};
		const { out } = await runOn({ files }, 'check');
		expect(out.split('\n').filter(line => /^── |checked/.test(line))).toEqual([
			'── one  First log',
			'2 documents checked: 1 error',
			'── two',
			'✓ 2 documents checked: no findings',
			'2 logs, 4 documents checked: 1 error',
		]);
		expect(out.indexOf('impact/unknown-level')).toBeLessThan(out.indexOf('── two'));
	});
});

describe('a path without a document is an error', () => {
	test.each<[string, Readonly<Record<string, string>>, string]>([
		['incidents/README.md', {}, 'its name is that of another page. Expected a name such as `2024-08-26-disk-full.md`.'],
		['notes/plan.md', {}, 'it states nothing of an incident. Expected a record, or a file in a folder such as'],
		['plan.txt', { 'plan.txt': '' }, 'not a YAML or Markdown file. Expected a name with `.yaml`'],
		['notes', {}, 'no file in it is a record. Expected'],
		[
			'dist/a.yaml',
			{ 'dist/a.yaml': RECORD },
			'folders named `dist` are not searched. Expected a file in another folder.',
		],
		[
			'incidents/c.yaml',
			{ ...GIT, '.gitignore': 'c.yaml\n', 'incidents/c.yaml': RECORD },
			'Git ignores it. Expected a file that no `.gitignore` excludes.',
		],
		[
			'incidents/c.yaml',
			{ 'incident-log.yaml': 'exclude: "**/c.*"\n', 'incidents/c.yaml': RECORD },
			'`exclude` in `incident-log.yaml` leaves it out. Expected a file of the log.',
		],
		[
			'old',
			{ 'incident-log.yaml': 'exclude: old\n', 'old/incident-log.yaml': '', 'old/incidents/c.yaml': RECORD },
			'`exclude` in `incident-log.yaml` leaves it out.',
		],
		[
			'incidents/blank.md',
			{ 'incidents/blank.md': '# [Incident Title]\n\n**Date:** YYYY-MM-DD\n' },
			'a template with placeholders. Expected a record with a date.',
		],
	])('%s', async (path, files, message) => {
		// `old` is opened with the log around it.
		const paths = path === 'old' ? ['.', path] : [path, 'incidents/a.yaml'];
		const run = await runOn({ files: { ...LOG, ...files } }, 'check', ...paths);
		expect([run.code, run.out]).toEqual([2, '']);
		expect(run.err).toContain(`incident-log: No document at \`${path}\`: ${message}`);
		expect(run.err).toMatch(/`--allow-empty` accepts such paths\.\n$/);
		const accepted = await runOn({ files: { ...LOG, ...files } }, 'check', '--allow-empty', path, 'incidents/a.yaml');
		expect([accepted.code, accepted.err]).toEqual([0, '']);
		expect(accepted.out).toContain('1 document checked');
	});

	test('also among others, and for `fix`', async () => {
		const run = await runOn({ files: LOG }, 'check', 'incidents/README.md', 'incidents/a.yaml', 'notes');
		expect(run.err).toContain('No document at `incidents/README.md` and 1 other path: its name');
		expect((await runOn({ files: LOG }, 'fix', 'incidents/README.md')).code).toBe(2);
		expect((await runOn({ files: LOG }, 'fix', '--allow-empty', 'incidents/README.md')).code).toBe(0);
	});

	test('but not for a deleted document', async () => {
		const { 'incidents/a.yaml': deleted, ...files } = LOG;
		const run = await runOn({ files, committed: LOG }, 'check', 'incidents/a.yaml');
		expect([run.code, run.err]).toEqual([0, '']);
		expect(run.out).toContain('✓ 0 documents checked, 2 in the log: no findings');
		expect(deleted).toBeDefined();
		expect((await runOn({ files, committed: LOG }, 'check', 'incidents/README.md')).code).toBe(2);
	});
});

describe('a run without a record', () => {
	const configuration = (files: string) => ({ 'incident-log.yaml': `files: { ${files} }\n`, 'notes/a.md': '# A\n' });

	test('passes only if the configuration states no files of any kind, or with --allow-empty', async () => {
		const none = configuration('incidents: [], postmortems: [], bulletins: []');
		expect((await runOn({ files: none }, 'check')).code).toBe(0);
		const renamed = configuration('incidents: "reports/**"');
		expect((await runOn({ files: renamed }, 'check')).code).toBe(2);
		expect((await runOn({ files: renamed }, 'check', '--allow-empty')).code).toBe(0);
		expect((await runOn({ files: { 'notes/a.md': '# A\n' } }, 'check', '--allow-empty')).out).toBe(
			'✓ 0 documents checked: no findings\n',
		);
	});
});

test('states which records are in no log, because other folders are logs', async () => {
	const files = {
		...GIT,
		'ops/incident-log.yaml': '',
		'ops/incidents/a.yaml': onDay(1),
		'web/incidents/a.yaml': onDay(2),
		'web/incidents/b.yaml': onDay(3),
		'web/src/notes.md': '# Notes\n',
	};
	const run = await runOn({ files }, 'check');
	expect(run.code).toBe(0);
	expect(run.out).toContain('✓ 2 documents checked: no findings');
	expect(run.err).toBe(
		'incident-log: Not checked: `web/incidents/a.yaml` and 1 other file, in no log. An `incident-log.yaml` in a folder above makes one.\n',
	);
	expect((await runOn({ files }, 'check', 'ops')).err).toBe('');
	const inNoLog = await runOn({ files }, 'check', 'web');
	expect([inNoLog.code, inNoLog.out]).toEqual([2, '']);
	expect((await runOn({ files }, 'check', 'web/incidents/a.yaml')).code).toBe(2);
});

describe('--config', () => {
	const files = {
		'ops/incident-log.yaml': '',
		'ops/incidents/a.yaml': onDay(1),
		'web/incident-log.yaml': 'title: 5\n',
	};

	test('checks only the log of a configuration', async () => {
		const run = await runOn({ files }, 'check', '--config', 'ops/incident-log.yaml');
		expect(run.out).toContain('✓ 2 documents checked: no findings');
		const both = await runOn({ files }, 'check', '--config', 'ops/incident-log.yaml', '.');
		expect(both.out).toBe(run.out);
	});

	test.each([
		['incident-log.yaml', 'Configuration not found: `incident-log.yaml`. Expected a file that'],
		['ops/incident-log.yml', 'Configuration not found: `ops/incident-log.yml`.'],
		[
			'ops/incidents/a.yaml',
			'Invalid name of a configuration: `ops/incidents/a.yaml`. Expected `incident-log.yaml` or',
		],
	])('ends the run for %s', async (file, message) => {
		const run = await runOn({ files }, 'check', '--config', file, '--allow-empty');
		expect([run.code, run.out]).toEqual([2, '']);
		expect(run.err).toContain(message);
	});
});

test('--list-files prints the documents that would be checked', async () => {
	const list = async (...args: string[]) => (await runOn({ files: LOG }, 'check', '--list-files', ...args)).out;
	expect(await list()).toBe('incident-log.yaml\nincidents/a.yaml\nincidents/b.yaml\n');
	expect(await list('incidents/b.yaml')).toBe('incidents/b.yaml\n');
	expect((await runOn({ files: LOG }, 'check', '--list-files', 'notes')).code).toBe(2);
});

describe('--print-config', () => {
	const files = {
		'incident-log.yaml': 'time_zone: Europe/Rome\nweek_ends_on: someday\nrules:\n  time/order: off\n',
		'incidents/a.yaml': onDay(1),
	};

	test('prints the values in use with their sources', async () => {
		const { code, out, err } = await runOn({ files }, 'check', '--print-config', '--dialect', 'native');
		expect([code, err]).toEqual([0, '']);
		expect(out).toContain('# Log: . (incident-log.yaml)\n');
		expect(out).toContain('\ntime_zone: Europe/Rome  # incident-log.yaml:1\n');
		expect(out).toContain('\n# week_ends_on: saturday  # default\n');
		expect(out).toContain('\ndialect: native  # --dialect\n');
		expect(out).toContain('\n  time/order: off  # incident-log.yaml:4\n');
		expect(out).toContain('\n  # time/left-open: [warning, {after: 14d}]  # default\n');
	});

	test('prints JSON', async () => {
		const run = await runOn({ files }, 'check', '--print-config', '--format', 'json');
		const [log, ...others] = JSON.parse(run.out).logs;
		expect(others).toEqual([]);
		expect(log).toMatchObject({ root: '.', configuration: 'incident-log.yaml' });
		expect(log.values).toContainEqual({
			key: 'time_zone',
			value: 'Europe/Rome',
			source: { type: 'file', path: 'incident-log.yaml', line: 1 },
		});
		expect(log.values).toContainEqual({
			key: 'rules.time/left-open',
			value: { level: 'warning', options: { after: '14d' } },
			source: { type: 'default' },
		});
		expect(log.values).toContainEqual({ key: 'files.incidents', value: null, source: { type: 'default' } });
	});
});

test('the repository of this project has no findings', () => {
	const { code, out } = runProgram(process.execPath, [bin, 'check'], projectRoot);
	expect(out).toBe('✓ 1 document checked: no findings\n');
	expect(code).toBe(0);
});
