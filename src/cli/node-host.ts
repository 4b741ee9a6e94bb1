import path from 'node:path';
import { committedText } from '../node/git.ts';
import { nodeEnvironment, pathOfUri, uriOfPath } from '../node/node-environment.ts';
import { removeLeftovers } from '../node/temporary-files.ts';
import { WriteRefused, writeFile } from '../node/write-file.ts';
import { type Host, type HostWriteOptions, type Stream, WriteError } from './host.ts';

/** Returns the host for Node.js. */
export function nodeHost(): Host {
	return {
		environment: nodeEnvironment(),
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
		committed: uri => committedText(pathOfUri(uri)),
		serveLanguage: async () => (await import('../server/node.ts')).startNodeServer(),
	};
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
