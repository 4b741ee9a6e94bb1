import type { OnDefect } from '../log/defect.ts';
import type { Clock, Environment } from '../log/environment.ts';
import type { Expected } from '../node/write-file.ts';
import type { Text } from './styled-text.ts';

/** A stream of the machine, which may be a terminal. What is written to it arrives as it is. */
export interface Stream {
	write(text: string): void;
	/** Columns of the terminal; undefined where there is none. */
	readonly columns: number | undefined;
}

/** A stream as commands see it: no control sequence of a file, a file name or an argument reaches the terminal. */
export interface Output extends Stream {
	/** Text for people. Plain text is escaped; only a `StyledText` has control sequences. */
	write(text: Text): void;
	/** A document for programs, such as a page. It is escaped on a terminal only. */
	writeData(text: string): void;
}

export interface WriteOptions {
	/** What the file must hold: exactly this text (with its byte order mark), no file at all, or anything. */
	readonly expected: Expected;
	/** A folder that the file must be in after all links are followed. Without it, the user has typed the path. */
	readonly within?: string;
}

/** All that the command line knows of the machine that it runs on; handed in, so that tests run `main` as it is. */
export interface Host {
	readonly environment: Environment;
	readonly clock: Clock;
	/** The working directory as a URI without a slash at its end. */
	readonly cwd: string;
	readonly out: Stream;
	readonly err: Stream;
	/** Environment variables: `NO_COLOR` and `FORCE_COLOR` are read. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** A path as the user typed it, as a URI. */
	toUri(path: string): string;
	/**
	 * A URI as the user would type it, relative to the working directory where it lies below. Commands are given it on one
	 * line and visible: for output only.
	 */
	toPath(uri: string): string;
	/** Writes a file as a whole or not at all. Throws a `WriteError` where it cannot. */
	writeFile(uri: string, text: string, options: WriteOptions): void;
	/** Removes what killed runs of this program left in some folders. */
	removeLeftovers(folders: Iterable<string>): void;
	/** The content of a file in the last commit; undefined where there is none or no repository. */
	committed(uri: string): string | undefined;
	/** Serves the language server protocol on standard input and output until the client ends it. */
	serveLanguage(): Promise<void>;
}

/** The host as commands see it. */
export interface CommandHost extends Host {
	readonly out: Output;
	readonly err: Output;
	/** Reports an internal error, once, on standard error, and keeps the exit code from being 0. */
	readonly onDefect: OnDefect;
}

/** What a shell gets: 0 nothing found, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** Something that keeps the command from running; its message is for the person at the prompt. */
export class UsageError extends Error {}

/** One file could not be written; the message names it. Other files may go on. */
export class WriteError extends UsageError {}
