import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, test } from 'vitest';
import { TOOL_NAMES } from '../../src/server/protocol.ts';
import { bin, folderWith } from '../support/process.ts';

const RECORD =
	'title: Job queue full\nimpact: minor\nstarted_at: 2024-02-01T09:00:00Z\nresolved_at: 2024-02-01T10:00:00Z\n';

async function connect(folder: string) {
	const client = new Client({ name: 'test', version: '1' });
	await client.connect(new StdioClientTransport({ command: process.execPath, args: [bin, 'mcp'], cwd: folder }));
	const call = async (name: string, input: object): Promise<{ isError: boolean; text: string }> => {
		const { content, isError } = await client.callTool({ name, arguments: { ...input } });
		const [first] = content as { type: string; text: string }[];
		return { isError: isError === true, text: first?.text ?? '' };
	};
	return { client, call };
}

test('`mcp` serves the tools, which only read', async () => {
	using folder = folderWith({ 'incidents/2024-02-01-queue.yaml': RECORD });
	const { client, call } = await connect(folder.path);
	const { tools } = await client.listTools();
	expect(tools.map(({ name }) => name)).toEqual(TOOL_NAMES);
	expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
	const found = await call('find_incidents', { query: 'queue' });
	expect(JSON.parse(found.text)).toMatchObject({ total: 1, incidents: [{ id: '2024-02-01-queue' }] });
	await client.close();
});

test('`mcp` answers with the files as they are now, and with a message for invalid input', async () => {
	using folder = folderWith({ 'incidents/2024-02-01-queue.yaml': RECORD });
	const { client, call } = await connect(folder.path);
	expect(await call('find_incidents', { limit: 'all' })).toMatchObject({ isError: true });
	expect(await call('read_record', { id: 'none' })).toMatchObject({ isError: true });
	expect(await call('write_record', {})).toMatchObject({ isError: true });
	writeFileSync(join(folder.path, 'incidents', '2024-03-01-dns.yaml'), RECORD.replace('Job queue', 'Resolver cache'));
	await expect
		.poll(async () => (await call('find_incidents', { query: 'resolver' })).text, { timeout: 20_000 })
		.toContain('2024-03-01-dns');
	await client.close();
});

test('`mcp` starts in a folder without a log', async () => {
	using folder = folderWith({ 'notes.md': '# Notes\n' });
	const { client, call } = await connect(folder.path);
	expect(await call('find_incidents', {})).toMatchObject({
		isError: true,
		text: expect.stringContaining('No log found'),
	});
	await client.close();
});
