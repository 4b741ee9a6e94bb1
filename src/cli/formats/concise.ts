import { visibleLine } from '../../core/visible-text.ts';
import { listedFindings } from '../display-options.ts';
import type { ReportedFinding } from '../report.ts';
import { LEVEL_STYLE, type Paint, paint } from '../style.ts';
import { StyledText, styled } from '../styled-text.ts';
import { codeText } from '../terminal/finding-lines.ts';
import { statisticsLines } from '../terminal/statistics.ts';
import type { FormatContext, OutputFormat } from './format.ts';

/** One line per finding, in the form of GCC, which editors and problem matchers read. */
export const concise: OutputFormat = {
	report: (report, context) => {
		const style = paint(context.colour);
		const lines = context.display.statistics
			? statisticsLines(report.findings, style, context)
			: [...listedFindings(report, context.display)].map(found => findingLine(found, style, context));
		return StyledText.join(lines.map(line => styled`${line}\n`));
	},
};

function findingLine({ uri, lines, finding }: ReportedFinding, style: Paint, context: FormatContext): StyledText {
	const { code, level, message, range } = finding;
	const { line, character } = lines.positionAt(range.start);
	const place = style.bold(`${context.toPath(uri)}:${line + 1}:${character + 1}`);
	const painted = style[LEVEL_STYLE[level]](level);
	return styled`${place}: ${painted}: ${visibleLine(message)} [${codeText(code, style, context)}]`;
}
