import type { Temporal } from 'temporal-polyfill';
import type { Inferred, LocatedTime } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import { inferFromProse } from '../english/inference.ts';
import { type InlineText, readInline } from '../markdown/inline.ts';
import type { Source } from '../model/document.ts';
import { readReferencesInProse } from './references.ts';

/** What the prose of one record tells beside its fields. */
export interface ProseReading {
	readonly references: readonly Reference[];
	readonly inferred: Inferred;
}

/**
 * Reads the prose of a record: that of its fields and, in Markdown, its body. `summary` (or the body in its place) says
 * how long and how bad; all of it names other incidents. `date` is the day up to which a mention without a year is
 * looked for.
 */
export function readRecordProse(
	source: Source,
	parts: {
		readonly owner: string | undefined;
		readonly date: Temporal.PlainDate | undefined;
		readonly body: InlineText | undefined;
		readonly summary: Located<string> | undefined;
		/** Texts of updates and of the timeline that stand in fields. */
		readonly texts: readonly Located<string>[];
	},
): ProseReading {
	const { owner, date, body, summary } = parts;
	const context = { date, owner };
	const inSummary = summary && readInline(source.text, summary.range);
	const inTexts = parts.texts.map(text => readInline(source.text, text.range));
	const all = [inSummary, body, ...inTexts].filter(inline => inline !== undefined);
	return {
		references: all.flatMap(inline => readReferencesInProse(source, inline, context)),
		inferred: inferFromProse(source.text, inSummary ?? body),
	};
}

/** The latest day that any of a record's times falls on, in the zone in which it is written. */
export function latestDay(times: Iterable<LocatedTime | undefined>): Temporal.PlainDate | undefined {
	let latest: WrittenTime | undefined;
	for (const time of times) {
		if (time?.reading.ok && (!latest || latest.epochDay < time.reading.epochDay)) {
			latest = time.reading;
		}
	}
	return latest?.date;
}
