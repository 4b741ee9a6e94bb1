import type { Range } from '../../core/range.ts';

export function isSpace(character: string | undefined): boolean {
	return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

/** A range without the white space around its text. */
export function trimmed(text: string, range: Range): Range {
	let { start, end } = range;
	while (end > start && isSpace(text[end - 1])) {
		end--;
	}
	while (start < end && isSpace(text[start])) {
		start++;
	}
	return { start, end };
}

/** Those of a list of things, in order and without overlap, that lie in a range, wholly or in part. */
export function overlapping<T>(items: readonly T[], rangeOf: (item: T) => Range, range: Range): T[] {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item !== undefined && rangeOf(item).end <= range.start) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	const found: T[] = [];
	for (let i = low; i < items.length; i++) {
		const item = items[i];
		if (item === undefined || rangeOf(item).start >= range.end) {
			break;
		}
		found.push(item);
	}
	return found;
}

/** As `overlapping`, for ranges: each cut to what lies in `range`. */
export function cutTo(ranges: readonly Range[], range: Range): Range[] {
	return overlapping(ranges, each => each, range).map(({ start, end }) => ({
		start: Math.max(start, range.start),
		end: Math.min(end, range.end),
	}));
}
