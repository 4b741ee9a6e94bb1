// Measures one thing on a log of one size and prints it as a line of JSON. `scripts/bench.mjs` runs it, each measurement
// in a process of its own, so that no measurement affects the heap or the compiled code of another.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {
	createProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { LineCounter, parseDocument as parseYaml } from 'yaml';
import { bulletinPage } from '../../src/bulletin/page.ts';
import { renderStandalone } from '../../src/bulletin/standalone.ts';
import type { Log } from '../../src/log/log.ts';
import { openWorkspace, type Workspace } from '../../src/log/workspace.ts';
import { nodeEnvironment, uriOfPath } from '../../src/node/node-environment.ts';

const EDITS = 200;
/** The built command line. */
const COMMAND = path.resolve('dist/cli.cjs');
const clock = { now: () => Date.UTC(2025, 0, 1) };

function filesBelow(folder: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(name => /\.(ya?ml|md)$/.test(name))
		.map(name => path.join(folder, name));
}

/** A record in the middle of the log. */
function recordIn(folder: string): string {
	const records = filesBelow(folder).filter(file => file.includes('incidents') && file.endsWith('.yaml'));
	return records[Math.floor(records.length / 2)] ?? folder;
}

/** Returns the YAML of a record: the whole text or its front matter. */
function yamlOf(text: string): string {
	return text.startsWith('---\n') ? text.slice(4, text.indexOf('\n---\n', 4)) : text;
}

async function open(folder: string): Promise<{ workspace: Workspace; log: Log }> {
	const workspace = await openWorkspace({ environment: nodeEnvironment(), folders: [uriOfPath(folder)], clock });
	const [log] = workspace.logs;
	if (log === undefined) {
		throw new Error(`No log in ${folder}.`);
	}
	return { workspace, log };
}

function checkAll(log: Log): number {
	return log.documents().reduce((sum, { uri }) => sum + log.findings(uri).length, 0);
}

const milliseconds = (start: bigint) => Number(process.hrtime.bigint() - start) / 1e6;

function quantiles(values: number[]) {
	const sorted = values.sort((a, b) => a - b);
	const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
	return { median: at(0.5), p99: at(0.99) };
}

/** Types and deletes a letter in one record repeatedly, and measures each edit together with `after`. */
async function edits(folder: string, after: (log: Log, changed: ReadonlySet<string>) => void) {
	const { workspace, log } = await open(folder);
	checkAll(log);
	const records = log.documents().filter(({ kind, format }) => kind === 'incident' && format === 'yaml');
	const record = log.document(records[Math.floor(records.length / 2)]?.uri ?? '');
	if (record === undefined) {
		throw new Error('No record to edit.');
	}
	const changed = new Set<string>();
	log.onDidChange(uris => {
		for (const uri of uris) {
			changed.add(uri);
		}
	});
	const at = record.text.indexOf('title: ') + 'title: '.length;
	const times: number[] = [];
	for (let i = 0; i < EDITS; i++) {
		const text = i % 2 === 0 ? `${record.text.slice(0, at)}x${record.text.slice(at)}` : record.text;
		changed.clear();
		const start = process.hrtime.bigint();
		void workspace.change(record.uri, text);
		after(log, changed);
		times.push(milliseconds(start));
	}
	return quantiles(times.slice(EDITS / 4));
}

const measurements: Record<string, (folder: string) => Promise<object>> = {
	async read(folder) {
		const start = process.hrtime.bigint();
		const bytes = filesBelow(folder).reduce((sum, file) => sum + fs.readFileSync(file, 'utf8').length, 0);
		return { ms: milliseconds(start), bytes };
	},
	async parse(folder) {
		const texts = filesBelow(folder).map(file => yamlOf(fs.readFileSync(file, 'utf8')));
		const start = process.hrtime.bigint();
		const errors = texts.reduce(
			(sum, text) => sum + parseYaml(text, { lineCounter: new LineCounter() }).errors.length,
			0,
		);
		return { ms: milliseconds(start), errors };
	},
	async check(folder) {
		const start = process.hrtime.bigint();
		const { log } = await open(folder);
		const findings = checkAll(log);
		const ms = milliseconds(start);
		globalThis.gc?.();
		return {
			ms,
			findings,
			documents: log.size,
			heapMB: process.memoryUsage().heapUsed / 1e6,
			rssMB: process.memoryUsage().rss / 1e6,
		};
	},
	/** The whole process of a check of one file. */
	async named(folder) {
		const start = process.hrtime.bigint();
		const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'check', recordIn(folder)], { encoding: 'utf8' });
		if (status !== 0 && status !== 1) {
			throw new Error(stderr);
		}
		return { ms: milliseconds(start) };
	},
	/** From the start of the server to the own findings of an open file, and to the whole log, with hovers in between. */
	async server(folder) {
		const uri = uriOfPath(recordIn(folder));
		const start = process.hrtime.bigint();
		const server = spawn(process.execPath, [COMMAND, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
		const connection = createProtocolConnection(
			new StreamMessageReader(server.stdout),
			new StreamMessageWriter(server.stdin),
		);
		connection.listen();
		await connection.sendRequest('initialize', {
			processId: null,
			rootUri: null,
			capabilities: { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } },
			workspaceFolders: [{ uri: uriOfPath(folder), name: 'log' }],
		});
		await connection.sendNotification('initialized', {});
		await connection.sendNotification('textDocument/didOpen', {
			textDocument: { uri, languageId: 'yaml', version: 1, text: fs.readFileSync(recordIn(folder), 'utf8') },
		});
		await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
		const own = milliseconds(start);
		let isRead = false;
		const read = connection.sendRequest('workspace/symbol', { query: 'none' }).then(() => {
			isRead = true;
		});
		const hovers: number[] = [];
		while (!isRead) {
			const asked = process.hrtime.bigint();
			await connection.sendRequest('textDocument/hover', {
				textDocument: { uri },
				position: { line: 1, character: 1 },
			});
			hovers.push(milliseconds(asked));
		}
		await read;
		const whole = milliseconds(start);
		connection.dispose();
		server.kill();
		return { own, whole, hover: quantiles(hovers).p99 };
	},
	edit: folder =>
		edits(folder, (log, changed) => {
			for (const uri of changed) {
				log.findings(uri);
			}
		}),
	async page(folder) {
		let page: string | undefined;
		return edits(folder, log => {
			page ??= log.documents().find(({ kind }) => kind === 'bulletin')?.uri;
			const bulletin = page === undefined ? undefined : log.document(page);
			const drawn =
				bulletin && bulletinPage({ log: log.view, document: bulletin, documentAt: uri => log.document(uri) });
			if (drawn === undefined || renderStandalone(drawn).length === 0) {
				throw new Error('No page.');
			}
		});
	},
};

const [name = '', folder = ''] = process.argv.slice(2);
const measure = measurements[name];
if (measure === undefined) {
	throw new Error(`Unknown measurement \`${name}\`. Expected ${Object.keys(measurements).join(', ')}.`);
}
console.log(JSON.stringify(await measure(folder)));
