import { visibleLine } from '../../core/visible-text.ts';
import { isInsideCharacter } from '../../core/well-formed.ts';
import { isFixable, type ReportedFinding } from '../report.ts';
import { type Paint, paint } from '../style.ts';
import { StyledText, styled } from '../styled-text.ts';
import type { FormatContext, OutputFormat } from './format.ts';
import { baselineLines, LEVEL_STYLE, logHeading, logSummary, partsOf, totalSummary } from './summary.ts';

/** Format for terminals: position, level and code, message, and the source line with the range underlined. */
export const pretty: OutputFormat = {
	report: (report, context) => {
		const style = paint(context.colour);
		const logs = partsOf(report).map(part => {
			const blocks = part.findings.map(found => block(found, style, context));
			const heading = report.logs.length > 1 ? styled`${logHeading(part, style, context)}\n\n` : '';
			return styled`${heading}${StyledText.join([...blocks, ''], '\n')}${logSummary(part, style)}\n`;
		});
		const total = report.logs.length > 1 ? [styled`${totalSummary(report, style)}\n`] : [];
		return styled`${StyledText.join([...logs, ...total], '\n')}${baselineLines(report)}`;
	},
};

function block(found: ReportedFinding, style: Paint, context: FormatContext): StyledText {
	const { finding, lines } = found;
	const { line, character } = lines.positionAt(finding.range.start);
	const place = `${context.toPath(found.uri)}:${line + 1}:${character + 1}`;
	const level = style[LEVEL_STYLE[finding.level]](finding.level);
	const fixable = isFixable(finding) ? style.dim('  fixable') : '';
	const head = styled`${style.bold(place)}  ${level}  ${style.dim(finding.code)}${fixable}`;
	const related = found.related.map(({ uri, range: { start }, message }) =>
		style.dim(`  ${context.toPath(uri)}:${start.line + 1}:${start.character + 1}: ${visibleLine(message)}`),
	);
	const message = `  ${visibleLine(finding.message)}`;
	return StyledText.join([head, message, ...excerpt(found, style, context.columns), ...related, ''], '\n');
}

/** Returns the line on which a finding begins, shortened to the width, and carets under the range. */
function excerpt({ finding, text, lines }: ReportedFinding, style: Paint, columns: number): StyledText[] {
	const { line, character } = lines.positionAt(finding.range.start);
	const start = lines.startOfLine(line);
	const written = text.slice(start, lines.startOfLine(line + 1)).replace(/\r?\n$|\r$/, '');
	if (written.trim() === '') {
		return [];
	}
	// Columns of the terminal: an escaped character takes more columns than UTF-16 units.
	const visible = (end: number) => visibleLine(written.slice(0, end)).replaceAll('\t', ' ');
	const source = visible(written.length);
	const startColumn = visible(character).length;
	const endColumn = visible(Math.min(written.length, character + finding.range.end - finding.range.start)).length;
	const gutter = `${String(line + 1).padStart(5)} │ `;
	const { shown, indent } = cutAround(source, startColumn, Math.max(20, columns - gutter.length));
	const carets = '^'.repeat(Math.max(1, Math.min(endColumn - startColumn, shown.length - indent)));
	return [
		styled`${style.dim(gutter)}${shown}`,
		styled`${style.dim(`${' '.repeat(5)} │ `)}${' '.repeat(indent)}${style[LEVEL_STYLE[finding.level]](carets)}`,
	];
}

/** Shortens a line to a width around a column. `indent` is the position of that column in the result. */
function cutAround(source: string, column: number, width: number): { readonly shown: string; readonly indent: number } {
	if (source.length <= width) {
		return { shown: source, indent: column };
	}
	const from = wholeCharacter(source, Math.max(0, Math.min(column - Math.floor(width / 3), source.length - width + 2)));
	const before = from > 0 ? '…' : '';
	const room = width - before.length;
	const isCut = from + room < source.length;
	const to = wholeCharacter(source, isCut ? from + room - 1 : source.length);
	return { shown: before + source.slice(from, to) + (isCut ? '…' : ''), indent: before.length + column - from };
}

/** Returns the offset, or the start of the surrogate pair that it divides. */
function wholeCharacter(text: string, offset: number): number {
	return isInsideCharacter(text, offset) ? offset - 1 : offset;
}
