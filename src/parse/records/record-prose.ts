import type { Temporal } from 'temporal-polyfill';
import type { Inferred, LocatedTime } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import { inferFromProse } from '../english/inference.ts';
import { readInline } from '../markdown/inline.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Source } from '../model/document.ts';
import { datedParts } from './dated-sections.ts';
import { mayRefer, readReferencesInProse } from './references.ts';

/** References and inferred facts in the prose of a record. */
export interface ProseReading {
	readonly references: readonly Reference[];
	readonly inferred: Inferred;
}

/**
 * Reads the prose of a record: that of its fields and, in Markdown, its body. Duration and impact are inferred from
 * `summary`, or from the body without a summary; references are read from all prose. A mention without a year refers to
 * the latest such day not after `date`.
 */
export function readRecordProse(
	source: Source,
	parts: {
		readonly owner: string | undefined;
		readonly date: Temporal.PlainDate | undefined;
		readonly body: Markdown | undefined;
		readonly summary: Located<string> | undefined;
		/** Texts of the fields `updates` and `timeline`. */
		readonly texts: readonly Located<string>[];
	},
): ProseReading {
	const { owner, date, body, summary } = parts;
	const sections = body && datedParts(source.text, body.sections, date);
	const context = { date, owner, ...(sections && { sections }) };
	const inSummary = summary && readInline(source.text, summary.range);
	const inTexts = parts.texts.flatMap(({ range }) =>
		mayRefer(source.text.slice(range.start, range.end)) ? readInline(source.text, range) : [],
	);
	const all = [inSummary, body, ...inTexts].filter(inline => inline !== undefined);
	return {
		references: all.flatMap(inline => readReferencesInProse(source, inline, context)),
		inferred: inferFromProse(source.text, inSummary ?? body),
	};
}

/** The latest local date of some times, each in its own zone. */
export function latestDate(times: Iterable<LocatedTime | undefined>): Temporal.PlainDate | undefined {
	let latest: WrittenTime | undefined;
	for (const time of times) {
		if (time?.reading.ok && (!latest || latest.epochDay < time.reading.epochDay)) {
			latest = time.reading;
		}
	}
	return latest?.date;
}
