import type { IncidentKind, Relation } from './incident.ts';
import type { Range } from './range.ts';
import type { ReferenceTarget } from './reference.ts';
import type { DurationRange } from './time/duration.ts';

/**
 * Index entry of an incident, a postmortem or a bulletin: everything that rules, hovers and pictures of other documents
 * use. Plain data, so that two versions can be compared.
 */
export interface Definition {
	readonly kind: 'incident' | 'postmortem' | 'bulletin';
	/** `record`: a file of its own; `entry`: written in a bulletin. */
	readonly source: 'record' | 'entry';
	readonly id: string;
	readonly uri: string;
	/** The range of its id, or of the title if no id is written, in that document. */
	readonly range: Range;
	readonly title: string;
	readonly incidentKind: IncidentKind | undefined;
	readonly status: string | undefined;
	/** As written. */
	readonly impact: string | undefined;
	/** If `impact` is undefined: the level inferred from prose, or a level that the record marks as inferred. */
	readonly inferredImpact: string | undefined;
	/** ISO date of the start, in the log's zone, or as written if none is stated. For a bulletin, the last day of its week. */
	readonly date: string | undefined;
	/** Instants in milliseconds since 1970-01-01T00:00Z. */
	readonly start: number | undefined;
	readonly end: number | undefined;
	/** If `end` is undefined: the end computed from a duration in prose, or an end that the record marks as inferred. */
	readonly inferredEnd: number | undefined;
	/** The duration in prose that `inferredEnd` is computed from. */
	readonly inferredDuration: DurationRange | undefined;
	/** Whether it continues: no end is stated, inferred, or in a part of the record that was not read. */
	readonly isOpen: boolean;
	/** The instant from which on users were not affected. */
	readonly mitigated: number | undefined;
	/** True if `start` is a date without a time of day. */
	readonly isDateOnly: boolean;
	/** `started_at` as written, with its zone. */
	readonly startText: string | undefined;
	/** The zone that the start is written in: an IANA name, or an offset such as `-04:00`. Undefined if none is written. */
	readonly startZone: string | undefined;
	readonly components: readonly string[];
	/** Markdown source of the summary, cut at about 600 characters. */
	readonly summary: string;
	readonly relations: readonly { readonly relation: Relation; readonly id: string }[];
	/** For an incident: the target of its `postmortem` field. */
	readonly postmortem: ReferenceTarget | undefined;
	/** For a postmortem, the ids of its incidents; for a bulletin, the ids on its page. */
	readonly incidents: readonly string[];
	/**
	 * For a postmortem that names no incident and states a start: the ISO date of the start, in the log's zone. Unless a
	 * record describes the incident, the postmortem is its only description.
	 */
	readonly incidentDay?: string;
}
