import { afterEach, describe, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { type Client, PULLING, startClient, uriOf } from './client.ts';

const CONFIGURATION = 'time_zone: America/New_York\n';
const JOBS = `title: Jobs stood still
status: resolved
impact: minor
started_at: 2024-07-12T09:00:00-04:00
resolved_at: 2024-07-12T11:30:00-04:00
`;
const AGAIN = `title: Jobs stood still again
status: resolved
impact: minor
started_at: 2024-08-12T09:00:00-04:00
resolved_at: 2024-08-12T11:30:00-04:00
references:
  - { id: 2024-07-12-jobs, relation: recurrence-of }
`;
const FILES = {
	'incident-log.yaml': CONFIGURATION,
	'incidents/2024-07-12-jobs.yaml': JOBS,
	'incidents/2024-08-12-again.yaml': AGAIN,
};

let client: Client;
afterEach(() => client.stop());

describe('findings', () => {
	test('are empty for a valid log', async () => {
		client = await startClient({ files: FILES });
		expect(await client.allFindings()).toEqual({});
		expect(client.errors).toEqual([]);
	});

	test('include files that were never opened', async () => {
		client = await startClient({
			files: { ...FILES, 'incidents/2024-08-12-again.yaml': AGAIN.replace('07-12', '07-13') },
		});
		expect(await client.allFindings()).toEqual({ 'incidents/2024-08-12-again.yaml': ['7:11 reference/unresolved'] });
	});

	test('follow the text of the editor, and the text on the disk after it is closed', async () => {
		client = await startClient({ files: FILES });
		client.open('incidents/2024-07-12-jobs.yaml', JOBS.replace('minor', 'huge'));
		expect(await client.findings('incidents/2024-07-12-jobs.yaml')).toEqual(['3:9 impact/unknown-level']);
		client.edit('incidents/2024-07-12-jobs.yaml', {
			range: { start: { line: 2, character: 8 }, end: { line: 2, character: 12 } },
			text: 'major',
		});
		expect(await client.findings('incidents/2024-07-12-jobs.yaml')).toEqual([]);
		client.edit('incidents/2024-07-12-jobs.yaml', { text: JOBS.replace('minor', 'gigantic') });
		expect(await client.findings('incidents/2024-07-12-jobs.yaml')).toEqual(['3:9 impact/unknown-level']);
		client.close('incidents/2024-07-12-jobs.yaml');
		expect(await client.allFindings()).toEqual({});
	});

	test('of other documents follow an edit', async () => {
		client = await startClient({ files: FILES });
		client.open('incidents/2024-07-12-jobs.yaml', JOBS);
		client.edit('incidents/2024-07-12-jobs.yaml', { text: `id: other\n${JOBS}` });
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
		client.edit('incidents/2024-07-12-jobs.yaml', { text: JOBS });
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual([]);
	});

	test('are returned for incomplete YAML, an empty file and binary text', async () => {
		client = await startClient({ files: FILES });
		for (const text of [
			'title: "half',
			'',
			'{[',
			'- a\n- b',
			'title: A\n\tb: c',
			'\0\0',
			'impact: *x',
			'---\n---\n---',
		]) {
			client.open('incidents/n.yaml', text);
			expect(Array.isArray(await client.findings('incidents/n.yaml'))).toBe(true);
			client.close('incidents/n.yaml');
		}
		expect(await client.allFindings()).toEqual({});
		expect(client.errors).toEqual([]);
	});

	test('are `unchanged` for a client that has them', async () => {
		client = await startClient({ files: { ...FILES, 'incidents/x.yaml': 'title: X\n' } });
		const ask = (previousResultId?: string) =>
			client.connection.sendRequest<{ kind: string; resultId: string }>('textDocument/diagnostic', {
				textDocument: { uri: 'file:///log/incidents/x.yaml' },
				...(previousResultId !== undefined && { previousResultId }),
			});
		const { kind, resultId } = await ask();
		expect(kind).toBe('full');
		expect(await ask(resultId)).toEqual({ kind: 'unchanged', resultId });
		client.open('incidents/x.yaml', '\n\ntitle: X\n');
		expect((await ask(resultId)).kind).toBe('full');
	});
});

describe('files that change on the disk', () => {
	test('resolve a reference when created, and break it when deleted', async () => {
		const { 'incidents/2024-07-12-jobs.yaml': jobs, ...rest } = FILES;
		client = await startClient({ files: rest });
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
		client.write('incidents/2024-07-12-jobs.yaml', jobs);
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual([]);
		client.delete('incidents/2024-07-12-jobs.yaml');
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
	});

	test('keep their id when renamed', async () => {
		client = await startClient({ files: FILES });
		client.rename('incidents/2024-07-12-jobs.yaml', 'incidents/2024-07-12-queue.yaml');
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
		client.rename('incidents/2024-07-12-queue.yaml', 'incidents/2024-07-12-jobs.yaml');
		expect(await client.allFindings()).toEqual({});
	});

	test('are removed with their folder', async () => {
		client = await startClient({
			files: {
				'incident-log.yaml': CONFIGURATION,
				'incidents/old/2024-07-12-jobs.yaml': JOBS,
				'incidents/2024-08-12-again.yaml': AGAIN,
			},
		});
		expect(await client.allFindings()).toEqual({});
		client.rename('incidents/old', 'elsewhere');
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
		client.rename('elsewhere', 'incidents/older');
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual([]);
	});

	test('take effect immediately if they are a configuration', async () => {
		const file = 'incidents/2024-07-12-jobs.yaml';
		client = await startClient({ files: { [file]: JOBS.replace('minor', 'sev9') } });
		expect(await client.findings(file)).toEqual(['3:9 impact/unknown-level']);
		client.write('incident-log.yaml', 'impact: { levels: [none, sev9] }\n');
		expect(await client.findings(file)).toEqual([]);
		client.open('incident-log.yaml', 'impact: { levels: [none, sev8] }\n');
		expect(await client.findings(file)).toEqual(['3:9 impact/unknown-level']);
		client.close('incident-log.yaml');
		expect(await client.findings(file)).toEqual([]);
		client.delete('incident-log.yaml');
		expect(await client.findings(file)).toEqual(['3:9 impact/unknown-level']);
	});

	test('are updated after a rename in the editor without watching', async () => {
		client = await startClient({ files: FILES });
		client.disk.rename('file:///log/incidents/2024-07-12-jobs.yaml', 'file:///log/incidents/b.yaml');
		void client.connection.sendNotification('workspace/didRenameFiles', {
			files: [{ oldUri: 'file:///log/incidents/2024-07-12-jobs.yaml', newUri: 'file:///log/incidents/b.yaml' }],
		});
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
	});

	test('do not replace the text of an open editor', async () => {
		client = await startClient({ files: FILES });
		client.open('incidents/2024-07-12-jobs.yaml', JOBS);
		client.write('incidents/2024-07-12-jobs.yaml', 'id: other\n');
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual([]);
		client.close('incidents/2024-07-12-jobs.yaml');
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
	});

	test('are watched by the client if it can, otherwise by the server', async () => {
		client = await startClient({ files: FILES });
		await client.settled();
		expect(client.registrations).toContain('workspace/didChangeWatchedFiles');
		expect(client.disk.calls.watch).toEqual([]);
		await client.stop();
		client = await startClient({ files: FILES, capabilities: {} });
		await client.settled();
		expect(client.disk.calls.watch).toEqual(['file:///log']);
		client.disk.delete('file:///log/incidents/2024-07-12-jobs.yaml');
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
	});
});

describe('the text of an editor', () => {
	const [JOBS_FILE, AGAIN_FILE] = ['incidents/2024-07-12-jobs.yaml', 'incidents/2024-08-12-again.yaml'];
	const RENAMED = 'incidents/2024-07-12-queue.yaml';
	const notify = (method: string, files: object[]) => void client.connection.sendNotification(method, { files });
	const isRead = async (path: string) =>
		(await client.connection.sendRequest('incidentLog/kind', { uri: uriOf(path) })) !== null;

	test.each([
		['the file', uriOf(JOBS_FILE), uriOf(RENAMED)],
		['the folder', uriOf('incidents'), uriOf('reports/incidents')],
	])('is not used after the editor has renamed %s, even if it is not saved', async (_what, oldUri, newUri) => {
		client = await startClient({ files: FILES });
		client.open(JOBS_FILE, JOBS);
		client.edit(JOBS_FILE, { text: `${JOBS}# unsaved\n` });
		expect(await isRead(JOBS_FILE)).toBe(true);
		client.disk.rename(oldUri, newUri);
		notify('workspace/didRenameFiles', [{ oldUri, newUri }]);
		expect(await isRead(JOBS_FILE)).toBe(false);
		client.edit(JOBS_FILE, { text: `${JOBS}# still edited\n` });
		expect(await isRead(JOBS_FILE)).toBe(true);
	});

	test('is not used after the editor has deleted the file', async () => {
		client = await startClient({ files: FILES });
		client.open(JOBS_FILE, JOBS);
		client.disk.delete(uriOf(JOBS_FILE));
		notify('workspace/didDeleteFiles', [{ uri: uriOf(JOBS_FILE) }]);
		expect(await client.findings(AGAIN_FILE)).toEqual(['7:11 reference/unresolved']);
	});

	test('is used after another program has deleted the file only if it is not saved', async () => {
		client = await startClient({ files: FILES });
		client.open(JOBS_FILE, JOBS);
		client.delete(JOBS_FILE);
		expect(await client.findings(AGAIN_FILE)).toEqual(['7:11 reference/unresolved']);
		client.edit(JOBS_FILE, { text: `${JOBS}# edited\n` });
		client.write(JOBS_FILE, `${JOBS}# edited\n`);
		client.delete(JOBS_FILE);
		expect(await client.findings(AGAIN_FILE)).toEqual([]);
		void client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf(JOBS_FILE) } });
		client.delete(JOBS_FILE);
		expect(await client.findings(AGAIN_FILE)).toEqual(['7:11 reference/unresolved']);
	});
});

describe('folders', () => {
	test('can be added and removed', async () => {
		client = await startClient({ files: { 'file:///other/incidents/a.yaml': JOBS.replace('minor', 'huge') } });
		expect(await client.allFindings()).toEqual({});
		const other = { uri: 'file:///other', name: 'other' };
		void client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
			event: { added: [other], removed: [] },
		});
		expect(Object.keys(await client.allFindings())).toEqual(['file:///other/incidents/a.yaml']);
		void client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
			event: { added: [], removed: [other] },
		});
		expect(await client.allFindings()).toEqual({});
	});

	test('outside of the workspace are read for an open file in them', async () => {
		client = await startClient({ files: FILES, folders: [] });
		expect(await client.allFindings()).toEqual({});
		client.open('incidents/2024-08-12-again.yaml', AGAIN.replace('07-12', '07-13'));
		await client.settled();
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual(['7:11 reference/unresolved']);
	});

	test('do not contain text that is not a file', async () => {
		client = await startClient({ files: FILES });
		for (const uri of ['git:/log/incidents/2024-07-12-jobs.yaml?ref', 'untitled:Untitled-1']) {
			client.open(uri, JOBS);
			expect(await client.findings(uri)).toEqual([]);
		}
		expect(await client.allFindings()).toEqual({});
	});

	test('without a log give no message', async () => {
		client = await startClient({
			files: { 'docs/a.md': '# A\n[b](missing.md)\n', 'values.yaml': 'impact: huge\n' },
			initializationOptions: { logChanged: true },
		});
		client.open('docs/a.md', '# A\n');
		expect(await client.findings('docs/a.md')).toEqual([]);
		expect(await client.allFindings()).toEqual({});
		await client.settled();
		expect([client.logChanges, client.progress, client.errors, client.refreshes]).toEqual([[], [], [], 0]);
	});
});

describe('the server notifies the client', () => {
	test('of changed findings of another open document', async () => {
		client = await startClient({ files: FILES });
		client.open('incidents/2024-08-12-again.yaml', AGAIN);
		client.open('incidents/2024-07-12-jobs.yaml', JOBS);
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual([]);
		expect(await client.findings('incidents/2024-07-12-jobs.yaml')).toEqual([]);
		await client.settled();
		expect(client.refreshes).toBe(0);
		client.edit('incidents/2024-07-12-jobs.yaml', { text: JOBS.replace('minor', 'major') });
		await client.settled();
		expect(client.refreshes).toBe(0);
		client.edit('incidents/2024-07-12-jobs.yaml', { text: `id: other\n${JOBS}` });
		await client.settled();
		expect(client.refreshes).toBe(1);
	});

	test('of a document that changed because another program deleted a file', async () => {
		client = await startClient({ files: FILES });
		await client.settled();
		client.open('incidents/2024-08-12-again.yaml', AGAIN);
		expect(await client.findings('incidents/2024-08-12-again.yaml')).toEqual([]);
		await client.settled();
		client.delete('incidents/2024-07-12-jobs.yaml');
		await client.settled();
		expect(client.refreshes).toBe(1);
	});

	test('of all findings, if the client cannot pull them', async () => {
		client = await startClient({
			files: { ...FILES, 'incidents/x.yaml': 'title: X\n' },
			capabilities: { ...PULLING, textDocument: {} },
		});
		await client.settled();
		expect([...client.published.keys()]).toEqual(['file:///log/incidents/x.yaml']);
		client.open('incidents/2024-07-12-jobs.yaml', `id: other\n${JOBS}`);
		await client.settled();
		expect(client.published.get('file:///log/incidents/2024-08-12-again.yaml')?.map(({ code }) => code)).toEqual([
			'reference/unresolved',
		]);
		client.close('incidents/2024-07-12-jobs.yaml');
		client.delete('incidents/x.yaml');
		await client.settled();
		expect([...client.published].filter(([, diagnostics]) => diagnostics.length > 0)).toEqual([]);
	});

	test('of changed logs, once per tick and only on request', async () => {
		client = await startClient({ files: FILES, initializationOptions: { logChanged: true } });
		await client.settled();
		const before = client.logChanges.length;
		expect(client.logChanges.at(-1)).toMatchObject({ root: 'file:///log' });
		client.notifyFiles();
		client.open('incidents/2024-07-12-jobs.yaml', `${JOBS}\n`);
		await client.settled();
		expect(client.logChanges.slice(before).map(({ uris }) => uris)).toEqual([
			expect.arrayContaining(['file:///log/incidents/2024-07-12-jobs.yaml']),
		]);
		await client.stop();
		client = await startClient({ files: FILES });
		await client.settled();
		expect(client.logChanges).toEqual([]);
	});

	test.each([
		[100, 100],
		[101, 0],
	])('of a changed log: of %i documents, %i are listed', async (changed, listed) => {
		const head = 'impact: none\nstarted_at: 2024-08-26\n';
		const referring = `title: Again\n${head}references: [{ id: first, relation: related }]\n`;
		const paths = Array.from({ length: changed - 1 }, (_, index) => `incidents/again-${index}.yaml`);
		const files = Object.fromEntries(paths.map(path => [path, referring]));
		client = await startClient({
			files: { ...files, 'incidents/first.yaml': `title: First\n${head}` },
			initializationOptions: { logChanged: true },
		});
		// Checks every document, so that the log records which of them refer to the first.
		expect(await client.allFindings()).toEqual({});
		await client.settled();
		const before = client.logChanges.length;
		client.open('incidents/first.yaml', `id: other\ntitle: First\n${head}`);
		await client.settled();
		expect(client.logChanges.slice(before).map(({ root, uris }) => [root, uris.length])).toEqual([
			['file:///log', listed],
		]);
	});

	test('of pulled diagnostics only if it can pull them: it would request those that are published, too', async () => {
		client = await startClient({ files: FILES });
		expect(client.initialized?.capabilities.diagnosticProvider).toBeDefined();
		await client.stop();
		client = await startClient({ files: FILES, capabilities: { ...PULLING, textDocument: {} } });
		expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
	});

	test('of its capabilities', async () => {
		client = await startClient();
		expect(client.initialized?.capabilities).toMatchObject({
			positionEncoding: 'utf-16',
			diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
			hoverProvider: true,
			textDocumentSync: { change: 2, openClose: true },
			workspace: { workspaceFolders: { supported: true } },
			codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.incidentLog'] },
		});
	});
});

test('deletions of unknown files are ignored', async () => {
	client = await startClient({ files: FILES });
	client.notifyFiles(
		['file:///log/node_modules/x', FileChangeType.Deleted],
		['file:///log/dist/a.js', FileChangeType.Created],
	);
	expect(await client.allFindings()).toEqual({});
	expect(client.disk.calls.list.filter(uri => uri.includes('dist'))).toEqual([]);
});
