import type { Finding } from './finding.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The edits of the first safe fix of each finding, in the order of the text. Of two fixes that overlap the one whose
 * finding comes first is taken, whole: the other has its turn after the next check.
 */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
	const taken: TextEdit[] = [];
	for (const { fixes } of findings) {
		const fix = fixes.find(({ safe }) => safe);
		if (fix && !fix.edits.some(edit => taken.some(other => overlap(edit, other)))) {
			taken.push(...fix.edits);
		}
	}
	return taken.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Two insertions at one place count as overlapping: their order would be a matter of chance. */
function overlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
	return (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
}
