import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	createProtocolConnection,
	DocumentDiagnosticRequest,
	InitializedNotification,
	InitializeRequest,
	type MessageReader,
	type MessageWriter,
	PortMessageReader,
	PortMessageWriter,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { bin, projectRoot } from '../support/process.ts';
import { brief } from './client.ts';

/** Emulates the scope of a web worker in a thread of Node: everything that the browser bundle may use. */
const WEB_SCOPE = `
const { parentPort } = require('node:worker_threads');
const self = { postMessage: message => parentPort.postMessage(message), addEventListener: () => undefined };
parentPort.on('message', data => self.onmessage?.({ data }));
const require_ = require; { const require = undefined, process = undefined, Buffer = undefined;
`;

const folder = mkdtempSync(join(tmpdir(), 'incident-log-'));
const log = join(folder, 'log');
const webServer = join(folder, 'server.web.cjs');
const BROKEN =
	'title: A\nstatus: resolved\nimpact: huge\nstarted_at: 2024-08-12T09:00:00Z\nresolved_at: 2024-08-12T10:00:00Z\n';

beforeAll(async () => {
	mkdirSync(join(log, 'incidents'), { recursive: true });
	writeFileSync(join(log, 'incidents', 'a.yaml'), BROKEN);
	await build({
		absWorkingDir: projectRoot,
		bundle: true,
		platform: 'browser',
		format: 'iife',
		target: 'es2022',
		entryPoints: ['src/server/browser.ts'],
		outfile: webServer,
		banner: { js: WEB_SCOPE },
		footer: { js: '}' },
	});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function connect(
	reader: MessageReader,
	writer: MessageWriter,
	options: object = {},
): Promise<ProtocolConnection> {
	const connection = createProtocolConnection(reader, writer);
	connection.listen();
	const uri = pathToFileURL(log).href;
	await connection.sendRequest(InitializeRequest.type, {
		processId: null,
		rootUri: uri,
		capabilities: {},
		workspaceFolders: [{ uri, name: 'log' }],
		initializationOptions: options,
	});
	await connection.sendNotification(InitializedNotification.type, {});
	return connection;
}

async function findings(connection: ProtocolConnection, path: string): Promise<string[]> {
	const uri = pathToFileURL(join(log, path)).href;
	const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
	return report.kind === 'full' ? brief(report.items) : [];
}

function startProcess(): ChildProcess & { stdin: NonNullable<ChildProcess['stdin']> } {
	return spawn(process.execPath, [bin, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
}

describe('the server on standard input and output', () => {
	test('reads a log, watches its files, and ends on `exit`', async () => {
		const child = startProcess();
		const exit = once(child, 'exit');
		if (child.stdout === null) {
			throw new Error('no output');
		}
		const connection = await connect(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
		expect(await findings(connection, 'incidents/a.yaml')).toEqual(['3:9 impact/unknown-level']);
		// A client that cannot watch files: the server watches them.
		writeFileSync(join(log, 'incidents', 'a.yaml'), BROKEN.replace('huge', 'minor'));
		await expect.poll(() => findings(connection, 'incidents/a.yaml')).toEqual([]);
		writeFileSync(join(log, 'incidents', 'b.yaml'), BROKEN.replace('T09', 'T08'));
		await expect.poll(() => findings(connection, 'incidents/b.yaml')).toEqual(['3:9 impact/unknown-level']);
		renameSync(join(log, 'incidents', 'b.yaml'), join(log, 'incidents', 'c.yaml'));
		await expect.poll(() => findings(connection, 'incidents/b.yaml')).toEqual([]);
		rmSync(join(log, 'incidents', 'c.yaml'));
		await connection.sendRequest('shutdown');
		await connection.sendNotification('exit');
		expect(await exit).toEqual([0, null]);
	});

	test('ends when its input is closed', async () => {
		const child = startProcess();
		const exit = once(child, 'exit');
		child.stdin.end();
		expect((await exit)[0]).toBe(1);
	});
});

test('the server runs in a thread', async () => {
	writeFileSync(join(log, 'incidents', 'a.yaml'), BROKEN);
	const worker = new Worker(join(projectRoot, 'dist', 'server.cjs'));
	const connection = await connect(new PortMessageReader(worker), new PortMessageWriter(worker));
	expect(await findings(connection, 'incidents/a.yaml')).toEqual(['3:9 impact/unknown-level']);
	connection.dispose();
	await worker.terminate();
});

test('the server runs in a web worker without files and without Node', async () => {
	const worker = new Worker(webServer);
	const connection = await connect(new PortMessageReader(worker), new PortMessageWriter(worker), { fileSystem: true });
	const uri = pathToFileURL(join(log, 'incidents', 'x.yaml')).href;
	await connection.sendNotification('textDocument/didOpen', {
		textDocument: { uri, languageId: 'yaml', version: 1, text: BROKEN },
	});
	expect(await findings(connection, 'incidents/x.yaml')).toEqual(['3:9 impact/unknown-level']);
	connection.dispose();
	await worker.terminate();
});
