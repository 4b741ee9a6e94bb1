import { visibleLine } from '../core/visible-text.ts';
import type { Log } from '../log/log.ts';
import { type Host, UsageError, WriteError } from './host.ts';

/** Writes a file that the user named for the output of a command. Throws a `UsageError` for a document of a log. */
export function writeOutputFile(host: Host, logs: readonly Log[], file: string, text: string | Uint8Array): void {
	const uri = host.toUri(file);
	if (logs.some(log => log.has(uri))) {
		throw new UsageError(
			`Cannot write \`${file}\`: it is a document of the log. Expected another file for the output.`,
		);
	}
	host.writeFile(uri, text, { expected: 'anything' });
}

/** Names of files that are reports, and not documents of a log that was not read. */
const REPORT_NAME = /\.(?:json|sarif|xml)$/i;

/**
 * Writes the message of a failed run to a file that the user named, so that the report of an earlier run is not taken for
 * this one. A file that can be a document of a log is kept, and named on standard error.
 */
export function writeFailureFile(host: Host, file: string, text: string): void {
	const isReport = REPORT_NAME.test(file);
	try {
		host.writeFile(host.toUri(file), text, { expected: isReport ? 'anything' : 'absent' });
	} catch (error) {
		if (!(error instanceof WriteError)) {
			throw error;
		}
		// That a report cannot be written is why the run failed, or less important than that.
		if (!isReport) {
			host.err.write(`incident-log: No report of this run in \`${visibleLine(file)}\`: ${error.message}\n`);
		}
	}
}
