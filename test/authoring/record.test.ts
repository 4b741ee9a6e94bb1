import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { formatRecord } from '../../src/authoring/format-record.ts';
import { importEntry, type Outcome } from '../../src/authoring/import-entry.ts';
import { recordUriInFolder, usualUri } from '../../src/authoring/target.ts';
import { FixtureLog } from '../support/fixture-log.ts';

const PAGE = 'bulletins/2024-08-31.md';
const ENTRY = '* **August 26: Disk full** (05:30 UTC): It lasted an hour.';

/** Imports the first entry of a bulletin in a log with other files. */
async function importFirst(entry: string, files: Readonly<Record<string, string>> = {}, existing: string[] = []) {
	const log = new FixtureLog({ [PAGE]: `# 2024-08-31\n\n${entry}\n`, ...files });
	const page = log.document(log.uri(PAGE));
	const [first] = page?.bulletin?.entries ?? [];
	if (page === undefined || first?.form !== 'written') {
		throw new Error('The bulletin has no written entry.');
	}
	const exists = async (uri: string) => existing.includes(uri);
	return importEntry(first, { log, page, folder: undefined, exists, toPath: uri => uri });
}

function textOf(outcome: Outcome): string {
	return outcome.kind === 'record' ? outcome.text : outcome.kind;
}

describe('the record of an entry', () => {
	test('is in the folder of its year, and states and infers facts', async () => {
		expect(await importFirst(ENTRY)).toEqual({
			kind: 'record',
			uri: 'file:///log/incidents/2024/2024-08-26-disk-full.yaml',
			text: [
				'title: Disk full',
				'started_at: 2024-08-26T05:30:00Z',
				'resolved_at: 2024-08-26T06:30:00Z',
				'summary: |',
				'  It lasted an hour.',
				'x-inferred:',
				'  resolved_at: an hour',
				'',
			].join('\n'),
			notes: ['no impact stated'],
		});
	});

	test('infers the middle of a duration with two ends', async () => {
		const text = textOf(await importFirst('* **August 26: Disk full** (05:30 UTC): It lasted 1-2 hours.'));
		expect(text).toContain('resolved_at: 2024-08-26T07:00:00Z\n');
	});

	test('is resolved without an end, unless it is after the bulletin', async () => {
		expect(textOf(await importFirst('* **August 26: Disk full** (05:30): x'))).toContain('status: resolved\n');
		const upcoming = await importFirst('* **2024-09-02: Disk upgrade** (05:30): x');
		expect(textOf(upcoming)).not.toContain('status:');
	});

	test('notes an unreadable time', async () => {
		const outcome = await importFirst('* **August 26: Disk full** (25:30): x');
		expect(outcome.kind === 'record' && outcome.notes).toContain('unreadable time: only the day is stated');
	});

	test('moves references by path to its folder', async () => {
		const comment = '<!-- incident: { references: [../incidents/a.yaml, b], postmortem: ../postmortems/c.md } -->';
		const text = textOf(await importFirst(`${ENTRY} ${comment}`));
		expect(text).toContain('references:\n  - ../a.yaml\n  - b\n');
		expect(text).toContain('postmortem: ../../postmortems/c.md\n');
	});
});

describe('an entry is skipped', () => {
	const record = 'title: Disk full\nstarted_at: 2024-08-26T05:30:00Z\nresolved_at: ';

	test('with a record of other facts', async () => {
		const files = { 'incidents/2024-08-26-disk-full.yaml': `${record}2024-08-26T09:00:00Z\n` };
		expect(await importFirst(`${ENTRY} <!-- incident: { resolved_at: 07:00 UTC } -->`, files)).toMatchObject({
			kind: 'skipped',
			reason: expect.stringMatching(/^Different end in the record `2024-08-26-disk-full`/),
		});
	});

	test('with an existing file of the name', async () => {
		const outcome = await importFirst(ENTRY, {}, ['file:///log/incidents/2024/2024-08-26-disk-full.yaml']);
		expect(outcome).toMatchObject({ kind: 'skipped', reason: expect.stringMatching(/^Existing file/) });
	});

	test('with unreadable YAML in its comment', async () => {
		const outcome = await importFirst(`${ENTRY} <!-- incident: { impact: [ -->`);
		expect(outcome).toMatchObject({ kind: 'skipped', reason: expect.stringMatching(/^Unreadable YAML/) });
	});

	test('with a record of the same facts, which is returned', async () => {
		const files = { 'incidents/2024-08-26-disk-full.yaml': `${record}2024-08-26T06:30:00Z\n` };
		expect(await importFirst(ENTRY, files)).toMatchObject({ kind: 'known', record: { source: 'record' } });
	});
});

describe('the file of a new record', () => {
	test.each([
		['2024-08-26-disk', '2024-08-26-disk.yaml'],
		['störung-東京', 'störung-東京.yaml'],
		['../../etc/passwd', 'etcpasswd.yaml'],
		['.hidden', 'hidden.yaml'],
		['!?', 'incident.yaml'],
		['a'.repeat(300), `${'a'.repeat(200)}.yaml`],
		['東'.repeat(100), `${'東'.repeat(66)}.yaml`],
	])('for the id %s is %s', (id, name) => {
		expect(decodeURIComponent(recordUriInFolder('file:///log/new', id))).toBe(`file:///log/new/${name}`);
	});

	test.each([
		['', 'incidents/2024/x.yaml'],
		['files: { incidents: records/**/*.yaml }', 'records/2024/x.yaml'],
		['files: { incidents: records/*.yaml }', 'records/x.yaml'],
		['files: { incidents: records/2023/*.yaml }', 'records/2023/x.yaml'],
		['files: { incidents: "records/{old,new}/*.yaml" }', undefined],
	])('in a log with %j is %s', (configuration, path) => {
		const log = new FixtureLog({ 'incident-log.yaml': configuration });
		expect(usualUri(log, 'incident', 'x', 'yaml', Temporal.PlainDate.from('2024-08-26'))).toBe(
			path && `file:///log/${path}`,
		);
	});
});

describe('the YAML of a record', () => {
	test.each<[unknown, string]>([
		['Disk full', 'a: Disk full'],
		['no', 'a: "no"'],
		['12:30', 'a: "12:30"'],
		['One\ntwo\n', 'a: |\n  One\n  two'],
		[['x', 'x'], 'a:\n  - x\n  - x'],
		[{ b: 1 }, 'a:\n  b: 1'],
	])('of %j', (value, text) => {
		expect(formatRecord(new Map([['a', value]]))).toBe(`${text}\n`);
	});

	test('has times without quotes, and no aliases', () => {
		const list = ['x'];
		const fields = new Map<string, unknown>([
			['started_at', '2024-08-26T05:30:00Z'],
			['a', list],
			['b', list],
		]);
		expect(formatRecord(fields)).toBe('started_at: 2024-08-26T05:30:00Z\na:\n  - x\nb:\n  - x\n');
	});
});
