import type { Rule } from '../rules/rule.ts';
import type { OnDefect } from './defect.ts';
import type { DocumentParser } from './document-parser.ts';
import type { Awaitable, Clock, Environment } from './environment.ts';
import type { KindOfNamed } from './log-root.ts';
import type { WalkLimits } from './walk.ts';

/** The progress of reading the logs, initially and after a change of configuration. */
export interface Progress {
	/** Number of files found or read. */
	readonly done: number;
	/** Undefined during the search for files. */
	readonly total: number | undefined;
}

export interface WorkspaceOptions {
	readonly environment: Environment;
	/** URIs of the open folders. If empty, a log is opened for each open file that is part of one. */
	readonly folders: readonly string[];
	readonly clock: Clock;
	/** The limits of a search. Time is measured by `searchClock` if given, otherwise by `clock`. */
	readonly limits?: WalkLimits;
	/** A clock that advances if `clock` is fixed. */
	readonly searchClock?: Clock;
	/** Defaults to the rules of `rules/index.ts`. */
	readonly rules?: readonly Rule[];
	/** Defaults to that of `parse/`. */
	readonly parser?: DocumentParser;
	/** The name of the dialect of all logs. By default it is configured or detected for each log. */
	readonly dialect?: string;
	/** The kind of a file that the user named and that is in no folder of records. By default it is not read. */
	readonly kindOfNamed?: KindOfNamed;
	/** False: findings of baselines are reported like others. */
	readonly usesBaselines?: boolean;
	/** Whether documents are checked while others are read, see `DelayedChecks`. For a check of all documents. */
	readonly checksWhileReading?: boolean;
	/** Called for each error in reading or checking a document, in addition to the finding of `internal/error`. */
	readonly onDefect?: OnDefect;
	/** Called after each batch of files. Reading waits for the result, so that other events can run. */
	readonly onProgress?: (progress: Progress) => Awaitable<void>;
}
