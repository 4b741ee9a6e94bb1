import type { Relation } from './incident.ts';
import type { Range } from './range.ts';

/** What a reference names, before anything is looked up. */
export type ReferenceTarget =
	/** `[[id]]` and mentions prefer the incident where an incident and its postmortem share an id. */
	| { readonly by: 'id'; readonly id: string; readonly kind: 'incident' | 'postmortem' | 'any' }
	/** A relative link, made absolute. */
	| { readonly by: 'uri'; readonly uri: string }
	/** "the August 15 issue": an ISO date in the log's zone. Its year comes from context: the latest not after the document. */
	| { readonly by: 'date'; readonly date: string; readonly kind: 'incident' | 'postmortem' }
	/** "last week's bulletin": the ISO date of the last day of its week. */
	| { readonly by: 'week'; readonly endsOn: string };

/** The syntax of a reference: a field of a record, `[[id]]`, a Markdown link, an id in prose, a dated mention in prose. */
export type ReferenceForm = 'field' | 'wiki-link' | 'link' | 'bare-id' | 'mention';

/** One place that names an incident, a postmortem or a bulletin. Unresolved references are kept, because a new file can resolve them. */
export interface Reference {
	readonly form: ReferenceForm;
	readonly target: ReferenceTarget;
	/** The smallest text that names the target: an id without brackets and quotes, a mention without "the". */
	readonly range: Range;
	/** The whole that a fix would replace: `[[id]]` with its brackets, "the August 15 issue". */
	readonly extent: Range;
	readonly relation: Relation | undefined;
	/** The id of the incident in whose record, entry or prose it stands; undefined where it belongs to the page. */
	readonly owner: string | undefined;
}
