import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Log } from '../../src/log/log.ts';
import { publicLog } from '../../src/publish/public-log.ts';
import { type OutputFile, siteFiles } from '../../src/publish/site.ts';
import { formatManifest, type Manifest, readManifest, updateSite } from '../../src/publish/site-changes.ts';
import { CLOCK } from '../support/fixture.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { readXml } from '../support/read-xml.ts';
import { brokenLinks } from './links.ts';
import { PUBLIC_TEXTS, SECRET, SECRET_FILES } from './secret-log.ts';

const options = { version: '1' };
const filesOf = (log: Log) => siteFiles(publicLog(log, CLOCK).log, options);
const textsOf = (files: readonly OutputFile[]) => new Map(files.map(({ path, render }) => [path, render()]));
const siteOf = (files: Readonly<Record<string, string>>) => textsOf(filesOf(new FixtureLog(files)));

const record = (title: string, start: string, more = '') =>
	`title: ${title}\nimpact: minor\nstarted_at: ${start}T05:30:00Z\nresolved_at: ${start}T06:30:00Z\n${more}`;

const LOG = {
	'incident-log.yaml': 'title: Infra Log\ntime_zone: UTC\npublish:\n  url: https://log.example.com/\n',
	'incidents/2024-08-20-a.yaml': record('Disk full', '2024-08-20'),
	'incidents/2024-08-28-b.yaml': record(
		'Disk full again',
		'2024-08-28',
		'summary: As in [[2024-08-20-a]].\npostmortem: 2024-08-28-b-review\nreferences:\n  - relation: recurrence-of\n    id: 2024-08-20-a\n',
	),
	'postmortems/2024-08-28-b-review.md': '---\ntitle: Why\nincidents: [2024-08-28-b]\n---\nThe disk was full.\n',
	'bulletins/2024-08-31.md': '# 2024-08-31\n\n<!-- incidents -->\n\nAll is well.\n',
};

describe('the files of a site', () => {
	test('contain nothing that is internal', () => {
		const site = siteOf(SECRET_FILES);
		const all = [...site].map(([path, text]) => `${path}\n${text}`).join('\n');
		expect(all).not.toContain(SECRET);
		for (const text of PUBLIC_TEXTS) {
			expect(all).toContain(text);
		}
		expect(all).not.toMatch(/file:\/\//);
	});

	test('are an index, a page for each week and record, feeds and data', () => {
		expect([...siteOf(LOG).keys()]).toEqual([
			'badge.svg',
			'feed.json',
			'feed.xml',
			'incidents.json',
			'incidents/2024-08-20-a.html',
			'incidents/2024-08-28-b.html',
			'index.html',
			'postmortems/2024-08-28-b-review.html',
			'sitemap.xml',
			'statistics.html',
			'style.css',
			'weeks/2024-08-24.html',
			'weeks/2024-08-31.html',
		]);
	});

	test('have links to existing files and anchors only', () => {
		expect(brokenLinks(siteOf(LOG))).toEqual([]);
		expect(brokenLinks(siteOf(SECRET_FILES))).toEqual([]);
	});

	test('link a box of the week before to its entry on the page of that week', () => {
		expect(siteOf(LOG).get('weeks/2024-08-31.html')).toContain('href="2024-08-24.html#entry-2024-08-20-a"');
	});

	test('have paths that differ, also without case, and that are no names of devices', () => {
		const site = siteOf({
			'incidents/x/Aa.yaml': 'id: Aa\ntitle: A\nstarted_at: 2024-08-20\n',
			'incidents/y/aA.yaml': 'id: aA\ntitle: A\nstarted_at: 2024-08-20\n',
			'incidents/con.yaml': 'title: A\nstarted_at: 2024-08-20\n',
			'incidents/ü.yaml': 'id: "ü ./.. %"\ntitle: A\nstarted_at: 2024-08-20\n',
		});
		expect([...site.keys()].filter(path => path.startsWith('incidents/'))).toEqual([
			'incidents/aa-2.html',
			'incidents/aa.html',
			'incidents/con-.html',
			'incidents/ü.html',
		]);
		expect(brokenLinks(site)).toEqual([]);
	});

	test('are the same for the same texts in another order', () => {
		const reversed = Object.fromEntries(Object.entries(LOG).reverse());
		expect(siteOf(reversed)).toEqual(siteOf(LOG));
	});

	test('list years that do not fit in the index on pages of their own', () => {
		const files = Object.fromEntries(
			Array.from({ length: 320 }, (_, n) => {
				const day = `${n < 100 ? 2023 : 2024}-08-${String((n % 28) + 1).padStart(2, '0')}`;
				return [`incidents/n${n}.yaml`, `title: Number ${n}\nstarted_at: ${day}\n`];
			}),
		);
		const site = siteOf(files);
		expect(site.get('index.html')).toContain('Number 319');
		expect(site.get('index.html')).not.toContain('Number 99');
		expect(site.get('years/2023.html')).toContain('Number 99');
		expect(brokenLinks(site)).toEqual([]);
	});

	test('are well-formed feeds with the same ids after a change of the title and the text', () => {
		const ids = (site: ReadonlyMap<string, string>) =>
			JSON.parse(site.get('feed.json') ?? '').items.map(({ id }: { id: string }) => id);
		const changed = {
			...LOG,
			'incidents/2024-08-20-a.yaml': record('Disk nearly full', '2024-08-20', 'summary: More.\n'),
		};
		expect(ids(siteOf(changed))).toEqual(ids(siteOf(LOG)));
		expect(ids(siteOf(LOG))).toHaveLength(2);
		expect(() => readXml(siteOf(LOG).get('feed.xml') ?? '')).not.toThrow();
		expect(() => readXml(siteOf(LOG).get('sitemap.xml') ?? '')).not.toThrow();
	});

	test('have relative links in feeds without the address of the site', () => {
		const { 'incident-log.yaml': _, ...files } = LOG;
		const site = siteOf(files);
		expect(site.get('feed.xml')).toContain('<link href="incidents/2024-08-28-b.html"/>');
		expect(site.get('feed.json')).toContain('"url": "incidents/2024-08-28-b.html"');
		expect(site.has('sitemap.xml')).toBe(false);
	});

	test('escape titles in feeds', () => {
		const site = siteOf({ 'incidents/a.yaml': record('"<img src=x> & ]]> \\u0007"', '2024-08-20') });
		expect(site.get('feed.xml')).toContain('&lt;img src=x&gt; &amp;');
		expect(JSON.parse(site.get('feed.json') ?? '').items[0].title).toBe('<img src=x> & ]]> ');
		expect(() => readXml(site.get('feed.xml') ?? '')).not.toThrow();
	});
});

/** A build into a folder of an earlier one, with the files in it. */
async function build(log: Log, folder: Map<string, string>, manifest: Manifest) {
	const written: string[] = [];
	const before = { manifest, has: (path: string) => folder.has(path) };
	const changes = await updateSite(filesOf(log), before, async (path, text) => {
		written.push(path);
		folder.set(path, text);
	});
	for (const path of changes.obsolete) {
		folder.delete(path);
	}
	expect(readManifest(formatManifest(changes.manifest))).toEqual(changes.manifest);
	return { ...changes, written };
}

const EMPTY: Manifest = new Map();

describe('an incremental build', () => {
	test('writes nothing without a change', async () => {
		const folder = new Map<string, string>();
		const log = new FixtureLog(LOG);
		const { manifest } = await build(log, folder, EMPTY);
		expect(await build(log, folder, manifest)).toMatchObject({ written: [], obsolete: [] });
	});

	test('writes the pages that a change of a text changes', async () => {
		const folder = new Map<string, string>();
		const log = new FixtureLog(LOG);
		const { manifest } = await build(log, folder, EMPTY);
		log.write('bulletins/2024-08-31.md', '# 2024-08-31\n\n<!-- incidents -->\n\nAll is well again.\n');
		expect((await build(log, folder, manifest)).written).toEqual(['weeks/2024-08-31.html']);
	});

	test('writes a removed file again, and removes the pages of removed documents', async () => {
		const folder = new Map<string, string>();
		const log = new FixtureLog(LOG);
		const { manifest } = await build(log, folder, EMPTY);
		folder.delete('index.html');
		log.remove('postmortems/2024-08-28-b-review.md');
		const { written, obsolete } = await build(log, folder, manifest);
		expect(written).toContain('index.html');
		expect(obsolete).toEqual(['postmortems/2024-08-28-b-review.html']);
	});

	test('gives the same bytes as a new build after any edits', async () => {
		const dates = ['2024-08-14', '2024-08-20', '2024-08-28', '2024-08-31', '2024-09-02'];
		const edits = fc.record({
			path: fc.constantFrom(
				'incidents/2024-08-20-a.yaml',
				'incidents/2024-08-28-b.yaml',
				'incidents/c.yaml',
				'postmortems/2024-08-28-b-review.md',
				'bulletins/2024-08-24.md',
				'bulletins/2024-08-31.md',
			),
			title: fc.constantFrom('Disk full', 'Disk \\"slow\\"', 'Queue'),
			date: fc.constantFrom(...dates),
			text: fc.constantFrom(
				'[[2024-08-20-a]]',
				'[[c]]',
				'the August 28 issue',
				'[x](../incidents/c.yaml)',
				'<!-- incidents -->',
				'',
			),
			status: fc.constantFrom('', 'draft: true\n', 'status: draft\n', 'resolved_at: null\n'),
			isRemoved: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 4 }), async changes => {
				const folder = new Map<string, string>();
				const log = new FixtureLog(LOG);
				let { manifest } = await build(log, folder, EMPTY);
				for (const { path, title, date, text, status, isRemoved } of changes) {
					const yaml = `title: "${title}"\nstarted_at: ${date}T05:30:00Z\n${status}`;
					if (isRemoved) {
						log.remove(path);
					} else if (path.endsWith('.yaml')) {
						log.write(path, `${yaml}summary: "${text}"\n`);
					} else {
						log.write(path, path.startsWith('bulletins') ? `# Week\n\n${text}\n` : `---\n${yaml}---\n${text}\n`);
					}
					({ manifest } = await build(log, folder, manifest));
				}
				expect(folder).toEqual(textsOf(filesOf(log)));
			}),
			{ numRuns: 25 },
		);
	}, 60_000);

	test.each([
		['another version', '{"version":2,"files":{}}'],
		['a path out of the folder', '{"version":1,"files":{"../a":{"hash":"0"}}}'],
		['an absolute path', '{"version":1,"files":{"/a":{"hash":"0"}}}'],
		['a path with a drive', '{"version":1,"files":{"C:a":{"hash":"0"}}}'],
		['a path with a backslash', '{"version":1,"files":{"a\\\\..\\\\..\\\\b":{"hash":"0"}}}'],
		['a file without a hash', '{"version":1,"files":{"a":{}}}'],
		['no JSON', 'files'],
	])('rejects a manifest with %s', (_, text) => {
		expect(readManifest(text)).toBeUndefined();
	});
});
