import type { OnDefect } from '../log/defect.ts';
import type { DocumentParser } from '../log/document-parser.ts';
import type { Clock, Environment } from '../log/environment.ts';
import type { Repository } from '../node/git/repository.ts';
import type { Expected } from '../node/write-file.ts';
import type { ServedTool } from './mcp-server.ts';
import type { Text } from './styled-text.ts';

/** An output stream, possibly a terminal. Text is written unchanged. */
export interface Stream {
	write(text: string): void;
	/** Columns of the terminal; undefined for other streams. */
	readonly columns: number | undefined;
	/** Whether it is a terminal that shows links (OSC 8). */
	readonly hyperlinks: boolean;
}

/** An output stream for commands: control sequences in files, file names and arguments do not reach the terminal. */
export interface Output extends Stream {
	/** Writes text for people. Plain text is escaped; only a `StyledText` has control sequences. */
	write(text: Text): void;
	/** Writes a document for programs, such as a page. It is escaped only on a terminal. */
	writeData(text: string): void;
}

export interface HostWriteOptions {
	/** The file's expected content: this text (with its byte order mark), no file, or anything. */
	readonly expected: Expected;
	/** A folder that the real path of the file must be in. Undefined for a path that the user typed. */
	readonly within?: string;
	/** False for a file that can be made again, see `WriteOptions` of `node/`. */
	readonly isDurable?: boolean;
}

/** The machine that the command line runs on, passed in so that tests can run `main`. */
export interface Host {
	readonly environment: Environment;
	readonly clock: Clock;
	/** Defaults to that of `parse/`. */
	readonly parser?: DocumentParser;
	/** The IANA time zone of the machine, proposed for a new log. Nothing else depends on it. */
	readonly timeZone: string;
	/** URI of the working directory, without a trailing slash. */
	readonly cwd: string;
	readonly out: Stream;
	readonly err: Stream;
	/** Environment variables: `NO_COLOR` and `FORCE_COLOR` are read. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** Converts a path that the user typed to a URI. */
	toUri(path: string): string;
	/**
	 * Formats a URI as a path, relative to the working directory if it is in it. For output only: commands get it escaped
	 * and on one line.
	 */
	toPath(uri: string): string;
	/** Writes a file atomically. Throws a `WriteError` if the file cannot be written. */
	writeFile(uri: string, text: string | Uint8Array, options: HostWriteOptions): void;
	/** Removes a regular file in a folder. Throws a `WriteError` if it cannot be removed. */
	removeFile(uri: string, within: string): void;
	/** Called between two written files, so that Ctrl-C can end the process there. */
	yieldToEventLoop(): Promise<void>;
	/** Removes temporary files that killed runs of this program left in some folders. */
	removeLeftovers(folders: Iterable<string>): void;
	/** Returns the repository that contains a folder; undefined without one. Throws a `GitFailure` if it cannot be used. */
	openRepository(folder: string): Repository | undefined;
	/** Reads standard input to its end. */
	readInput(): Promise<Uint8Array>;
	/** Asks the user on the terminal. False without a terminal. */
	confirm(question: string): Promise<boolean>;
	/** Serves the language server protocol on standard input and output until the client ends it. */
	serveLanguage(): Promise<void>;
	/** Serves tools by the Model Context Protocol on standard input and output until the client closes the input. */
	serveTools(tools: readonly ServedTool[], version: string): Promise<void>;
}

/** The host for commands. */
export interface CommandHost extends Host {
	readonly out: Output;
	readonly err: Output;
	/** Reports an internal error on standard error, once per message, and prevents an exit code of 0. */
	readonly onDefect: OnDefect;
}

/** 0: no findings that fail the run. 1: such findings. 2: the command could not run. */
export type ExitCode = 0 | 1 | 2;

/** Prevents a command from running. The message is printed for the user. */
export class UsageError extends Error {}

/** A file could not be written; the message names it. Commands continue with other files. */
export class WriteError extends UsageError {}
