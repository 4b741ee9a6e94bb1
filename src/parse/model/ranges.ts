import { findFirstIndex } from '../../core/binary-search.ts';
import type { Range } from '../../core/range.ts';
import type { Sequence } from './sequence.ts';

export function isSpace(character: string | undefined): boolean {
	return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

/** Returns a range without leading and trailing white space of its text. */
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

/** Returns the items that overlap a range. The items are in order and do not overlap each other: uses a binary search. */
export function overlapping<T>(items: Sequence<T>, rangeOf: (item: T) => Range, range: Range): T[] {
	const first = findFirstIndex(items.length, index => {
		const item = items.at(index);
		return item !== undefined && rangeOf(item).end <= range.start;
	});
	const found: T[] = [];
	for (let i = first; i < items.length; i++) {
		const item = items.at(i);
		if (item === undefined || rangeOf(item).start >= range.end) {
			break;
		}
		found.push(item);
	}
	return found;
}

/** Returns the intersections of ranges with a range. The ranges are in order and do not overlap each other. */
export function cutTo(ranges: Sequence<Range>, range: Range): Range[] {
	return overlapping(ranges, each => each, range).map(({ start, end }) => ({
		start: Math.max(start, range.start),
		end: Math.min(end, range.end),
	}));
}
