/** A half-open range of a document's text, in UTF-16 code units from the start of the text. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** A value with the range that it was read from. */
export interface Located<T> {
	readonly value: T;
	/** The content of the scalar without its quotes if the source contains the value unchanged, otherwise the whole scalar. */
	readonly range: Range;
}

export const EMPTY_RANGE: Range = { start: 0, end: 0 };

export function contains(range: Range, offset: number): boolean {
	return range.start <= offset && offset <= range.end;
}

/**
 * Converts `part` (offsets into the located text) to a range of the document. Returns the whole range if the source does
 * not contain the text unchanged (an escape, a folded scalar), because the offsets do not correspond then.
 */
export function within(located: Located<string>, part: Range): Range {
	const { value, range } = located;
	if (range.end - range.start !== value.length) {
		return range;
	}
	return { start: range.start + part.start, end: range.start + part.end };
}

/** Merges overlapping and adjacent ranges. Returns them in order. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
	const result: { start: number; end: number }[] = [];
	for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last !== undefined && start <= last.end) {
			last.end = Math.max(last.end, end);
		} else {
			result.push({ start, end });
		}
	}
	return result;
}
