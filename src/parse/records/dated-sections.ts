import type { Temporal } from 'temporal-polyfill';
import type { Range } from '../../core/range.ts';
import { findDate, resolveDay } from '../english/days.ts';
import type { Section } from '../model/document.ts';

export interface DatedPart {
	readonly range: Range;
	readonly date: Temporal.PlainDate;
}

/**
 * Returns the parts of a page below headings that state a date, in page order and without overlaps. A part without a date
 * has that of the section that contains it. The title of the page is ignored. `pageDate` supplies the year of a date
 * without one.
 */
export function datedParts(
	text: string,
	sections: readonly Section[],
	pageDate: Temporal.PlainDate | undefined,
): readonly DatedPart[] {
	const parts: DatedPart[] = [];
	const open: { readonly end: number; readonly date: Temporal.PlainDate }[] = [];
	for (const [index, { level, title, range }] of sections.entries()) {
		while (open.length > 0 && (open.at(-1)?.end ?? 0) <= range.start) {
			open.pop();
		}
		const isPageTitle = index === 0 && level === 1;
		const written = isPageTitle ? undefined : findDate(text, title.range);
		const date = (written && resolveDay(written, pageDate)) ?? open.at(-1)?.date;
		if (date !== undefined) {
			open.push({ end: range.end, date });
			parts.push({ range: { start: range.start, end: sections[index + 1]?.range.start ?? range.end }, date });
		}
	}
	return parts;
}
