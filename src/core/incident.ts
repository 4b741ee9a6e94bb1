import type { Located, Range } from './range.ts';
import type { DurationRange } from './time/duration.ts';
import type { TimeReading } from './time/written-time.ts';

export const INCIDENT_KINDS = ['incident', 'maintenance', 'notice'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** The Statuspage API's words for where an incident, or a maintenance, stands. */
export const INCIDENT_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'] as const;
export const MAINTENANCE_STATUSES = ['scheduled', 'in_progress', 'verifying', 'completed'] as const;

export const RELATIONS = ['recurrence-of', 'caused-by', 'related', 'duplicate-of', 'follow-up-to'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The times of an incident that code knows by name. `incidentTimes` in `schema/fields.ts` lists all that there are. */
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
	/** Of the text that was read: offsets in `reading` count from `range.start`. */
	readonly range: Range;
}

/** A zone that is declared once for many times, in a sentence, a heading or a column header: "All times in UTC". */
export interface DeclaredZone {
	/** What the times are read in: an IANA name, or an offset such as `+02:00`. */
	readonly timeZone: string;
	/** The zone as it is written, and its place in the document. */
	readonly text: string;
	readonly range: Range;
	/** The offset that is written next to it, in canonical form: `-07:00` for the "UTC-7" of "PST (UTC-7)". */
	readonly offset: Located<string> | undefined;
}

/** A line of a timeline, or a public update. */
export interface TimelineEntry {
	readonly at: LocatedTime | undefined;
	/** The declared zone in which `at` was read; undefined if `at` has its own zone or none is declared. */
	readonly declaredZone?: DeclaredZone;
	readonly text: Located<string> | undefined;
	readonly range: Range;
}

export interface ActionItem {
	readonly title: Located<string> | undefined;
	readonly owner: Located<string> | undefined;
	readonly due: LocatedTime | undefined;
	readonly status: Located<string> | undefined;
	readonly range: Range;
}

/** What was read from prose because nothing states it. Always shown as inferred. */
export interface Inferred {
	readonly duration: Located<DurationRange> | undefined;
	/** The severity, independent of the log's impact scale. */
	readonly impact: Located<InferredImpact> | undefined;
}
/** `none`: impact is denied; `low`: minimal, some; `high`: widespread, significant; `total`: everything, everyone. */
export type InferredImpact = 'none' | 'low' | 'high' | 'total';

/** A duration that a field states, and the two times that it lies between. */
export interface StatedDuration {
	readonly duration: Located<DurationRange>;
	readonly between: readonly [TimeField, TimeField];
}

/** An incident as described by a record, or by an entry written in a bulletin. */
export interface Incident {
	readonly source: 'record' | 'entry';
	readonly kind: IncidentKind;
	readonly id: string;
	/** The id where it is written; else the title; else the head of the file. What is absent is reported here. */
	readonly idRange: Range;
	readonly idWritten: boolean;
	readonly title: Located<string> | undefined;
	readonly status: Located<string> | undefined;
	/** The word as written; the log's impact scale says what it means. */
	readonly impact: Located<string> | undefined;
	readonly severity: Located<string> | undefined;
	/** By the name of the field, in the order of the schema. */
	readonly times: ReadonlyMap<string, LocatedTime>;
	readonly updates: readonly TimelineEntry[];
	readonly timeline: readonly TimelineEntry[];
	readonly components: readonly Located<string>[];
	/** Markdown source: of a record its `summary` or body, of an entry the prose after the headline. */
	readonly summary: Located<string> | undefined;
	readonly actionItems: readonly ActionItem[];
	readonly inferred: Inferred;
	/** Fields whose values the record's own `x-inferred` marks as read from prose, each with the words that say so. */
	readonly inferredFields?: ReadonlyMap<string, Located<string>>;
	/** Of a record in a dialect that has fields for them. */
	readonly statedDurations?: readonly StatedDuration[];
	/** The whole of it: a file, or a list item. */
	readonly range: Range;
}
