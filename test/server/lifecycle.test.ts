import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { features } from '../../src/features/index.ts';
import { customRequests } from '../../src/server/custom-requests.ts';
import { checkedMethods } from '../../src/server/params.ts';
import { LOGS_REQUEST } from '../../src/server/protocol.ts';
import { type Client, connectClient, PULLING, startClient } from './client.ts';

const FILES = { 'incidents/a.yaml': 'title: A\nimpact: huge\nstarted_at: 2024-08-26T05:30:00Z\n' };
const URI = 'file:///log/incidents/a.yaml';
const INITIALIZE = {
	processId: null,
	rootUri: null,
	capabilities: PULLING,
	workspaceFolders: [{ uri: 'file:///log', name: 'log' }],
};

let client: Client;
afterEach(() => client.connection.dispose());

/** The error code of the response to a request; `answered` without an error. */
async function codeOf(method: string, ...params: readonly unknown[]): Promise<number | 'answered'> {
	try {
		// Sends messages unchanged: their types are not checked.
		await client.connection.sendRequest(method, ...(params as [object]));
		return 'answered';
	} catch (error) {
		expect(error).toBeInstanceOf(ResponseError);
		return error instanceof ResponseError ? error.code : 0;
	}
}

const notify = (method: string, ...params: readonly unknown[]) =>
	client.connection.sendNotification(method, ...(params as [object]));

describe('before `initialize`', () => {
	test.each(['textDocument/hover', 'shutdown', 'incidentLog/kind', 'no/such'])('%s is refused', async method => {
		client = connectClient();
		expect(await codeOf(method, { uri: URI })).toBe(ErrorCodes.ServerNotInitialized);
	});

	test('notifications are ignored, and the server can be initialized', async () => {
		client = connectClient({ files: FILES });
		await notify('initialized', {});
		await notify('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'yaml', version: 1, text: '' } });
		await notify('textDocument/didOpen', {});
		expect(await codeOf('initialize', INITIALIZE)).toBe('answered');
		await notify('initialized', {});
		expect(await client.findings('incidents/a.yaml')).toEqual(['2:9 impact/unknown-level']);
		expect(client.errors).toEqual([]);
	});

	test.each([undefined, {}, { capabilities: null }, { capabilities: {}, workspaceFolders: [{}] }, []])(
		'an `initialize` with %j is refused, and a valid one is accepted',
		async params => {
			client = connectClient({ files: FILES });
			expect(await codeOf('initialize', ...(params === undefined ? [] : [params]))).toBe(ErrorCodes.InvalidParams);
			expect(await codeOf('initialize', INITIALIZE)).toBe('answered');
		},
	);
});

describe('between `initialize` and `shutdown`', () => {
	test('a second `initialize` is refused, and the server continues', async () => {
		client = await startClient({ files: FILES });
		expect(await codeOf('initialize', INITIALIZE)).toBe(ErrorCodes.InvalidRequest);
		await notify('initialized', {});
		expect(await client.findings('incidents/a.yaml')).toEqual(['2:9 impact/unknown-level']);
	});

	test('an unknown method gives `MethodNotFound`', async () => {
		client = await startClient({ files: FILES });
		for (const method of ['no/such', '$/such', '$/incidentLog/refused', 'constructor']) {
			expect(await codeOf(method, {})).toBe(ErrorCodes.MethodNotFound);
		}
		await notify('no/such', {});
		expect(client.errors).toEqual([]);
	});

	test('a cancelled request gives `RequestCancelled`', async () => {
		client = await startClient({ files: FILES });
		for (const method of ['workspace/diagnostic', 'incidentLog/kind', 'textDocument/hover']) {
			const source = new CancellationTokenSource();
			const answer = client.connection.sendRequest(
				method,
				{
					previousResultIds: [],
					partialResultToken: method,
					uri: URI,
					textDocument: { uri: URI },
					position: { line: 0, character: 0 },
				},
				source.token,
			);
			source.cancel();
			await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
		}
	});

	test('an invalid URI gives the empty result', async () => {
		client = await startClient({ files: FILES });
		for (const uri of ['', '%', 'file://%zz/%', 'a b', '\0', 'file:///log/incidents/%2e%2e/b.yaml', '://']) {
			expect(await codeOf('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })).toBe(
				'answered',
			);
			client.open(`:${uri}`, 'title: A\n');
			client.close(`:${uri}`);
		}
		expect(await client.findings('incidents/a.yaml')).toEqual(['2:9 impact/unknown-level']);
		expect(client.errors).toEqual([]);
	});
});

describe('malformed parameters', () => {
	const NONE: ReadonlySet<string> = new Set(['initialized', 'shutdown', 'exit']);
	const requests = [...features, ...customRequests].map(({ method }) => method);
	const notifications = checkedMethods.filter(
		method => !requests.includes(method) && !NONE.has(method) && method !== 'initialize',
	);
	const document = { textDocument: { uri: URI } };
	const MALFORMED: readonly (readonly unknown[])[] = [
		[],
		[null],
		[{}],
		[[]],
		[{ textDocument: null }],
		[{ ...document, uri: 5, position: { line: -1, character: 0 }, range: { start: 0, end: null }, changes: {} }],
		[{ ...document, position: { line: 0.5, character: 'a' }, contentChanges: [{ text: 5 }], files: [{}], event: {} }],
		[{ textDocument: { uri: URI, version: 1 }, contentChanges: [null], changes: [null], files: null, event: 5 }],
	];
	/** Some of the messages are valid for a method that needs only a document. */
	const isMalformedFor = (method: string, [params]: readonly unknown[]) =>
		!(
			typeof params === 'object' &&
			params !== null &&
			'textDocument' in params &&
			params.textDocument !== null &&
			/diagnostic$|documentLink|documentSymbol|foldingRange|codeLens|didSave|didClose/.test(method)
		);

	test('are checked for every handled method', () => {
		expect(requests.filter(method => !checkedMethods.includes(method))).toEqual([]);
		expect(requests.length + notifications.length).toBe(checkedMethods.length - NONE.size - 1);
	});

	// Every object is valid where no property is read.
	test.each(requests.filter(method => method !== LOGS_REQUEST))('of the request %s are refused', async method => {
		client = await startClient({ files: FILES });
		const malformed = MALFORMED.filter(params => method === 'workspace/diagnostic' || isMalformedFor(method, params));
		expect(malformed.length).toBeGreaterThan(3);
		for (const params of malformed) {
			expect([params, await codeOf(method, ...params)]).toEqual([params, ErrorCodes.InvalidParams]);
		}
		expect(await client.findings('incidents/a.yaml')).toEqual(['2:9 impact/unknown-level']);
		expect(client.errors).toEqual([]);
	});

	test.each(notifications.filter(method => method !== '$/cancelRequest'))(
		'of the notification %s are logged and ignored',
		async method => {
			client = await startClient({ files: FILES });
			const sent = MALFORMED.filter(params => isMalformedFor(method, params));
			for (const params of sent) {
				await notify(method, ...params);
			}
			expect(await client.findings('incidents/a.yaml')).toEqual(['2:9 impact/unknown-level']);
			expect(client.errors).toHaveLength(sent.length);
			for (const error of client.errors) {
				expect(error).toContain(method);
				expect(error).not.toMatch(/\n +at /);
			}
		},
	);

	test('of a cancellation are ignored', async () => {
		client = await startClient({ files: FILES });
		for (const params of MALFORMED) {
			await notify('$/cancelRequest', ...params);
		}
		expect(await client.findings('incidents/a.yaml')).toEqual(['2:9 impact/unknown-level']);
	});
});

test('after `shutdown`, requests are refused and notifications are ignored', async () => {
	client = await startClient({ files: FILES });
	expect(await codeOf('shutdown')).toBe('answered');
	for (const method of ['textDocument/hover', 'shutdown', 'initialize', 'no/such']) {
		expect(await codeOf(method, INITIALIZE)).toBe(ErrorCodes.InvalidRequest);
	}
	client.open('incidents/a.yaml', 'title: A\n');
	expect(await codeOf('textDocument/diagnostic', { textDocument: { uri: URI } })).toBe(ErrorCodes.InvalidRequest);
	expect(client.errors).toEqual([]);
});
