import type { DocumentKind } from '../core/document-kind.ts';
import type { Level, RelatedLocation, RuleCode } from '../core/finding.ts';
import type { Range } from '../core/range.ts';
import type { Fix } from '../core/text-edit.ts';
import type { UnreadEntry } from '../core/unread.ts';
import type { LogDocument } from '../parse/model/document.ts';
import type { LogView } from './log-view.ts';

/**
 * The output of a rule for one range. The checker adds code and level. It lists a limited number of reports of a rule and
 * counts the others: use `LazyReport` if the message or the fixes are expensive to compute.
 */
export interface Report {
	/** The range of the smallest faulty node. */
	readonly range: Range;
	/** States the fault and what is expected: "Unknown component `regstry`. Expected `registry`." See `CONTRIBUTING.md`. */
	readonly message: string;
	readonly fixes?: readonly Fix[];
	readonly related?: readonly RelatedLocation[];
	readonly data?: Readonly<Record<string, unknown>> | undefined;
	/** The level if it differs from that of the rule. A level in the configuration takes precedence. */
	readonly level?: Level;
	/**
	 * What the report is about if that is not the text of its range, such as the ids of incidents that a page lacks. A
	 * baseline contains the report if it contains all subjects, at any range. Independent of the clock.
	 */
	readonly subjects?: readonly string[];
}

/** The results of all other rules, for a rule of the phase `after`. */
export interface SuppressionContext {
	/** The codes of all rules, including those that are off. */
	readonly codes: readonly string[];
	/** The reports in the document that its comments suppress. */
	readonly suppressed: readonly SuppressedReport[];
}

/** A report that a comment suppresses. */
export interface SuppressedReport {
	readonly code: RuleCode;
	/** The range that the comment covers: that of the report, or one that it refers to. */
	readonly range: Range;
}

/** Computes a value that several rules of one check need. */
export type Once = <Value>(compute: (document: LogDocument, log: LogView, once: Once) => Value) => Value;

export interface RuleContext<Options = Readonly<Record<string, unknown>>> {
	readonly document: LogDocument;
	readonly log: LogView;
	/** The rule's own options with their defaults. */
	readonly options: Options;
	/**
	 * Returns `compute(document, log, once)`, which runs once per check even if several rules need its value. The function itself
	 * is the key: pass one that is declared at module level.
	 */
	readonly once: Once;
	/** Empty unless the rule has the phase `after`. */
	readonly suppression: SuppressionContext;
}

/**
 * A small log as one text, which is both documentation and test. A line `//- path` begins a file; without one, the text is
 * `/incidents/example.yaml`. «…» marks the range of an expected finding and is not part of the file.
 */
export interface Example {
	/** A noun phrase: the caption on the rule's page and the title of the test. */
	readonly caption: string;
	readonly text: string;
	/** The current time, as an RFC 3339 instant. The default is `2024-09-01T12:00:00Z`. */
	readonly now?: string;
	/** The parts of the log that were not read. */
	readonly unread?: readonly ExampleUnread[];
}

/** An unread part by its path. The default of `isDocument` is false. */
export type ExampleUnread = UnreadEntry extends infer Entry
	? Entry extends UnreadEntry
		? Omit<Entry, 'uri' | 'isDocument'> & { readonly isDocument?: boolean }
		: never
	: never;

export interface InvalidExample extends Example {
	/** The exact message of the first «…». */
	readonly message: string;
	/** All files after the first fix of each finding of the rule was applied, in the form of `text`. */
	readonly fixed?: string;
	/** Codes of other rules that also report errors or warnings in this text. Those of any further rule fail the test. */
	readonly also?: readonly RuleCode[];
}

/** The JSON Schema of an option. Other keywords than these are allowed. */
export interface OptionSchema {
	readonly type: string;
	readonly default: unknown;
	readonly description: string;
	readonly [keyword: string]: unknown;
}

/** One rule: its check, its documentation and its tests. */
export interface Rule<Options = Readonly<Record<string, unknown>>> {
	readonly code: RuleCode;
	/** Names the fault, without a full stop: "Duplicate id". */
	readonly title: string;
	/** In Markdown: why the fault matters, and what is and is not reported. */
	readonly rationale: string;
	readonly level: Level | 'off';
	/** Neither the configuration nor a comment disables the rule or changes its level. It has no invalid examples. */
	readonly alwaysOn?: true;
	/** The kinds of document that the rule checks. */
	readonly kinds: readonly DocumentKind[];
	/** `after`: runs after all other rules, with their suppressed reports. */
	readonly phase?: 'after';
	/** The JSON Schema of each option. */
	readonly options?: Readonly<Record<string, OptionSchema>>;
	/** The kind of the rule's fixes. `safe`: applied by `fix`. `suggested`: offered in the editor. */
	readonly fix?: 'safe' | 'suggested';
	readonly valid: readonly Example[];
	readonly invalid: readonly InvalidExample[];
	check(context: RuleContext<Options>): Iterable<Report>;
}
