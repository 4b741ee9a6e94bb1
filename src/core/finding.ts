import type { Range } from './range.ts';
import type { Fix } from './text-edit.ts';

/** The severities of LSP, by the names that configuration, command line and JSON output use. Worst first. */
export const LEVELS = ['error', 'warning', 'info', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

/** `group/kebab-case`. Public: never reused, never renamed. */
export type RuleCode = `${string}/${string}`;

/** Another location that a finding refers to. */
export interface RelatedPlace {
	readonly uri: string;
	/** Offsets into the document at `uri`. */
	readonly range: Range;
	readonly message: string;
}

/** One fault, at the smallest node that is wrong. Code reads `data` and never parses `message`. */
export interface Finding {
	readonly code: RuleCode;
	readonly level: Level;
	readonly range: Range;
	/** States the fault, then what is expected. */
	readonly message: string;
	readonly fixes: readonly Fix[];
	readonly related: readonly RelatedPlace[];
	/** Plain JSON: what was found and what was expected, by rule. */
	readonly data: Readonly<Record<string, unknown>> | undefined;
}
