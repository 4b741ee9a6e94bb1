import type { DocumentKind } from '../core/document-kind.ts';
import type { Level, RelatedLocation, RuleCode } from '../core/finding.ts';
import type { Range } from '../core/range.ts';
import type { Fix } from '../core/text-edit.ts';
import type { UnreadEntry } from '../core/unread.ts';
import type { LogDocument } from '../parse/model/document.ts';
import type { LogView } from './log-view.ts';

/**
 * What a rule says of one place. The engine adds code and level. It lists so many reports of a rule and counts the rest:
 * where the text of a report costs more than a few joined words, `LazyReport` makes it only when it is read.
 */
export interface Report {
	/** The smallest node that is wrong. */
	readonly range: Range;
	/** States the fault and what is expected: "Unknown component `regstry`. Expected `registry`." See `CONTRIBUTING.md`. */
	readonly message: string;
	readonly fixes?: readonly Fix[];
	readonly related?: readonly RelatedLocation[];
	readonly data?: Readonly<Record<string, unknown>> | undefined;
	/** Where one rule has two levels (`time/format`). A level in the configuration wins. */
	readonly level?: Level;
}

/** What a rule that is asked last is told of the others. */
export interface SuppressionContext {
	/** The codes of all rules there are, be they on or off. */
	readonly codes: readonly string[];
	/** What they found in the document and comments in it silence. */
	readonly suppressed: readonly SuppressedReport[];
}

/** A report that a comment silences. */
export interface SuppressedReport {
	readonly code: RuleCode;
	readonly range: Range;
}

export interface RuleContext<Options = Readonly<Record<string, unknown>>> {
	readonly document: LogDocument;
	readonly log: LogView;
	/** The rule's own options with their defaults. */
	readonly options: Options;
	/**
	 * Returns `compute(document, log)`, which runs once per check even if several rules need its value. The function itself
	 * is the key: pass one that is declared at module level.
	 */
	readonly once: <Value>(compute: (document: LogDocument, log: LogView) => Value) => Value;
	/** Empty for a rule that is not asked last. */
	readonly others: SuppressionContext;
}

/**
 * A small log as one string: documentation and test at once. `//- path` on a line of its own begins a file; without
 * one the text is `/incidents/example.yaml`. «…» encloses a range where the rule speaks, and is left out of
 * the text.
 */
export interface Example {
	/** What it shows, as the caption on the rule's page. */
	readonly caption: string;
	readonly text: string;
	/** The clock, an RFC 3339 instant; `2024-09-01T12:00:00Z` without one. */
	readonly now?: string;
	/** The parts of the log that were not read. */
	readonly unread?: readonly ExampleUnread[];
}

/** By path; `isDocument` is false where it is left out. */
export type ExampleUnread = UnreadEntry extends infer Entry
	? Entry extends UnreadEntry
		? Omit<Entry, 'uri' | 'isDocument'> & { readonly isDocument?: boolean }
		: never
	: never;

export interface InvalidExample extends Example {
	/** The message of the first «…», to the letter. */
	readonly message: string;
	/** All files after the rule's first fixes were applied, in the form of `text`. */
	readonly fixed?: string;
	/** Codes of other rules that rightly speak of this text, too. Any further error or warning fails the test. */
	readonly also?: readonly RuleCode[];
}

/** An option as the configuration schema describes it: any keyword of JSON Schema beside these. */
export interface OptionSchema {
	readonly type: string;
	readonly default: unknown;
	readonly description: string;
	readonly [keyword: string]: unknown;
}

/** One rule, one file: its check, its documentation and its tests. */
export interface Rule<Options = Readonly<Record<string, unknown>>> {
	readonly code: RuleCode;
	/** Names the fault, without a full stop: "Duplicate id". */
	readonly title: string;
	/** In Markdown: why the fault matters, and what is and is not reported. */
	readonly rationale: string;
	readonly level: Level | 'off';
	/** Neither the configuration nor a comment turns it off or changes its level. It has no examples that break it. */
	readonly alwaysOn?: true;
	/** The kinds of document that it is asked about. */
	readonly kinds: readonly DocumentKind[];
	/** Asked after all others, and told what they found. */
	readonly last?: true;
	/** JSON Schema of each option, with `default` and `description`. */
	readonly options?: Readonly<Record<string, OptionSchema>>;
	/** For the pages: `safe` fixes are applied by `fix`; `suggested` ones are offered in the editor. */
	readonly fix?: 'safe' | 'suggested';
	readonly valid: readonly Example[];
	readonly invalid: readonly InvalidExample[];
	check(context: RuleContext<Options>): Iterable<Report>;
}
