import { visibleLine } from '../../core/visible-text.ts';
import { ruleUrl } from '../../rules/rule-url.ts';
import type { FormatContext } from '../formats/format.ts';
import { isFixable, type ReportedFinding, type ReportedLocation } from '../report.ts';
import { LEVEL_STYLE, type Paint } from '../style.ts';
import { StyledText, styled, type Text } from '../styled-text.ts';
import { fixLines } from './fix-lines.ts';
import { markedLine } from './source-lines.ts';
import { wrapMessage } from './wrap.ts';

const INDENT = '  ';

/**
 * Formats a finding below the heading of its file: position, level and code, the message, the source line with the range
 * underlined, related locations, and the safe fix as removed and added lines.
 */
export function findingLines(found: ReportedFinding, style: Paint, context: FormatContext): Text[] {
	const { finding, lines } = found;
	const { line, character } = lines.positionAt(finding.range.start);
	const level = style.bold(style[LEVEL_STYLE[finding.level]](finding.level));
	const fixable = isFixable(finding) ? styled`  ${style.green('fixable')}` : '';
	const head = styled`${INDENT}${style.bold(`${line + 1}:${character + 1}`)}  ${level}  ${codeText(finding.code, style, context)}${fixable}`;
	const width = context.wraps ? context.columns - INDENT.length : Number.POSITIVE_INFINITY;
	const message = wrapMessage(visibleLine(finding.message), width, style).map(text => styled`${INDENT}${text}`);
	const fix = finding.fixes.find(({ safe }) => safe);
	return [
		head,
		...message,
		...excerpt(found, style, context),
		...(fix ? fixLines(found, fix, line, context.columns, style) : []),
	];
}

/** The code of a rule, linked to its page. */
export function codeText(code: string, style: Paint, { hyperlinks }: FormatContext): Text {
	return hyperlinks ? StyledText.linked(ruleUrl(code), style.dim(code)) : style.dim(code);
}

/** The line of a finding and the lines of related locations in its file, in their order; then the other locations. */
function excerpt(found: ReportedFinding, style: Paint, context: FormatContext): Text[] {
	const { finding, lines, uri } = found;
	const own = lines.lineAt(finding.range.start);
	const isBelow = (place: ReportedLocation) => place.uri === uri && place.range.start.line !== own;
	const here = found.related.filter(isBelow);
	const paint = style[LEVEL_STYLE[finding.level]];
	const parts = [
		{
			line: own,
			shown: markedLine(found, finding.range, { character: '^', label: '', paint }, context.columns, style),
		},
		...here.map(({ range, message }) => ({
			line: range.start.line,
			shown: markedLine(
				found,
				{ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
				{ character: '-', label: style.blue(` ${visibleLine(message)}`), paint: style.blue },
				context.columns,
				style,
			),
		})),
	];
	const elsewhere = found.related
		.filter(place => !isBelow(place))
		.map(
			({ uri, range: { start }, message }) =>
				styled`${INDENT}${style.dim('╰')} ${`${context.toPath(uri)}:${start.line + 1}:${start.character + 1}`}: ${style.blue(visibleLine(message))}`,
		);
	return [...parts.sort((a, b) => a.line - b.line).flatMap(({ shown }) => shown), ...elsewhere];
}
