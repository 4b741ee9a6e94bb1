import type { Finding } from './finding.ts';
import { editsOverlap, type TextEdit } from './text-edit.ts';

/**
 * The edits of the first safe fix of each finding, in the order of the text. Of two fixes that overlap the one whose
 * finding comes first is applied whole; the other is applied after the next check.
 */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
	/** In order of place and without overlap: so an edit can overlap only those beside the place where it would go. */
	const taken: TextEdit[] = [];
	for (const { fixes } of findings) {
		const fix = fixes.find(({ safe }) => safe);
		if (fix?.edits.every(edit => isDisjoint(edit, taken))) {
			for (const edit of fix.edits) {
				taken.splice(insertionIndex(edit, taken), 0, edit);
			}
		}
	}
	return taken;
}

function isDisjoint(edit: TextEdit, taken: readonly TextEdit[]): boolean {
	const at = insertionIndex(edit, taken);
	return [taken[at - 1], taken[at]].every(other => other === undefined || !editsOverlap(edit, other));
}

/** The index at which an edit is inserted to keep the order. */
function insertionIndex({ range }: TextEdit, taken: readonly TextEdit[]): number {
	let low = 0;
	let high = taken.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = taken[middle]?.range;
		if (other && (other.start - range.start || other.end - range.end) <= 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
