import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { overlayEnvironment } from '../../src/log/overlay-environment.ts';
import { SwitchableEnvironment } from '../../src/log/switchable-environment.ts';
import { openWorkspace, type Workspace } from '../../src/log/workspace.ts';
import { throwDefect } from '../support/defects.ts';
import { CLOCK } from '../support/fixture.ts';
import { probes } from '../support/probe-rules.ts';
import { HOME, incident, LOG } from '../support/workspaces.ts';

const TEXTS = [
	'time_zone: Asia/Tokyo\n',
	'files: { incidents: "notes/*" }\n',
	incident('Queue stopped', 'references: [{ id: mail, relation: caused-by }]\n'),
	incident('Mail was late', 'id: mail\n'),
	'# Page\n\nLike the August 26 issue. See [[mail]] and [notes](../notes/mail.md).\n',
	'incidents/queue.yaml\nnotes\n',
];
const PATHS = [
	`${LOG}/incident-log.yaml`,
	`${LOG}/incidents/queue.yaml`,
	`${LOG}/incidents/mail.yaml`,
	`${LOG}/bulletins/2024-08-31.md`,
	`${LOG}/notes/mail.md`,
	`${LOG}/.gitignore`,
	`${LOG}/sub/incident-log.yaml`,
	`${LOG}/sub/incidents/mail.yaml`,
	`${HOME}/incident-log.yaml`,
];
const FOLDERS = [`${LOG}/incidents`, `${LOG}/notes`, `${LOG}/sub`];

const files = fc.dictionary(fc.constantFrom(...PATHS), fc.constantFrom(...TEXTS));
/** A version of the files, with the top of a repository, as ignore rules need one. */
const versions = (asynchronous: boolean) =>
	fc.tuple(files, fc.option(fc.constantFrom(...FOLDERS), { freq: 3 })).map(([drawn, unreadable]) => {
		const version = new MemoryEnvironment({ ...drawn, [`${LOG}/.git/HEAD`]: '' }, { asynchronous });
		version.fail(unreadable ?? LOG, unreadable === null ? undefined : 'no-permission');
		return version;
	});

const stateOf = (workspace: Workspace) =>
	workspace.logs.map(log => ({
		root: log.root,
		facts: log.debugText(),
		unread: log.unread,
		findings: Object.fromEntries(log.documents().map(({ uri }) => [uri, log.findings(uri)])),
	}));

const open = (environment: SwitchableEnvironment | MemoryEnvironment) =>
	openWorkspace({ environment, folders: [LOG], clock: CLOCK, rules: probes, onDefect: throwDefect });

test.each([[false], [true]])(
	'a reloaded log equals one that is opened with the new files (asynchronous: %s)',
	async asynchronous => {
		let logs = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(versions(asynchronous), { minLength: 2, maxLength: 4 }), async versions => {
				const [first, ...others] = versions;
				const environment = new SwitchableEnvironment(first ?? new MemoryEnvironment());
				const workspace = await open(environment);
				for (const version of others) {
					stateOf(workspace);
					environment.switchTo(version);
					await workspace.reload();
					expect(stateOf(workspace)).toEqual(stateOf(await open(version)));
					logs += workspace.logs.length;
				}
			}),
			{ numRuns: 100 },
		);
		expect(logs).toBeGreaterThan(100);
	},
);

test('a reload checks documents that link to a file that is not a document, or is unread', async () => {
	const record = {
		[`${LOG}/incident-log.yaml`]: 'title: Log\n',
		[`${LOG}/incidents/a.md`]: `---\n${incident('A')}---\n\nSee [notes](../notes/a.md).\n`,
	};
	const environment = new SwitchableEnvironment(new MemoryEnvironment(record));
	const workspace = await openWorkspace({ environment, folders: [LOG], clock: CLOCK });
	const isUnresolved = () =>
		workspace.findings(`${LOG}/incidents/a.md`).some(({ code }) => code === 'reference/unresolved');
	const present = new MemoryEnvironment({ ...record, [`${LOG}/notes/a.md`]: '# Notes\n' });
	const unread = new MemoryEnvironment({ ...record, [`${LOG}/notes/b.md`]: '# Other notes\n' });
	unread.fail(`${LOG}/notes`, 'no-permission');
	const absent = new MemoryEnvironment(record);
	expect(isUnresolved()).toBe(true);
	for (const [version, expected] of [
		[present, false],
		[absent, true],
		[unread, false],
		[absent, true],
	] as const) {
		environment.switchTo(version);
		await workspace.reload();
		expect(isUnresolved()).toBe(expected);
	}
});

test('a reload does not check documents again that depend on no changed file', async () => {
	const before = { [`${LOG}/incidents/a.yaml`]: incident('A'), [`${LOG}/incidents/b.yaml`]: incident('B') };
	const after = { ...before, [`${LOG}/incidents/b.yaml`]: incident('B', 'status: resolved\n') };
	const environment = new SwitchableEnvironment(new MemoryEnvironment(before));
	const workspace = await openWorkspace({ environment, folders: [LOG], clock: CLOCK, rules: [] });
	workspace.logs.map(log => log.documents().map(({ uri }) => log.findings(uri)));
	const changed: string[] = [];
	workspace.onDidChange(({ uris }) => changed.push(...uris));
	environment.switchTo(new MemoryEnvironment(after));
	await workspace.reload();
	expect(changed).toEqual([`${LOG}/incidents/b.yaml`]);
});

test('an overlay equals an environment with the replaced files', async () => {
	const folders = [...PATHS.map(path => path.slice(0, path.lastIndexOf('/'))), HOME, `${LOG}/absent`];
	await fc.assert(
		fc.asyncProperty(
			fc.boolean(),
			files,
			fc.dictionary(fc.constantFrom(...PATHS), fc.option(fc.constantFrom(...TEXTS), { nil: undefined })),
			async (asynchronous, files, replaced) => {
				const bytes = new Map(
					Object.entries(replaced).map(([uri, text]) => [
						uri,
						text === undefined ? undefined : new TextEncoder().encode(text),
					]),
				);
				const overlay = overlayEnvironment(new MemoryEnvironment(files, { asynchronous }), bytes);
				const result = { ...files, ...replaced };
				const kept = Object.entries(result).flatMap(([uri, text]) =>
					text === undefined ? [] : [[uri, text] as const],
				);
				const expected = new MemoryEnvironment(Object.fromEntries(kept));
				for (const uri of PATHS) {
					expect(await overlay.read(uri, 60)).toEqual(await expected.read(uri, 60));
					expect(await overlay.stat(uri)).toEqual(await expected.stat(uri));
				}
				for (const folder of folders) {
					const [listed, wanted] = [await overlay.list(folder), await expected.list(folder)];
					// A folder whose files do not exist is kept.
					if (wanted.type === 'folder') {
						expect(await overlay.stat(folder)).toEqual({ type: 'folder', realUri: folder });
						const names = (list: typeof listed) =>
							list.type === 'folder'
								? list.entries
										.filter(({ type }) => type === 'file')
										.map(({ name }) => name)
										.sort()
								: list;
						expect(names(listed)).toEqual(names(wanted));
					}
				}
			},
		),
		{ numRuns: 200 },
	);
});
