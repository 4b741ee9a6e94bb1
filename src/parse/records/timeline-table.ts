import type { DeclaredZone } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import { EVENT_HEADS, TIME_HEADS } from '../../core/time/time-words.ts';
import { ABBREVIATIONS } from '../../core/time/zones.ts';
import { readLabel } from '../../vocabulary/label.ts';
import { zoneInHeading } from '../english/declared-zone.ts';
import type { Source } from '../model/document.ts';
import { type LineLead, readLineLead } from './timeline-line.ts';

/** A row of a table with the parts of its time. */
export interface TimelineRow {
	/** The time of day, with or without a date. */
	readonly lead: LineLead | undefined;
	/** The date, if it has a cell of its own. */
	readonly day: LineLead | undefined;
	/** The time of day in another column with a zone of its own. */
	readonly also: { readonly lead: LineLead; readonly declaredZone: DeclaredZone | undefined } | undefined;
	/** The cells that should have the time, if they are not empty and cannot be read. */
	readonly unread: Range | undefined;
	readonly text: Range | undefined;
	readonly range: Range;
	readonly declaredZone: DeclaredZone | undefined;
}

interface Cell {
	readonly range: Range;
	readonly lead: LineLead | undefined;
	/** True if nothing but the time is in the cell. */
	readonly isTimeOnly: boolean;
}

interface Column {
	readonly index: number;
	readonly isNamed: boolean;
	readonly clocks: number;
	readonly days: number;
	readonly filled: number;
	readonly zone: DeclaredZone | undefined;
}

interface Row {
	readonly range: Range;
	readonly cells: readonly Range[];
}

/** Longer cells have text, and no time alone. In UTF-16 code units. */
const MAX_TIME_CELL = 80;

/**
 * Reads the rows of a table in a timeline: finds the columns of dates and times by their heads and their content, at any
 * position. No rows if there is no such column.
 */
export function readTimelineTable(
	source: Source,
	masked: string,
	head: readonly Range[],
	body: readonly Row[],
): readonly TimelineRow[] {
	const rows = body.map(({ cells }) => cells.map(cell => readCell(source.text, masked, cell)));
	const columns = head.map((cell, index) => columnOf(source, cell, index, rows));
	const timed = columns.filter(column => isTimeColumn(column));
	const clock = timed.find(({ clocks }) => clocks > 0) ?? timed.find(({ days }) => days > 0);
	if (clock === undefined) {
		const named = columns.find(({ isNamed, filled }) => isNamed && filled > 0);
		return named === undefined ? [] : unreadRows(body, named, textColumn(source.text, head, [named]));
	}
	const day = timed.find(column => column !== clock && column.clocks === 0 && column.days > 0);
	const other = timed.find(column => column !== clock && column.clocks > 0 && column.zone !== undefined);
	const text = textColumn(source.text, head, timed);
	const zone = clock.zone ?? columns.find(column => column.zone !== undefined && column !== other)?.zone;
	return body.flatMap(({ range, cells }, index) => {
		const row = rows[index] ?? [];
		const at = row[clock.index];
		const also = clock.zone && other ? row[other.index]?.lead : undefined;
		const dayLead = day && row[day.index]?.lead;
		const isEmpty = cells.every(cell => cell.end <= cell.start);
		const cell = at !== undefined && at.range.end > at.range.start ? at.range : undefined;
		if (isEmpty) {
			return [];
		}
		// In a row that divides the table, the day is in the first cell, independent of its column.
		const divider = at?.lead === undefined && dayLead === undefined ? dividerOf(row) : undefined;
		return {
			lead: at?.lead,
			day: dayLead ?? divider,
			also: also?.time?.clock === undefined ? undefined : { lead: also, declaredZone: other?.zone },
			unread: at?.lead === undefined && divider === undefined ? cell : undefined,
			text: divider === undefined ? cells[text] : undefined,
			range,
			declaredZone: zone,
		};
	});
}

function readCell(text: string, masked: string, range: Range): Cell {
	const isShort = range.end - range.start <= MAX_TIME_CELL;
	const lead = range.end > range.start ? readLineLead(text, masked, range) : undefined;
	const isTime = lead !== undefined && (lead.isDelimited || isShort);
	const isTimeOnly =
		lead !== undefined && (lead.textStart >= range.end || (isShort && /^[(（~,]/.test(masked[lead.textStart] ?? '')));
	return { range, lead: isTime ? lead : undefined, isTimeOnly };
}

function columnOf(source: Source, cell: Range, index: number, rows: readonly (readonly Cell[])[]): Column {
	const name = readLabel(source.text.slice(cell.start, cell.end).replace(/[*_`]/g, '')).name;
	const words = name.split(' ');
	const cells = rows.flatMap(row => row[index] ?? []).filter(({ range }) => range.end > range.start);
	const known = TIME_HEADS.has(name) || ABBREVIATIONS.has(name.toUpperCase());
	const isEvent = EVENT_HEADS.has(name) || words.some(word => EVENT_HEADS.has(word) && !TIME_HEADS.has(word));
	const isNamed = known || (!isEvent && hasTimeWord(name, words));
	const counted = isNamed ? cells : cells.filter(({ isTimeOnly }) => isTimeOnly);
	return {
		index,
		isNamed,
		clocks: counted.filter(({ lead }) => lead?.time?.clock !== undefined || lead?.relative !== undefined).length,
		days: counted.filter(
			({ lead }) => lead !== undefined && lead.time?.clock === undefined && lead.relative === undefined,
		).length,
		filled: cells.length,
		zone: zoneInHeading(source, cell),
	};
}

/** "Date/Time (UTC)", "Start time", "発生時刻". */
function hasTimeWord(name: string, words: readonly string[]): boolean {
	if (/\bto\b|\btaken\b|\bduration\b|\belapsed\b/.test(name)) {
		return false;
	}
	return (
		words.some(word => TIME_HEADS.has(word)) || [...TIME_HEADS].some(word => word > '\u2fff' && name.includes(word))
	);
}

/** A column is one of times by its head, or if most of its cells are times and nothing else. */
function isTimeColumn({ isNamed, clocks, days, filled }: Column): boolean {
	return isNamed ? clocks + days > 0 : filled > 0 && (clocks + days) * 2 > filled;
}

function textColumn(text: string, head: readonly Range[], timed: readonly Column[]): number {
	const isTimed = (index: number) => timed.some(column => column.index === index);
	const names = head.map(({ start, end }) => readLabel(text.slice(start, end).replace(/[*_`]/g, '')).name);
	const named = names.findIndex(
		(name, index) => !isTimed(index) && (EVENT_HEADS.has(name) || name.split(' ').some(word => EVENT_HEADS.has(word))),
	);
	const after = Math.max(-1, ...timed.map(({ index }) => index)) + 1;
	return named >= 0
		? named
		: after < head.length
			? after
			: Math.max(
					0,
					head.findIndex((_, index) => !isTimed(index)),
				);
}

/** A row whose only text is a day: `1/28 | `. */
function dividerOf(row: readonly Cell[]): LineLead | undefined {
	const filled = row.filter(({ range }) => range.end > range.start);
	const [only] = filled;
	return filled.length === 1 && only?.isTimeOnly && only.lead?.time?.clock === undefined ? only.lead : undefined;
}

function unreadRows(body: readonly Row[], column: Column, text: number): readonly TimelineRow[] {
	return body.flatMap(({ range, cells }) => {
		const cell = cells[column.index];
		if (cell === undefined || cells.every(({ start, end }) => end <= start)) {
			return [];
		}
		const unread = cell.end > cell.start ? cell : undefined;
		const none = { lead: undefined, day: undefined, also: undefined, declaredZone: undefined };
		return { ...none, unread, text: cells[text], range };
	});
}
