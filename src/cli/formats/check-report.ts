/**
 * The output of `incident-log check --format json`, as `schemas/check-report.schema.json` describes it. The npm package
 * contains this file as its types, so that it imports nothing.
 */
export interface JsonReport {
	readonly version: 1;
	readonly tool: { readonly name: 'incident-log'; readonly version: string };
	/** Why the check could not run (exit code 2); `null` if it ran. */
	readonly error: { readonly message: string } | null;
	/** Number of documents read. */
	readonly files: number;
	/** Number of documents whose findings are listed: those in the named files and folders. */
	readonly checked: number;
	/** Sorted by file (in code unit order), then by position. */
	readonly findings: readonly JsonFinding[];
	readonly summary: Readonly<Record<JsonLevel, number>>;
	/** The number of findings that a baseline contains, which are not listed, and of its entries without a finding. */
	readonly baseline: { readonly matched: number; readonly stale: number };
}

export type JsonLevel = 'error' | 'warning' | 'info' | 'hint';

export interface JsonFinding extends JsonLocation {
	/** The root of the log, relative to the working directory, with `/`. */
	readonly root: string;
	readonly code: string;
	/** The page of the rule. */
	readonly url: string;
	readonly level: JsonLevel;
	readonly message: string;
	/** Whether one of the fixes is safe, so that `incident-log fix` applies it. */
	readonly fixable: boolean;
	/** Alternative changes that remove the finding. */
	readonly fixes: readonly JsonFix[];
	readonly related: readonly JsonRelatedLocation[];
	/** The found and the expected value, depending on the rule; `null` if there are none. */
	readonly data: Readonly<Record<string, unknown>> | null;
}

export interface JsonLocation {
	/** Relative to the root of the log, with `/`. */
	readonly file: string;
	/** Relative to the working directory, with `/`. */
	readonly path: string;
	readonly range: JsonRange;
}

export interface JsonRelatedLocation extends JsonLocation {
	readonly message: string;
}

export interface JsonFix {
	readonly title: string;
	readonly safe: boolean;
	/** Applied together. */
	readonly edits: readonly JsonEdit[];
}

export interface JsonEdit extends JsonLocation {
	/** With `\n` as line break. */
	readonly newText: string;
}

/** Zero-based lines and characters, characters in UTF-16 units, end exclusive, as in LSP. */
export interface JsonRange {
	readonly start: JsonPosition;
	readonly end: JsonPosition;
}

export interface JsonPosition {
	readonly line: number;
	readonly character: number;
}
