import type { DeclaredZone } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import type { Markdown } from '../markdown/read-markdown.ts';
import type { Block } from '../model/block.ts';
import type { Source } from '../model/document.ts';
import { isSpace, trimmed } from '../model/ranges.ts';
import { type LineLead, maskMarkup, readInnerLead, readLineLead } from './timeline-line.ts';
import { readTimelineTable } from './timeline-table.ts';

/** A time of a timeline with its text, before its date and zone are resolved. */
export interface Moment {
	/** Undefined for a row or an item with an unreadable time. */
	readonly lead: LineLead | undefined;
	/** The date in a cell of its own, in the row of the time. */
	readonly day: LineLead | undefined;
	/** True for a date alone on its line (`24/07/25`, `### 2018-02-22`): the date of the following times. */
	readonly isDay: boolean;
	/** The same time in another column, in its zone. */
	readonly also: { readonly range: Range; readonly declaredZone: DeclaredZone | undefined } | undefined;
	/** A time that is there and cannot be read. */
	readonly unread: Range | undefined;
	readonly text: Range | undefined;
	readonly range: Range;
	/** The zone declared in the column header. */
	readonly declaredZone: DeclaredZone | undefined;
	/** The number of headings without a time before it: each begins a timeline of its own. */
	readonly group: number;
}

/** A timeline as written. */
export interface Moments {
	readonly moments: readonly Moment[];
	/** The text with markup masked: the text that leads are read from. */
	readonly masked: string;
}

/** Reads the moments of a timeline, in page order: table rows, list items, headings, lines. */
export function readMoments(source: Source, page: Markdown, content: Range): Moments {
	const reader = new MomentReader(source, maskMarkup(source.text, content));
	for (const block of page.blocks) {
		if (content.start <= block.range.start && block.range.end <= content.end) {
			reader.read(block);
		}
	}
	return reader.finish(content.end);
}

/** An item of a timeline whose time is not one: `[???] …`, `[The morning] …`. */
const UNREAD_ITEM = /^\[([^\][\n]{1,40})\](?![(\][])[ \t]/;

/** A code block with fewer lines, or with other lines, is output of a program. */
const MIN_CODE_LINES = 3;

class MomentReader {
	readonly #source: Source;
	readonly #text: string;
	readonly #masked: string;
	readonly #moments: Moment[] = [];
	/** The rows of the current table, with its header. */
	#table: { readonly head: Block; readonly body: Block[] } | undefined;
	/** The heading of the current section, with the index of its moment. */
	#heading:
		| { readonly index: number; readonly end: number; readonly hasTime: boolean; readonly level: number }
		| undefined;
	/** Start of the text of the current item: its first paragraph is read with the item. */
	#itemText: number | undefined;
	/** The end of the last item with a time: what is in it are notes to it. */
	#itemEnd = 0;
	#group = 0;
	/** Code blocks, which are read if the timeline has no other entry. */
	readonly #code: Range[] = [];

	constructor(source: Source, masked: string) {
		this.#source = source;
		this.#text = source.text;
		this.#masked = masked;
	}

	read(block: Block): void {
		if (block.type !== 'row') {
			this.#closeTable();
		}
		if (block.type === 'heading') {
			this.#closeHeading(block.range.start);
			this.#readHeading(block);
		} else if (block.range.start < this.#itemEnd || this.#heading?.hasTime) {
			// A note to an entry.
		} else if (block.type === 'item') {
			this.#itemText = block.text[0]?.start;
			if (block.text[0] !== undefined && this.#readItem(block.text[0], block.range)) {
				this.#itemEnd = this.#isTimed(this.#moments.at(-1)) ? block.range.end : this.#itemEnd;
			}
		} else if (block.type === 'paragraph') {
			if (block.text[0]?.start !== this.#itemText || this.#itemText === undefined) {
				this.#readLines(block.text, block.range);
			}
		} else if (block.type === 'row') {
			this.#addRow(block);
		} else if (block.type === 'code') {
			this.#code.push(block.range);
		}
	}

	finish(end: number): Moments {
		this.#closeTable();
		this.#closeHeading(end);
		if (!this.#moments.some(moment => this.#isTimed(moment))) {
			for (const range of this.#code) {
				const lines = linesOf(this.#text, range);
				const timed = lines.filter(line => readLineLead(this.#text, this.#masked, line)?.time?.clock !== undefined);
				if (timed.length >= MIN_CODE_LINES && timed.length * 5 >= lines.length * 4) {
					this.#readLines(lines, range);
				}
			}
		}
		return { moments: this.#moments, masked: this.#masked };
	}

	#isTimed(moment: Moment | undefined): boolean {
		return moment?.lead?.time?.clock !== undefined || moment?.lead?.relative !== undefined;
	}

	#add(lead: LineLead | undefined, text: Range | undefined, range: Range, more: Partial<Moment> = {}): void {
		const written = text && trimmed(this.#text, text);
		this.#moments.push({
			lead,
			day: undefined,
			isDay: false,
			also: undefined,
			unread: undefined,
			text: written && written.end > written.start ? written : undefined,
			range,
			declaredZone: undefined,
			group: this.#group,
			...more,
		});
	}

	#readHeading(block: Block): void {
		const line = block.text[0];
		if (line === undefined) {
			return;
		}
		if (this.#readLine(line, block.range, true)) {
			const hasTime = this.#isTimed(this.#moments.at(-1));
			this.#heading = { index: this.#moments.length - 1, end: block.range.end, hasTime, level: block.level };
		} else {
			this.#group++;
		}
	}

	/** The moment of a heading extends to the next heading. Without other text in the heading, the section is its text. */
	#closeHeading(end: number): void {
		const moment = this.#heading && this.#moments[this.#heading.index];
		if (this.#heading !== undefined && moment !== undefined && (this.#heading.hasTime || this.#isLast())) {
			const below = trimmed(this.#text, { start: this.#heading.end, end: Math.max(this.#heading.end, end) });
			this.#moments[this.#heading.index] = {
				...moment,
				text: moment.text ?? (below.end > below.start ? below : undefined),
				range: { start: moment.range.start, end: Math.max(moment.range.end, below.end) },
			};
		}
		this.#heading = undefined;
	}

	#isLast(): boolean {
		return this.#heading?.index === this.#moments.length - 1;
	}

	/**
	 * Lines of one paragraph: if the first line begins a moment, each other line can begin one as well, after a mark; without
	 * a mark, if most lines begin with a time of day.
	 */
	#readLines(lines: readonly Range[], range: Range): void {
		const last = lines.at(-1);
		if (last !== undefined && lines[0] === last) {
			this.#readLine(last, range, false);
			return;
		}
		const leads = lines.map(
			line => readLineLead(this.#text, this.#masked, line) ?? readInnerLead(this.#text, this.#masked, line),
		);
		const timed = leads.filter(lead => lead?.time?.clock !== undefined);
		const mostly = timed.length > 1 && timed.length * 2 >= lines.length;
		const begins = lines.filter((_, i) => {
			const lead = leads[i];
			return lead !== undefined && (i === 0 || lead.isDelimited || (mostly && lead.time?.clock !== undefined));
		});
		const [first] = begins;
		const marked = timed.length > 1 && timed.every(lead => lead?.isDelimited);
		if (last === undefined || first === undefined || (first !== lines[0] && !marked && !mostly)) {
			return;
		}
		for (const [i, line] of begins.entries()) {
			const end = begins[i + 1]?.start ?? last.end;
			const whole = trimmed(this.#text, { start: line.start, end });
			this.#readLine(whole, whole, false);
		}
	}

	#readItem(line: Range, range: Range): boolean {
		if (this.#readLine(line, range, false)) {
			return true;
		}
		const unread = UNREAD_ITEM.exec(this.#text.slice(line.start, Math.min(line.end, line.start + 60)));
		if (unread === null || this.#moments.length === 0 || /^[ xX]$/.test(unread[1] ?? '')) {
			return false;
		}
		const at = { start: line.start, end: line.start + unread[0].trimEnd().length };
		this.#add(undefined, { start: at.end, end: line.end }, range, { unread: at });
		return true;
	}

	/** Reads the moment at the start of a line. `alone`: a date without a mark after it counts as well. */
	#readLine(line: Range, range: Range, alone: boolean): boolean {
		const plain = readLineLead(this.#text, this.#masked, line);
		const lead = plain && isSure(plain, alone) ? plain : readInnerLead(this.#text, this.#masked, line);
		if (lead === undefined) {
			return false;
		}
		const dateOnly = lead.time?.clock === undefined && lead.relative === undefined;
		const isDay = dateOnly && lead.textStart >= line.end;
		this.#add(lead, { start: lead.textStart, end: line.end }, range, { isDay });
		return true;
	}

	#addRow(block: Block): void {
		if (block.level === 1) {
			this.#closeTable();
			this.#table = { head: block, body: [] };
		} else {
			this.#table?.body.push(block);
		}
	}

	#closeTable(): void {
		const table = this.#table;
		this.#table = undefined;
		if (table === undefined) {
			return;
		}
		const first = table.head.text[0];
		const headless = first !== undefined && readLineLead(this.#text, this.#masked, first)?.time?.clock !== undefined;
		const body = (headless ? [table.head, ...table.body] : table.body).map(({ range, text }) => ({
			range,
			cells: text,
		}));
		for (const row of readTimelineTable(this.#source, this.#masked, table.head.text, body)) {
			const { lead, day, also, unread, text, range, declaredZone } = row;
			const isDay = lead?.time?.clock === undefined && lead?.relative === undefined && text === undefined;
			const inCell =
				lead !== undefined && text !== undefined && text.start <= lead.range.start && lead.range.end <= text.end;
			this.#add(
				lead ?? (unread === undefined ? day : undefined),
				inCell ? { start: lead.textStart, end: text.end } : text,
				range,
				{
					day: lead === undefined ? undefined : day,
					isDay: isDay && (lead ?? day) !== undefined,
					also: also?.lead.time?.clock && { range: also.lead.time.time, declaredZone: also.declaredZone },
					unread,
					declaredZone,
				},
			);
		}
	}
}

/** A date without a mark after it, "Noon" and `9.07` begin many sentences. */
function isSure({ time, relative, looseDay, isDelimited }: LineLead, alone: boolean): boolean {
	if (relative !== undefined || looseDay !== undefined || isDelimited || time?.lastDate !== undefined) {
		return true;
	}
	return time?.clock === undefined ? alone : !time.clock.isWeak || alone || time.date !== undefined;
}

/** The lines of a code block without its fences. */
function linesOf(text: string, { start, end }: Range): Range[] {
	const lines: Range[] = [];
	for (let at = start; at < end; ) {
		const newline = text.indexOf('\n', at);
		const lineEnd = newline < 0 || newline > end ? end : newline;
		const line = trimmed(text, { start: at, end: lineEnd });
		if (
			line.end > line.start &&
			!isSpace(text[line.start]) &&
			!/^(?:```|~~~)/.test(text.slice(line.start, line.start + 3))
		) {
			lines.push(line);
		}
		at = lineEnd + 1;
	}
	return lines;
}
