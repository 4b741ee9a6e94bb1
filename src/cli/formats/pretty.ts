import { counted } from '../../core/counted.ts';
import { listedFindings } from '../display-options.ts';
import { groupBy } from '../group-by.ts';
import type { CheckReport, ReportedFinding } from '../report.ts';
import { type Paint, paint } from '../style.ts';
import { StyledText, styled, type Text } from '../styled-text.ts';
import { findingLines } from '../terminal/finding-lines.ts';
import { failureLines, nextSteps } from '../terminal/next-steps.ts';
import { statisticsLines } from '../terminal/statistics.ts';
import type { FormatContext, OutputFormat } from './format.ts';
import {
	baselineLines,
	type LogPart,
	logHeading,
	logSummary,
	partsOf,
	totalSummary,
	understoodLines,
} from './summary.ts';

/** Format for people: the findings of each log by file, then a summary, and what to do next. */
export const pretty: OutputFormat = {
	report: (report, context) => {
		const style = paint(context.colour);
		const { quiet } = context.display;
		const listed = listedFindings(report, context.display);
		if (quiet && listed.size === 0) {
			return StyledText.join([]);
		}
		const isSingle = report.logs.length === 1;
		const logs = partsOf(report).map(part => [
			...(isSingle ? [] : [logHeading(part, style, context), '']),
			...findingsOf(part, listed, style, context),
			...(isSingle ? unlisted(report, listed, style, context) : []),
			logSummary(part, style),
			...(quiet ? [] : understoodLines(part, style)),
			...(isSingle ? [] : ['']),
		]);
		const lines = [
			...logs.flat(),
			...(isSingle ? [] : [...unlisted(report, listed, style, context), totalSummary(report, style)]),
			...failureLines(report, style),
			...(quiet ? [] : [...baselineLines(report), ...nextSteps(report, style, context)]),
		];
		return StyledText.join(lines.map(line => styled`${line}\n`));
	},
};

function findingsOf(
	{ findings }: LogPart,
	listed: ReadonlySet<ReportedFinding>,
	style: Paint,
	context: FormatContext,
): Text[] {
	if (context.display.statistics) {
		const rows = statisticsLines(findings, style, context);
		return rows.length === 0 ? [] : [...rows, ''];
	}
	const shown = findings.filter(found => listed.has(found));
	return [...groupBy(shown, ({ uri }) => uri)].flatMap(([uri, found]) => [
		style.bold(style.underline(context.toPath(uri))),
		'',
		...found.flatMap(one => [...findingLines(one, style, context), '']),
	]);
}

/** States how many findings are not listed because of `--max-diagnostics`. */
function unlisted(
	{ findings }: CheckReport,
	listed: ReadonlySet<ReportedFinding>,
	style: Paint,
	{ display: { quiet, maxDiagnostics, statistics } }: FormatContext,
): Text[] {
	const count = findings.length - listed.size;
	return quiet || statistics || maxDiagnostics === undefined || count === 0
		? []
		: [style.dim(`… ${counted(count, 'more finding')} (\`--max-diagnostics ${maxDiagnostics}\`)`), ''];
}
