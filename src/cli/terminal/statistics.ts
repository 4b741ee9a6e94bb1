import { compareText } from '../../core/compare-text.ts';
import { LEVELS } from '../../core/finding.ts';
import { findRule } from '../../rules/find-rule.ts';
import type { FormatContext } from '../formats/format.ts';
import { groupBy } from '../group-by.ts';
import { isFixable, type ReportedFinding } from '../report.ts';
import { LEVEL_STYLE, type Paint } from '../style.ts';
import { styled, type Text } from '../styled-text.ts';
import { codeText } from './finding-lines.ts';

/** A table of the rules of some findings, most findings first: count, level, code, title, and how many are fixable. */
export function statisticsLines(findings: readonly ReportedFinding[], style: Paint, context: FormatContext): Text[] {
	const rows = LEVELS.flatMap(level =>
		[
			...groupBy(
				findings.filter(({ finding }) => finding.level === level),
				({ finding }) => finding.code,
			),
		].map(([code, found]) => ({
			code,
			count: found.length,
			level,
			fixable: found.filter(({ finding }) => isFixable(finding)).length,
		})),
	).sort((a, b) => b.count - a.count || compareText(a.code, b.code));
	const width = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
	const countWidth = width(rows.map(({ count }) => String(count)));
	const levelWidth = width(rows.map(({ level }) => level));
	const codeWidth = width(rows.map(({ code }) => code));
	return rows.map(({ code, count, level, fixable }) => {
		const padding = (text: string, width: number) => ' '.repeat(width - text.length);
		const painted = style[LEVEL_STYLE[level]](level);
		const title = findRule(code)?.title ?? '';
		const fix = fixable > 0 ? style.green(`  ${fixable} fixable`) : '';
		return styled`${style.bold(String(count).padStart(countWidth))}  ${painted}${padding(level, levelWidth)}  ${codeText(code, style, context)}${padding(code, codeWidth)}  ${title}${fix}`;
	});
}
