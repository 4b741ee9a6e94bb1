import type { Range } from './range.ts';

/** Replaces `range` of a document's text with `newText`. Edits are data; nothing is ever printed again from a tree. */
export interface TextEdit {
	readonly range: Range;
	readonly newText: string;
}

/** A change that resolves a finding, in the document of the finding. */
export interface Fix {
	/** An imperative, shown in the light-bulb menu: "Change to `EDT`". */
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** Safe: the meaning of the document cannot have been another; applied by `fix` and by fix-all on save. */
	readonly safe: boolean;
}

/** Two insertions at one place count as overlapping: their order would be undefined. */
export function editsOverlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
	return (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
}

/**
 * Edits of one document that can be applied in any order: in the order of the text, each once. Undefined where two
 * different ones overlap.
 */
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

/** Applies edits that do not overlap, in whatever order they are given. Of two that overlap the later one is left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
	let result = '';
	let at = 0;
	for (const { range, newText } of ordered) {
		if (range.start < at) {
			continue;
		}
		result += text.slice(at, range.start) + newText;
		at = range.end;
	}
	return result + text.slice(at);
}
