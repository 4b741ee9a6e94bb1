import { counted } from '../core/counted.ts';
import { formatDuration } from '../core/time/format.ts';
import { visibleLine } from '../core/visible-text.ts';
import type { Durations, Statistics } from '../publish/statistics.ts';
import { totalText } from '../publish/statistics-texts.ts';
import { type Paint, paint } from './style.ts';
import { StyledText, styled, type Text } from './styled-text.ts';

interface Context {
	readonly colour: boolean;
	readonly toPath: (uri: string) => string;
}

/** Output formats of `stats`. */
export const statisticsFormats = { pretty, json } as const;

/** The number of components and of overdue items that are listed. */
const MAX_ROWS = 10;

function json(statistics: Statistics, { toPath }: Context): Text {
	const { actionItems, ...rest } = statistics;
	const overdue = actionItems.overdue.map(({ uri, ...item }) => ({ ...item, file: toPath(uri) }));
	return `${JSON.stringify({ version: 1, ...rest, actionItems: { ...actionItems, overdue } }, undefined, '\t')}\n`;
}

function pretty(statistics: Statistics, { colour, toPath }: Context): Text {
	const style = paint(colour);
	const { first, last, levels, weeks, intervals, components, actionItems } = statistics;
	const span = first === undefined ? '' : `, from ${first} to ${last}`;
	const lines: Text[] = [style.bold(`${totalText(statistics)}${span}`), ''];
	const lengths = [...levels]
		.reverse()
		.map(level => [level.level ?? 'level not known', String(level.count), ...cells(level)]);
	lines.push(...table(['level', 'incidents', 'known lengths', 'median', 'middle half'], lengths, style));
	lines.push(...weekLines(weeks, style));
	const named = intervals.map(interval => [`${interval.from} → ${interval.to}`, ...cells(interval)]);
	lines.push(...table(['interval', 'incidents', 'median', 'middle half'], named, style));
	const affected = components
		.slice(0, MAX_ROWS)
		.map(({ title, count, last: latest }) => [visibleLine(title), String(count), latest]);
	lines.push(...table(['component', 'incidents', 'last one'], affected, style));
	if (actionItems.total > 0) {
		const { total, done, open, overdue } = actionItems;
		lines.push(`${counted(total, 'action item')}: ${done} done, ${open} open, of which ${overdue.length} overdue`);
		const listed = overdue
			.slice(0, MAX_ROWS)
			.map(({ due, owner, title, uri }) => [due, visibleLine(owner ?? ''), visibleLine(title), toPath(uri)]);
		lines.push(...table(['due', 'owner', 'overdue', 'record'], listed, style));
	}
	while (lines.at(-1) === '') {
		lines.pop();
	}
	return StyledText.join([...lines, ''], '\n');
}

/** Heights of a bar in eighths of a line. */
const BARS = [...' ▁▂▃▄▅▆▇█'];

/** A line of bars, one for each week. */
function weekLines(weeks: Statistics['weeks'], style: Paint): readonly Text[] {
	const totals = weeks.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
	const highest = Math.max(...totals, 0);
	if (highest === 0) {
		return [];
	}
	const bars = totals.map(total => BARS[Math.ceil((total / highest) * (BARS.length - 1))] ?? '').join('');
	const span = `incidents a week, weeks ending ${weeks[0]?.endsOn} to ${weeks.at(-1)?.endsOn}, at most ${highest}`;
	return [style.dim(span), bars, ''];
}

/** The number of values, their median and quartiles; the values themselves if they are too few. */
function cells({ values, spread }: Durations): readonly string[] {
	if (spread === undefined) {
		return [
			String(values.length),
			'–',
			values.length === 0 ? '–' : `too few: ${values.map(formatDuration).join(', ')}`,
		];
	}
	const { lowerQuartile, median, upperQuartile } = spread;
	const half = `${formatDuration(lowerQuartile)} – ${formatDuration(upperQuartile)}`;
	return [String(values.length), formatDuration(median), half];
}

/** Formats rows with aligned columns, and an empty line after them. No lines without rows. */
function table(heads: readonly string[], rows: readonly (readonly string[])[], style: Paint): readonly Text[] {
	if (rows.length === 0) {
		return [];
	}
	const widths = heads.map((head, i) => Math.max(head.length, ...rows.map(row => (row[i] ?? '').length)));
	const lineOf = (row: readonly string[]) =>
		row
			.map((cell, i) => cell.padEnd(widths[i] ?? 0))
			.join('  ')
			.trimEnd();
	return [style.dim(lineOf(heads)), ...rows.map(row => styled`${lineOf(row)}`), ''];
}
