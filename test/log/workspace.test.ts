import { describe, expect, test } from 'vitest';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { Workspace } from '../../src/log/workspace.ts';
import { CLOCK, filesAt } from '../support/fixture.ts';
import { contents, HOME, incident, LOG, open } from '../support/workspaces.ts';

describe('the logs of a workspace', () => {
	test.each<[string, string, readonly string[], Record<string, string[]>]>([
		['nothing that looks like one', '//- /notes/a.md\nA\n//- /incidents/README.md\nA\n', [LOG], {}],
		[
			'a workspace folder with defaults',
			'//- /incidents/a.md\nA\n//- /notes/b.md\nB\n',
			[LOG],
			{ '~/log': ['incident incidents/a.md'] },
		],
		[
			'configured logs below, without a log around them',
			'//- /team/incident-log.yaml\n\n//- /team/incidents/a.md\nA\n//- /x/y/incident-log.yml\n\n//- /incidents/b.md\nB\n',
			[LOG],
			{
				'~/log/team': ['configuration incident-log.yaml', 'incident incidents/a.md'],
				'~/log/x/y': ['configuration incident-log.yml'],
			},
		],
		[
			'no log that a configuration above excludes',
			'//- /incident-log.yaml\nexclude: [fixtures, "!fixtures/kept/**"]\n//- /fixtures/a/incident-log.yaml\n\n//- /fixtures/a/incidents/a.md\nA\n//- /fixtures/kept/incident-log.yaml\n\n//- /incidents/b.md\nB\n',
			[LOG],
			{
				'~/log': ['configuration incident-log.yaml', 'incident incidents/b.md'],
				'~/log/fixtures/kept': ['configuration incident-log.yaml'],
			},
		],
		[
			'an excluded log that is opened itself',
			'//- /incident-log.yaml\nexclude: fixtures\n//- /fixtures/incident-log.yaml\n\n//- /fixtures/incidents/a.md\nA\n',
			[`${LOG}/fixtures/incidents`],
			{ '~/log/fixtures': ['configuration incident-log.yaml', 'incident incidents/a.md'] },
		],
		[
			'a log within a log',
			'//- /incident-log.yaml\n\n//- /incidents/incident-log.yaml\n\n//- /incidents/a.md\nA\n//- /bulletins/b.md\nB\n',
			[LOG],
			{
				'~/log': ['bulletin bulletins/b.md', 'configuration incident-log.yaml'],
				'~/log/incidents': ['configuration incident-log.yaml', 'incident a.md'],
			},
		],
		[
			'the log of an open folder below its root',
			'//- /incident-log.yaml\n\n//- /incidents/a.md\nA\n//- /bulletins/b.md\nB\n',
			[`${LOG}/incidents/`],
			{ '~/log': ['bulletin bulletins/b.md', 'configuration incident-log.yaml', 'incident incidents/a.md'] },
		],
		[
			'a folder with a default name',
			'//- /infra-log/2024-08-31.md\nA\n',
			[`${LOG}/infra-log`],
			{ '~/log/infra-log': ['bulletin 2024-08-31.md'] },
		],
		[
			'nested workspace folders',
			'//- /incidents/a.md\nA\n//- /sub/incidents/b.md\nB\n',
			[LOG, `${LOG}/sub`],
			{ '~/log': ['incident incidents/a.md'], '~/log/sub': ['incident incidents/b.md'] },
		],
		[
			'no logs in folders of tools',
			'//- /node_modules/x/incident-log.yaml\n\n//- /node_modules/x/incidents/a.md\nA\n//- /.git/incidents/a.md\nA\n',
			[LOG],
			{},
		],
		[
			'files by the globs of the configuration',
			'//- /incident-log.yaml\nfiles: { incidents: "content/issues/**" }\n//- /content/issues/a.md\nA\n//- /incidents/b.md\nB\n',
			[LOG],
			{ '~/log': ['configuration incident-log.yaml', 'incident content/issues/a.md'] },
		],
		[
			'a log with an unreadable configuration',
			'//- /incident-log.yaml\n\0\n//- /incidents/a.md\nA\n',
			[LOG],
			{ '~/log': ['configuration incident-log.yaml', 'incident incidents/a.md'] },
		],
	])('%s', async (_name, files, folders, expected) => {
		for (const asynchronous of [false, true]) {
			const { workspace } = await open(filesAt(LOG, files), { asynchronous, folders, rules: [] });
			expect(contents(workspace)).toEqual(expected);
		}
	});

	test('a configuration applies only to its own log', async () => {
		const { workspace } = await open(
			filesAt(
				LOG,
				'//- /one/incident-log.yaml\ntime_zone: Asia/Tokyo\n//- /one/incidents/a.yaml\nstarted_at: 2024-08-26T20:00:00Z\n//- /two/incident-log.yaml\n\n//- /two/incidents/b.yaml\nstarted_at: 2024-08-26T20:00:00Z\n',
			),
		);
		const day = (path: string) => workspace.logOf(`${LOG}/${path}`)?.definitionsOf(`${LOG}/${path}`)[0]?.date;
		expect([day('one/incidents/a.yaml'), day('two/incidents/b.yaml')]).toEqual(['2024-08-27', '2024-08-26']);
	});
});

describe('content that is not text', () => {
	test.each<[string, string | Uint8Array, string | undefined]>([
		['text', 'title: A\n', undefined],
		['text with a byte-order mark', '\ufefftitle: A\n', undefined],
		['empty text', '', undefined],
		['invalid UTF-8', Uint8Array.of(0x74, 0xff, 0xfe), 'not-text'],
		['a NUL', 'title: \0\n', 'not-text'],
		['10 MB', `title: ${'A'.repeat(10_000_000)}\n`, 'too-large'],
		['the maximum length', 'A'.repeat(2 ** 20), undefined],
		['one more than the maximum length', 'A'.repeat(2 ** 20 + 1), 'too-large'],
		['three bytes per character', '\u4e8b'.repeat(2 ** 20), undefined],
	])('%s', async (_name, content, problem) => {
		const uri = `${LOG}/incidents/a.md`;
		const { environment, workspace } = await open({ [uri]: content });
		const unreadable = () =>
			workspace
				.logOf(uri)
				?.document(uri)
				?.problems.map(({ kind }) => kind)
				.find(kind => kind === 'not-text' || kind === 'too-large');
		expect(unreadable()).toBe(problem);
		// An editor with the same content gives the same problems, although it has decoded invalid bytes.
		const messages = () => workspace.logOf(uri)?.document(uri)?.problems;
		const before = messages();
		await workspace.open(
			uri,
			typeof content === 'string' ? content.replace('\ufeff', '') : new TextDecoder().decode(content),
		);
		expect(messages()).toEqual(before);
		expect(environment.calls.read).toEqual([uri]);
	});

	test('a byte-order mark is not part of the text', async () => {
		const { workspace } = await open({ [`${LOG}/incidents/a.yaml`]: '\ufefftitle: A\n' });
		expect(workspace.logOf(`${LOG}/incidents/a.yaml`)?.document(`${LOG}/incidents/a.yaml`)?.text).toBe('title: A\n');
	});
});

describe('editors', () => {
	const A = `${LOG}/incidents/a.yaml`;
	const title = (workspace: Workspace, uri = A) => workspace.logOf(uri)?.definitionsOf(uri)[0]?.title;

	test('the text of an editor replaces that on the disk until it is closed', async () => {
		const { environment, workspace } = await open({ [A]: incident('On the disk') });
		void workspace.open(A, incident('In the editor'));
		expect(title(workspace)).toBe('In the editor');
		environment.write(A, incident('On the disk again'));
		await workspace.filesChanged([{ uri: A, type: 'changed' }]);
		expect(title(workspace)).toBe('In the editor');
		void workspace.change(A, incident('In the editor still'));
		expect(title(workspace)).toBe('In the editor still');
		await workspace.close(A);
		expect(title(workspace)).toBe('On the disk again');
	});

	test('an open file that is deleted on the disk is removed when it is closed', async () => {
		const { environment, workspace } = await open({ [A]: incident('A') });
		await workspace.open(A, incident('A'));
		environment.delete(A);
		await workspace.filesChanged([{ uri: A, type: 'deleted' }]);
		expect(title(workspace)).toBe('A');
		await workspace.close(A);
		expect(contents(workspace)).toEqual({});
	});

	test('an open file that is not on the disk is a document', async () => {
		const { workspace } = await open({});
		await workspace.open(A, incident('New'));
		expect(contents(workspace)).toEqual({ '~/log': ['incident incidents/a.yaml'] });
		await workspace.close(A);
		expect(contents(workspace)).toEqual({});
	});

	test('URIs are accepted in any form', async () => {
		const { workspace } = await open({ [`${LOG}/incidents/caf\u00e9 (1).yaml`]: incident('On the disk') });
		const spelling = 'file:///home/me/log/incidents/caf%c3%a9%20(1).yaml';
		expect(title(workspace, `${LOG}/incidents/caf%C3%A9%20%281%29.yaml`)).toBe('On the disk');
		expect(workspace.findings(spelling).length).toBeGreaterThan(0);
		await workspace.open(spelling, incident('In the editor'));
		expect(title(workspace, `${LOG}/incidents/caf%C3%A9%20%281%29.yaml`)).toBe('In the editor');
	});

	test('an edited configuration takes effect, and a changed level reads no file again', async () => {
		const B = `${LOG}/incident-log.yaml`;
		const { environment, workspace } = await open({ [A]: incident('A'), [B]: '' });
		const level = () => workspace.findings(A).find(({ code }) => code === 'probe/same-id')?.level;
		const document = workspace.logOf(A)?.stored(A);
		const log = workspace.logOf(A);
		expect(level()).toBe('info');
		await workspace.open(B, '# A comment changes nothing.\n');
		expect(workspace.logOf(A)).toBe(log);
		await workspace.change(B, 'rules: { probe/same-id: error }\n');
		expect(level()).toBe('error');
		expect(workspace.logOf(A)?.stored(A)).toBe(document);
		expect(workspace.logOf(A)?.revision).toBeGreaterThan(log?.revision ?? 0);
		await workspace.change(B, 'time_zone: Asia/Tokyo\n');
		expect(workspace.logOf(A)?.stored(A)).not.toBe(document);
		expect(level()).toBe('info');
		await workspace.close(B);
		expect(workspace.logOf(A)?.configuration.timeZone).toBe('UTC');
		expect(environment.calls.read.sort()).toEqual([B, A].sort());
	});

	describe('without a workspace folder', () => {
		test.each([
			[
				'a record of a log',
				`${LOG}/incidents/a.yaml`,
				{ '~/log': ['configuration incident-log.yaml', 'incident incidents/a.yaml', 'incident incidents/b.yaml'] },
			],
			[
				'another file in a log',
				`${LOG}/notes/a.md`,
				{ '~/log': ['configuration incident-log.yaml', 'incident incidents/a.yaml', 'incident incidents/b.yaml'] },
			],
			[
				'a file in a folder with a default name',
				`${HOME}/incidents/2024/c.yaml`,
				{ '~/incidents': ['incident 2024/c.yaml', 'incident d.yaml'] },
			],
			['any other file', `${HOME}/notes/a.md`, {}],
			['a file in a folder of tools', `${HOME}/node_modules/x.md`, {}],
		])('%s', async (_name, uri, expected) => {
			const { workspace } = await open(
				{
					[`${LOG}/incident-log.yaml`]: '',
					[`${LOG}/incidents/a.yaml`]: incident('A'),
					[`${LOG}/incidents/b.yaml`]: incident('B'),
					[`${HOME}/incidents/2024/c.yaml`]: incident('C'),
					[`${HOME}/incidents/d.yaml`]: incident('D'),
				},
				{ folders: [] },
			);
			expect(contents(workspace)).toEqual({});
			await workspace.open(uri, incident('In the editor'));
			expect(contents(workspace)).toEqual(expected);
			await workspace.close(uri);
			expect(contents(workspace)).toEqual({});
		});

		test('a folder of other records that is created or deleted beside that of the file', async () => {
			const page = `${HOME}/x/bulletins/2024-08-31.md`;
			const record = `${HOME}/x/incidents/a.yaml`;
			const { environment, workspace } = await open({ [page]: '# A\n' }, { folders: [] });
			await workspace.open(page, '# B\n');
			expect(contents(workspace)).toEqual({ '~/x/bulletins': ['bulletin 2024-08-31.md'] });
			environment.write(record, incident('A'));
			await workspace.filesChanged([{ uri: record, type: 'created' }]);
			expect(contents(workspace)).toEqual({ '~/x': ['bulletin bulletins/2024-08-31.md', 'incident incidents/a.yaml'] });
			environment.delete(record);
			await workspace.filesChanged([{ uri: record, type: 'deleted' }]);
			expect(contents(workspace)).toEqual({ '~/x/bulletins': ['bulletin 2024-08-31.md'] });
		});

		test('a bulletin next to its configuration', async () => {
			const { workspace } = await open(
				{ [`${HOME}/x/incident-log.yaml`]: 'time_zone: America/New_York\n', [`${HOME}/x/2024-08-31.md`]: '# A\n' },
				{ folders: [] },
			);
			await workspace.open(`${HOME}/x/2024-08-31.md`, '# B\n');
			expect(contents(workspace)).toEqual({ '~/x': ['bulletin 2024-08-31.md', 'configuration incident-log.yaml'] });
		});
	});
});

describe('reading a log', () => {
	const A = `${LOG}/incidents/a.yaml`;
	const many = Object.fromEntries(
		Array.from({ length: 300 }, (_, index) => [`${LOG}/incidents/${index}.yaml`, incident(`Number ${index}`)]),
	);

	test('applies events that occur during the reading', async () => {
		const environment = new MemoryEnvironment({ ...many, [A]: incident('On the disk') }, { asynchronous: true });
		const steps: (() => void)[] = [
			() => void workspace.open(A, incident('In the editor')),
			() => {
				environment.write(`${LOG}/incidents/7.yaml`, incident('Seven changed'));
				environment.delete(`${LOG}/incidents/8.yaml`);
				environment.write(`${LOG}/incidents/new.yaml`, incident('New'));
				void workspace.filesChanged([
					{ uri: `${LOG}/incidents/7.yaml`, type: 'changed' },
					{ uri: `${LOG}/incidents/8.yaml`, type: 'deleted' },
					{ uri: `${LOG}/incidents/new.yaml`, type: 'created' },
				]);
			},
			() => void workspace.change(A, incident('In the editor still')),
		];
		const workspace = new Workspace({
			environment,
			folders: [LOG],
			clock: CLOCK,
			rules: [],
			onProgress: async () => {
				await Promise.resolve();
				steps.shift()?.();
			},
		});
		await workspace.load();
		await workspace.idle();
		expect(steps).toEqual([]);
		const title = (name: string) => {
			const uri = `${LOG}/incidents/${name}.yaml`;
			return workspace.logOf(uri)?.definitionsOf(uri)[0]?.title;
		};
		expect(['a', '7', '8', 'new', '9'].map(title)).toEqual([
			'In the editor still',
			'Seven changed',
			undefined,
			'New',
			'Number 9',
		]);
	});

	test('reports its progress, and waits for the listener', async () => {
		const received: string[] = [];
		await open(many, {
			onProgress: async ({ done, total }) => {
				received.push('begin');
				await Promise.resolve();
				received.push(`${done}/${total}`);
			},
		});
		expect(received.filter(line => line !== 'begin')).toEqual([
			'0/undefined',
			'300/undefined',
			'64/300',
			'128/300',
			'192/300',
			'256/300',
		]);
		expect(received.every((line, index) => (line === 'begin') === (index % 2 === 0))).toBe(true);
	});
});

test('notifies listeners of the documents whose findings may have changed', async () => {
	const { workspace } = await open(
		filesAt(
			LOG,
			`//- /incidents/a.yaml\n${incident('A')}//- /incidents/b.yaml\n${incident('B', 'references: [{ id: a }]\n')}`,
		),
	);
	const uris = ['a', 'b'].map(name => `${LOG}/incidents/${name}.yaml`);
	const received: string[][] = [];
	uris.map(uri => workspace.findings(uri));
	workspace.onDidChange(change => received.push([change.root, ...change.uris]));
	await workspace.open(`${LOG}/incidents/a.yaml`, incident('Another title'));
	expect(received).toEqual([[LOG, ...uris]]);
	uris.map(uri => workspace.findings(uri));
	workspace.invalidateClock();
	expect(received).toHaveLength(1);
	await workspace.open(`${LOG}/incident-log.yaml`, 'title: Mine\n');
	expect(received.slice(1).flat()).toEqual(expect.arrayContaining([LOG, ...uris, `${LOG}/incident-log.yaml`]));
});
