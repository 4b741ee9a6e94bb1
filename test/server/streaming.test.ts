import { afterEach, describe, expect, test, vi } from 'vitest';
import {
	CancellationTokenSource,
	FileChangeType,
	LSPErrorCodes,
	ProgressType,
	type WorkspaceDiagnosticReport,
	WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { features } from '../../src/features/index.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { customRequests } from '../../src/server/custom-requests.ts';
import { brief, type Client, startClient } from './client.ts';

/** A record with its own day and duration: two records with equal times would be a finding. */
const record = (impact: string, day = 10) =>
	`title: A\nstatus: resolved\nimpact: ${impact}\nstarted_at: 2024-08-${day}T09:00:00Z\nresolved_at: 2024-08-${day}T11:${day}:00Z\n`;

let client: Client;
let parts = 0;
afterEach(() => client.stop());

/** Requests the diagnostics of the workspace as partial results, and records each item: path, then findings. */
function listen(previousResultIds: { uri: string; value: string }[] = []) {
	const received: string[][] = [];
	const ids = new Map<string, string>();
	const source = new CancellationTokenSource();
	const partialResultToken = `part-${++parts}`;
	client.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), partialResultToken, ({ items }) => {
		for (const item of items) {
			ids.set(item.uri, item.resultId ?? '');
			received.push([
				item.uri.replace('file:///log/incidents/', ''),
				...(item.kind === 'full' ? brief(item.items) : ['unchanged']),
			]);
		}
	});
	const answer = client.connection.sendRequest(
		WorkspaceDiagnosticRequest.type,
		{ previousResultIds, partialResultToken },
		source.token,
	);
	let isOver = false;
	const over = () => {
		isOver = true;
	};
	void answer.then(over, over);
	return { received, ids, answer, cancel: () => source.cancel(), isOver: () => isOver };
}

describe('partial results of workspace diagnostics', () => {
	test('contain documents with findings, then changed documents', async () => {
		client = await startClient({
			files: {
				'incidents/a.yaml': record('minor', 11),
				'incidents/b.yaml': record('huge', 12),
				'incidents/c.yaml': record('x', 13),
			},
		});
		const { received, cancel, answer } = listen();
		await client.settled();
		expect(received).toEqual([
			['b.yaml', '3:9 impact/unknown-level'],
			['c.yaml', '3:9 impact/unknown-level'],
		]);
		client.open('incidents/a.yaml', record('big', 11));
		await client.settled();
		client.write('incidents/b.yaml', record('minor', 12));
		await client.settled();
		client.delete('incidents/c.yaml');
		await client.settled();
		client.edit('incidents/a.yaml', { text: record('minor', 11) });
		await client.settled();
		expect(received.slice(2)).toEqual([['a.yaml', '3:9 impact/unknown-level'], ['b.yaml'], ['c.yaml'], ['a.yaml']]);
		cancel();
		await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
	});

	test('leave out what the client has, and clear deleted documents', async () => {
		client = await startClient({
			files: { 'incidents/a.yaml': record('huge', 11), 'incidents/b.yaml': record('huge', 12) },
		});
		const first = listen();
		await client.settled();
		first.cancel();
		await expect(first.answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
		client.write('incidents/b.yaml', record('vast', 12));
		const second = listen(
			[...first.ids, ['file:///log/incidents/gone.yaml', '9']].map(([uri = '', value = '']) => ({ uri, value })),
		);
		await client.settled();
		expect(second.received).toEqual([['gone.yaml'], ['b.yaml', '3:9 impact/unknown-level']].toSorted());
	});

	test('end when an editor is closed, so that the client repeats the request', async () => {
		client = await startClient({ files: { 'incidents/a.yaml': record('minor', 11) } });
		const { isOver } = listen();
		client.open('incidents/a.yaml', record('huge', 11));
		await client.settled();
		expect(isOver()).toBe(false);
		client.close('incidents/a.yaml');
		await client.settled();
		expect(isOver()).toBe(true);
	});
});

describe('requests', () => {
	test('that are cancelled give `RequestCancelled`', async () => {
		client = await startClient({ files: { 'incidents/a.yaml': record('minor', 11) } });
		const source = new CancellationTokenSource();
		const answer = client.connection.sendRequest(
			'textDocument/hover',
			{ textDocument: { uri: 'file:///log/incidents/a.yaml' }, position: { line: 0, character: 1 } },
			source.token,
		);
		source.cancel();
		await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
	});

	const position = { line: 0, character: 1 };
	/** The union of the parameters of all requests. */
	const PARAMS = {
		textDocument: { uri: 'file:///log/incidents/a.yaml' },
		uri: 'file:///log/incidents/a.yaml',
		offset: 0,
		view: 'view',
		position,
		positions: [position],
		range: { start: position, end: position },
		context: { diagnostics: [], includeDeclaration: true },
		previousResultIds: [],
		query: '',
		newName: 'b',
		document: { kind: 'bulletin' },
		files: [{ oldUri: 'file:///log/incidents/a.yaml', newUri: 'file:///log/incidents/b.yaml' }],
		uris: ['file:///log/incidents/a.yaml'],
		name: 'find_incidents',
		input: {},
	};

	test.each([...features, ...customRequests].map(request => [request.method, request] as const))(
		'%s that fails is logged, and answers that there is nothing',
		async (method, request) => {
			const failing = vi.spyOn(request, 'handle').mockImplementation(() => {
				throw new Error('a defect');
			});
			client = await startClient({ files: { 'incidents/a.yaml': record('minor', 11) } });
			expect(await client.connection.sendRequest(method, PARAMS)).toEqual(request.emptyResult);
			expect(client.errors.pop()).toContain(`${method}: Error: a defect`);
			failing.mockRestore();
			expect(await client.findings('incidents/a.yaml')).toEqual([]);
		},
	);
});

test('reports the progress of a long first reading only', async () => {
	const files = Array.from({ length: 300 }, (_, i) => [`file:///log/incidents/${i}.yaml`, record('minor')]);
	const disk = new MemoryEnvironment(Object.fromEntries(files));
	let now = 0;
	const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
	const started = (milliseconds: number) =>
		startClient({
			environmentFor: () => ({
				read: (uri, limit) => {
					now += uri.endsWith('/0.yaml') ? milliseconds : 0;
					return disk.read(uri, limit);
				},
				list: folder => disk.list(folder),
				stat: uri => disk.stat(uri),
				watch: () => ({ dispose: () => undefined }),
			}),
		});
	client = await started(300);
	await client.allFindings();
	expect(client.progress).toEqual([]);
	await client.stop();
	client = await started(600);
	await client.allFindings();
	await client.settled();
	expect(client.progress.at(0)).toMatchObject({ kind: 'begin', title: 'Incident Log' });
	expect(client.progress.at(-1)).toMatchObject({ kind: 'end' });
	const reported = client.progress.length;
	now += 10_000;
	client.notifyFiles(
		['file:///log/incidents/7.yaml', FileChangeType.Changed],
		['file:///log/incidents/8.yaml', FileChangeType.Changed],
	);
	await client.settled();
	expect(client.progress.length).toBe(reported);
	clock.mockRestore();
});
