import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import type { Fix } from '../../core/text-edit.ts';
import { formatDay } from '../../core/time/format.ts';
import { startOfDay } from '../../core/time/zones.ts';
import { isInWeek, weekEndingOn } from '../../core/week.ts';
import type { BulletinEntry, LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { outliers } from '../support/order.ts';
import { quoted } from '../support/words.ts';
import { dayRangeOf, entryDefinitions, findRecord, nameRangeOf } from './support/entries.ts';

/** In entries, and in lists, per bulletin. Entries and lists beyond these limits are not checked. */
const MAX_ENTRIES = 500;
const MAX_LISTS = 500;

interface DatedEntry {
	readonly entry: BulletinEntry;
	/** Of the record if there is one, of the entry if not. */
	readonly definition: Definition;
	/** ISO date of the start. */
	readonly date: string;
}

export const entryOrder: Rule = {
	code: 'bulletin/entry-order',
	title: 'Bulletin entries out of order',
	rationale: dedent`
		Readers expect the entries of a week in chronological order. An entry out of order more often has a wrong day than a
		wrong position. Each list may have the oldest or the newest entry first. Entries of the same day are ordered by
		their times; an entry without a time may be anywhere among those of its day.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Newest first, with an entry without a time',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 28: Mail was late** (07:30 UTC): A relay was overloaded.
				* **August 28: Names did not resolve**: One server was down.
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
			`,
		},
	],
	invalid: [
		{
			caption: 'An entry that was added at the end of the list',
			text: dedent`
				//- /incidents/2024-08-27-names.yaml
				title: Names did not resolve
				impact: minor
				started_at: 2024-08-27T05:30:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
				* **August 28: Mail was late** (07:30 UTC): A relay was overloaded.
				* **August 29: Mail was lost** (09:30 UTC): The relay ran out of disk.
				* [[«2024-08-27-names»]]
			`,
			message:
				'Entry `2024-08-27-names` is out of order: it follows the later entry `Mail was lost`. Expected the oldest entry first.',
			fixed: dedent`
				//- /incidents/2024-08-27-names.yaml
				title: Names did not resolve
				impact: minor
				started_at: 2024-08-27T05:30:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
				* [[2024-08-27-names]]
				* **August 28: Mail was late** (07:30 UTC): A relay was overloaded.
				* **August 29: Mail was lost** (09:30 UTC): The relay ran out of disk.
			`,
		},
		{
			caption: 'Entries of one day',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (15:30 UTC): Its store was full.
				* **«August 26»: Mail was late** (07:30 UTC): A relay was overloaded.
				* **August 28: Names did not resolve** (05:30 UTC): One server was down.
			`,
			message:
				'Entry `Mail was late` is out of order: it follows the later entry `Queue stood still`. Expected the oldest entry first.',
		},
	],
	*check({ document, log }) {
		const entries = datedEntries(document, log);
		for (const list of document.bulletin?.entryLists.slice(0, MAX_LISTS) ?? []) {
			const oldestFirst = entries.filter(({ entry: { range } }) => list.start <= range.start && range.end <= list.end);
			const newestFirst = oldestFirst.toReversed();
			const misplaced = outliers(sortKeys(oldestFirst, log));
			const misplacedIfReversed = outliers(sortKeys(newestFirst, log));
			yield* misplacedIfReversed.length < misplaced.length
				? reportMisplaced(newestFirst, new Set(misplacedIfReversed), true, document, log)
				: reportMisplaced(oldestFirst, new Set(misplaced), false, document, log);
		}
	},
};

/**
 * Returns the entries with the dates of their records. Entries outside of the bulletin's week are left out:
 * `bulletin/outside-week` reports them.
 */
function datedEntries(document: LogDocument, log: LogView): readonly DatedEntry[] {
	const { entries = [], date: last } = document.bulletin ?? {};
	const week = last && weekEndingOn(last.value);
	const definitionOf = entryDefinitions(document, log);
	return entries.slice(0, MAX_ENTRIES).flatMap(entry => {
		const own = definitionOf(entry);
		const definition = own && ((own.source === 'entry' && findRecord(own, log)) || own);
		const date = definition?.date ?? (entry.form === 'written' ? entry.date.toString() : undefined);
		return definition && date !== undefined && !(week && !isInWeek(Temporal.PlainDate.from(date), week))
			? { entry, definition, date }
			: [];
	});
}

/**
 * Returns the start of each entry in milliseconds since 1970-01-01T00:00Z. An entry without a time of day has the start
 * of the previous entry of its day, or the start of the day.
 */
function sortKeys(entries: readonly DatedEntry[], { configuration }: LogView): readonly number[] {
	const keys: number[] = [];
	for (const [index, { date, definition }] of entries.entries()) {
		const { start, isDateOnly } = definition;
		const isSameDay = entries[index - 1]?.date === date;
		const midnight = startOfDay(Temporal.PlainDate.from(date), configuration.timeZone);
		keys.push(start !== undefined && !isDateOnly ? start : ((isSameDay ? keys.at(-1) : undefined) ?? midnight));
	}
	return keys;
}

/** `entries` are in ascending order but for those at the indexes `misplaced`: reversed if the newest entry is first. */
function* reportMisplaced(
	entries: readonly DatedEntry[],
	misplaced: ReadonlySet<number>,
	isNewestFirst: boolean,
	document: LogDocument,
	log: LogView,
): Iterable<Report> {
	const keys = sortKeys(entries, log);
	const inOrder = [...entries.keys()].filter(index => !misplaced.has(index));
	for (const index of misplaced) {
		const key = keys[index] ?? 0;
		const before = inOrder.findLast(other => other < index && (keys[other] ?? 0) > key);
		const after = inOrder.find(other => other > index && (keys[other] ?? 0) < key);
		const [item, other] = [entries[index], entries[before ?? after ?? index]];
		if (item && other && item !== other) {
			const verb = (before !== undefined) === isNewestFirst ? 'precedes' : 'follows';
			const comparison = before === undefined ? 'earlier' : 'later';
			yield {
				range: dayRangeOf(item.entry, document),
				message: `Entry ${nameOf(item, document)} is out of order: it ${verb} the ${comparison} entry ${nameOf(other, document)}. Expected the ${isNewestFirst ? 'newest' : 'oldest'} entry first.`,
				related: [{ uri: document.uri, range: dayRangeOf(other.entry, document), message: formatDay(other.date) }],
				fixes: sortEntries(entries, keys, isNewestFirst, document),
			};
		}
	}
}

function nameOf({ entry }: DatedEntry, document: LogDocument): string {
	const { start, end } = nameRangeOf(entry);
	return quoted(document.text.slice(start, end));
}

/** Returns no fix for a numbered list: the numbers would move with the entries. */
function sortEntries(
	entries: readonly DatedEntry[],
	keys: readonly number[],
	isNewestFirst: boolean,
	{ text }: LogDocument,
): readonly Fix[] {
	const items = entries.map(({ entry: { range } }) => ({ range, text: text.slice(range.start, range.end) }));
	if (items.some(item => !/^[-*+]\s/.test(item.text))) {
		return [];
	}
	const direction = isNewestFirst ? -1 : 1;
	const sorted = items
		.map((item, index) => ({ text: item.text, key: (keys[index] ?? 0) * direction }))
		.sort((one, other) => one.key - other.key);
	const slots = items.toSorted((one, other) => one.range.start - other.range.start);
	const edits = slots.flatMap(({ range, text: oldText }, index) => {
		const newText = sorted[index]?.text ?? oldText;
		return newText === oldText ? [] : [{ range, newText }];
	});
	return [{ title: 'Sort entries by time', edits, safe: false }];
}
