import { counted } from '../../core/counted.ts';
import { visibleLine } from '../../core/visible-text.ts';
import { coverageLine } from '../../log/coverage-line.ts';
import { type CheckedLog, type CheckReport, isFixable, type ReportedFinding } from '../report.ts';
import { LEVEL_STYLE, type Paint } from '../style.ts';
import { StyledText, styled, type Text } from '../styled-text.ts';
import type { FormatContext } from './format.ts';

/** The part of a report that is about one log. */
export interface LogPart extends CheckedLog {
	/** Number of documents whose findings are reported. */
	readonly checked: number;
	readonly findings: readonly ReportedFinding[];
}

export function partsOf({ logs, checked, findings }: CheckReport): readonly LogPart[] {
	return logs.map(log => ({
		...log,
		checked: checked.filter(({ root }) => root === log.root).length,
		findings: findings.filter(({ root }) => root === log.root),
	}));
}

/** The line before the findings of a log, if there are several. */
export function logHeading({ root, title }: CheckedLog, style: Paint, { toPath }: FormatContext): StyledText {
	return styled`${style.bold(`── ${toPath(root)}`)}${title === undefined ? '' : style.dim(`  ${visibleLine(title)}`)}`;
}

/** The line after the findings of a log: what was checked and found. */
export function logSummary({ checked, files, findings }: LogPart, style: Paint): StyledText {
	const read = checked === files ? '' : `, ${files} in the log`;
	return resultLine(`${counted(checked, 'document')} checked${read}`, findings, style);
}

/** The line that states what was understood of the records of a log; none without records. */
export function understoodLines({ coverage }: CheckedLog, style: Paint): Text[] {
	return coverage.records === 0 ? [] : [style.dim(coverageLine(coverage))];
}

/** The last line about several logs, or about none. */
export function totalSummary({ logs, checked, files, findings }: CheckReport, style: Paint): StyledText {
	const read = checked.length === files ? '' : `, ${files} in the logs`;
	const several = logs.length === 0 ? '' : `${logs.length} logs, `;
	return resultLine(`${several}${counted(checked.length, 'document')} checked${read}`, findings, style);
}

function resultLine(checked: string, findings: readonly ReportedFinding[], style: Paint): StyledText {
	if (findings.length === 0) {
		return styled`${style.green('✓')} ${checked}: no findings`;
	}
	const levels = (['error', 'warning', 'info', 'hint'] as const).flatMap(level => {
		const count = findings.filter(({ finding }) => finding.level === level).length;
		return count > 0 ? [style[LEVEL_STYLE[level]](counted(count, level))] : [];
	});
	const fixable = findings.filter(({ finding }) => isFixable(finding)).length;
	return styled`${style.bold(checked)}: ${StyledText.join(levels, ', ')}${fixable > 0 ? style.dim(` (${fixable} fixable)`) : ''}`;
}

/** States which findings are not shown, and what is no longer needed to leave them out. */
export function baselineLines({ baseline: { matched, stale } }: CheckReport): Text[] {
	const isOne = stale === 1;
	const entries = `${stale} ${isOne ? 'entry' : 'entries'} of the baseline no longer ${isOne ? 'occurs' : 'occur'}.`;
	return [
		...(matched === 0 ? [] : [`${counted(matched, 'known finding')} in the baseline not shown.`]),
		...(stale === 0 ? [] : [`${entries} \`incident-log check --prune-baseline\` removes ${isOne ? 'it' : 'them'}.`]),
	];
}
