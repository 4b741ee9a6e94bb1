import { INCIDENT_KINDS, type Incident, type LocatedTime, type StatedDuration } from '../../core/incident.ts';
import type { Located, Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import { incidentTimes } from '../../schema/fields.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import { type Fields, oneOf } from '../model/fields.ts';
import { trimmed } from '../model/ranges.ts';
import { readActionItems, readWrittenActionItems } from './action-items.ts';
import { readIdentity } from './identity.ts';
import { inferredDuration, readInferredFields } from './inferred-fields.ts';
import { latestDate, readRecordProse } from './record-prose.ts';
import { readFieldReferences } from './record-references.ts';
import { readTimelineField, readWrittenTimeline } from './record-timeline.ts';

export interface IncidentReading {
	readonly incident: Incident;
	/** In no particular order. */
	readonly references: readonly Reference[];
}

/** Further facts of a record's head, read by its dialect. */
export interface HeadReading {
	/** The range of the timeline if it has no section of its own. */
	readonly timeline?: Range | undefined;
	readonly statedDurations?: readonly StatedDuration[];
}

/**
 * Reads the incident of a record. In Markdown, the body is the summary if there is no such field, its sections can contain
 * a timeline and action items, and the first heading is the title of a record without front matter.
 */
export function readIncident(
	fields: Fields,
	page: Markdown | undefined,
	{ timeline: timelineRange, statedDurations }: HeadReading = {},
): IncidentReading {
	const title = fields.text(['title']) ?? (fields.data ? undefined : page?.sections[0]?.title);
	const identity = readIdentity(fields, title);
	const times = readTimes(fields);
	const updates = readTimelineField(fields, 'updates');
	const stated = readTimelineField(fields, 'timeline');
	const timeline =
		page && stated.length === 0
			? readWrittenTimeline(fields, page, latestDate([times.get('started_at')]), timelineRange)
			: stated;
	const summary = fields.text(['summary']);
	const prose = readRecordProse(fields.source, {
		owner: identity.id,
		date: latestDate([...times.values(), ...updates.map(entry => entry.at), ...timeline.map(entry => entry.at)]),
		body: page,
		summary,
		texts: [...updates, ...stated].flatMap(entry => entry.text ?? []),
	});
	const inferredFields = readInferredFields(fields);
	const incident: Incident = {
		source: 'record',
		kind: oneOf(INCIDENT_KINDS, fields.text(['kind'])?.value) ?? 'incident',
		...identity,
		title,
		status: fields.text(['status']),
		impact: fields.text(['impact']),
		severity: fields.text(['severity']),
		times,
		updates,
		timeline,
		components: fields.texts(['components']),
		summary: summary ?? (page && bodyText(fields.source.text, page)),
		actionItems: [...readActionItems(fields), ...(page ? readWrittenActionItems(fields, page) : [])],
		inferred: { ...prose.inferred, duration: inferredDuration(inferredFields) ?? prose.inferred.duration },
		...(inferredFields.size > 0 && { inferredFields }),
		...(statedDurations && statedDurations.length > 0 && { statedDurations }),
		range: { start: 0, end: fields.source.text.length },
	};
	return { incident, references: [...readFieldReferences(fields, identity.id), ...prose.references] };
}

function readTimes(fields: Fields): ReadonlyMap<string, LocatedTime> {
	const times = new Map<string, LocatedTime>();
	for (const field of incidentTimes) {
		const time = fields.time([field]);
		if (time) {
			times.set(field, time);
		}
	}
	return times;
}

function bodyText(text: string, page: Markdown): Located<string> | undefined {
	const range = trimmed(text, page.range);
	const value = text.slice(range.start, range.end);
	return value === '' ? undefined : { value, range };
}
