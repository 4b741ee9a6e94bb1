import { afterEach, describe, expect, test } from 'vitest';
import type { Absent, Failed } from '../../src/log/environment.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import {
	type FailedResult,
	type FsListResult,
	type FsReadResult,
	type FsStatResult,
	LIST_REQUEST,
	type ListParams,
	PROPOSE_REQUEST,
	READ_REQUEST,
	type ReadParams,
	STAT_REQUEST,
	type StatParams,
} from '../../src/server/protocol.ts';
import { type Client, startClient } from './client.ts';

const ROOT = 'vscode-vfs://github/team/log';
const FILES = {
	[`${ROOT}/incidents/a.yaml`]:
		'title: A\nimpact: huge\nstarted_at: 2024-08-12T09:00:00Z\nresolved_at: 2024-08-12T10:00:00Z\n',
	[`${ROOT}/incidents/b.yaml`]: new Uint8Array([0xff, 0xfe, 0x00]),
};

let client: Client;
afterEach(() => client.stop());

/**
 * Handles the file system requests as the extension does, from files in memory. `asNumbers`: as a client with JSON
 * messages.
 */
function serveFiles(files: MemoryEnvironment, { connection }: Client): void {
	connection.onRequest(READ_REQUEST, async ({ uri, limit }: ReadParams): Promise<FsReadResult> => {
		const result = await files.read(uri, limit);
		switch (result.type) {
			case 'content':
				return { bytes: [...result.bytes] };
			case 'too-large':
				return { tooLarge: result.size };
			default:
				return failureOf(result);
		}
	});
	connection.onRequest(LIST_REQUEST, async ({ uri }: ListParams): Promise<FsListResult> => {
		const result = await files.list(uri);
		return result.type === 'folder' ? result.entries : failureOf(result);
	});
	connection.onRequest(STAT_REQUEST, async ({ uri }: StatParams): Promise<FsStatResult> => {
		const result = await files.stat(uri);
		return 'realUri' in result ? result.type : failureOf(result);
	});
}

function failureOf(result: Absent | Failed): FailedResult | null {
	return result.type === 'failed' ? { failed: result.reason } : null;
}

describe('a workspace that only the client can read', () => {
	test('has a proposal for its configuration', async () => {
		const record =
			'# Disk full\n\n**Date:** 2024-08-03\n**Severity:** SEV-2\n\n## Timeline\n\n- 14:03 Alert\n- 14:40 Fixed\n';
		const files = new MemoryEnvironment({ [`${ROOT}/ops/2024-08-03-disk.md`]: record });
		client = await startClient({
			folders: [ROOT],
			initializationOptions: { fileSystem: true },
			beforeInitialized: each => serveFiles(files, each),
		});
		expect(await client.connection.sendRequest(PROPOSE_REQUEST, { uri: ROOT })).toMatchObject({
			uri: `${ROOT}/incident-log.yaml`,
			found: '1 incident in ops',
		});
	});

	test('is read through the client', async () => {
		const files = new MemoryEnvironment(FILES);
		client = await startClient({
			folders: [ROOT],
			environmentFor: () => undefined,
			initializationOptions: { fileSystem: true },
			beforeInitialized: started => serveFiles(files, started),
		});
		expect(await client.allFindings()).toEqual({
			[`${ROOT}/incidents/a.yaml`]: ['2:9 impact/unknown-level'],
			[`${ROOT}/incidents/b.yaml`]: ['1:1 schema/syntax'],
		});
		files.delete(`${ROOT}/incidents/b.yaml`);
		client.notifyFiles([`${ROOT}/incidents/b.yaml`, 3]);
		expect(Object.keys(await client.allFindings())).toEqual([`${ROOT}/incidents/a.yaml`]);
	});

	test('reports failed reads of the client', async () => {
		const files = new MemoryEnvironment({ ...FILES, [`${ROOT}/incidents/2024/c.yaml`]: 'title: C\nimpact: huge\n' });
		files.fail(`${ROOT}/incidents/b.yaml`, 'no-permission');
		files.fail(`${ROOT}/incidents/2024`, 'io-error');
		client = await startClient({
			folders: [ROOT],
			environmentFor: () => undefined,
			initializationOptions: { fileSystem: true },
			beforeInitialized: started => serveFiles(files, started),
		});
		expect(await client.allFindings()).toEqual({
			[ROOT]: ['1:1 file/unreadable'],
			[`${ROOT}/incidents/a.yaml`]: ['2:9 impact/unknown-level'],
			[`${ROOT}/incidents/b.yaml`]: ['1:1 file/unreadable'],
		});
		files.fail(`${ROOT}/incidents/b.yaml`, undefined);
		files.fail(`${ROOT}/incidents/2024`, undefined);
		client.notifyFiles([`${ROOT}/incidents/b.yaml`, 2], [`${ROOT}/incidents/2024`, 1]);
		expect(Object.keys(await client.allFindings()).sort()).toEqual([
			`${ROOT}/incidents/2024/c.yaml`,
			`${ROOT}/incidents/a.yaml`,
			`${ROOT}/incidents/b.yaml`,
		]);
	});

	test('contains only open documents if the client refuses the requests', async () => {
		client = await startClient({
			folders: [ROOT],
			environmentFor: () => undefined,
			initializationOptions: { fileSystem: true },
		});
		expect(await client.allFindings()).toEqual({});
		client.open(`${ROOT}/incidents/a.yaml`, 'title: A\nimpact: huge\nstarted_at: 2024-08-30T09:00:00Z\n');
		expect(await client.findings(`${ROOT}/incidents/a.yaml`)).toEqual(['2:9 impact/unknown-level']);
		expect(client.errors).toEqual([]);
	});

	test('is not requested from a client without `fileSystem`', async () => {
		let requests = 0;
		client = await startClient({
			folders: [ROOT],
			environmentFor: () => undefined,
			beforeInitialized: ({ connection }) =>
				[READ_REQUEST, LIST_REQUEST, STAT_REQUEST].forEach(method => {
					connection.onRequest(method, () => {
						requests++;
						return null;
					});
				}),
		});
		expect(await client.allFindings()).toEqual({});
		expect(requests).toBe(0);
	});
});
