import type { Log } from '../log/log.ts';
import { type Host, UsageError, WriteError } from './host.ts';

/** Writes a file that the user named for the output of a command. Throws a `UsageError` for a document of a log. */
export function writeOutputFile(host: Host, logs: readonly Log[], file: string, text: string): void {
	const uri = host.toUri(file);
	if (logs.some(log => log.document(uri) !== undefined)) {
		throw new UsageError(
			`Cannot write \`${file}\`: it is a document of the log. Expected another file for the output.`,
		);
	}
	host.writeFile(uri, text, { expected: 'anything' });
}

/**
 * Writes the message of a failed run to a file that the user named. An existing file is kept: it may be a document of a log
 * that was not read.
 */
export function writeFailureFile(host: Host, file: string, text: string): void {
	try {
		host.writeFile(host.toUri(file), text, { expected: 'absent' });
	} catch (error) {
		if (!(error instanceof WriteError)) {
			throw error;
		}
	}
}
