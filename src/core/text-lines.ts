import type { Range } from './range.ts';

/**
 * Lines of a part of a text. The ranges do not include the line break. Use these functions to iterate over lines: they
 * terminate for every text.
 */

/** The line that contains an offset. */
export function lineAround(text: string, part: Range, offset: number): Range {
	const before = offset <= part.start ? -1 : text.lastIndexOf('\n', offset - 1);
	return { start: Math.max(part.start, before + 1), end: lineEnd(text, part, offset) };
}

/** The lines before the one that contains an offset, nearest first. */
export function* linesAbove(text: string, part: Range, offset: number): Generator<Range> {
	let { start } = lineAround(text, part, offset);
	while (start > part.start) {
		const line = lineAround(text, part, start - 1);
		yield line;
		// `start - 1` is the line break of this line, so that each line starts before the previous one: the loop ends.
		({ start } = line);
	}
}

/** The lines after the one that contains an offset. */
export function* linesBelow(text: string, part: Range, offset: number): Generator<Range> {
	let end = lineEnd(text, part, offset);
	while (end < part.end) {
		const start = end + 1;
		end = lineEnd(text, part, start);
		yield { start, end };
	}
}

function lineEnd(text: string, part: Range, offset: number): number {
	const found = text.indexOf('\n', offset);
	return found < 0 || found > part.end ? part.end : found;
}
