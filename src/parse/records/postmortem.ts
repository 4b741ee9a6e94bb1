import type { Temporal } from 'temporal-polyfill';
import type { Reference } from '../../core/reference.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Postmortem } from '../model/document.ts';
import type { Fields } from '../model/fields.ts';
import { readActionItems, readWrittenActionItems } from './action-items.ts';
import { readIdentity } from './identity.ts';
import { latestDate, readRecordProse } from './record-prose.ts';
import { readFieldReferences } from './record-references.ts';
import { readTimelineField, readWrittenTimeline } from './record-timeline.ts';

export interface PostmortemReading {
	readonly postmortem: Postmortem;
	/** In no particular order. They have no owner, because a postmortem is not an incident. */
	readonly references: readonly Reference[];
}

/** Reads a postmortem: its front matter or YAML, and the timeline and action items of its body. */
export function readPostmortem(fields: Fields, page: Markdown | undefined): PostmortemReading {
	const title = fields.text(['title']) ?? page?.sections[0]?.title;
	const identity = readIdentity(fields, title);
	const incidents = [...fields.texts(['incident']), ...fields.texts(['incidents'])];
	const startDate = [...incidents.map(({ value }) => value), identity.id].map(id => dateOfId(id)).find(date => date);
	const stated = readTimelineField(fields, 'timeline');
	const timeline = [...stated, ...(page ? readWrittenTimeline(fields, page, startDate) : [])];
	const published = fields.time(['published_at']);
	const prose = readRecordProse(fields.source, {
		owner: undefined,
		date: latestDate([published]) ?? latestDate(timeline.map(entry => entry.at)) ?? startDate,
		body: page,
		summary: fields.text(['summary']),
		texts: stated.flatMap(entry => entry.text ?? []),
	});
	const postmortem: Postmortem = {
		...identity,
		title,
		incidents,
		status: fields.text(['status']),
		timeline,
		actionItems: [...readActionItems(fields), ...(page ? readWrittenActionItems(fields, page) : [])],
	};
	return { postmortem, references: [...readFieldReferences(fields, undefined), ...prose.references] };
}

/** The date at the start of an id, as in `2024-08-26-lease-acquisition`. */
function dateOfId(id: string): Temporal.PlainDate | undefined {
	const written = /^\d{4}-\d\d-\d\d/.exec(id)?.[0];
	const reading = written === undefined ? undefined : readTime(written, { timeZone: 'UTC' });
	return reading?.ok ? reading.date : undefined;
}
