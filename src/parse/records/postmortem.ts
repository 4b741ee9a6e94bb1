import type { Temporal } from 'temporal-polyfill';
import type { Reference } from '../../core/reference.ts';
import { readTime } from '../../core/time/read-time.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Postmortem } from '../model/document.ts';
import type { Fields } from '../model/fields.ts';
import { readActionItems, readWrittenActionItems } from './action-items.ts';
import { readIdentity } from './identity.ts';
import { latestDay, readRecordProse } from './record-prose.ts';
import { readFieldReferences } from './record-references.ts';
import { readEntries, readWrittenTimeline } from './record-timeline.ts';

export interface PostmortemReading {
	readonly postmortem: Postmortem;
	/** In no particular order. They have no owner: a postmortem is no incident. */
	readonly references: readonly Reference[];
}

/** A postmortem: its front matter (or its YAML), and the timeline and the action items of its body. */
export function readPostmortem(fields: Fields, page: Markdown | undefined): PostmortemReading {
	const title = fields.text(['title']) ?? page?.sections[0]?.title;
	const identity = readIdentity(fields, title);
	const incidents = [...fields.texts(['incident']), ...fields.texts(['incidents'])];
	const began = [...incidents.map(({ value }) => value), identity.id].map(id => dayFromId(id)).find(day => day);
	const stated = readEntries(fields, 'timeline');
	const timeline = [...stated, ...(page ? readWrittenTimeline(fields, page, began) : [])];
	const published = fields.time(['published_at']);
	const prose = readRecordProse(fields.source, {
		owner: undefined,
		date: latestDay([published]) ?? latestDay(timeline.map(entry => entry.at)) ?? began,
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

/** The day that an id begins with, as in `2024-08-26-lease-acquisition`. */
function dayFromId(id: string): Temporal.PlainDate | undefined {
	const written = /^\d{4}-\d\d-\d\d/.exec(id)?.[0];
	const reading = written === undefined ? undefined : readTime(written, { timeZone: 'UTC' });
	return reading?.ok ? reading.date : undefined;
}
