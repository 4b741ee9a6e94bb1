import type { Temporal } from 'temporal-polyfill';
import type { TimelineEntry } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { findSection } from '../markdown/sections.ts';
import type { Fields } from '../model/fields.ts';
import { readTimeline } from './timeline.ts';

const SECTION_NAMES = ['timeline', 'incident timeline', 'timeline of events', 'timeline of the incident', 'chronology'];

/** Reads the items of `timeline:` or `updates:`, whose texts are in `text` or `body`. */
export function readTimelineField(fields: Fields, list: 'timeline' | 'updates'): TimelineEntry[] {
	const key = list === 'timeline' ? 'text' : 'body';
	return fields.items([list]).flatMap(item => {
		const node = fields.data?.at(item);
		return node ? { at: fields.time([...item, 'at']), text: fields.text([...item, key]), range: node.range } : [];
	});
}

/**
 * Reads the timeline in the section of that name, or in `otherwise` if there is none. `startDate` is the date of the
 * first time if the timeline states none.
 */
export function readWrittenTimeline(
	fields: Fields,
	page: Markdown,
	startDate: Temporal.PlainDate | undefined,
	otherwise?: Range,
): TimelineEntry[] {
	const section = findSection(page.sections, SECTION_NAMES);
	const content = section?.content ?? otherwise;
	return content ? readTimeline(fields.source, page, content, startDate) : [];
}
