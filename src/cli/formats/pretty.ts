import type { Level } from '../../core/finding.ts';
import { isFixable, type Report, type ReportedFinding } from '../report.ts';
import { type Paint, paint } from '../style.ts';
import type { Format, FormatContext } from './format.ts';

/** For people at a terminal: the place, what was found, and the line with the range underlined. */
export const pretty: Format = (report, context) => {
	const style = paint(context.colour);
	const blocks = report.findings.map(found => block(found, style, context));
	return `${[...blocks, ''].join('\n')}${summaryLine(report, style)}\n`;
};

const LEVEL_STYLE: Readonly<Record<Level, 'red' | 'yellow' | 'blue' | 'dim'>> = {
	error: 'red',
	warning: 'yellow',
	info: 'blue',
	hint: 'dim',
};

function block(found: ReportedFinding, style: Paint, context: FormatContext): string {
	const { finding, lines } = found;
	const { line, character } = lines.positionAt(finding.range.start);
	const place = `${context.toPath(found.uri)}:${line + 1}:${character + 1}`;
	const level = style[LEVEL_STYLE[finding.level]](finding.level);
	const fixable = isFixable(finding) ? style.dim('  fixable') : '';
	const head = `${style.bold(place)}  ${level}  ${style.dim(finding.code)}${fixable}`;
	const related = found.related.map(({ uri, range: { start }, message }) =>
		style.dim(`  ${context.toPath(uri)}:${start.line + 1}:${start.character + 1}: ${message}`),
	);
	return [head, `  ${finding.message}`, ...excerpt(found, style, context.columns), ...related, ''].join('\n');
}

/** The line on which a finding begins, cut to the width around the range, and carets under the range. */
function excerpt({ finding, text, lines }: ReportedFinding, style: Paint, columns: number): string[] {
	const { line, character } = lines.positionAt(finding.range.start);
	const start = lines.startOfLine(line);
	const source = text
		.slice(start, lines.startOfLine(line + 1))
		.replace(/\r?\n$|\r$/, '')
		.replaceAll('\t', ' ');
	if (source.trim() === '') {
		return [];
	}
	const gutter = `${String(line + 1).padStart(5)} │ `;
	const width = Math.max(20, columns - gutter.length);
	const length = Math.max(1, Math.min(finding.range.end - finding.range.start, source.length - character));
	const from =
		source.length <= width ? 0 : Math.max(0, Math.min(character - Math.floor(width / 3), source.length - width + 2));
	const before = from > 0 ? '…' : '';
	const room = width - before.length;
	const shown = source.slice(from, from + room);
	const after = from + room < source.length ? '…' : '';
	const visible = before + (after === '' ? shown : shown.slice(0, -1)) + after;
	const indent = before.length + character - from;
	const carets = '^'.repeat(Math.max(1, Math.min(length, visible.length - indent)));
	return [
		`${style.dim(gutter)}${visible}`,
		`${style.dim(`${' '.repeat(5)} │ `)}${' '.repeat(indent)}${style[LEVEL_STYLE[finding.level]](carets)}`,
	];
}

function summaryLine({ files, findings, summary }: Report, style: Paint): string {
	const documents = count(files, 'document');
	if (findings.length === 0) {
		return `${style.green('✓')} ${documents}, nothing found`;
	}
	const levels = (['error', 'warning', 'info', 'hint'] as const)
		.filter(level => summary[level] > 0)
		.map(level => style[LEVEL_STYLE[level]](count(summary[level], level)));
	const fixable = findings.filter(({ finding }) => isFixable(finding)).length;
	return `${style.bold(documents)}: ${levels.join(', ')}${fixable > 0 ? style.dim(` (${fixable} fixable)`) : ''}`;
}

function count(n: number, noun: string): string {
	return `${n} ${noun}${n === 1 || noun === 'info' ? '' : 's'}`;
}
