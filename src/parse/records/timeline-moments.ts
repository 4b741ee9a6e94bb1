import type { DeclaredZone } from '../../core/incident.ts';
import { endOfMatch } from '../../core/match-at.ts';
import type { Range } from '../../core/range.ts';
import { zoneInHeading } from '../english/declared-zone.ts';
import { readTimeLead, type TimeLead } from '../english/time-lead.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Block } from '../model/block.ts';
import type { Source } from '../model/document.ts';
import { isSpace, trimmed } from '../model/ranges.ts';

/** A time of a timeline with its text, before its date and zone are resolved. */
export interface Moment {
	/** Undefined for a table row with an unreadable time. */
	readonly lead: TimeLead | undefined;
	/** A date alone on its line (`24/07/25`, `### 2018-02-22`): the date of the following times. */
	readonly day: Range | undefined;
	readonly text: Range | undefined;
	readonly range: Range;
	/** The zone declared in the column header. */
	readonly declaredZone: DeclaredZone | undefined;
}

/** Characters allowed before a time: emphasis, a bracket, backticks. */
const OPENING = /(?:[*_`[(\s]|~~)*/y;
/** Characters allowed after a time: closing marks, the rest of a link, a colon or a dash. */
const CLOSING = /([*_`)\]]{0,8})(?:\([^()\s]{1,500}\))?([*_`]{0,3})[ \t]*([:;,|–—-]{0,3})[*_]{0,3}/y;
const LOOSE_DAY = /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$/;
const TIME_COLUMN = /\b(?:time|when|date|hour|at)\b|^(?:utc|gmt)$/i;
const TEXT_COLUMN =
	/\b(?:event|description|what|action|impact|details?|notes?|update|comment|happen\w*|activity|entry)\b/i;

/** Reads the moments of a timeline, in page order: table rows, list items, headings, lines. */
export function readMoments(source: Source, page: Markdown, content: Range): Moment[] {
	const reader = new MomentReader(source);
	for (const block of page.blocks) {
		if (content.start <= block.range.start && block.range.end <= content.end) {
			reader.read(block);
		}
	}
	return reader.finish(content.end);
}

interface Columns {
	readonly text: number | undefined;
	readonly declaredZone: DeclaredZone | undefined;
	readonly timed: boolean;
}

const NO_COLUMNS: Columns = { text: undefined, declaredZone: undefined, timed: false };
/** Maximum number of cells with a time at the start of a row: date, start and end. */
const MAX_TIME_CELLS = 3;

class MomentReader {
	readonly #source: Source;
	readonly #text: string;
	readonly #moments: Moment[] = [];
	/** The columns of the current table. */
	#columns = NO_COLUMNS;
	/** The heading of the current section, with the index of its moment. */
	#heading: { readonly index: number; readonly end: number } | undefined;
	/** Start of the text of the current item: its first paragraph is read with the item. */
	#itemText: number | undefined;

	constructor(source: Source) {
		this.#source = source;
		this.#text = source.text;
	}

	read(block: Block): void {
		if (block.type !== 'row') {
			this.#columns = NO_COLUMNS;
		}
		switch (block.type) {
			case 'heading':
				this.#closeHeading(block.range.start);
				this.#readHeading(block);
				break;
			case 'item':
				this.#itemText = block.text[0]?.start;
				if (block.text[0] !== undefined) {
					this.#readLine(block.text[0], block.range, false);
				}
				break;
			case 'paragraph':
				if (block.text[0]?.start !== this.#itemText || this.#itemText === undefined) {
					this.#readLines(block);
				}
				break;
			case 'row':
				this.#readRow(block);
				break;
			default:
				break;
		}
	}

	finish(end: number): Moment[] {
		this.#closeHeading(end);
		return this.#moments;
	}

	#add(lead: TimeLead | undefined, day: Range | undefined, text: Range | undefined, range: Range): void {
		const written = text && trimmed(this.#text, text);
		this.#moments.push({
			lead,
			day,
			text: written && written.end > written.start ? written : undefined,
			range,
			declaredZone: this.#columns.declaredZone,
		});
	}

	#readHeading(block: Block): void {
		const line = block.text[0];
		if (line !== undefined && this.#readLine(line, block.range, true)) {
			this.#heading = { index: this.#moments.length - 1, end: block.range.end };
		}
	}

	/** Extends the moment of a heading to the next heading. The text below is its text if the heading has no other. */
	#closeHeading(end: number): void {
		const moment = this.#heading && this.#moments[this.#heading.index];
		if (this.#heading !== undefined && moment !== undefined) {
			const below = trimmed(this.#text, { start: this.#heading.end, end: Math.max(this.#heading.end, end) });
			this.#moments[this.#heading.index] = {
				...moment,
				text: moment.text ?? (below.end > below.start ? below : undefined),
				range: { start: moment.range.start, end: Math.max(moment.range.end, below.end) },
			};
		}
		this.#heading = undefined;
	}

	/** Reads the lines of a paragraph whose first line begins a moment: any other line can begin one as well. */
	#readLines(block: Block): void {
		const last = block.text.at(-1);
		if (last !== undefined && block.text[0] === last) {
			this.#readLine(last, block.range, false);
			return;
		}
		const begins = block.text.filter((line, i) => {
			const lead = leadOf(this.#text, line);
			return lead !== undefined && (i === 0 || lead.setOff);
		});
		if (last === undefined || begins[0] !== block.text[0]) {
			return;
		}
		for (const [i, line] of begins.entries()) {
			const end = begins[i + 1]?.start ?? last.end;
			const whole = trimmed(this.#text, { start: line.start, end });
			this.#readLine(whole, whole, false);
		}
	}

	/** Reads the moment at the start of a text. `alone`: a date can begin it without a delimiter. */
	#readLine(line: Range, range: Range, alone: boolean): boolean {
		const lead = leadOf(this.#text, line);
		if (lead !== undefined) {
			if (lead.time.clock === undefined && !lead.setOff && !alone) {
				return false;
			}
			const isDay = lead.time.clock === undefined && lead.textStart >= line.end;
			this.#add(lead.time, isDay ? lead.time.range : undefined, { start: lead.textStart, end: line.end }, range);
			return true;
		}
		const bare = withoutMarks(this.#text, line);
		if (bare.end - bare.start <= 10 && LOOSE_DAY.test(this.#text.slice(bare.start, bare.end))) {
			this.#add(undefined, bare, undefined, range);
			return true;
		}
		return false;
	}

	#readRow(block: Block): void {
		const cells = block.text;
		if (block.level === 1) {
			this.#columns = this.#columnsOf(cells);
			return;
		}
		const { lead, textCell } = this.#leadOfRow(cells);
		const isEmpty = cells.every(cell => cell.end <= cell.start);
		if (isEmpty || (lead === undefined && !this.#columns.timed)) {
			return;
		}
		this.#add(lead, undefined, cells[this.#columns.text ?? textCell] ?? cells[textCell], block.range);
	}

	/** The time at the start of a row, and the first cell after it. */
	#leadOfRow(cells: readonly Range[]): { lead: TimeLead | undefined; textCell: number } {
		let lead: TimeLead | undefined;
		for (const [i, cell] of cells.slice(0, MAX_TIME_CELLS).entries()) {
			const found = leadOf(this.#text, cell);
			if (found === undefined || !found.setOff || (lead?.clock !== undefined && found.time.clock !== undefined)) {
				return { lead, textCell: Math.max(i, 1) };
			}
			// A date in its own column is the date of the time in the next cell.
			if (lead !== undefined) {
				this.#add(lead, lead.range, undefined, lead.range);
			}
			lead = found.time;
			if (found.textStart < cell.end) {
				return { lead, textCell: i };
			}
		}
		return { lead, textCell: MAX_TIME_CELLS };
	}

	#columnsOf(cells: readonly Range[]): Columns {
		const names = cells.map(cell => this.#text.slice(cell.start, cell.end));
		const text = names.findIndex(name => TEXT_COLUMN.test(name) && !TIME_COLUMN.test(name));
		const zones = cells.flatMap(cell => zoneInHeading(this.#source, cell) ?? []);
		return {
			text: text < 0 ? undefined : text,
			declaredZone: zones[0],
			timed: names[0] !== undefined && TIME_COLUMN.test(names[0]),
		};
	}
}

interface LineLead {
	readonly time: TimeLead;
	/** Whether it is followed by a colon, a dash, closing emphasis or the end of the line. */
	readonly setOff: boolean;
	readonly textStart: number;
}

function leadOf(text: string, line: Range): LineLead | undefined {
	const at = Math.min(line.end, endOfMatch(OPENING, text, line.start));
	const time = readTimeLead(text, at, line.end);
	if (time === undefined || time.range.start !== at) {
		return undefined;
	}
	CLOSING.lastIndex = time.range.end;
	const [whole = '', closing = '', inner = '', mark = ''] = CLOSING.exec(text) ?? [];
	const end = Math.min(line.end, time.range.end + whole.length);
	const continues = end < line.end && !isSpace(text[end]) && !isSpace(text[end - 1]) && closing + inner + mark === '';
	let textStart = end;
	while (textStart < line.end && isSpace(text[textStart])) {
		textStart++;
	}
	return continues ? undefined : { time, setOff: closing + inner + mark !== '' || textStart >= line.end, textStart };
}

/** Trims white space and the characters of emphasis and code. */
function withoutMarks(text: string, range: Range): Range {
	let { start, end } = range;
	while (start < end && /[*_`\s]/.test(text[start] ?? '')) {
		start++;
	}
	while (end > start && /[*_`:\s]/.test(text[end - 1] ?? '')) {
		end--;
	}
	return { start, end };
}
