import { afterEach, describe, expect, test } from 'vitest';
import type { FolderEntry } from '../../src/log/environment.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { LIST_REQUEST, READ_REQUEST, STAT_REQUEST } from '../../src/server/protocol.ts';
import { type Client, startClient } from './client.ts';

const ROOT = 'vscode-vfs://github/team/log';
const FILES = {
	[`${ROOT}/incidents/a.yaml`]:
		'title: A\nimpact: huge\nstarted_at: 2024-08-12T09:00:00Z\nresolved_at: 2024-08-12T10:00:00Z\n',
	[`${ROOT}/incidents/b.yaml`]: new Uint8Array([0xff, 0xfe, 0x00]),
};

let client: Client;
afterEach(() => client.stop());

/** Answers as the extension does, from files in memory; `asNumbers`: as a client that prints its messages. */
function serveFiles(files: MemoryEnvironment, { connection }: Client): void {
	connection.onRequest(READ_REQUEST, async ({ uri, limit }: { uri: string; limit: number }) => {
		const bytes = await files.read(uri, limit);
		return bytes instanceof Uint8Array ? { bytes: [...bytes] } : (bytes ?? null);
	});
	connection.onRequest(
		LIST_REQUEST,
		async ({ uri }: { uri: string }) => ((await files.list(uri)) as FolderEntry[]) ?? null,
	);
	connection.onRequest(STAT_REQUEST, async ({ uri }: { uri: string }) => (await files.stat(uri)) ?? null);
}

describe('a workspace that only the client can read', () => {
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
		client.tellFiles([`${ROOT}/incidents/b.yaml`, 3]);
		expect(Object.keys(await client.allFindings())).toEqual([`${ROOT}/incidents/a.yaml`]);
	});

	test('is empty where the client refuses, but for what is open', async () => {
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

	test('is not asked for from a client that does not offer it', async () => {
		let asked = 0;
		client = await startClient({
			folders: [ROOT],
			environmentFor: () => undefined,
			beforeInitialized: ({ connection }) =>
				[READ_REQUEST, LIST_REQUEST, STAT_REQUEST].forEach(method => {
					connection.onRequest(method, () => {
						asked++;
						return null;
					});
				}),
		});
		expect(await client.allFindings()).toEqual({});
		expect(asked).toBe(0);
	});
});
