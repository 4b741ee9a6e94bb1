import type { Located, Range } from './range.ts';
import type { DurationRange } from './time/duration.ts';
import type { TimeReading } from './time/written-time.ts';

export const INCIDENT_KINDS = ['incident', 'maintenance', 'notice'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** The status values of the Statuspage API for incidents and for maintenances. */
export const INCIDENT_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'] as const;
export const MAINTENANCE_STATUSES = ['scheduled', 'in_progress', 'verifying', 'completed'] as const;

export const RELATIONS = ['recurrence-of', 'caused-by', 'related', 'duplicate-of', 'follow-up-to'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The time fields that code uses by name. `incidentTimes` in `schema/fields.ts` lists all time fields. */
export type TimeField =
	| 'started_at'
	| 'detected_at'
	| 'acknowledged_at'
	| 'declared_at'
	| 'mitigated_at'
	| 'resolved_at'
	| 'scheduled_for'
	| 'scheduled_until';

export interface LocatedTime {
	readonly reading: TimeReading;
	/** The range of the text that was read. Offsets in `reading` are relative to `range.start`. */
	readonly range: Range;
}

/** A zone declared once for many times, in a sentence, a heading or a column header: "All times in UTC". */
export interface DeclaredZone {
	/** The zone that the times are read in: an IANA name, or an offset such as `+02:00`. */
	readonly timeZone: string;
	/** The zone as written, and its range in the document. */
	readonly text: string;
	readonly range: Range;
	/** The offset written next to the zone, in canonical form: `-07:00` for the "UTC-7" of "PST (UTC-7)". */
	readonly offset: Located<string> | undefined;
}

/** An event of a timeline, or a public update. */
export interface TimelineEntry {
	readonly at: LocatedTime | undefined;
	/** The time of day of an event whose day is not known, on a nominal day. It is comparable to others of its group only. */
	readonly clock?: LocatedTime;
	/** The same time as written beside it in another zone: the `13:30 UTC` of `06:30 PT / 13:30 UTC`. */
	readonly also?: LocatedTime;
	/** The declared zone in which `at` was read; undefined if `at` has its own zone or none is declared. */
	readonly declaredZone?: DeclaredZone;
	readonly text: Located<string> | undefined;
	readonly range: Range;
	/** Entries of different groups are in different timelines of the page. Undefined for those of a field. */
	readonly group?: number;
	/** True for an entry of a Markdown timeline, whose times have a syntax of their own. */
	readonly isProse?: true;
}

export interface ActionItem {
	readonly title: Located<string> | undefined;
	readonly owner: Located<string> | undefined;
	readonly due: LocatedTime | undefined;
	/** A due date in Markdown that is not a date: "next sprint". */
	readonly dueText?: Located<string>;
	/** As written, or a state of the vocabulary that a checkbox, a mark or a heading means. */
	readonly status: Located<string> | undefined;
	/** The cell of a table that names the ticket of the item. */
	readonly ticket?: Located<string>;
	readonly range: Range;
}

/** Facts inferred from prose because no field states them. Always shown as inferred. */
export interface Inferred {
	readonly duration: Located<DurationRange> | undefined;
	/** Independent of the log's impact scale. */
	readonly impact: Located<InferredImpact> | undefined;
	/** If no time of day is stated: the start in the summary; without a stated day also that of the first timeline entry. */
	readonly start?: LocatedTime | undefined;
	/** A time in the summary, or that of the timeline entry that ends it. */
	readonly end?: LocatedTime | undefined;
	/** The level of the log's impact scale that the stated severity means. */
	readonly severityLevel?: Located<string> | undefined;
}
/** `none`: impact is denied; `low`: minimal, some; `high`: widespread, significant; `total`: everything, everyone. */
export type InferredImpact = 'none' | 'low' | 'high' | 'total';

/** A duration stated in a field, and the fields of its start and end. */
export interface StatedDuration {
	readonly duration: Located<DurationRange>;
	readonly between: readonly [TimeField, TimeField];
}

/** The facts of a record, of an incident or of a postmortem. */
export interface RecordFacts {
	readonly id: string;
	/** The range of the id; without a written id of the title; otherwise the head of the file. Absent fields are reported here. */
	readonly idRange: Range;
	readonly hasWrittenId: boolean;
	readonly title: Located<string> | undefined;
	readonly status: Located<string> | undefined;
	/** As written: a level or alias of the log's impact scale, or an unknown word. */
	readonly impact: Located<string> | undefined;
	/** The effect in words, of a record that states it without a level: "Uploads failed for an hour". */
	readonly impactText?: Located<string> | undefined;
	readonly severity: Located<string> | undefined;
	/** By field name, in the order of the schema. */
	readonly times: ReadonlyMap<string, LocatedTime>;
	/** ISO date in the name of the file. The fallback for a missing start. */
	readonly nameDay?: string | undefined;
	readonly timeline: readonly TimelineEntry[];
	readonly components: readonly Located<string>[];
	/** Markdown source: the `summary` or body of a record, the prose after the headline of an entry. */
	readonly summary: Located<string> | undefined;
	readonly actionItems: readonly ActionItem[];
	readonly inferred: Inferred;
	/** Fields that the record's `x-inferred` marks as inferred, each with the words that it was inferred from. */
	readonly inferredFields?: ReadonlyMap<string, Located<string>>;
	/** Only in records with fields for durations. */
	readonly statedDurations?: readonly StatedDuration[];
}

/** An incident as described by a record, or by an entry written in a bulletin. */
export interface Incident extends RecordFacts {
	readonly source: 'record' | 'entry';
	readonly kind: IncidentKind;
	readonly updates: readonly TimelineEntry[];
	/** The whole file, or the whole list item. */
	readonly range: Range;
}
