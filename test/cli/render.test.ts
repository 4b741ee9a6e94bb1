import fs from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { SECRET, SECRET_FILES } from '../publish/secret-log.ts';
import { runOn } from '../support/memory-host.ts';
import { bin, folderWith, runProgram } from '../support/process.ts';
import { readXml } from '../support/read-xml.ts';

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

test('renders a date as its week, and an id as the page of its record', async () => {
	const week = await runOn({ files }, 'render', '2024-08-28');
	expect(week.out).toContain('No room was left.');
	const record = await runOn({ files }, 'render', 'disk-full');
	expect(record.out).toContain('<h1>Disk full</h1>');
});

describe('--format', () => {
	test('svg renders the picture of the week of a record', async () => {
		const { out } = await runOn({ files }, 'render', 'disk-full', '--format', 'svg');
		expect(out).toMatch(/^<svg /);
		expect(out).toContain('Disk full');
		expect(out).not.toContain('var(');
		expect(() => readXml(out)).not.toThrow();
	});

	test('json and atom contain the incidents of the page', async () => {
		const more = { ...files, 'incidents/older.yaml': 'title: Older\nstarted_at: 2024-08-20T10:00:00-04:00\n' };
		const json = await runOn({ files: more }, 'render', '2024-08-28', '--format', 'json');
		expect(JSON.parse(json.out).incidents.map(({ id }: { id: string }) => id)).toEqual(['disk-full']);
		const atom = await runOn({ files: more }, 'render', 'disk-full', '--format', 'atom');
		expect(readXml(atom.out).children.filter(({ name }) => name === 'entry')).toHaveLength(1);
	});

	test('markdown contains the text, the facts and the table of the picture', async () => {
		const { out } = await runOn({ files }, 'render', '--format', 'markdown');
		expect(out).toContain('## Notes\n\nAll is well.\n');
		expect(out).toContain('| 26 August, 10:00 EDT | Disk full | 1 h | minor |');
		expect(out).toContain('Impact: minor · 1 h');
	});

	test('markdown has no HTML and no scripts of a record', async () => {
		const hostile = {
			'incidents/a.yaml':
				'title: "<img src=x onerror=alert(1)> &lt;b&gt;"\nstarted_at: 2024-08-26T10:00:00Z\nsummary: "<script>alert(2)</script> [x](javascript:alert(3)) `<i>`"\n',
		};
		const { out } = await runOn({ files: hostile }, 'render', 'a', '--format', 'markdown');
		const page = new MarkdownIt({ html: true }).render(out);
		expect(page).toContain('alert(2)');
		expect(page).not.toMatch(/<(?:img|script|b|i)\b|href="javascript:/i);
	});

	test('png needs a file', async () => {
		expect((await runOn({ files }, 'render', '--format', 'png')).err).toContain(
			'Expected `--out` for the format `png`',
		);
	});

	test('png writes the same image each time', () => {
		using folder = folderWith(files);
		const render = (name: string) =>
			runProgram(process.execPath, [bin, 'render', '.', '--format', 'png', '--out', name], folder.path);
		expect(render('a.png')).toMatchObject({ code: 0, err: '' });
		expect(render('b.png')).toMatchObject({ code: 0, err: '' });
		const [a, b] = ['a.png', 'b.png'].map(name => fs.readFileSync(path.join(folder.path, name)));
		expect(a?.subarray(1, 4).toString()).toBe('PNG');
		// The width in pixels: that of the picture, twice.
		expect(a?.readUInt32BE(16)).toBe(1824);
		expect(a).toEqual(b);
	});
});

describe('what is not published', () => {
	test.each(['html', 'markdown', 'svg', 'json', 'atom'])('is in no output of the format %s', async format => {
		const outputs = ['bulletins/2024-08-31.md', '2024-08-28', '2024-08-22', '2024-08-26-lease'].map(what =>
			runOn({ files: SECRET_FILES }, 'render', what, '--format', format),
		);
		for (const { code, out } of await Promise.all(outputs)) {
			expect(code).toBe(0);
			expect(out).not.toContain(SECRET);
		}
	});

	test('is not rendered on its own', async () => {
		const run = await runOn({ files: SECRET_FILES }, 'render', 'postmortems/2024-08-21-review.md');
		expect(run).toMatchObject({ code: 2, out: '' });
		expect(run.err).toContain('is not published (in-review)');
	});
});
