import type { Temporal } from 'temporal-polyfill';
import type { TimelineEntry } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { findSection } from '../markdown/sections.ts';
import type { Fields } from '../model/fields.ts';
import { readTimeline } from './timeline.ts';

const SECTION_NAMES = ['timeline', 'incident timeline', 'timeline of events', 'timeline of the incident', 'chronology'];

/** The items of `timeline:` or `updates:`, in which the words stand under `text` or `body`. */
export function readEntries(fields: Fields, list: 'timeline' | 'updates'): TimelineEntry[] {
	const words = list === 'timeline' ? 'text' : 'body';
	return fields.items([list]).flatMap(item => {
		const node = fields.data?.at(item);
		return node ? { at: fields.time([...item, 'at']), text: fields.text([...item, words]), range: node.range } : [];
	});
}

/**
 * The timeline that stands in the body of a record under a heading of that name. `began` is the day on which it begins
 * where it does not say so itself, `place` where a record without such a heading has it.
 */
export function readWrittenTimeline(
	fields: Fields,
	page: Markdown,
	began: Temporal.PlainDate | undefined,
	place?: Range,
): TimelineEntry[] {
	const section = findSection(page.sections, SECTION_NAMES);
	const content = section?.content ?? place;
	return content ? readTimeline(fields.source, page, content, began) : [];
}
