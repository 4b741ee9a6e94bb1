import type { Relation } from './incident.ts';
import type { Range } from './range.ts';

/** The target of a reference as written, before resolution. */
export type ReferenceTarget =
	/**
	 * `any` resolves to the incident if an incident and its postmortem share the id. `isExact`: the id itself, as in a field,
	 * and not the name of a file or the beginning of one.
	 */
	| {
			readonly by: 'id';
			readonly id: string;
			readonly kind: 'incident' | 'postmortem' | 'any';
			readonly isExact?: true;
	  }
	/** A relative link, resolved to an absolute URI. */
	| { readonly by: 'uri'; readonly uri: string }
	/**
	 * "the August 15 issue": an ISO date in the log's zone. Its year is inferred: the latest such day not after the document.
	 * `isRelative`: counted from the date of the text, as in "Tuesday's outage".
	 */
	| {
			readonly by: 'date';
			readonly date: string;
			readonly kind: 'incident' | 'postmortem';
			readonly isRelative?: boolean;
	  }
	/** "last week's bulletin": the ISO date of the last day of its week. */
	| { readonly by: 'week'; readonly endsOn: string };

/** The syntax of a reference: a field of a record, `[[id]]`, a Markdown link, an id in prose, a dated mention in prose. */
export type ReferenceForm = 'field' | 'wiki-link' | 'link' | 'bare-id' | 'mention';

/**
 * A range that refers to an incident, a postmortem or a bulletin. Unresolved references are kept, because a new file can
 * resolve them.
 */
export interface Reference {
	readonly form: ReferenceForm;
	readonly target: ReferenceTarget;
	/** The shortest text that names the target: an id without brackets and quotes, a mention without "the". */
	readonly range: Range;
	/** The text that a fix replaces: `[[id]]` with its brackets, "the August 15 issue". */
	readonly fullRange: Range;
	readonly relation: Relation | undefined;
	/** The id of the incident whose record or entry contains the reference; undefined if it belongs to the page. */
	readonly owner: string | undefined;
}
