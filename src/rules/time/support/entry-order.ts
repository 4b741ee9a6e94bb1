import type { LocatedTime, TimelineEntry } from '../../../core/incident.ts';
import type { Range } from '../../../core/range.ts';
import type { Fix } from '../../../core/text-edit.ts';
import { formatDuration } from '../../../core/time/format.ts';
import { MINUTE } from '../../../core/time/units.ts';
import type { WrittenTime } from '../../../core/time/written-time.ts';
import type { LogDocument } from '../../../parse/model/document.ts';
import type { Report } from '../../rule.ts';
import { outliers } from '../../support/order.ts';
import { quoted } from '../../support/words.ts';

/** In milliseconds: how far a time marked "about" may be from its place. */
const ROOM = 60 * MINUTE;
/** Only the first entries of a longer timeline are checked, because the cost is the square of the length. */
const MAX_ENTRIES = 1000;

/** An entry whose time is exact enough to be compared. */
interface ComparableEntry {
	readonly range: Range;
	readonly at: LocatedTime;
	readonly reading: WrittenTime;
}

/** Returns a report for each entry of the timelines and updates of a record that is out of order. */
export function entriesOutOfOrder(document: LogDocument): readonly Report[] {
	const { incidents, postmortem } = document;
	return [
		...incidents.flatMap(({ updates, timeline }) => [
			...outOfOrder(updates, document, true),
			...outOfOrder(timeline, document),
		]),
		...outOfOrder(postmortem?.timeline ?? [], document),
	];
}

/** Returns the offsets of the entries that `time/timeline-order` reports: their time is probably wrong. */
export function misplacedEntries(document: LogDocument): ReadonlySet<number> {
	return new Set(entriesOutOfOrder(document).map(({ range }) => range.start));
}

/** Checks each timeline of a page alone. */
function* outOfOrder(entries: readonly TimelineEntry[], document: LogDocument, isUpdates = false): Iterable<Report> {
	const groups = new Map<number | undefined, ComparableEntry[]>();
	for (const { at, clock, range, group } of entries) {
		const time = at ?? clock;
		// A day that is not known for all entries makes none of them comparable with the others.
		const key = at === undefined && group !== undefined ? -1 - group : group;
		if (time?.reading.ok && time.reading.precision !== 'date') {
			const comparable = groups.get(key) ?? [];
			comparable.push({ range, at: time, reading: time.reading });
			groups.set(key, comparable);
		}
	}
	for (const group of groups.values()) {
		yield* groupOutOfOrder(group.slice(0, MAX_ENTRIES), document, isUpdates);
	}
}

function* groupOutOfOrder(
	comparable: readonly ComparableEntry[],
	document: LogDocument,
	isUpdates: boolean,
): Iterable<Report> {
	const exact = sortKeys(comparable);
	const isNewestFirst = mostStepsGoBack(exact, isUpdates);
	const keys = withRoom(exact, comparable, isNewestFirst);
	const misplaced = outliers(isNewestFirst ? keys.map(key => -key) : keys);
	if (misplaced.length === 0) {
		return;
	}
	const fix = sort(comparable, isNewestFirst ? keys.map(key => -key) : keys, document);
	for (const index of misplaced) {
		const report = reportOf(index, comparable, keys, new Set(misplaced), isNewestFirst, document);
		if (report) {
			yield { ...report, ...(fix && { fixes: [fix] }) };
		}
	}
}

/** Oldest first, unless more steps go back than forward. Of public updates, a balance is decided by the two ends. */
function mostStepsGoBack(keys: readonly number[], isUpdates: boolean): boolean {
	let balance = 0;
	for (const [index, key] of keys.entries()) {
		balance += Math.sign(key - (keys[index - 1] ?? key));
	}
	return balance < 0 || (balance === 0 && isUpdates && (keys.at(0) ?? 0) > (keys.at(-1) ?? 0));
}

/** Moves the times marked "about" by up to an hour, to between their neighbours. */
function withRoom(
	keys: readonly number[],
	comparable: readonly ComparableEntry[],
	isNewestFirst: boolean,
): readonly number[] {
	const sign = isNewestFirst ? -1 : 1;
	const moved = [...keys];
	for (const [index, key] of keys.entries()) {
		const before = moved[index - 1];
		const after = keys[index + 1];
		const isApproximate = comparable[index]?.reading.isApproximate === true;
		const nearest =
			before !== undefined && (before - key) * sign > 0
				? before
				: after !== undefined && (key - after) * sign > 0
					? after
					: key;
		// An exact time after an approximate one is in order, too, if the latter is within an hour of it.
		if (isApproximate && Math.abs(nearest - key) <= ROOM) {
			moved[index] = nearest;
		}
	}
	return moved;
}

/** Returns each time in milliseconds, all rounded down to the minute if some have no seconds. */
function sortKeys(comparable: readonly ComparableEntry[]): readonly number[] {
	const unit = comparable.every(({ reading }) => reading.precision === 'second') ? 1 : MINUTE;
	return comparable.map(({ reading }) => Math.floor(reading.earliestMs / unit) * unit);
}

/** Reports an entry with the nearest correctly placed entry that it contradicts: the one above, or else the one below. */
function reportOf(
	index: number,
	comparable: readonly ComparableEntry[],
	keys: readonly number[],
	misplaced: ReadonlySet<number>,
	isNewestFirst: boolean,
	document: LogDocument,
): Report | undefined {
	const entry = comparable[index];
	const key = keys[index] ?? 0;
	const inOrder = (other: number) => !misplaced.has(other);
	const indices = keys.map((_, other) => other);
	const above = indices.slice(0, index).findLast(inOrder);
	const below = indices.slice(index + 1).find(inOrder);
	const contradicts = (other: number | undefined, side: 1 | -1) =>
		other !== undefined && ((keys[other] ?? 0) - key) * side * (isNewestFirst ? -1 : 1) > 0;
	const other = contradicts(above, 1) ? above : contradicts(below, -1) ? below : undefined;
	const neighbour = other === undefined ? undefined : comparable[other];
	if (!entry || !neighbour || other === undefined) {
		return undefined;
	}
	const minutes = ((keys[other] ?? 0) - key) / MINUTE;
	const distance = `${formatDuration(Math.max(1, Math.abs(minutes)))} ${minutes > 0 ? 'later' : 'earlier'}`;
	const side = other < index ? 'after' : 'before';
	const expected = `the ${isNewestFirst ? 'newest' : 'oldest'} entry first`;
	return {
		range: entry.at.range,
		message: `Timeline entries out of order: ${quoted(entry.reading.text)} comes ${side} ${quoted(neighbour.reading.text)}, which is ${distance}. Expected ${expected}.`,
		related: [{ uri: document.uri, range: neighbour.at.range, message: `Entry at ${quoted(neighbour.reading.text)}` }],
	};
}

/**
 * Sorts the entries by time. Only in YAML: in Markdown, an entry often takes its day from the line above, so its meaning
 * changes with its position.
 */
function sort(
	comparable: readonly ComparableEntry[],
	keys: readonly number[],
	{ text, data, format }: LogDocument,
): Fix | undefined {
	const texts = comparable.map(({ range }) => text.slice(range.start, range.end));
	const inYaml =
		format === 'yaml' || comparable.every(({ range }) => data !== undefined && range.end <= data.range.end);
	if (!inYaml || texts.some(entry => entry !== entry.trim())) {
		return undefined;
	}
	const sorted = texts
		.map((entry, index) => ({ entry, key: keys[index] ?? 0 }))
		.sort((one, other) => one.key - other.key);
	const edits = comparable.flatMap(({ range }, index) => {
		const newText = sorted[index]?.entry ?? '';
		return newText === texts[index] ? [] : [{ range, newText }];
	});
	return { title: 'Sort entries by time', edits, safe: false };
}
