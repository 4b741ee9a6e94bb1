import type { Connection } from 'vscode-languageserver';
import { errorText } from '../core/scalar-text.ts';
import { visibleText } from '../core/visible-text.ts';

/** For the client's log of this server. */
export function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : errorText(error);
}

/** Logs at the client. Some clients show their log in a terminal, and a message may quote a file: it is escaped. A connection that is closed already has nobody to log for. */
export function logError(connection: Connection, message: string): void {
	try {
		connection.console.error(visibleText(message));
	} catch {
		// Disposed of: there is no client any more.
	}
}

/**
 * Lets work go on that nobody waits for. What it throws is logged: an unhandled rejection would end the process, and with
 * it the server of every open document.
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
