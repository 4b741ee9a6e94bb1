import { afterEach, describe, expect, test } from 'vitest';
import { WorkspaceDiagnosticRequest } from 'vscode-languageserver/node';
import { ruleUrl } from '../../src/rules/rule-url.ts';
import {
	COVERAGE_REQUEST,
	type CoverageResult,
	PROPOSE_REQUEST,
	type ProposeResult,
	STATUS_REQUEST,
	type StatusResult,
} from '../../src/server/protocol.ts';
import { type Client, PULLING, ROOT, startClient, uriOf } from './client.ts';

const WHOLE =
	'# Disk full\n\n**Date:** 2024-08-03\n**Severity:** SEV-2\n\n## Timeline\n\n- 14:03 Alert\n- 14:40 Fixed\n';
const PARTLY = '# Queue stopped\n\n**Date:** 2024-08-10\n**Severity:** rather bad\n\n## Timeline\n\nIt stopped.\n';
const FILES = { 'incident-log.yaml': 'title: Infra Log\n', 'incidents/disk.md': WHOLE, 'incidents/queue.md': PARTLY };

let client: Client;
afterEach(() => client.stop());

const status = (path: string) => client.connection.sendRequest<StatusResult>(STATUS_REQUEST, { uri: uriOf(path) });
const coverage = (uri: string) => client.connection.sendRequest<CoverageResult>(COVERAGE_REQUEST, { uri });
const propose = (uri: string) => client.connection.sendRequest<ProposeResult>(PROPOSE_REQUEST, { uri });

describe('`status`', () => {
	test('counts the problems and the records of a log', async () => {
		client = await startClient({ files: FILES });
		const found = await status('incidents/queue.md');
		expect(found).toMatchObject({
			root: ROOT,
			title: 'Infra Log',
			configuration: uriOf('incident-log.yaml'),
			records: 2,
			started: 2,
			whole: 1,
			dialects: [{ name: 'markdown-head', records: 2 }],
			mismatch: null,
		});
		expect(found?.coverage).toContain('2 records: 2 with a start, 1 with a timeline');
		const { items: reports } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
			previousResultIds: [],
		});
		const items = reports.flatMap(report => (report.kind === 'full' ? report.items : []));
		const counted = Object.values(found?.problems ?? {}).reduce((sum, count) => sum + count, 0);
		expect(counted).toBe(items.length);
		expect(found?.notUnderstood).toBe(items.filter(({ code }) => code === 'coverage/not-understood').length);
	});

	test('follows the text in the editor', async () => {
		client = await startClient({ files: FILES });
		client.open('incidents/queue.md', WHOLE);
		expect(await status('incidents/queue.md')).toMatchObject({ whole: 2, notUnderstood: 0 });
	});

	test('states a dialect that does not fit', async () => {
		client = await startClient({ files: { ...FILES, 'incident-log.yaml': 'dialect: cstate\n' } });
		expect(await status(ROOT)).toMatchObject({
			title: 'log',
			mismatch: expect.stringContaining('Dialect `cstate` fits 0 of 2 records.'),
		});
	});

	test('is that of the log of the file, and of the first log for other files', async () => {
		client = await startClient({
			files: { 'a/incident-log.yaml': '', 'a/incidents/disk.md': WHOLE, 'b/incident-log.yaml': '', 'b/notes.md': '' },
		});
		expect(await status('b/incident-log.yaml')).toMatchObject({ root: uriOf('b'), records: 0 });
		expect(await status('b/notes.txt')).toMatchObject({ root: uriOf('b') });
		expect(await status('c/notes.md')).toMatchObject({ root: uriOf('a'), records: 1 });
	});

	test('is null without a log', async () => {
		client = await startClient({ files: { 'notes/a.md': '# A note\n' } });
		expect(await status('notes/a.md')).toBeNull();
		expect(await status(ROOT)).toBeNull();
	});
});

describe('`coverage`', () => {
	test('lists the records of a log, worst first, with the places that were not understood', async () => {
		client = await startClient({ files: FILES });
		const found = await coverage(ROOT);
		expect(found?.records.map(({ path, title, whole }) => [path, title, whole])).toEqual([
			['incidents/queue.md', 'Queue stopped', false],
			['incidents/disk.md', 'Disk full', true],
		]);
		expect(found?.records[0]?.places).toEqual([
			{
				aspect: 'impact',
				range: { start: { line: 3, character: 14 }, end: { line: 3, character: 24 } },
				text: 'rather bad',
			},
			...(found?.records[0]?.places.slice(1) ?? []),
		]);
		expect(found?.records[1]?.aspects).toContainEqual({ aspect: 'timeline', state: 'understood', read: 2, notRead: 0 });
	});

	test('is null for a folder that is not a log root', async () => {
		client = await startClient({ files: FILES });
		expect(await coverage(uriOf('incidents'))).toBeNull();
	});
});

describe('`propose`', () => {
	test('proposes a configuration for the records of a folder, and writes nothing', async () => {
		client = await startClient({ files: { 'ops/2024-08-03-disk.md': WHOLE, 'ops/2024-08-10-queue.md': WHOLE } });
		const proposal = await propose(ROOT);
		expect(proposal).toMatchObject({ uri: uriOf('incident-log.yaml'), found: '2 incidents in ops', folders: [] });
		expect(proposal).toHaveProperty('text', expect.stringContaining('incidents: [ops/*.md]'));
		expect(proposal).toHaveProperty('reading', expect.stringContaining('2 of 2 are read.'));
		expect(client.disk.has(uriOf('incident-log.yaml'))).toBe(false);
	});

	test('returns the configuration that is there', async () => {
		client = await startClient({ files: { 'incident-log.yml': '', 'incidents/disk.md': WHOLE } });
		expect(await propose(`${ROOT}/`)).toEqual({ existing: uriOf('incident-log.yml') });
	});

	test('proposes the configuration of a new log, in the zone of the machine, for a folder without records', async () => {
		client = await startClient({ files: { 'README.md': '# Our service\n' } });
		const params = { uri: ROOT, timeZone: 'Asia/Tokyo' };
		expect(await client.connection.sendRequest(PROPOSE_REQUEST, params)).toMatchObject({
			found: null,
			reading: expect.stringContaining('No record found, only 1 YAML or Markdown file.'),
			text: expect.stringContaining('\ntime_zone: Asia/Tokyo\n'),
		});
	});
});

describe('a diagnostic', () => {
	const first = async (codeDescriptionSupport: boolean) => {
		client = await startClient({
			files: FILES,
			capabilities: { ...PULLING, textDocument: { diagnostic: { codeDescriptionSupport } } },
		});
		const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
		const [diagnostic] = items.flatMap(report => (report.kind === 'full' ? report.items : []));
		return diagnostic;
	};

	test('links its code to the page of the rule for a client that shows links', async () => {
		const { code, codeDescription } = (await first(true)) ?? {};
		expect(codeDescription).toEqual({ href: ruleUrl(String(code)) });
		expect(codeDescription?.href).toMatch(/\/docs\/rules\/[\w/-]+\.md$/);
	});

	test('has no link for other clients', async () => {
		expect(await first(false)).not.toHaveProperty('codeDescription');
	});
});
