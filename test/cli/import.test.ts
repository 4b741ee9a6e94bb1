import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageBlock } from '../../src/bulletin/model.ts';
import { bulletinPage } from '../../src/bulletin/page.ts';
import { DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import type { Log } from '../../src/log/log.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import { FixtureLog } from '../support/fixture-log.ts';
import { runOn } from '../support/memory-host.ts';

const ROOT = 'file:///home/log';
const CONFIGURATION = { 'incident-log.yaml': 'time_zone: America/New_York\n' };
const PAGE = 'bulletins/2024-08-31.md';

/** A bulletin with one entry a given text, over the bulletin of the week before. */
function logWith(...entries: readonly string[]): Record<string, string> {
	return {
		...CONFIGURATION,
		'bulletins/2024-08-24.md': '# 2024-08-24\n\n* **August 22: Disk full** (06:00 EDT): Nothing could be written.\n',
		[PAGE]: `# 2024-08-31\n\n## Trailing 2 Weeks Incidents\n\n${entries.join('\n')}\n\n## Notes\n\nAll is well.\n`,
	};
}

/** Returns the text of the record that an entry gives. */
async function importedRecord(entry: string): Promise<string> {
	const { written, err } = await runOn({ files: logWith(entry) }, 'import', PAGE);
	expect(err).toBe('');
	expect(written.size).toBe(1);
	return [...written.values()].join();
}

describe('an imported record', () => {
	test('holds day, title, start in the zone of the log, prose, and facts inferred from the prose', async () => {
		const entry =
			'* **August 26: Leases were refused** (05:30EST): Three hosts were stuck for 3-4 hours.\n  Minimal customer impact,\n  all in all.';
		const { out, written } = await runOn({ files: logWith(entry) }, 'import', PAGE);
		expect(Object.fromEntries(written)).toEqual({
			'incidents/2024/2024-08-26-leases-were-refused.yaml': [
				'title: Leases were refused',
				'impact: minor',
				'started_at: 2024-08-26T05:30:00-04:00',
				'resolved_at: 2024-08-26T09:00:00-04:00',
				'summary: |',
				'  Three hosts were stuck for 3-4 hours.',
				'  Minimal customer impact,',
				'  all in all.',
				'x-inferred:',
				'  impact: Minimal customer impact',
				'  resolved_at: 3-4 hours',
				'',
			].join('\n'),
		});
		expect(out).toBe('incidents/2024/2024-08-26-leases-were-refused.yaml\n1 record written.\n');
	});

	test('holds the fields of the comment, unchanged where they have the form of a record', async () => {
		const record = await importedRecord(
			'* **August 26: Leases were refused** (05:30): No customer impact, for an hour. <!-- incident: { id: leases, impact: Sev2, resolved_at: "09:05 EDT", detected_at: 2024-08-26T11:41:00+02:00, components: [api, "no"], x-ticket: 7, postmortem: ../postmortems/leases.md, references: [{ id: 2024-08-15-disk, relation: recurrence-of }] } --> More.',
		);
		expect(record).toBe(
			[
				'title: Leases were refused',
				'impact: Sev2',
				'started_at: 2024-08-26T05:30:00-04:00',
				'detected_at: 2024-08-26T11:41:00+02:00',
				'resolved_at: 2024-08-26T09:05:00-04:00',
				'components:',
				'  - api',
				'  - "no"',
				'summary: |',
				'  No customer impact, for an hour.  More.',
				'references:',
				'  - id: 2024-08-15-disk',
				'    relation: recurrence-of',
				'postmortem: ../../postmortems/leases.md',
				'x-ticket: 7',
				'',
			].join('\n'),
		);
	});

	test.each([
		['a headline without a time', '* **August 26: Late**: It took two hours.', '2024-08-26', '2024-08-26'],
		[
			'an end in the headline',
			'* **August 26: Late** (23:30–01:00 EDT): x',
			'2024-08-26T23:30:00-04:00',
			'2024-08-27T01:00:00-04:00',
		],
		[
			'a time of another zone',
			'* **August 26: Late** (09:30 UTC): For an hour.',
			'2024-08-26T05:30:00-04:00',
			'2024-08-26T06:30:00-04:00',
		],
		['another day in that zone', '* **August 26: Late** (23:30 PDT): x', '2024-08-26T23:30:00-07:00', undefined],
		['a time that is rough', '* **August 26: Late** (about 05:30): x', 'about 2024-08-26T05:30:00-04:00', undefined],
		['a time that is none', '* **August 26: Late** (25:30): x', '2024-08-26', undefined],
		['no duration', '* **August 26: Late** (05:30): x', '2024-08-26T05:30:00-04:00', undefined],
	])('%s', async (_, entry, start, end) => {
		const record = await importedRecord(entry);
		expect(/^started_at: (.*)$/m.exec(record)?.[1]).toBe(start);
		expect(/^resolved_at: (.*)$/m.exec(record)?.[1]).toBe(end);
		// Without an end, the incident is resolved nevertheless, and the record marks the status as inferred.
		expect(record.includes('status: resolved\n')).toBe(end === undefined);
		expect(record.includes('  status: described in the bulletin of 2024-08-31\n')).toBe(end === undefined);
	});

	test.each([
		['no', '"no"'],
		['yEs', '"yEs"'],
		['12:30', '"12:30"'],
		['2024-08-26', '"2024-08-26"'],
		['Disk: full', '"Disk: full"'],
		['"Quoted" and more', '\'"Quoted" and more\''],
		['`mail` stood still', '"`mail` stood still"'],
		['#1 😀', '"#1 😀"'],
		['Plain words', 'Plain words'],
	])('the title %s', async (headline, title) => {
		const record = await importedRecord(`* **August 26: ${headline}** (05:30 EDT): It was late.`);
		expect(/^title: (.*)$/m.exec(record)?.[1]).toBe(title);
	});

	test('keeps the targets of relative links, and their definitions', async () => {
		const files = logWith(
			'* **August 26: Late** (05:30): See [the runbook](../runbooks/disk%20full.md#top), [below](#notes), [the vendor][Vendor] and [this](https://x.example/a).',
			'\n[vendor]: https://vendor.example/status "Their \\"status\\" page"\n[other]: ./other.md',
		);
		const { written } = await runOn({ files }, 'import', PAGE);
		expect([...written.values()].join()).toContain(
			[
				'  See [the runbook](../../runbooks/disk%20full.md#top), [below](../../bulletins/2024-08-31.md#notes), [the vendor][Vendor] and [this](https://x.example/a).',
				'',
				'  [Vendor]: <https://vendor.example/status> "Their \\"status\\" page"',
				'',
			].join('\n'),
		);
	});

	test('goes to the folder of the configuration, or of --out', async () => {
		const files = logWith('* **August 26: Late** (05:30): No customer impact.');
		files['incident-log.yaml'] += 'files: { incidents: "records/{old,new}/**/*.yaml" }\n';
		const nowhere = await runOn({ files }, 'import', PAGE);
		expect(nowhere.code).toBe(1);
		expect(nowhere.err).toContain('Expected `--out`.');
		const out = await runOn({ files }, 'import', PAGE, '--out', 'records/new');
		expect([...out.written.keys()]).toEqual(['records/new/2024-08-26-late.yaml']);
		files['incident-log.yaml'] = 'files: { incidents: "records/**/*.yaml" }\n';
		const found = await runOn({ files }, 'import', PAGE);
		expect([...found.written.keys()]).toEqual(['records/2024/2024-08-26-late.yaml']);
	});

	test('states an id that cannot be a file name', async () => {
		const long = 'word '.repeat(60).trim();
		const files = logWith(
			`* **August 26: ${long}** (05:30): x`,
			'* **August 27: Late** (05:30): x <!-- incident: { id: "../../late/27" } -->',
		);
		const { written } = await runOn({ files }, 'import', PAGE);
		const names = [...written.keys()].map(path => path.replace(/^.*\//, ''));
		expect(names).toEqual([`${`2024-08-26-${'word-'.repeat(60)}`.slice(0, 200)}.yaml`, 'late27.yaml']);
		expect([...written.values()].map(text => text.split('\n')[0])).toEqual([
			`id: 2024-08-26-${long.replaceAll(' ', '-')}`,
			'id: ../../late/27',
		]);
	});
});

describe('import overwrites nothing', () => {
	const entry = '* **August 26: Late** (05:30 EDT): It took an hour. No customer impact.';
	const target = 'incidents/2024/2024-08-26-late.yaml';

	test.each([
		['a record in that file', { [target]: 'title: Something else\n' }, 'Different title in the record'],
		['a folder of that name', { 'incidents/2024/2024-08-26-late.yaml/x': '' }, 'Existing file `'],
		[
			'a record of that id',
			{
				'incidents/2024/x.yaml':
					'id: 2024-08-26-late\ntitle: Late\nimpact: none\nstarted_at: 2024-08-26T06:30:00-04:00\n',
			},
			'Different start in the record `2024-08-26-late`: incidents/2024/x.yaml',
		],
		[
			'a record of that day and headline',
			{ 'incidents/2024/x.yaml': 'title: Late\nimpact: none\nstarted_at: 2024-08-26T06:30:00-04:00\n' },
			'Different start in the record `x`',
		],
	])('%s: skips the entry and imports the others', async (_, files, reason) => {
		const all = { ...logWith(entry, '* **August 27: Later** (05:30 EDT): x'), ...files };
		const { code, err, out, written } = await runOn({ files: all }, 'import', PAGE);
		expect(code).toBe(1);
		expect(err).toContain('bulletins/2024-08-31.md:5: Entry skipped. ');
		expect(err).toContain(reason);
		expect([...written.keys()]).toEqual(['incidents/2024/2024-08-27-later.yaml']);
		expect(out).toContain('1 record written.');
	});

	test('a second import finds the records of the first', async () => {
		const files = logWith(entry);
		const { written } = await runOn({ files }, 'import', PAGE);
		const again = await runOn({ files: { ...files, ...Object.fromEntries(written) } }, 'import', PAGE);
		expect(again).toMatchObject({ code: 0, err: '' });
		expect(again.written.size).toBe(0);
		expect(again.out).toBe(`${PAGE}:5: Existing record ${target}\nNothing to import.\n`);
	});

	test('imports the first of two entries with one id and different facts', async () => {
		const files = logWith(entry, entry.replace('05:30', '07:30'));
		const { code, err, written } = await runOn({ files }, 'import', PAGE);
		expect([code, written.size]).toEqual([1, 1]);
		expect(err).toContain(':6: Entry skipped. Different start');
	});

	test('skips an entry with an unreadable comment', async () => {
		const files = logWith('* **August 26: Late** (05:30): x <!-- incident: { impact: [minor } -->');
		const { code, err, written } = await runOn({ files }, 'import', PAGE);
		expect([code, written.size]).toEqual([1, 0]);
		expect(err).toContain('Unreadable YAML in its comment');
	});

	test('--dry-run prints the records', async () => {
		const { code, out, written } = await runOn({ files: logWith(entry) }, 'import', '--dry-run', PAGE);
		expect([code, written.size]).toEqual([0, 0]);
		expect(out).toMatch(/^incidents\/2024\/2024-08-26-late\.yaml\n {2}title: Late\n/);
		expect(out).toMatch(/\n1 record would be written\.\n$/);
	});

	test.each([
		['a configuration', ['import', 'incident-log.yaml'], 'is not a bulletin'],
		['a missing file', ['import', 'bulletins/none.md'], 'File or folder not found'],
		['a missing argument', ['import'], 'Missing required argument'],
	])('rejects %s', async (_, args, reason) => {
		const { code, err } = await runOn({ files: logWith(entry) }, ...args);
		expect(code).toBe(2);
		expect(err).toContain(reason);
	});

	test('rejects a log in another dialect', async () => {
		const files = { ...logWith(entry), 'incident-log.yaml': 'dialect: cstate\n' };
		expect(await runOn({ files }, 'import', PAGE)).toMatchObject({ code: 2 });
	});
});

/** A log in memory, in New York. */
function logOf(files: ReadonlyMap<string, string>): Log {
	const configuration = { ...DEFAULT_CONFIGURATION, timeZone: 'America/New_York', isTimeZoneStated: true };
	return new FixtureLog(files, { root: ROOT, clock: { now: () => Date.UTC(2024, 8, 1) }, configuration });
}

function documentIn(log: Log, path: string): LogDocument {
	const document = log.document(`${ROOT}/${path}`);
	if (document === undefined) {
		throw new Error(`no ${path}`);
	}
	return document;
}

/** The content of a page without its source positions. */
function shown(files: ReadonlyMap<string, string>): unknown {
	const log = logOf(files);
	const page = bulletinPage({ log: log.view, documentAt: uri => log.document(uri), document: documentIn(log, PAGE) });
	const withoutPlaces = (html: string) => html.replace(/ data-(?:uri|offset)="[^"]*"| (?=<\/p>)/g, '');
	const placeless = ({ uri, offset, ...box }: Extract<PageBlock, { type: 'entry' }>['box']) => box;
	return {
		entries: page?.blocks.flatMap(block =>
			block.type === 'entry'
				? [
						{
							anchor: block.anchor,
							html: withoutPlaces(block.html),
							parts: block.facts.components,
							box: placeless(block.box),
						},
					]
				: [],
		),
		rows: page?.picture?.rows.map(row => row.boxes.map(placeless)),
	};
}

describe('the bulletin drawn from the records equals the original bulletin', () => {
	const entries = [
		'* **August 25: Queue `mail` stood "still"** (05:30EST): As in the August 22 outage, its store was full. It took 3-4 hours.',
		'* **August 26: Late** (about 10:30): Approximately an hour. Minimal customer impact.',
		'* **August 27: Day without an hour**: It lasted 90 minutes.\n\n  - one\n    - within\n  - two\n\n  ```sh\n  run it\n    again\n  ```\n\n  1. And *last*, `code`.',
		'* **August 28: Nobody knows** (23:30 PDT): See [the vendor][vendor] and [[2024-08-22-disk-full]].',
		'* **August 29: Stated** (04:00–05:30 EDT): No customer impact, for five minutes. <!-- incident: { impact: minor, components: [api] } -->',
		'* **August 30: Move** (01:00): x <!-- incident: { kind: maintenance } -->',
		'* **August 31: Prices** (01:00): x <!-- incident: { kind: notice } -->',
		'\n[vendor]: https://vendor.example/status',
	];
	const list = entries.slice(0, -1).join('\n');

	test.each(['\n', '\r\n'])('with the directive or one link each (lines end with %j)', async end => {
		const files = new Map(
			Object.entries(logWith(...entries)).map(([path, text]) => [path, text.replaceAll('\n', end)]),
		);
		files.delete('incident-log.yaml');
		const { written, err } = await runOn({ files: { ...CONFIGURATION, ...Object.fromEntries(files) } }, 'import', PAGE);
		expect([err, written.size]).toEqual(['', 7]);
		const links = [...written.keys()].map(path => `- [[${path.replace(/^.*\/|\.yaml$/g, '')}]]`).join(end);
		for (const inPlace of ['<!-- incidents -->', links]) {
			const page = (files.get(PAGE) ?? '').replace(list.replaceAll('\n', end), inPlace);
			expect(page).toContain(inPlace);
			expect(shown(new Map([...files, [PAGE, page], ...written]))).toEqual(shown(files));
		}
	});

	test('reports only hints on links for records next to their entries', async () => {
		const files = logWith(...entries.map(entry => entry.replace('05:30EST', '05:30 EDT')));
		const { written } = await runOn({ files }, 'import', PAGE);
		const codes = async (files: Record<string, string>) => {
			const { out } = await runOn({ files }, 'check', '--format', 'json', '--now', '2024-12-01T00:00:00Z');
			const { findings } = JSON.parse(out) as { findings: { level: string; code: string; file: string }[] };
			return findings.flatMap(({ level, code, file }) => (level === 'hint' ? [] : [`${file} ${code}`]));
		};
		const before = await codes(files);
		const after = await codes({ ...files, ...Object.fromEntries(written) });
		const untold = after.filter(finding => finding.endsWith(' impact/missing'));
		expect(after.filter(finding => !untold.includes(finding))).toEqual(before);
		expect(untold.length).toBe(5);
	});
});

describe('any entry', () => {
	const words = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 40 }),
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.constantFrom(
			'no',
			'~',
			'---',
			'- a',
			'# b',
			'| c',
			'> d',
			'e: f',
			'{g',
			'[h',
			'`i`',
			'*j*',
			'&k',
			'!l',
			'%m',
			'@n',
			'\t',
			'3-4 hours',
			"''",
			'"',
		),
	);
	const prose = fc.array(fc.oneof(words, fc.constantFrom('\n', '\n  ', '\n\n  ', '\n\n      ', '\r\n  ')), {
		maxLength: 8,
	});

	test('gives a record that reads back with the same title and prose, without schema or time findings', async () => {
		await fc.assert(
			fc.asyncProperty(words, prose, async (headline, parts) => {
				const files = logWith(`* **August 26: ${headline}** (05:30 EDT): ${parts.join('')}`);
				const page = documentIn(logOf(new Map([[PAGE, files[PAGE] ?? '']])), PAGE);
				const { written } = await runOn({ files }, 'import', PAGE);
				const log = logOf(new Map([...Object.entries(files).slice(1), ...written]));
				expect(written.size).toBe(page.incidents.length);
				for (const entry of page.incidents) {
					const [record] = [...written.keys()]
						.flatMap(path => documentIn(log, path).incidents)
						.filter(({ id }) => id === entry.id);
					expect(record?.title?.value.replaceAll('`', '')).toBe(entry.title?.value.replaceAll('`', ''));
					expect(record?.summary?.value.trim()).toBe(entry.summary?.value.replace(/\r\n?/g, '\n').trim());
					expect(record?.times.get('started_at')?.reading.ok).toBe(true);
				}
				for (const path of written.keys()) {
					const codes = log.findings(`${ROOT}/${path}`).map(({ code }) => code);
					expect(codes.filter(code => /^(?:schema|time)\//.test(code))).toEqual([]);
				}
			}),
			{ numRuns: 100 },
		);
	});
});
