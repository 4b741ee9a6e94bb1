import type { Connection } from 'vscode-languageserver';
import { errorText } from '../core/scalar-text.ts';
import { visibleText } from '../core/visible-text.ts';

/** Formats an error for the server's log at the client. */
export function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : errorText(error);
}

/**
 * Logs at the client. The message is escaped: some clients show their log in a terminal, and a message can quote a
 * file. Does nothing on a closed connection.
 */
export function logError(connection: Connection, message: string): void {
	try {
		connection.console.error(visibleText(message));
	} catch {
		// The connection is disposed: no client can receive the message.
	}
}

/**
 * Starts work without waiting for it, and logs its errors: an unhandled rejection would end the process, and with it
 * the server of all open documents.
 */
export function inBackground(connection: Connection, what: string, work: () => unknown): void {
	const log = (error: unknown) => logError(connection, `${what}: ${describe(error)}`);
	try {
		const working = work();
		if (working instanceof Promise) {
			working.catch(log);
		}
	} catch (error) {
		log(error);
	}
}
