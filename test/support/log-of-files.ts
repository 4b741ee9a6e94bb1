import { FixtureLog, ROOT } from './fixture-log.ts';

export { ROOT };

/** Texts by their path from the root, and the clock in milliseconds since 1970-01-01T00:00Z. */
export interface Files {
	readonly name: string;
	readonly now: number;
	readonly texts: Readonly<Record<string, string>>;
}

/** A log of the corpus with one file in an unfinished state: a few edits at random positions. */
export interface Mutated {
	readonly files: Files;
	/** The file that was edited. */
	readonly path: string;
}

/** Returns the log over files as the workspace would open it; files that are not documents are left out. */
export function logOfFiles({ texts, now }: Files): FixtureLog {
	return new FixtureLog(texts, { clock: { now: () => now }, skipOtherFiles: true });
}
