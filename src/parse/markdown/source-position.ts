import type { Range } from '../../core/range.ts';
import { trimmed } from '../model/ranges.ts';

/**
 * Returns the range of a line of inline text in its source line. markdown-it strips what is before the text, and at the
 * end only white space and the closing marks of a heading. Undefined if the source does not contain the text.
 */
export function inlineLineAt(text: string, sourceLine: Range, content: string): Range | undefined {
	const line = trimmed(text, sourceLine);
	const tail = Math.max(line.start, line.end - content.length);
	const start = text.startsWith(content, tail) ? tail : text.slice(line.start, line.end).indexOf(content) + line.start;
	return start < line.start ? undefined : { start, end: start + content.length };
}

/**
 * Returns the cells of a table row, without white space around them. They are separated by bars without a backslash
 * before them, even in code: the rule of GitHub and of markdown-it.
 */
export function cellsOf(text: string, row: Range): Range[] {
	const cells: Range[] = [];
	let start = text[row.start] === '|' ? row.start + 1 : row.start;
	for (let i = start; i <= row.end; i++) {
		const isSeparator = i < row.end && text[i] === '|' && text[i - 1] !== '\\';
		if (isSeparator || (i === row.end && start < row.end)) {
			cells.push(trimmed(text, { start, end: i }));
			start = i + 1;
		}
	}
	return cells;
}
