import { findFirstIndex } from './binary-search.ts';
import type { Finding } from './finding.ts';
import { editsOverlap, type TextEdit } from './text-edit.ts';

/**
 * Returns the edits of the first safe fix of each finding, in the order of the text. Of two overlapping fixes, only the
 * one of the first finding is included; the other is applied after the next check.
 */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
	/** Sorted and disjoint, so that an edit can overlap only the two neighbours of its insertion index. */
	const accepted: TextEdit[] = [];
	for (const { fixes } of findings) {
		const fix = fixes.find(({ safe }) => safe);
		if (fix?.edits.every(edit => isDisjoint(edit, accepted))) {
			for (const edit of fix.edits) {
				accepted.splice(insertionIndex(edit, accepted), 0, edit);
			}
		}
	}
	return accepted;
}

function isDisjoint(edit: TextEdit, accepted: readonly TextEdit[]): boolean {
	const index = insertionIndex(edit, accepted);
	return [accepted[index - 1], accepted[index]].every(other => other === undefined || !editsOverlap(edit, other));
}

/** The index at which an edit is inserted to keep the order. */
function insertionIndex({ range }: TextEdit, accepted: readonly TextEdit[]): number {
	return findFirstIndex(accepted.length, index => {
		const other = accepted[index]?.range;
		return other !== undefined && (other.start - range.start || other.end - range.end) <= 0;
	});
}
