import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setImmediate } from 'node:timers/promises';
import { openRepository } from '../node/git/repository.ts';
import { nodeEnvironment, pathOfUri, uriOfPath } from '../node/node-environment.ts';
import { removeLeftovers } from '../node/temporary-files.ts';
import { removeFile, WriteRefused, writeFile } from '../node/write-file.ts';
import { type Host, type HostWriteOptions, WriteError } from './host.ts';
import { delayInterrupts } from './interrupts.ts';
import { processStream } from './process-stream.ts';

/** Returns the host for Node.js. */
export function nodeHost(): Host {
	const environment = nodeEnvironment();
	return {
		environment,
		clock: { now: Date.now },
		timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
		cwd: uriOfPath(process.cwd()),
		out: processStream(process.stdout, 'standard output'),
		err: processStream(process.stderr, 'standard error'),
		variables: process.env,
		toUri: typed => uriOfPath(path.resolve(typed)),
		toPath,
		writeFile: write,
		removeFile: remove,
		yieldToEventLoop: () => setImmediate(),
		removeLeftovers: folders => {
			for (const folder of folders) {
				removeLeftovers(pathOfUri(folder));
			}
		},
		openRepository: folder => openRepository(pathOfUri(folder), environment),
		readInput,
		confirm,
		serveLanguage: async () => (await import('../server/node.ts')).startNodeServer(),
		serveTools: async (tools, version) => (await import('./mcp-server.ts')).serveTools(tools, version),
	};
}

async function readInput(): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of process.stdin) {
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Only "y" and "yes" confirm. */
async function confirm(question: string): Promise<boolean> {
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		return false;
	}
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	// The terminal is in raw mode: Ctrl-C is a key, and not a signal.
	terminal.on('SIGINT', () => {
		terminal.close();
		process.stdout.write('\n');
		process.kill(process.pid, 'SIGINT');
	});
	try {
		return /^y(?:es)?$/iu.test((await terminal.question(`${question} [y/N] `)).trim());
	} catch {
		// Ctrl-D ends the input without an answer.
		process.stdout.write('\n');
		return false;
	} finally {
		terminal.close();
	}
}

function toPath(uri: string): string {
	const relative = path.relative(process.cwd(), pathOfUri(uri));
	return relative === '' ? '.' : relative.startsWith('..') ? pathOfUri(uri) : relative;
}

function write(uri: string, text: string | Uint8Array, { expected, within, isDurable }: HostWriteOptions): void {
	delayInterrupts();
	try {
		writeFile(pathOfUri(uri), text, {
			expected,
			...(within !== undefined && { within: pathOfUri(within) }),
			...(isDurable !== undefined && { isDurable }),
		});
	} catch (error) {
		throw error instanceof WriteRefused ? new WriteError(`Cannot write \`${toPath(uri)}\`: ${error.message}`) : error;
	}
}

function remove(uri: string, within: string): void {
	delayInterrupts();
	try {
		removeFile(pathOfUri(uri), pathOfUri(within));
	} catch (error) {
		throw error instanceof WriteRefused ? new WriteError(`Cannot remove \`${toPath(uri)}\`: ${error.message}`) : error;
	}
}
