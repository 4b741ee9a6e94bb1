import { expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';

const BULLETIN = '# 2024-08-31\r\n\r\n* **August 26: Late** (05:30EST): Nothing moved.   \r\n';
const files = {
	'incident-log.yaml': 'time_zone: America/New_York\n',
	'bulletins/2024-08-31.md': BULLETIN,
	'incidents/dot.yaml':
		'\uFEFFtitle: Dot\nimpact: minor\nstarted_at: 2024-08-01 10:00:00 EST # noted late\nresolved_at: 2024-08-01T11:00:00-04:00\n',
	'incidents/fine.yaml':
		'title: Fine\nimpact: minor\nstarted_at: 2024-08-01T10:00:00-04:00\nresolved_at: 2024-08-01T12:00:00-04:00\n',
};

test('applies safe fixes and changes no other byte', async () => {
	const run = await runOn({ files }, 'fix');
	expect(run.code).toBe(0);
	expect([...run.written.keys()].sort()).toEqual(['bulletins/2024-08-31.md', 'incidents/dot.yaml']);
	expect(run.written.get('bulletins/2024-08-31.md')).toBe(BULLETIN.replace('EST', 'EDT'));
	expect(run.written.get('incidents/dot.yaml')).toBe(
		files['incidents/dot.yaml'].replace('2024-08-01 10:00:00 EST', '2024-08-01T10:00:00-04:00'),
	);
});

test('finds nothing to fix in a second run', async () => {
	const { written } = await runOn({ files }, 'fix');
	const again = await runOn({ files: { ...files, ...Object.fromEntries(written) } }, 'fix');
	expect(again.written.size).toBe(0);
	expect(again.out).toBe('Nothing to fix.\n');
});

test('changes only named files', async () => {
	const run = await runOn({ files }, 'fix', 'incidents/dot.yaml');
	expect([...run.written.keys()]).toEqual(['incidents/dot.yaml']);
});

test('--dry-run prints the changed lines and writes nothing', async () => {
	const run = await runOn({ files }, 'fix', '--dry-run', 'bulletins');
	expect(run.written.size).toBe(0);
	expect(run.out).toBe(
		[
			'bulletins/2024-08-31.md',
			'    3 - * **August 26: Late** (05:30EST): Nothing moved.   ',
			'    3 + * **August 26: Late** (05:30EDT): Nothing moved.   ',
			'1 file would change.',
			'',
		].join('\n'),
	);
});

test('--check prints the changed lines, writes nothing and exits with 1', async () => {
	const run = await runOn({ files }, 'fix', '--check', 'bulletins');
	expect(run.code).toBe(1);
	expect(run.written.size).toBe(0);
	expect(run.out).toContain('    3 + * **August 26: Late** (05:30EDT): Nothing moved.   \n1 file would change.\n');
	const clean = await runOn({ files }, 'fix', '--check', 'incidents/fine.yaml');
	expect(clean.code).toBe(0);
	expect(clean.out).toBe('Nothing to fix.\n');
});

test('--staged is refused with the reason', async () => {
	const run = await runOn({ files, committed: {} }, 'fix', '--staged');
	expect(run.code).toBe(2);
	expect(run.written.size).toBe(0);
	expect(run.err).toContain('a fix is written to the file on the disk, which can differ from the staged one');
});

test('fixes more findings than the report lists', async () => {
	const update = '  - { at: 2024-08-26T06:00:00Z, status: Investigating, body: Looking. }\n';
	const record = `title: Late\nimpact: minor\nstarted_at: 2024-08-26T05:30:00Z\nupdates:\n${update.repeat(1500)}`;
	const run = await runOn({ files: { 'incidents/late.yaml': record } }, 'fix');
	expect(run.written.get('incidents/late.yaml')).toBe(record.replaceAll('Investigating', 'investigating'));
});
