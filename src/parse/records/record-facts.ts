import type { Temporal } from 'temporal-polyfill';
import type { NotUnderstood } from '../../core/coverage.ts';
import type { LocatedTime, RecordFacts, TimelineEntry } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import { incidentTimes } from '../../schema/fields.ts';
import type { GeneralReading } from '../dialects/general.ts';
import { DeclaredZones } from '../english/declared-zone.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Source } from '../model/document.ts';
import type { Fields } from '../model/fields.ts';
import { trimmed } from '../model/ranges.ts';
import { readLevel } from '../values/levels.ts';
import { findActionItems, readActionItems, type WrittenActionItems } from './action-items.ts';
import { endInTimeline } from './end-in-timeline.ts';
import { readIdentity } from './identity.ts';
import { inferredDuration, readInferredFields } from './inferred-fields.ts';
import { type ProseTimes, timesInProse } from './prose-times.ts';
import { latestDate, readRecordProse } from './record-prose.ts';
import { readFieldReferences } from './record-references.ts';
import { readTimelineField, readWrittenTimeline } from './record-timeline.ts';
import { findTimelineStart } from './timeline-start.ts';

const NO_ITEMS: WrittenActionItems = { items: [], unread: [] };

export interface FactsReading {
	readonly facts: RecordFacts;
	/** The entries of the field `updates`. */
	readonly updates: readonly TimelineEntry[];
	/** In no particular order. */
	readonly references: readonly Reference[];
	/** Parts of the body that are not read. */
	readonly notUnderstood: readonly NotUnderstood[];
}

/**
 * Reads the facts of an incident record or a postmortem. `otherDate` is a date near the record's start, for a record that
 * states none. In Markdown, sections of the body can contain a timeline and action items, and the first heading is the
 * title.
 */
export function readRecordFacts(
	fields: Fields,
	page: Markdown | undefined,
	general: GeneralReading | undefined,
	otherDate?: Temporal.PlainDate,
): FactsReading {
	const { source } = fields;
	const isIncident = source.kind === 'incident';
	const title = fields.text(['title']) ?? (fields.data && isIncident ? undefined : page?.sections[0]?.title);
	const identity = readIdentity(fields, title);
	const times = readTimes(fields);
	const updates = readTimelineField(fields, 'updates');
	const stated = readTimelineField(fields, 'timeline');
	const summary = fields.text(['summary']) ?? (general && page && summarySection(fields, page));
	const known = findTimelineStart(fields, page, otherDate);
	const inProse = general && page ? timesInSummary(fields, page, summary, known.date) : undefined;
	const start = { ...known, date: known.date ?? latestDate([inProse?.start]) };
	const startDate = latestDate([times.get('started_at')]) ?? start.date;
	const written =
		page && (stated.length === 0 || !isIncident)
			? readWrittenTimeline(fields, page, start, general?.timeline)
			: undefined;
	const timeline = [...stated, ...(written?.entries ?? [])];
	const knownTimes = isIncident ? [...times.values(), ...updates.map(({ at }) => at)] : [fields.time(['published_at'])];
	const prose = readRecordProse(source, {
		owner: isIncident ? identity.id : undefined,
		date:
			(isIncident ? undefined : latestDate(knownTimes)) ??
			latestDate([...knownTimes, ...times.values(), ...timeline.map(entry => entry.at)]) ??
			startDate,
		body: page,
		summary,
		texts: [...updates, ...stated].flatMap(entry => entry.text ?? []),
	});
	const actions = page ? findActionItems(fields, page, latestDate(knownTimes) ?? startDate) : NO_ITEMS;
	const inferredFields = readInferredFields(fields);
	const inferred =
		isIncident || summary || fields.data?.absentFields?.has('resolved_at')
			? prose.inferred
			: { duration: undefined, impact: undefined };
	const isOpen = isOngoing(fields.text(['status'])?.value ?? general?.incidentStatus?.value);
	const mayEnd = fields.data?.absentFields?.has('resolved_at') === true && !times.has('resolved_at') && !isOpen;
	const end = mayEnd ? (inProse?.end ?? endInTimeline(timeline, source.configuration.vocabulary)) : undefined;
	const inferredStart = inProse && inferStart(times, general?.nameDay, inProse.start, timeline);
	const statedDurations = general?.statedDurations ?? [];
	const impact = impactOf(fields, general);
	const severity = fields.text(['severity']);
	const severityLevel = impact.impact ? undefined : (general?.severityLevel ?? levelOf(severity, source));
	const facts: RecordFacts = {
		...identity,
		title,
		status: fields.text(['status']),
		...impact,
		severity,
		times,
		...(general?.nameDay && { nameDay: general.nameDay.toString() }),
		timeline,
		components: fields.texts(['components']),
		summary: summary ?? (page && bodyText(source.text, page)),
		actionItems: [...readActionItems(fields), ...actions.items],
		inferred: {
			...inferred,
			duration: inferredDuration(inferredFields) ?? inferred.duration,
			...(inferredStart && { start: inferredStart }),
			...(end && { end }),
			...(severityLevel && { severityLevel }),
		},
		...(inferredFields.size > 0 && { inferredFields }),
		...(statedDurations.length > 0 && { statedDurations }),
	};
	const references = [...readFieldReferences(fields, isIncident ? identity.id : undefined), ...prose.references];
	const notUnderstood: NotUnderstood[] = [
		...(written?.notUnderstood ?? []).map(range => ({ aspect: 'timeline' as const, range })),
		...actions.unread.map(range => ({ aspect: 'action-items' as const, range })),
	];
	return { facts, updates, references, notUnderstood };
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

/** The field `impact` of a postmortem in YAML is prose, unless it is a level. */
function impactOf(fields: Fields, general: GeneralReading | undefined): Pick<RecordFacts, 'impact' | 'impactText'> {
	const written = fields.text(['impact']);
	const { kind, configuration } = fields.source;
	const isLevel = kind === 'incident' || configuration.impact.levelOf(written?.value ?? '') !== undefined;
	const impactText = general?.impactText ?? (isLevel ? undefined : written);
	return { impact: isLevel ? written : undefined, ...(impactText && { impactText }) };
}

/** The level of the log's impact scale that a severity means. */
function levelOf(severity: Located<string> | undefined, { configuration }: Source): Located<string> | undefined {
	const read = severity && readLevel(severity, configuration.impact, configuration.vocabulary);
	return read && { value: read.level, range: read.word.range };
}

/** The times in the summary, or without one in the prose at the top of the page. */
function timesInSummary(
	{ source }: Fields,
	page: Markdown,
	summary: Located<string> | undefined,
	day: Temporal.PlainDate | undefined,
): ProseTimes {
	const zone = new DeclaredZones(source, page).onPage?.timeZone ?? source.configuration.timeZone;
	return timesInProse(source.text, page, summary?.range, { timeZone: zone, day });
}

/** In days. The date of a page is that of its incident, or up to this much later that of the writing. */
const MAX_DAYS_WRITTEN_LATER = 14;

/**
 * The start if none is stated, or only a day: the time in the summary that is on that day or a few days before it. Without
 * any day, the date in the summary, or of the first entry of the timeline.
 */
function inferStart(
	times: RecordFacts['times'],
	nameDay: Temporal.PlainDate | undefined,
	inProse: LocatedTime | undefined,
	timeline: readonly TimelineEntry[],
): LocatedTime | undefined {
	const stated = (times.get('started_at') ?? times.get('scheduled_for'))?.reading;
	const first = timeline[0]?.at;
	const day = stated?.ok ? stated.date : nameDay;
	if (day === undefined) {
		return inProse ?? (first?.reading.ok && stated === undefined ? first : undefined);
	}
	if (!inProse?.reading.ok || inProse.reading.precision === 'date' || (stated?.ok && stated.precision !== 'date')) {
		return undefined;
	}
	const { days } = inProse.reading.date.until(day);
	return days >= 0 && days <= MAX_DAYS_WRITTEN_LATER ? inProse : undefined;
}

/** Whether a status states that the incident has not ended. */
function isOngoing(status: string | undefined): boolean {
	return status !== undefined && ONGOING.has(status);
}

const ONGOING: ReadonlySet<string> = new Set(['investigating', 'identified', 'in_progress', 'scheduled']);

/** The first section that is a summary by name. */
function summarySection(fields: Fields, page: Markdown): Located<string> | undefined {
	const { text, configuration } = fields.source;
	const section = page.sections.find(
		({ title }, index) => index > 0 && configuration.vocabulary.section(title.value) === 'summary',
	);
	return section && textIn(text, section.content);
}

function bodyText(text: string, page: Markdown): Located<string> | undefined {
	return textIn(text, page.range);
}

function textIn(text: string, content: Located<string>['range']): Located<string> | undefined {
	const range = trimmed(text, content);
	const value = text.slice(range.start, range.end);
	return value === '' ? undefined : { value, range };
}
