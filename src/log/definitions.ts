import type { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../core/configuration.ts';
import type { Definition } from '../core/definition.ts';
import type { ImpactScale } from '../core/impact-scale.ts';
import type { Incident, InferredImpact, LocatedTime, RecordFacts } from '../core/incident.ts';
import { endOf, startOf } from '../core/incident-times.ts';
import { EMPTY_RANGE, type Located } from '../core/range.ts';
import { recordName } from '../core/record-files.ts';
import type { ReferenceTarget } from '../core/reference.ts';
import type { DurationRange } from '../core/time/duration.ts';
import { MINUTE } from '../core/time/units.ts';
import { daysInMonth } from '../core/time/written-date.ts';
import type { WrittenTime } from '../core/time/written-time.ts';
import { epochDayAt, isoDay } from '../core/time/zones.ts';
import { fileStem } from '../core/uri/file-name.ts';
import type { Bulletin, LogDocument, Postmortem, Problem } from '../parse/model/document.ts';
import { finalUpdate, isOpen } from '../parse/records/is-open.ts';

/** In UTF-16 units. More than a card shows. */
const SUMMARY_LENGTH = 600;

/** Returns the definitions in a document: its incident, its postmortem, or a bulletin followed by its entries. */
export function definitionsOf(document: LogDocument, configuration: Configuration): Definition[] {
	const { bulletin, postmortem, incidents } = document;
	const days = new Map(
		bulletin?.entries.flatMap(entry => (entry.form === 'written' ? [[entry.incident, entry.date]] : [])),
	);
	return [
		...(bulletin ? [defineBulletin(document, bulletin)] : []),
		...incidents.map(incident =>
			isBlank(document)
				? defineBlank(document, incident)
				: defineIncident(document, incident, days.get(incident), configuration),
		),
		...(postmortem ? [definePostmortem(document, postmortem, configuration)] : []),
	];
}

/** Whether a record has no content, or none that was read: it was just created, or its text is not readable. */
function isBlank({ kind, data, body, problems }: LogDocument): boolean {
	if (kind !== 'incident') {
		return false;
	}
	const isRead = (data?.keys([]).length ?? 0) > 0 || (body?.blocks.length ?? 0) > 0;
	return !isRead || problems.some(({ kind: problem }) => UNREAD.has(problem));
}

const UNREAD: ReadonlySet<Problem['kind']> = new Set(['not-text', 'too-large', 'unreadable', 'internal-error']);

/**
 * Defines only the id of a record without readable content, so that references to it resolve. It has no day, and is in no
 * picture and no other query by time.
 */
function defineBlank({ uri }: LogDocument, { id, idRange, kind }: Incident): Definition {
	return {
		...ABSENT_VALUES,
		kind: 'incident',
		id,
		uri,
		range: idRange,
		title: id,
		incidentKind: kind,
		date: undefined,
		incidents: [],
	};
}

function defineIncident(
	document: LogDocument,
	incident: Incident,
	day: Temporal.PlainDate | undefined,
	configuration: Configuration,
): Definition {
	const { impact } = configuration;
	const started = read(incident.inferred.start) ?? read(startOf(incident));
	const start = started?.earliestMs;
	return {
		kind: 'incident',
		source: incident.source,
		id: incident.id,
		uri: document.uri,
		range: incident.idRange,
		title: incident.title?.value ?? incident.id,
		incidentKind: incident.kind,
		status: incident.status?.value,
		...impactsOf(incident, impact),
		date:
			(started ? localDate(started, configuration) : day?.toString()) ?? dateInName(incident.id) ?? incident.nameDay,
		start,
		...(endsOf(incident, endOf(incident), start) ?? endOfUpdates(incident, document)),
		isOpen: isOpen(incident, document),
		mitigated: read(incident.times.get('mitigated_at'))?.earliestMs,
		isDateOnly: started?.precision === 'date',
		startText: started?.text,
		startZone: zoneOf(started),
		components: incident.components.map(component => component.value),
		summary: cut(incident.summary?.value ?? ''),
		relations: document.references.flatMap(({ relation, owner, target }) =>
			relation !== undefined && owner === incident.id && target.by === 'id' ? [{ relation, id: target.id }] : [],
		),
		postmortem: postmortemOf(document, incident),
		incidents: [],
	};
}

type Ends = Pick<Definition, 'end' | 'inferredEnd' | 'inferredDuration'>;

/**
 * The end as stated or inferred: from a duration, or from a time that the record marks as inferred. Undefined if neither is
 * known.
 */
function endsOf(facts: RecordFacts, time: LocatedTime | undefined, start: number | undefined): Ends | undefined {
	const ended = read(time);
	// An end with only a date is the last moment of that day.
	const end = ended && (ended.precision === 'date' ? ended.latestMs : ended.earliestMs);
	const isMarked = time === facts.times.get('resolved_at') && facts.inferredFields?.has('resolved_at');
	if (end !== undefined && !isMarked) {
		return { end, inferredEnd: undefined, inferredDuration: undefined };
	}
	const length = (totalOf(facts) ?? facts.inferred.duration)?.value;
	const estimated =
		start === undefined || length === undefined
			? undefined
			: start + Math.round((length.minMinutes + length.maxMinutes) / 2) * MINUTE;
	const inTimeline = read(facts.inferred.end)?.earliestMs;
	if (ended === undefined && totalOf(facts) === undefined && inTimeline !== undefined && inTimeline > (start ?? 0)) {
		return { end: undefined, inferredEnd: inTimeline, inferredDuration: undefined };
	}
	const inferredEnd = ended?.precision === 'date' ? (estimated ?? end) : (end ?? estimated);
	if (inferredEnd === undefined) {
		return undefined;
	}
	return { end: undefined, inferredEnd, inferredDuration: inferredEnd === estimated ? length : undefined };
}

/** The end as stated only in the public updates. */
function endOfUpdates(incident: Incident, document: LogDocument): Ends {
	const end = incident.kind === 'notice' ? undefined : finalUpdate(incident, document)?.time;
	return { end: undefined, inferredEnd: end, inferredDuration: undefined };
}

/** The zone that a time is written in. */
function zoneOf(time: WrittenTime | undefined): string | undefined {
	return time?.zone === undefined ? undefined : time.timeZone;
}

/** The impact as stated or inferred from prose. */
function impactsOf(
	{ impact, inferred, inferredFields }: RecordFacts,
	scale: ImpactScale,
): Pick<Definition, 'impact' | 'inferredImpact'> {
	const written = impact?.value;
	if (written !== undefined && inferredFields?.has('impact')) {
		return { impact: undefined, inferredImpact: scale.levelOf(written) ?? written };
	}
	const words = inferred.impact?.value;
	const level = inferred.severityLevel?.value ?? (words === undefined ? undefined : levelOfInferred(scale, words));
	return { impact: written, inferredImpact: written === undefined ? level : undefined };
}

/** The stated duration from start to end. */
function totalOf({ statedDurations }: RecordFacts): Located<DurationRange> | undefined {
	return statedDurations?.find(({ between: [from, to] }) => from === 'started_at' && to === 'resolved_at')?.duration;
}

/** The target of the field `postmortem` of a record. */
function postmortemOf({ references, data }: LogDocument, { id, source }: Incident): ReferenceTarget | undefined {
	const field = source === 'record' ? data?.at(['postmortem'])?.range : undefined;
	return references.find(({ owner, range }) => owner === id && field !== undefined && range.start === field.start)
		?.target;
}

function definePostmortem(document: LogDocument, postmortem: Postmortem, configuration: Configuration): Definition {
	const { uri, text, body, data } = document;
	const summary = body?.sections.find(section => /^(?:executive )?summary$/i.test(section.title.value.trim()));
	const firstTime = read(postmortem.timeline.find(entry => entry.at)?.at);
	const stated = data?.at(['summary'])?.value;
	const started = read(postmortem.inferred.start) ?? read(postmortem.times.get('started_at'));
	const incidentDay = postmortem.incidents.length === 0 && started ? localDate(started, configuration) : undefined;
	return {
		...ABSENT_VALUES,
		kind: 'postmortem',
		id: postmortem.id,
		uri,
		range: postmortem.idRange,
		title: postmortem.title?.value ?? postmortem.id,
		status: postmortem.status?.value,
		...impactsOf(postmortem, configuration.impact),
		start: started?.earliestMs,
		...endsOf(postmortem, postmortem.times.get('resolved_at'), started?.earliestMs),
		isDateOnly: started?.precision === 'date',
		startText: started?.text,
		startZone: zoneOf(started),
		components: postmortem.components.map(component => component.value),
		date:
			dateInName(postmortem.id) ??
			dateInName(recordName(uri)) ??
			postmortem.incidents.map(({ value }) => dateInName(value)).find(date => date !== undefined) ??
			(started && localDate(started, configuration)) ??
			(firstTime && localDate(firstTime, configuration)) ??
			postmortem.nameDay,
		summary: cut(
			typeof stated === 'string' ? stated : text.slice(summary?.content.start ?? 0, summary?.content.end ?? 0),
		),
		incidents: postmortem.incidents.map(incident => incident.value),
		...(incidentDay !== undefined && { incidentDay }),
	};
}

function defineBulletin({ uri }: LogDocument, bulletin: Bulletin): Definition {
	const date = bulletin.date?.value.toString();
	const id = date ?? fileStem(uri);
	return {
		...ABSENT_VALUES,
		kind: 'bulletin',
		id,
		uri,
		range: bulletin.date?.range ?? bulletin.title?.range ?? EMPTY_RANGE,
		title: bulletin.title?.value ?? id,
		date,
		incidents: bulletin.entries.map(entry => (entry.form === 'written' ? entry.incident.id : entry.id.value)),
	};
}

const ABSENT_VALUES = {
	source: 'record',
	incidentKind: undefined,
	status: undefined,
	impact: undefined,
	inferredImpact: undefined,
	start: undefined,
	end: undefined,
	inferredEnd: undefined,
	inferredDuration: undefined,
	isOpen: false,
	mitigated: undefined,
	isDateOnly: false,
	startText: undefined,
	startZone: undefined,
	components: [],
	summary: '',
	relations: [],
	postmortem: undefined,
} as const satisfies Partial<Definition>;

/** A valid time. Rules report invalid ones at their range; all other code ignores them. */
function read(time: LocatedTime | undefined): WrittenTime | undefined {
	return time?.reading.ok ? time.reading : undefined;
}

/**
 * The date of an instant in the zone of the log. If the configuration states no zone, it is the date as written. A time
 * with only a date is that date in every zone.
 */
function localDate(time: WrittenTime, { timeZone, isTimeZoneStated }: Configuration): string {
	const local = time.precision === 'date' || time.timeZone === timeZone || !isTimeZoneStated;
	return isoDay(local ? time.epochDay : epochDayAt(timeZone, time.earliestMs));
}

/** Returns the ISO date that an id or a file name begins with, if that day exists: the fallback for a missing time. */
function dateInName(name: string): string | undefined {
	const [, date, year = 0, month = 0, day = 0] = /^((\d{4})-(\d\d)-(\d\d))(?!\d)/.exec(name) ?? [];
	const exists = +month >= 1 && +month <= 12 && +day >= 1 && +day <= daysInMonth(+year, +month);
	return exists ? date : undefined;
}

/** The level on the scale of the log for words in prose ("minimal", "widespread", "everyone"). */
export function levelOfInferred({ levels }: ImpactScale, inferred: InferredImpact): string | undefined {
	const worst = levels.length - 1;
	const low = Math.min(1, worst);
	return levels[{ none: 0, low, high: Math.max(worst - 1, low), total: worst }[inferred]];
}

/** Cuts a text to at most `SUMMARY_LENGTH` UTF-16 units, without half a surrogate pair at the end. */
function cut(text: string): string {
	const trimmed = text.trim();
	return trimmed.length <= SUMMARY_LENGTH ? trimmed : trimmed.slice(0, SUMMARY_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}
