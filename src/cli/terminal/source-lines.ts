import type { LineIndex } from '../../core/line-index.ts';
import type { Paint } from '../style.ts';
import { styled, type Text } from '../styled-text.ts';
import { columnAt, columnBefore, cutLine, shownText } from './cells.ts';

/** A text with its lines. */
export interface LinedText {
	readonly text: string;
	readonly lines: LineIndex;
}

/** Digits of a line number for which the gutter has room. */
const NUMBER_WIDTH = 5;
const MIN_WIDTH = 20;

/** The columns of a source line in a terminal of a given width, after the gutter. */
export function sourceWidth(columns: number): number {
	return Math.max(MIN_WIDTH, columns - NUMBER_WIDTH - 3);
}

/** A line after its number and a mark. */
export function numberedLine(line: number, mark: string, content: Text, style: Paint): Text {
	return styled`${style.dim(`${String(line + 1).padStart(NUMBER_WIDTH)} ${mark} `)}${content}`;
}

/** Content below a numbered line. */
export function unnumberedLine(mark: string, content: Text, style: Paint): Text {
	return styled`${style.dim(`${' '.repeat(NUMBER_WIDTH)} ${mark} `)}${content}`;
}

/** The text of a line without its line break. */
export function lineText({ text, lines }: LinedText, line: number): string {
	return text.slice(lines.startOfLine(line), lines.endOfLine(line));
}

/**
 * Returns a line, shortened to the width, and below it a mark under each column of a range, which ends at the end of the
 * line at the latest, and a label. No lines if the line is empty.
 */
export function markedLine(
	source: LinedText,
	range: { readonly start: number; readonly end: number },
	mark: { readonly character: string; readonly label: Text; readonly paint: (text: Text) => Text },
	columns: number,
	style: Paint,
): Text[] {
	const { line, character } = source.lines.positionAt(range.start);
	const text = lineText(source, line);
	if (text.trim() === '') {
		return [];
	}
	const end = Math.min(text.length, character + range.end - range.start);
	const cut = cutLine(text, character, sourceWidth(columns));
	const indent = columnAt(cut, character);
	const length = Math.max(1, columnBefore(cut, end) - indent);
	const marks = mark.paint(mark.character.repeat(length));
	return [
		numberedLine(line, '│', shownText(cut), style),
		unnumberedLine('│', styled`${' '.repeat(indent)}${marks}${mark.label}`, style),
	];
}
