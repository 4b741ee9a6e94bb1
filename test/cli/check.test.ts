import { describe, expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';

const CONFIGURATION = 'time_zone: America/New_York\n';
const CAUSE =
	'title: Disk full\nimpact: minor\nstarted_at: 2024-08-01T10:00:00-04:00\nresolved_at: 2024-08-01T11:00:00-04:00\n';
const EFFECT =
	'title: Queue stuck\nimpact: minor\nstarted_at: 2024-08-02T10:00:00-04:00\nresolved_at: 2024-08-02T11:00:00-04:00\nreferences: [{ id: disk-full, relation: caused-by }]\n';
const clean = {
	'incident-log.yaml': CONFIGURATION,
	'incidents/disk-full.yaml': CAUSE,
	'incidents/queue-stuck.yaml': EFFECT,
};
const dangling = { 'incident-log.yaml': CONFIGURATION, 'incidents/queue-stuck.yaml': EFFECT };
const mentions = {
	'incident-log.yaml': CONFIGURATION,
	'bulletins/2024-08-31.md': '# 2024-08-31\n\n## Notes\n\nMuch as in the August 3 outage, it was the disk.\n',
};

describe('exit codes', () => {
	test.each([
		['a clean log', clean, ['check'], 0],
		['an error', dangling, ['check'], 1],
		['a warning alone', mentions, ['check'], 0],
		['more warnings than allowed', mentions, ['check', '--max-warnings', '0'], 1],
		['as many warnings as allowed', mentions, ['check', '--max-warnings', '1'], 0],
		['a file that is not there', clean, ['check', 'nowhere.yaml'], 2],
		['an option that is none', clean, ['check', '--loud'], 2],
		['a format that is none', clean, ['check', '--format', 'xml'], 2],
		['a clock that is none', clean, ['check', '--now', 'tomorrow'], 2],
		['a count that is none', clean, ['check', '--max-warnings', 'few'], 2],
		['a command that is none', clean, ['chekc'], 2],
		['a folder without a log', { 'notes/today.md': '# Today\n' }, ['check'], 2],
		['help', clean, ['check', '--help'], 0],
		['the version', clean, ['--version'], 0],
	])('%s', async (_, files, args, code) => {
		const run = await runOn({ files }, ...args);
		expect(run.code, run.out + run.err).toBe(code);
	});
});

describe('output streams', () => {
	test('prints findings on standard output, errors on standard error', async () => {
		const findings = await runOn({ files: dangling }, 'check');
		expect(findings.err).toBe('');
		expect(findings.out).toContain('reference/unresolved');
		const complaint = await runOn({ files: clean }, 'check', 'nowhere.yaml');
		expect(complaint.out).toBe('');
		expect(complaint.err).toBe('incident-log: File or folder not found: `nowhere.yaml`.\n');
	});

	test('reports a folder without a log on standard error', async () => {
		const run = await runOn({ files: { 'notes/today.md': '# Today\n' } }, 'check', '--format', 'json');
		expect(run.code).toBe(2);
		expect(run.err).toContain('No log found, only 1 YAML or Markdown file. Expected');
		expect((await runOn({ files: { 'notes/today.md': '# Today\n' } }, 'check')).out).toBe('');
	});

	test('uses colour on a terminal only', async () => {
		const csi = '\u001b[';
		expect((await runOn({ files: dangling }, 'check')).out).not.toContain(csi);
		expect((await runOn({ files: dangling, columns: 100 }, 'check')).out).toContain(csi);
		const withoutColour = await runOn({ files: dangling, columns: 100, variables: { NO_COLOR: '1' } }, 'check');
		expect(withoutColour.out).toContain('reference/unresolved');
		expect(withoutColour.out).not.toContain(csi);
		expect((await runOn({ files: dangling, variables: { FORCE_COLOR: '1' } }, 'check')).out).toContain(csi);
	});
});

describe('check with file arguments', () => {
	const faulty = {
		...clean,
		'incidents/other.yaml': 'title: Other\nimpact: huge\nstarted_at: 2024-08-03T10:00:00-04:00\n',
	};
	const codes = (out: string) =>
		JSON.parse(out).findings.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`);

	test('reports only findings of these files, but reads the whole log', async () => {
		const run = await runOn(
			{ files: faulty, committed: faulty },
			'check',
			'--format',
			'json',
			'incidents/queue-stuck.yaml',
		);
		expect(codes(run.out)).toEqual([]);
		expect(JSON.parse(run.out).files).toBe(4);
	});

	test('reports what their change breaks in other files', async () => {
		const { 'incidents/disk-full.yaml': _, ...others } = faulty;
		const committed = { ...others, 'incidents/disk.yaml': `id: disk-full\n${CAUSE}` };
		const files = { ...others, 'incidents/disk.yaml': `id: host-down\n${CAUSE}` };
		const run = await runOn({ files, committed }, 'check', '--format', 'json', 'incidents/disk.yaml');
		expect(codes(run.out)).toEqual(['incidents/queue-stuck.yaml reference/unresolved']);
	});

	test('does not report what was broken before their change', async () => {
		const before = { ...dangling, 'incidents/other.yaml': CAUSE };
		const files = { ...before, 'incidents/other.yaml': `${CAUSE}status: resolved\n` };
		const run = await runOn({ files, committed: before }, 'check', '--format', 'json', 'incidents/other.yaml');
		expect(codes(run.out)).toEqual([]);
	});

	test('treats a removed file as changed', async () => {
		const run = await runOn(
			{ files: dangling, committed: clean },
			'check',
			'--format',
			'json',
			'incidents/disk-full.yaml',
		);
		expect(codes(run.out)).toEqual(['incidents/queue-stuck.yaml reference/unresolved']);
	});
});
