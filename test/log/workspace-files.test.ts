import { describe, expect, test } from 'vitest';
import { MAX_LENGTH } from '../../src/parse/parse-document.ts';
import { filesAt } from '../support/fixture.ts';
import { contents, HOME, incident, LOG, open } from '../support/workspaces.ts';

describe('changes on the disk', () => {
	const FILES = filesAt(LOG, `//- /incidents/a.yaml\n${incident('A')}//- /bulletins/2024-08-31.md\n# B\n`);

	test('of files and folders are applied', async () => {
		for (const asynchronous of [false, true]) {
			const { environment, workspace } = await open(FILES, { asynchronous, rules: [] });
			const watching = workspace.watch();
			const once = async (change: () => void) => {
				change();
				await workspace.idle();
				return contents(workspace)['~/log'];
			};
			const B = 'bulletin bulletins/2024-08-31.md';
			expect(await once(() => environment.write(`${LOG}/incidents/b.yaml`, incident('B')))).toEqual([
				B,
				'incident incidents/a.yaml',
				'incident incidents/b.yaml',
			]);
			expect(await once(() => environment.rename(`${LOG}/incidents/b.yaml`, `${LOG}/incidents/c.yaml`))).toEqual([
				B,
				'incident incidents/a.yaml',
				'incident incidents/c.yaml',
			]);
			expect(await once(() => environment.rename(`${LOG}/incidents`, `${LOG}/old/postmortems`))).toEqual([
				B,
				'postmortem old/postmortems/a.yaml',
				'postmortem old/postmortems/c.yaml',
			]);
			expect(await once(() => environment.rename(`${LOG}/old`, `${LOG}/node_modules`))).toEqual([B]);
			watching.dispose();
			expect(await once(() => environment.delete(`${LOG}/bulletins`))).toEqual([B]);
		}
	});

	test('of a configuration are applied', async () => {
		const { environment, workspace } = await open({
			...FILES,
			[`${LOG}/sub/incidents/x.yaml`]: incident('X'),
			[`${LOG}/sub/reports/y.yaml`]: incident('Y'),
		});
		workspace.watch();
		const once = async (change: () => void) => {
			change();
			await workspace.idle();
			return contents(workspace);
		};
		const outer = ['bulletin bulletins/2024-08-31.md', 'incident incidents/a.yaml'];
		const CONFIGURATION = `${LOG}/sub/incident-log.yaml`;
		const first = contents(workspace);
		expect(first).toEqual({ '~/log': [...outer, 'incident sub/incidents/x.yaml'] });
		// The folder above is no longer a log.
		const byDefault = { '~/log/sub': ['configuration incident-log.yaml', 'incident incidents/x.yaml'] };
		const configured = { '~/log/sub': ['configuration incident-log.yaml', 'incident reports/y.yaml'] };
		expect(await once(() => environment.write(CONFIGURATION, ''))).toEqual(byDefault);
		expect(await once(() => environment.write(CONFIGURATION, 'files: { incidents: reports/* }'))).toEqual(configured);
		const above = `${LOG}/incident-log.yaml`;
		expect(await once(() => environment.write(above, ''))).toEqual({
			'~/log': [...outer.slice(0, 1), 'configuration incident-log.yaml', ...outer.slice(1)],
			...configured,
		});
		expect(await once(() => environment.write(above, 'exclude: [sub, "incidents/**"]'))).toEqual({
			'~/log': [...outer.slice(0, 1), 'configuration incident-log.yaml'],
		});
		expect(await once(() => environment.delete(above))).toEqual(configured);
		expect(await once(() => environment.delete(CONFIGURATION))).toEqual(first);
		expect(await once(() => environment.write(`${HOME}/incident-log.yaml`, ''))).toEqual(first);
	});

	test('of a configuration above the open folder are applied', async () => {
		const { environment, workspace } = await open({ ...FILES, [`${HOME}/incidents/z.yaml`]: incident('Z') });
		const first = contents(workspace);
		environment.write(`${HOME}/incident-log.yaml`, '');
		await workspace.filesChanged([{ uri: `${HOME}/incident-log.yaml`, type: 'created' }]);
		expect(contents(workspace)).toEqual({
			'~': [
				'bulletin log/bulletins/2024-08-31.md',
				'configuration incident-log.yaml',
				'incident incidents/z.yaml',
				'incident log/incidents/a.yaml',
			],
		});
		environment.delete(`${HOME}/incident-log.yaml`);
		await workspace.filesChanged([{ uri: `${HOME}/incident-log.yaml`, type: 'deleted' }]);
		expect(contents(workspace)).toEqual(first);
	});

	test('of the open folders are applied', async () => {
		const { workspace } = await open({ ...FILES, [`${HOME}/incidents/z.yaml`]: incident('Z') }, { folders: [] });
		expect(contents(workspace)).toEqual({});
		await workspace.setFolders([LOG, `${HOME}/incidents`]);
		expect(Object.keys(contents(workspace))).toEqual(['~/incidents', '~/log']);
		await workspace.setFolders([`${HOME}/incidents`]);
		expect(contents(workspace)).toEqual({ '~/incidents': ['incident z.yaml'] });
	});

	test('of a closed folder are read when it is opened again', async () => {
		const { environment, workspace } = await open(FILES);
		await workspace.setFolders([]);
		environment.write(`${LOG}/incidents/a.yaml`, incident('Another title'));
		await workspace.setFolders([LOG]);
		const uri = `${LOG}/incidents/a.yaml`;
		expect(workspace.logOf(uri)?.definitionsOf(uri)[0]?.title).toBe('Another title');
	});

	test('of the open folders invalidate documents with links out of them', async () => {
		const L = `${LOG}/incidents/l.md`;
		const { workspace } = await open({ ...FILES, [L]: '---\ntitle: L\n---\n\nSee [how](../../docs/how.md).\n' });
		const answer = () => workspace.findings(L).find(({ code }) => code === 'probe/references')?.message;
		expect(answer()).toBe('uri:   0');
		await workspace.setFolders([LOG, `${HOME}/docs`]);
		expect(answer()).toBe('uri:   undefined');
		await workspace.setFolders([LOG]);
		expect(answer()).toBe('uri:   0');
	});

	test('of a file that is not a document invalidate documents with links to it', async () => {
		const links = { ...FILES, [`${LOG}/incidents/l.md`]: '---\ntitle: L\n---\n\nSee [how](../docs/how.md).\n' };
		const { environment, workspace } = await open(links);
		workspace.watch();
		const isThere = () => workspace.logOf(`${LOG}/incidents/l.md`)?.view.inFile(`${LOG}/docs/how.md`) !== undefined;
		const changed: string[] = [];
		workspace.findings(`${LOG}/incidents/l.md`);
		workspace.onDidChange(({ uris }) => changed.push(...uris));
		expect(isThere()).toBe(false);
		environment.write(`${LOG}/docs/how.md`, '# How\n');
		await workspace.idle();
		expect(isThere()).toBe(true);
		expect(changed).toEqual([`${LOG}/incidents/l.md`]);
		environment.write(`${LOG}/docs/how.md`, '# How else\n');
		await workspace.idle();
		expect(changed).toHaveLength(1);
		// Files that are not searched are assumed to exist: pictures, and files elsewhere.
		const view = workspace.logOf(`${LOG}/incidents/l.md`)?.view;
		expect(view?.inFile(`${LOG}/docs/how.png`)).toEqual([]);
		expect(view?.inFile(`${HOME}/elsewhere.md`)).toEqual([]);
	});
});

describe('calls of the file system', () => {
	const FILES = filesAt(
		LOG,
		`//- /incident-log.yaml\n\n//- /incidents/a.yaml\n${incident('A')}//- /incidents/b.yaml\n${incident('B')}//- /docs/notes.md\nN\n//- /docs/picture.png\nP\n`,
	);
	const paths = (uris: readonly string[]) => uris.map(uri => uri.replace(HOME, '~')).sort();

	test('list each folder once and read each document once', async () => {
		const { environment } = await open(FILES);
		expect(paths(environment.calls.list)).toEqual(['~/log', '~/log/docs', '~/log/incidents']);
		expect(paths(environment.calls.read)).toEqual([
			'~/log/incident-log.yaml',
			'~/log/incidents/a.yaml',
			'~/log/incidents/b.yaml',
		]);
		const repositories = ['file:///home/.git', '~/.git', '~/log/.git'];
		expect(paths(environment.calls.stat)).toEqual([...repositories, '~/log/incident-log.yaml']);
	});

	test('are not needed for an edit or a closed editor; a change on the disk reads one file', async () => {
		const { environment, workspace } = await open(FILES);
		const A = `${LOG}/incidents/a.yaml`;
		for (const calls of [environment.calls.list, environment.calls.read, environment.calls.stat]) {
			calls.length = 0;
		}
		await workspace.open(A, incident('In the editor'));
		await workspace.change(A, incident('In the editor still'));
		await workspace.close(A);
		expect(environment.calls).toEqual({ list: [], read: [], stat: [], watch: [] });
		await workspace.filesChanged([
			{ uri: A, type: 'changed' },
			{ uri: `${LOG}/docs/picture.png`, type: 'changed' },
			{ uri: `${LOG}/docs/notes.md`, type: 'changed' },
			{ uri: `${HOME}/elsewhere/incidents/a.yaml`, type: 'created' },
		]);
		const looked = [A, `${LOG}/docs/picture.png`, `${LOG}/docs/notes.md`];
		expect(environment.calls).toEqual({ list: [], read: [A], stat: looked, watch: [] });
	});
});

test('reads a text of the maximum length and size, with a byte-order mark', async () => {
	const uri = `${LOG}/incidents/a.md`;
	const text = '€'.repeat(MAX_LENGTH);
	const { workspace } = await open({ [uri]: new TextEncoder().encode(`\ufeff${text}`) }, { rules: [] });
	expect(workspace.logOf(uri)?.document(uri)?.text).toBe(text);
});
