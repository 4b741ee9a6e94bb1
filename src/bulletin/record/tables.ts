import type { ActionItem, TimelineEntry } from '../../core/incident.ts';
import type { Located } from '../../core/range.ts';
import { dateAt, formatClock, formatDay } from '../../core/time/format.ts';
import { isUtc } from '../../core/time/zone-offset.ts';
import { abbreviationAt } from '../../core/time/zones.ts';
import type { ItemState } from '../../vocabulary/language.ts';
import { type Html, type HtmlValue, html, trusted } from '../html.ts';
import { renderTitle } from '../markdown.ts';
import { scrollable } from '../scrollable.ts';
import { instantOf, momentText, type PhaseMoment, sinceStart } from './moments.ts';

/** The zone of a page, and the start of its incident: the origin of its relative times. */
export interface TableTimes {
	readonly timeZone: string;
	/** In milliseconds since 1970; undefined for an incident without a readable start. */
	readonly start: number | undefined;
	/** Whether the start is a date: relative times would count from midnight. */
	readonly isDateOnly: boolean;
}

/** A row of the timeline: a moment of the incident, or an entry as written. */
export type EventRow =
	| { readonly type: 'moment'; readonly moment: PhaseMoment }
	| { readonly type: 'entry'; readonly entry: TimelineEntry };

/** Renders a timeline: local time, UTC, time since the start, event. `text` renders the text of an entry. */
export function timelineTable(
	rows: readonly EventRow[],
	times: TableTimes,
	text: (written: Located<string>) => string,
): Html {
	const timed = rows.map(row => ({ row, at: instantIn(row, times.timeZone) }));
	const first = timed.find(({ at }) => at !== undefined)?.at;
	return table(
		'Timeline',
		[...timeHeads(times, first?.instant), 'Event'],
		timed.map(({ row, at }) => {
			if (row.type === 'moment') {
				return [...timeCells(row.moment, times), html`<strong>${row.moment.name}</strong>`];
			}
			const { at: written, text: event } = row.entry;
			const cells = at === undefined ? writtenCells(written?.reading.text ?? '', times) : timeCells(at, times);
			return [...cells, event && trusted(text(event))];
		}),
	);
}

/**
 * Returns the moments and the entries of a timeline in one order. Entries keep theirs; each moment is before the first later
 * entry of an ascending timeline, after the last later one of a descending timeline.
 */
export function timelineRows(
	moments: readonly PhaseMoment[],
	entries: readonly TimelineEntry[],
	timeZone: string,
): readonly EventRow[] {
	const rows: EventRow[] = entries.map(entry => ({ type: 'entry', entry }));
	const instants = entries.flatMap(({ at }) => (at && instantOf(at, timeZone)?.instant) ?? []);
	const isDescending = (instants[0] ?? 0) > (instants.at(-1) ?? 0);
	for (const moment of isDescending ? moments.toReversed() : moments) {
		const isAfter = (row: EventRow) => {
			const at = instantIn(row, timeZone)?.instant;
			return at !== undefined && (isDescending ? at < moment.instant : at > moment.instant);
		};
		const index = rows.findIndex(isAfter);
		rows.splice(index < 0 ? rows.length : index, 0, { type: 'moment', moment });
	}
	return rows;
}

function instantIn(row: EventRow, timeZone: string): Omit<PhaseMoment, 'name'> | undefined {
	return row.type === 'moment' ? row.moment : row.entry.at && instantOf(row.entry.at, timeZone);
}

/** Renders action items as a table. `stateOf` classifies the status of an item; undefined for an unknown one. */
export function actionTable(
	items: readonly ActionItem[],
	timeZone: string,
	stateOf: (item: ActionItem) => ItemState | undefined,
): Html {
	return table(
		'Action items',
		['Action', 'Owner', 'Due', 'Status'],
		items.map(item => {
			const due = item.due && instantOf(item.due, timeZone);
			const day = due === undefined ? (item.dueText?.value ?? item.due?.reading.text) : dayText(due.instant, timeZone);
			const { title, owner, status } = item;
			return [
				title && trusted(renderTitle(title.value)),
				owner && html`<bdi>${owner.value}</bdi>`,
				day,
				html`<bdi>${status?.value ?? stateOf(item)}</bdi>`,
			];
		}),
	);
}

function dayText(instant: number, timeZone: string): Html {
	const date = dateAt(instant, timeZone);
	return html`<time datetime="${date.toString()}">${formatDay(date)}</time>`;
}

/** The heads of the columns with times: the zone of the page, UTC if it is another one, the time since the start. */
function timeHeads({ timeZone, start, isDateOnly }: TableTimes, instant = start ?? 0): readonly string[] {
	const zones = isUtc(timeZone) ? ['UTC'] : [abbreviationAt(timeZone, instant), 'UTC'];
	return start === undefined || isDateOnly ? zones : [...zones, 'Since start'];
}

function timeCells(moment: Omit<PhaseMoment, 'name'>, times: TableTimes): readonly HtmlValue[] {
	const { timeZone, start, isDateOnly } = times;
	const day = dateAt(start ?? moment.instant, timeZone).toString();
	const iso = moment.isDateOnly ? dateAt(moment.instant, timeZone).toString() : new Date(moment.instant).toISOString();
	const local = html`<time datetime="${iso}">${momentText({ name: '', ...moment }, timeZone, day)}</time>`;
	const utc = moment.isDateOnly ? '' : formatClock(moment.instant, 'UTC');
	const since = start === undefined || moment.isDateOnly ? '' : sinceStart(moment.instant, start);
	return [local, ...(isUtc(timeZone) ? [] : [utc]), ...(start === undefined || isDateOnly ? [] : [since])];
}

/** A time that cannot be read, as written. */
function writtenCells(written: string, times: TableTimes): readonly HtmlValue[] {
	return timeHeads(times).map((_, i) => (i === 0 ? written : ''));
}

function table(name: string, heads: readonly string[], rows: readonly (readonly HtmlValue[])[]): Html {
	return scrollable(
		name,
		html`<table class="il-events"><thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(cells => html`<tr>${cells.map(cell => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table>`,
	);
}
