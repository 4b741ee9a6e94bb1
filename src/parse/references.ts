import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../core/range.ts';
import type { Reference } from '../core/reference.ts';
import type { Source } from './document.ts';
import type { InlineText } from './inline.ts';

/** Where prose stands in time, and whose it is. */
export interface ProseContext {
	/** The day on which it was written, as far as is known: a mention without a year is of the latest such day not after it. */
	readonly date: Temporal.PlainDate | undefined;
	/** The last day of the week that "this week" is: of a bulletin its own date. Undefined: reckoned from `date`. */
	readonly weekEndsOn?: Temporal.PlainDate | undefined;
	/** The id of the incident that it tells of. */
	readonly owner: string | undefined;
	/** Pieces of it that belong to incidents of their own, with days of their own: a bulletin's entries, in page order. */
	readonly entries?: readonly { readonly range: Range; readonly id: string; readonly date: Temporal.PlainDate }[];
}

/**
 * Everything in prose that names an incident, a postmortem or a bulletin: `[[id]]`, links to records, bare ids, dated
 * mentions, in page order. `inline` is a Markdown page (`readMarkdown`) or the value of a YAML field (`readInline`).
 */
export function readReferencesInProse(source: Source, inline: InlineText, context: ProseContext): Reference[] {
	void source;
	void inline;
	void context;
	return [];
}
