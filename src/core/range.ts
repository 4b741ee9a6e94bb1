/** A half-open span of one document's text, in UTF-16 code units from the start of that text. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** A value together with the place it was read from. */
export interface Located<T> {
	readonly value: T;
	/** The content of the scalar without its quotes, wherever the source spells the value letter by letter. */
	readonly range: Range;
}

export const EMPTY_RANGE: Range = { start: 0, end: 0 };

export function contains(range: Range, offset: number): boolean {
	return range.start <= offset && offset <= range.end;
}

/**
 * The place of `part` (offsets into the located text) in the document. Where the source does not spell the text letter
 * by letter (an escape, a folded scalar), offsets into the one say nothing of the other, and the whole is returned.
 */
export function within(located: Located<string>, part: Range): Range {
	const { value, range } = located;
	if (range.end - range.start !== value.length) {
		return range;
	}
	return { start: range.start + part.start, end: range.start + part.end };
}
