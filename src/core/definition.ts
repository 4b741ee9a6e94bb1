import type { IncidentKind, Relation } from './incident.ts';
import type { Range } from './range.ts';
import type { ReferenceTarget } from './reference.ts';

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
	/** The range of its id (or of its substitute) in that document. */
	readonly range: Range;
	readonly title: string;
	readonly incidentKind: IncidentKind | undefined;
	readonly status: string | undefined;
	/** As written. */
	readonly impact: string | undefined;
	/** Read from prose, where `impact` is undefined: a level of the log's scale, or what a record has and marks as inferred. */
	readonly inferredImpact: string | undefined;
	/** The local date it began, ISO, in the log's zone; of a bulletin the last day of its week. */
	readonly date: string | undefined;
	/** Instants in milliseconds since 1970-01-01T00:00Z. */
	readonly start: number | undefined;
	readonly end: number | undefined;
	/** The end computed from a duration in the prose, or marked as such by the record, where `end` is undefined. */
	readonly inferredEnd: number | undefined;
	/** True where `start` is a day rather than a time of day. */
	readonly dateOnly: boolean;
	/** `started_at` as it is written, zone and all: what a card shows. */
	readonly startText: string | undefined;
	readonly components: readonly string[];
	/** Its summary's Markdown source, cut at about 600 characters. */
	readonly summary: string;
	readonly relations: readonly { readonly relation: Relation; readonly id: string }[];
	/** Of an incident: what its record names as its postmortem. */
	readonly postmortem: ReferenceTarget | undefined;
	/** Of a postmortem: the ids of its incidents. Of a bulletin: the ids on its page. */
	readonly incidents: readonly string[];
}
