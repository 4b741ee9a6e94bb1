import type { Range } from './range.ts';

/** Replaces `range` of a document's text with `newText`. Documents change only by edits and are never reprinted from a tree. */
export interface TextEdit {
	readonly range: Range;
	readonly newText: string;
}

/** A change that resolves a finding, in the document of the finding. */
export interface Fix {
	/** An imperative, shown in the light-bulb menu: "Change to `EDT`". */
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** True if the fix cannot change the meaning of the document. Applied by `fix` and by fix-all on save. */
	readonly safe: boolean;
}

/** Two insertions at one offset overlap: their order would be undefined. */
export function editsOverlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
	return (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
}

/** Sorts the edits of one document and removes duplicates. Undefined if two different edits overlap. */
export function disjointEdits(edits: readonly TextEdit[]): TextEdit[] | undefined {
	const disjoint: TextEdit[] = [];
	for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
		const before = disjoint.at(-1);
		if (before === undefined || !editsOverlap(before, edit)) {
			disjoint.push(edit);
		} else if (!isSame(before, edit)) {
			return undefined;
		}
	}
	return disjoint;
}

function isSame(one: TextEdit, other: TextEdit): boolean {
	return one.newText === other.newText && one.range.start === other.range.start && one.range.end === other.range.end;
}

/** Applies edits in any order. Of two overlapping edits, the one that starts later is ignored. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
	let result = '';
	let copied = 0;
	for (const { range, newText } of ordered) {
		if (range.start < copied) {
			continue;
		}
		result += text.slice(copied, range.start) + newText;
		copied = range.end;
	}
	return result + text.slice(copied);
}
