import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import type { Fix } from '../../core/text-edit.ts';
import { startOfDay } from '../../core/time/zones.ts';
import { isInWeek, weekEndingOn } from '../../core/week.ts';
import type { BulletinEntry, LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { dayText } from '../support/definitions.ts';
import { outliers } from '../support/order.ts';
import { quoted } from '../support/words.ts';
import { dayRangeOf, entryReader, recordOf } from './support/entries.ts';

/** Of more entries, or of more lists, the rest is not looked at. */
const MOST = 500;

interface Step {
	readonly entry: BulletinEntry;
	readonly definition: Definition;
	readonly date: string;
}

export const entryOrder: Rule = {
	code: 'bulletin/entry-order',
	title: "A bulletin's entries are in order of time",
	rationale: dedent`
		A week is read as a story. An entry out of order is more often a slip in its day than in its place. Oldest first
		and newest first are both in order, list by list; on one day the times count, where both are known.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Newest first, and a day without a time',
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
			caption: 'An entry that was added later',
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
			message: '`2024-08-27-names` stands after `August 29`, which is later; expected entries in order of time',
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
			caption: 'On one day',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (15:30 UTC): Its store was full.
				* **«August 26»: Mail was late** (07:30 UTC): A relay was overloaded.
				* **August 28: Names did not resolve** (05:30 UTC): One server was down.
			`,
			message: '`August 26` stands after `August 26`, which is later; expected entries in order of time',
		},
	],
	*check({ document, log }) {
		const told = stepsOf(document, log);
		for (const list of document.bulletin?.entryLists.slice(0, MOST) ?? []) {
			const steps = told.filter(({ entry: { range } }) => list.start <= range.start && range.end <= list.end);
			const late = outliers(keysOf(steps, log));
			const reversed = steps.toReversed();
			const early = outliers(keysOf(reversed, log));
			yield* early.length < late.length
				? outOfOrder(reversed, new Set(early), true, document, log)
				: outOfOrder(steps, new Set(late), false, document, log);
		}
	},
};

/**
 * The entries as their records tell them, where there are any. What is not of the page's week is
 * `bulletin/outside-week`, and in no order.
 */
function stepsOf(document: LogDocument, log: LogView): readonly Step[] {
	const { entries = [], date: last } = document.bulletin ?? {};
	const week = last && weekEndingOn(last.value);
	const read = entryReader(document, log);
	return entries.slice(0, MOST).flatMap(entry => {
		const told = read(entry);
		const definition = told && ((told.source === 'entry' && recordOf(told, log)) || told);
		const date = definition?.date ?? (entry.form === 'written' ? entry.date.toString() : undefined);
		return definition && date !== undefined && !(week && !isInWeek(Temporal.PlainDate.from(date), week))
			? { entry, definition, date }
			: [];
	});
}

/** Starts in milliseconds. What has no time of day may stand anywhere among the entries of its day. */
function keysOf(steps: readonly Step[], { configuration }: LogView): readonly number[] {
	const keys: number[] = [];
	for (const [index, { date, definition }] of steps.entries()) {
		const { start, dateOnly } = definition;
		const isSameDay = steps[index - 1]?.date === date;
		const dawn = startOfDay(Temporal.PlainDate.from(date), configuration.timeZone);
		keys.push(start !== undefined && !dateOnly ? start : ((isSameDay ? keys.at(-1) : undefined) ?? dawn));
	}
	return keys;
}

/** `steps` from the oldest to the newest, as they should be: where the page has the newest first, from its end. */
function* outOfOrder(
	steps: readonly Step[],
	places: ReadonlySet<number>,
	isNewestFirst: boolean,
	document: LogDocument,
	log: LogView,
): Iterable<Report> {
	const keys = keysOf(steps, log);
	const inOrder = [...steps.keys()].filter(index => !places.has(index));
	for (const index of places) {
		const key = keys[index] ?? 0;
		const before = inOrder.findLast(other => other < index && (keys[other] ?? 0) > key);
		const after = inOrder.find(other => other > index && (keys[other] ?? 0) < key);
		const [step, other] = [steps[index], steps[before ?? after ?? index]];
		if (step && other && step !== other) {
			const isAfter = (before !== undefined) !== isNewestFirst;
			const relation = before === undefined ? 'earlier' : 'later';
			const expected = isNewestFirst ? 'the newest entry first' : 'entries in order of time';
			yield {
				range: dayRangeOf(step.entry, document),
				message: `${nameOf(step, document)} stands ${isAfter ? 'after' : 'before'} ${nameOf(other, document)}, which is ${relation}; expected ${expected}`,
				related: [{ uri: document.uri, range: dayRangeOf(other.entry, document), message: dayText(other.date) }],
				fixes: sorting(steps, keys, isNewestFirst, document),
			};
		}
	}
}

function nameOf({ entry }: Step, document: LogDocument): string {
	const { start, end } = dayRangeOf(entry, document);
	return quoted(document.text.slice(start, end));
}

/** Writes each entry where its time belongs; in a numbered list that would take the numbers along. */
function sorting(
	steps: readonly Step[],
	keys: readonly number[],
	isNewestFirst: boolean,
	{ text }: LogDocument,
): readonly Fix[] {
	const written = steps.map(({ entry: { range } }) => ({ range, text: text.slice(range.start, range.end) }));
	if (written.some(item => !/^[-*+]\s/.test(item.text))) {
		return [];
	}
	const direction = isNewestFirst ? -1 : 1;
	const sorted = written
		.map((item, index) => ({ text: item.text, key: (keys[index] ?? 0) * direction }))
		.sort((one, other) => one.key - other.key);
	const places = written.toSorted((one, other) => one.range.start - other.range.start);
	const edits = places.flatMap(({ range, text: old }, index) => {
		const newText = sorted[index]?.text ?? old;
		return newText === old ? [] : [{ range, newText }];
	});
	return [{ title: 'Put the entries in order of time', edits, safe: false }];
}
