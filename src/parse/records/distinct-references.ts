import type { Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';

interface Candidate {
	readonly range: Range;
	/** Undefined for the range in which an id of the document itself is written. */
	readonly reference: Reference | undefined;
}

/**
 * Returns the references of a document in order, without overlaps. A dialect can have fields in the body of the page, whose
 * ranges are read as fields and again as prose. Of two overlapping references, the one that starts first is kept, otherwise
 * the one given first. A range in which the document's own id is written is not a reference.
 */
export function distinctReferences(references: readonly Reference[], ownIds: readonly Range[]): Reference[] {
	const candidates: Candidate[] = [
		...ownIds.map(range => ({ range, reference: undefined })),
		...references.map(reference => ({ range: reference.range, reference })),
	];
	// `sort` is stable: of candidates with the same start, the one given first remains first.
	candidates.sort((a, b) => a.range.start - b.range.start);
	const distinct: Reference[] = [];
	let end = 0;
	for (const { range, reference } of candidates) {
		if (range.start >= end) {
			end = range.end;
			if (reference !== undefined) {
				distinct.push(reference);
			}
		}
	}
	return distinct;
}
