import type { LocatedTime, TimelineEntry } from '../../core/incident.ts';
import type { Range } from '../../core/range.ts';
import type { Fix } from '../../core/text-edit.ts';
import { formatDuration } from '../../core/time/format.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { outliers } from '../support/order.ts';
import { quoted } from '../support/words.ts';

const MINUTE = 60_000;
/** Of a longer timeline the rest is not looked at. */
const MOST = 1000;

/** An entry that can be compared with its neighbours. */
interface Step {
	readonly range: Range;
	readonly at: LocatedTime;
	readonly reading: WrittenTime;
}

export const timelineOrder: Rule = {
	code: 'time/timeline-order',
	title: 'A timeline, and the updates, are in order of time',
	rationale: dedent`
		A timeline is read from top to bottom. An entry out of order is a slip in its time (an afternoon written as a
		morning, yesterday's date after midnight) more often than a slip in its place. Oldest first and newest first are
		both in order; days without a time of day and times marked "about" may stand anywhere.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem'],
	fix: 'suggested',
	valid: [
		{
			caption: 'Updates with the newest first',
			text: dedent`
				title: Logs were late
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				updates:
				  - { at: 2024-08-26T08:00:00Z, body: All is well }
				  - { at: 2024-08-26T07:00:00Z, body: A fix is in place }
				  - { at: 2024-08-26T06:00:00Z, body: We are looking into it }
			`,
		},
		{
			caption: 'Over midnight, in a postmortem',
			text: dedent`
				//- /postmortems/2024-08-26-logs.md
				# Logs were late

				## Timeline

				- 2024-08-26 23:50 UTC Alert fires
				- 2024-08-27 00:10 UTC The queue is drained
			`,
		},
	],
	invalid: [
		{
			caption: 'An afternoon written as a morning',
			text: dedent`
				title: Logs were late
				impact: minor
				started_at: 2024-08-26T11:30:00Z
				timeline:
				  - { at: 2024-08-26T11:41:00Z, text: Alert fires }
				  - { at: «2024-08-26T01:10:00Z», text: The queue is drained }
				  - { at: 2024-08-26T13:30:00Z, text: All logs are there }
			`,
			message:
				'`2024-08-26T01:10:00Z` stands after `2024-08-26T11:41:00Z`, which is 10 h 31 min later; expected entries in order of time',
			fixed: dedent`
				title: Logs were late
				impact: minor
				started_at: 2024-08-26T11:30:00Z
				timeline:
				  - { at: 2024-08-26T01:10:00Z, text: The queue is drained }
				  - { at: 2024-08-26T11:41:00Z, text: Alert fires }
				  - { at: 2024-08-26T13:30:00Z, text: All logs are there }
			`,
		},
		{
			caption: 'The same in a postmortem',
			text: dedent`
				//- /postmortems/2024-08-26-logs.md
				# Logs were late

				## Timeline

				- 2024-08-26 11:41 UTC Alert fires
				- «2024-08-26 01:10 UTC» The queue is drained
				- 2024-08-26 13:30 UTC All logs are there
			`,
			message:
				'`2024-08-26 01:10 UTC` stands after `2024-08-26 11:41 UTC`, which is 10 h 31 min later; expected entries in order of time',
		},
	],
	*check({ document }) {
		for (const { updates, timeline } of document.incidents) {
			yield* outOfOrder(updates, document);
			yield* outOfOrder(timeline, document);
		}
		if (document.postmortem) {
			yield* outOfOrder(document.postmortem.timeline, document);
		}
	},
};

function* outOfOrder(entries: readonly TimelineEntry[], document: LogDocument): Iterable<Report> {
	const written = entries.flatMap(({ at, range }) => (at?.reading.ok ? [{ range, at, reading: at.reading }] : []));
	const steps = written.filter(({ reading }) => reading.precision !== 'date' && !reading.approximate).slice(0, MOST);
	const keys = keysOf(steps);
	const late = outliers(keys);
	if (late.length === 0) {
		return;
	}
	const early = outliers(keys.map(key => -key));
	// Where one entry decides, the two ends of the list say which way it goes.
	const isNewestFirst =
		early.length < late.length || (early.length === late.length && (keys.at(0) ?? 0) > (keys.at(-1) ?? 0));
	const places = isNewestFirst ? early : late;
	const fix = sort(steps, isNewestFirst ? keys.map(key => -key) : keys, document);
	for (const index of places) {
		const report = reportOf(index, steps, keys, new Set(places), isNewestFirst, document);
		if (report) {
			yield { ...report, ...(fix && { fixes: [fix] }) };
		}
	}
}

/** Milliseconds; where some times have no seconds, all are taken without them. */
function keysOf(steps: readonly Step[]): readonly number[] {
	const unit = steps.every(({ reading }) => reading.precision === 'second') ? 1 : MINUTE;
	return steps.map(({ reading }) => Math.floor(reading.earliestMs / unit) * unit);
}

/** Names the nearest entry in order that it contradicts: the one above, or else the one below. */
function reportOf(
	index: number,
	steps: readonly Step[],
	keys: readonly number[],
	places: ReadonlySet<number>,
	isNewestFirst: boolean,
	document: LogDocument,
): Report | undefined {
	const step = steps[index];
	const key = keys[index] ?? 0;
	const inOrder = (other: number) => !places.has(other);
	const indices = keys.map((_, other) => other);
	const above = indices.slice(0, index).findLast(inOrder);
	const below = indices.slice(index + 1).find(inOrder);
	const contradicts = (other: number | undefined, side: 1 | -1) =>
		other !== undefined && ((keys[other] ?? 0) - key) * side * (isNewestFirst ? -1 : 1) > 0;
	const other = contradicts(above, 1) ? above : contradicts(below, -1) ? below : undefined;
	const rival = other === undefined ? undefined : steps[other];
	if (!step || !rival || other === undefined) {
		return undefined;
	}
	const minutes = ((keys[other] ?? 0) - key) / MINUTE;
	const distance = `${formatDuration(Math.max(1, Math.abs(minutes)))} ${minutes > 0 ? 'later' : 'earlier'}`;
	const side = other < index ? 'after' : 'before';
	const expected = isNewestFirst ? 'the newest entry first' : 'entries in order of time';
	return {
		range: step.at.range,
		message: `${quoted(step.reading.text)} stands ${side} ${quoted(rival.reading.text)}, which is ${distance}; expected ${expected}`,
		related: [{ uri: document.uri, range: rival.at.range, message: `${quoted(rival.reading.text)} is here` }],
	};
}

/**
 * Writes each entry where its time belongs. Only in YAML, where an entry is the same in another place: in Markdown a
 * time often has its day from the line above.
 */
function sort(steps: readonly Step[], keys: readonly number[], { text, data, format }: LogDocument): Fix | undefined {
	const texts = steps.map(({ range }) => text.slice(range.start, range.end));
	const inYaml = format === 'yaml' || steps.every(({ range }) => data !== undefined && range.end <= data.range.end);
	if (!inYaml || texts.some(entry => entry !== entry.trim())) {
		return undefined;
	}
	const sorted = texts
		.map((entry, index) => ({ entry, key: keys[index] ?? 0 }))
		.sort((one, other) => one.key - other.key);
	const edits = steps.flatMap(({ range }, index) => {
		const newText = sorted[index]?.entry ?? '';
		return newText === texts[index] ? [] : [{ range, newText }];
	});
	return { title: 'Put the entries in order of time', edits, safe: false };
}
