import type { Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';

interface Claim {
	readonly range: Range;
	/** Undefined for the place where an id of the document itself is written. */
	readonly reference: Reference | undefined;
}

/**
 * The references of a document in order, one at each place. Some dialects have their fields within the page, so that
 * one place is read as a field and again as prose: it names what the field says, and the id of the record itself names
 * nothing else. Of two references that overlap, the one that starts first is kept, else the one given first.
 */
export function settledReferences(references: readonly Reference[], ownIds: readonly Range[]): Reference[] {
	const claims: Claim[] = [
		...ownIds.map(range => ({ range, reference: undefined })),
		...references.map(reference => ({ range: reference.range, reference })),
	];
	// The order in which they are given decides between those that start at one place: `sort` keeps it.
	claims.sort((a, b) => a.range.start - b.range.start);
	const settled: Reference[] = [];
	let end = 0;
	for (const { range, reference } of claims) {
		if (range.start >= end) {
			end = range.end;
			if (reference !== undefined) {
				settled.push(reference);
			}
		}
	}
	return settled;
}
