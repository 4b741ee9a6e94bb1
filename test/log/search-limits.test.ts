import { describe, expect, test } from 'vitest';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { openWorkspace, type Workspace } from '../../src/log/workspace.ts';
import type { WorkspaceOptions } from '../../src/log/workspace-options.ts';
import { incident, LOG } from '../support/workspaces.ts';

const CONFIGURATION = `${LOG}/incident-log.yaml`;

async function openLog(files: Record<string, string>, options: Partial<WorkspaceOptions> = {}) {
	const environment = new MemoryEnvironment(files);
	const clock = { now: () => Date.UTC(2024, 8, 1) };
	return { environment, workspace: await openWorkspace({ environment, folders: [LOG], clock, ...options }) };
}

/** Code and message of each finding about unread files. */
function reported(workspace: Workspace, uri: string): string[] {
	return workspace
		.findings(uri)
		.filter(({ code }) => code.startsWith('file/'))
		.map(({ level, code, message }) => `${level} ${code} ${message}`);
}

describe('a search that ends early is an error', () => {
	const files = { [CONFIGURATION]: '', [`${LOG}/incidents/a.yaml`]: incident('A'), [`${LOG}/incidents/b.yaml`]: '' };

	test('after too many entries', async () => {
		const { workspace } = await openLog(files, { limits: { entries: 3, time: 1000 } });
		expect(reported(workspace, CONFIGURATION)).toEqual([
			'error file/search-limit Incomplete search of folder `.`: too many files and folders. Expected at most 3.',
		]);
	});

	test('after too long, by the given clock', async () => {
		let now = 0;
		const searchClock = { now: () => (now += 400) };
		const { environment, workspace } = await openLog(files, { searchClock, limits: { entries: 100, time: 1000 } });
		expect(reported(workspace, CONFIGURATION)).toEqual([]);
		const slow = { now: () => (now += 2000) };
		const ended = await openWorkspace({
			environment,
			folders: [LOG],
			clock: slow,
			limits: { entries: 100, time: 1000 },
		});
		expect(reported(ended, CONFIGURATION)).toEqual([
			'error file/search-limit Incomplete search of folder `.`: out of time. Expected at most 1 s.',
		]);
	});

	test('at the 64th folder below the root, also for folders created later', async () => {
		const folder = (depth: number) => `${LOG}/incidents${'/d'.repeat(depth - 1)}`;
		const { environment, workspace } = await openLog({
			[CONFIGURATION]: '',
			[`${folder(63)}/a.yaml`]: incident('A'),
			[`${folder(64)}/b.yaml`]: incident('B'),
		});
		expect(workspace.logs.map(log => log.size)).toEqual([2]);
		const message = `Folder \`incidents${'/d'.repeat(63)}\` not searched: nested too deeply. Expected at most 64 nested folders.`;
		expect(reported(workspace, CONFIGURATION)).toEqual([`error file/search-limit ${message}`]);
		environment.delete(folder(64));
		await workspace.filesChanged([{ uri: folder(64), type: 'deleted' }]);
		expect(reported(workspace, CONFIGURATION)).toEqual([]);
		environment.write(`${folder(64)}/b.yaml`, incident('B'));
		await workspace.filesChanged([{ uri: folder(62), type: 'created' }]);
		expect(reported(workspace, CONFIGURATION)).toEqual([`error file/search-limit ${message}`]);
	});
});

describe('unread files are reported', () => {
	test('at the root without a configuration, and not without a log', async () => {
		const { environment, workspace } = await openLog({
			[`${LOG}/incidents/a.yaml`]: incident('A'),
			[`${LOG}/closed/b.txt`]: '',
		});
		environment.fail(`${LOG}/closed`, 'no-permission');
		await workspace.filesChanged([{ uri: `${LOG}/closed`, type: 'changed' }]);
		const message = 'Unreadable folder `closed`: permission denied. Expected read permission.';
		expect(reported(workspace, LOG)).toEqual([`error file/unreadable ${message}`]);
		environment.write(CONFIGURATION, '');
		await workspace.filesChanged([{ uri: CONFIGURATION, type: 'created' }]);
		expect(reported(workspace, LOG)).toEqual([]);
		expect(reported(workspace, CONFIGURATION)).toEqual([`error file/unreadable ${message}`]);
		environment.delete(CONFIGURATION);
		environment.delete(`${LOG}/incidents/a.yaml`);
		await workspace.filesChanged([
			{ uri: CONFIGURATION, type: 'deleted' },
			{ uri: `${LOG}/incidents/a.yaml`, type: 'deleted' },
		]);
		expect(workspace.logs).toEqual([]);
		expect(workspace.logOf(LOG)).toBeUndefined();
	});

	test('in the order of their paths, including a broken link in place of a folder of records', async () => {
		const { environment, workspace } = await openLog({ [CONFIGURATION]: '' });
		const links = ['incidents/b', 'incidents/a.yaml', 'notes/c', 'notes/d.yaml'].map(path => `${LOG}/${path}`);
		for (const link of links) {
			environment.link(link, `${LOG}/nowhere`);
		}
		await workspace.filesChanged(links.map(uri => ({ uri, type: 'created' })));
		expect(workspace.logs.flatMap(log => log.unread.map(({ path }) => path))).toEqual([
			'incidents/a.yaml',
			'incidents/b',
		]);
	});

	test('and links to them are not reported as broken', async () => {
		const { environment, workspace } = await openLog({
			[CONFIGURATION]: '',
			[`${LOG}/incidents/a.yaml`]: incident('A', 'summary: See [notes](../closed/notes.md).\n'),
			[`${LOG}/closed/notes.md`]: '',
		});
		environment.fail(`${LOG}/closed`, 'no-permission');
		await workspace.filesChanged([{ uri: `${LOG}/closed`, type: 'changed' }]);
		const codes = workspace.findings(`${LOG}/incidents/a.yaml`).map(({ code }) => code);
		expect(codes).not.toContain('reference/unresolved');
	});

	test('if they are links; a link opened in an editor is not a second document', async () => {
		const { environment, workspace } = await openLog({
			[CONFIGURATION]: '',
			[`${LOG}/records/a.yaml`]: incident('A'),
			[`${LOG}/incidents/b.yaml`]: incident('B'),
		});
		const link = `${LOG}/incidents/a.yaml`;
		environment.link(link, `${LOG}/records/a.yaml`);
		await workspace.filesChanged([{ uri: link, type: 'created' }]);
		const message =
			'Link `incidents/a.yaml` not followed. Expected a glob for `records/a.yaml` under `files` in the configuration.';
		expect(reported(workspace, CONFIGURATION)).toEqual([`warning file/link-not-followed ${message}`]);
		await workspace.open(link, incident('A'));
		expect(workspace.logOf(link)).toBeUndefined();
		environment.delete(link);
		await workspace.filesChanged([{ uri: link, type: 'deleted' }]);
		expect(reported(workspace, CONFIGURATION)).toEqual([]);
		expect(workspace.logOf(link)).toBeDefined();
	});
});
