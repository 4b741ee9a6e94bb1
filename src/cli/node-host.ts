import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openRepository } from '../node/git/repository.ts';
import { nodeEnvironment, pathOfUri, uriOfPath } from '../node/node-environment.ts';
import { removeLeftovers } from '../node/temporary-files.ts';
import { WriteRefused, writeFile } from '../node/write-file.ts';
import { type Host, type HostWriteOptions, type Stream, WriteError } from './host.ts';

/** Returns the host for Node.js. */
export function nodeHost(): Host {
	const environment = nodeEnvironment();
	return {
		environment,
		clock: { now: Date.now },
		cwd: uriOfPath(process.cwd()),
		out: output(process.stdout),
		err: output(process.stderr),
		variables: process.env,
		toUri: typed => uriOfPath(path.resolve(typed)),
		toPath,
		writeFile: write,
		removeLeftovers: folders => {
			for (const folder of folders) {
				removeLeftovers(pathOfUri(folder));
			}
		},
		openRepository: folder => openRepository(pathOfUri(folder), environment),
		confirm,
		serveLanguage: async () => (await import('../server/node.ts')).startNodeServer(),
	};
}

/** Only "y" and "yes" confirm. */
async function confirm(question: string): Promise<boolean> {
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		return false;
	}
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	try {
		return /^y(?:es)?$/iu.test((await terminal.question(`${question} [y/N] `)).trim());
	} finally {
		terminal.close();
	}
}

function output(stream: NodeJS.WriteStream): Stream {
	return {
		// A closed pipe (`| head`) is not an error.
		write: text => void stream.write(text, error => ignoreClosedPipe(error)),
		columns: stream.isTTY ? stream.columns : undefined,
	};
}

function ignoreClosedPipe(error: Error | null | undefined): void {
	if (error && !('code' in error && error.code === 'EPIPE')) {
		throw error;
	}
}

function toPath(uri: string): string {
	const relative = path.relative(process.cwd(), pathOfUri(uri));
	return relative === '' ? '.' : relative.startsWith('..') ? pathOfUri(uri) : relative;
}

function write(uri: string, text: string, { expected, within }: HostWriteOptions): void {
	try {
		writeFile(pathOfUri(uri), text, { expected, ...(within !== undefined && { within: pathOfUri(within) }) });
	} catch (error) {
		throw error instanceof WriteRefused ? new WriteError(`Cannot write \`${toPath(uri)}\`: ${error.message}`) : error;
	}
}
