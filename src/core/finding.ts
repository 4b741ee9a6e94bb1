import type { Range } from './range.ts';
import type { Fix } from './text-edit.ts';

/** The severities of LSP, under the names used in the configuration, on the command line and in JSON. Worst first. */
export const LEVELS = ['error', 'warning', 'info', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

/** `group/kebab-case`. Public: never renamed or reused. */
export type RuleCode = `${string}/${string}`;

/** Another location that a finding refers to. */
export interface RelatedLocation {
	readonly uri: string;
	/** Offsets into the document at `uri`. */
	readonly range: Range;
	readonly message: string;
}

/** One fault, at the smallest faulty node. Code reads `data` and never parses `message`. */
export interface Finding {
	readonly code: RuleCode;
	readonly level: Level;
	readonly range: Range;
	/** States the fault, then what is expected. */
	readonly message: string;
	readonly fixes: readonly Fix[];
	readonly related: readonly RelatedLocation[];
	/** Plain JSON, in the form that the rule documents: usually what was found and what is expected. */
	readonly data: Readonly<Record<string, unknown>> | undefined;
}
