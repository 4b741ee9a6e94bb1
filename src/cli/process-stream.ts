import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { systemErrorText } from '../node/system-error.ts';
import type { Stream } from './host.ts';

/**
 * Returns a standard stream of this process. Writing to it never throws: a closed pipe (`| head`) is not an error, and the
 * command continues without output. After any other error, such as a full disk, the process ends with the exit code 2.
 */
export function processStream(stream: NodeJS.WriteStream, name: string): Stream {
	let state: 'unused' | 'used' | 'failed' = 'unused';
	const fail = (error: Error) => {
		if (state !== 'failed' && !('code' in error && error.code === 'EPIPE')) {
			process.exitCode = 2;
			// Has no effect if standard error is the stream that failed.
			process.stderr.write(`incident-log: Cannot write to ${name}: ${systemErrorText(error)}.\n`);
		}
		state = 'failed';
	};
	return {
		write: text => {
			if (state === 'unused') {
				state = 'used';
				stream.on('error', fail);
			}
			if (state === 'used') {
				stream.write(text);
			}
		},
		columns: stream.isTTY ? stream.columns : undefined,
		hyperlinks: stream.isTTY && createSupportsHyperlinks(stream),
	};
}
