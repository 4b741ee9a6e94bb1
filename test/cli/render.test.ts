import { expect, test } from 'vitest';
import { runOn } from '../support/memory-host.ts';

const files = {
	'incident-log.yaml': 'time_zone: America/New_York\n',
	'incidents/disk-full.yaml':
		'title: Disk full\nimpact: minor\nstarted_at: 2024-08-26T10:00:00-04:00\nresolved_at: 2024-08-26T11:00:00-04:00\nsummary: No room was left.\n',
	'bulletins/2024-08-24.md': '# 2024-08-24\n\nThe week before.\n',
	'bulletins/2024-08-31.md': '# 2024-08-31\n\n<!-- picture -->\n\n<!-- incidents -->\n\n## Notes\n\nAll is well.\n',
};

test('renders the latest bulletin of a folder', async () => {
	const run = await runOn({ files }, 'render');
	expect(run.code).toBe(0);
	expect(run.out).toMatch(/^<!DOCTYPE html>/);
	expect(run.out).toContain('Disk full');
	expect(run.out).toContain('All is well.');
	expect(run.out).not.toContain('The week before.');
});

test('renders the page of a file, and writes it with --out', async () => {
	const run = await runOn({ files }, 'render', 'bulletins/2024-08-24.md', '--out', 'page.html');
	expect(run.out).toBe('');
	expect(run.written.get('page.html')).toContain('The week before.');
});

test('--week renders a week from its records', async () => {
	const run = await runOn({ files }, 'render', '--week', '2024-08-28');
	expect(run.out).toContain('No room was left.');
	expect(run.out).not.toContain('All is well.');
});

test.each([
	['a log without a bulletin', { 'incident-log.yaml': 'title: Log\n' }, ['render']],
	['a date that is none', files, ['render', '--week', '2024-02-30']],
	['a file that is not a document', { ...files, 'notes.txt': 'x' }, ['render', 'notes.txt']],
])('rejects %s with exit code 2 and a message', async (_, files, args) => {
	const run = await runOn({ files }, ...args);
	expect(run.code).toBe(2);
	expect(run.out).toBe('');
	expect(run.err).not.toBe('');
});
