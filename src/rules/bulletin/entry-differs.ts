import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import { endOf, startOf } from '../../core/incident-times.ts';
import { slug } from '../../core/slug.ts';
import { formatBulletinDay, formatClock, formatDay, formatInstant } from '../../core/time/format.ts';
import { abbreviationAt } from '../../core/time/zones.ts';
import type { BulletinEntry, LogDocument } from '../../parse/model/document.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { relatedDefinition } from '../support/definitions.ts';
import { type DifferingFact, differences } from '../support/differences.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { dayRangeOf, entryDefinitions, findRecord } from './support/entries.ts';

/** In entries per bulletin. Entries beyond this limit are not checked. */
const MAX_ENTRIES = 500;

type WrittenEntry = Extract<BulletinEntry, { form: 'written' }>;

export const entryDiffers: Rule = {
	code: 'bulletin/entry-differs',
	title: 'Entry differs from its record',
	rationale: dedent`
		An entry written by hand and a record describe one incident if they have the same id (in the entry's comment), or
		the same day and headline. If their values differ, readers of one of them are misinformed. Title, start, end and
		impact are compared if both state them. Prose and values inferred from it are not compared.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The same values in different notations',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				impact: { aliases: { SEV3: minor } }
				//- /incidents/2024-08-26-queue.md
				---
				title: Queue \`mail\` stood still
				impact: minor
				started_at: 2024-08-26T09:30:20Z
				resolved_at: 2024-08-26T11:30:00Z
				---

				Its store was full for two hours.
				//- /bulletins/2024-08-31.md
				* **August 26: Queue "mail" stood still** (05:30 EDT): It took about an hour.
				  <!-- incident: { impact: sev3, resolved_at: 2024-08-26T07:30:00-04:00 } -->
			`,
		},
	],
	invalid: [
		{
			caption: 'A different start and impact',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: major
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** («06:30 UTC»): Its store was full.
				  <!-- incident: { impact: «minor» } -->
			`,
			message: 'Start `06:30 UTC` differs from record `2024-08-26-queue`. Expected 26 August 2024, 05:30 UTC.',
			fixed: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: major
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
				  <!-- incident: { impact: major } -->
			`,
		},
		{
			caption: 'A different title and impact, in an entry with an id',
			text: dedent`
				//- /incidents/2024-08-26-queue.md
				---
				title: Queue stood still
				impact: major
				started_at: 2024-08-26T05:30:00Z
				---

				Its store was full.
				//- /bulletins/2024-08-31.md
				* **August 26: «Mail was late»** (05:30 UTC): Its store was full.
				  <!-- incident: { id: 2024-08-26-queue, impact: «minor» } -->
			`,
			message: 'Title `Mail was late` differs from record `2024-08-26-queue`. Expected `Queue stood still`.',
			fixed: dedent`
				//- /incidents/2024-08-26-queue.md
				---
				title: Queue stood still
				impact: major
				started_at: 2024-08-26T05:30:00Z
				---

				Its store was full.
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30 UTC): Its store was full.
				  <!-- incident: { id: 2024-08-26-queue, impact: major } -->
			`,
		},
		{
			caption: 'A different day and end',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: major
				started_at: 2024-08-26
				resolved_at: 2024-08-27T05:30:00Z
				//- /bulletins/2024-08-31.md
				* **«August 27»: Queue stood still** (05:30 UTC): Its store was full.
				  <!-- incident: { id: 2024-08-26-queue, resolved_at: «2024-08-27T09:30:00Z» } -->
			`,
			message: 'Day `August 27` differs from record `2024-08-26-queue`. Expected 26 August 2024.',
		},
	],
	*check({ document, log }) {
		const definitionOf = entryDefinitions(document, log);
		for (const entry of document.bulletin?.entries.slice(0, MAX_ENTRIES) ?? []) {
			const definition = entry.form === 'written' ? definitionOf(entry) : undefined;
			const record = definition && findRecord(definition, log);
			if (entry.form === 'written' && record) {
				yield* compareWithRecord(entry, definition, record, document, log);
			}
		}
	},
};

function* compareWithRecord(
	entry: WrittenEntry,
	definition: Definition,
	record: Definition,
	document: LogDocument,
	log: LogView,
): Iterable<Report> {
	const { incident } = entry;
	const facts = new Set<DifferingFact>(differences(definition, record, log.configuration.impact));
	const related = [relatedDefinition(record)];
	if (incident.title && slug(incident.title.value) !== slug(record.title) && record.title !== record.id) {
		const { range, value } = incident.title;
		const message = formatDifference('Title', value, record, quoted(record.title));
		yield { range, message, related, fixes: [write(range, record.title, 'suggested')], data: { fact: 'title' } };
	}
	if (facts.has('start') && !isApproximate(startOf(incident))) {
		yield { ...startReport(entry, definition, record, document, log), related, data: { fact: 'start' } };
	}
	const end = endOf(incident);
	if (facts.has('end') && end && record.end !== undefined && !isApproximate(end)) {
		const expected = formatInstant(record.end, log.configuration.timeZone);
		const message = formatDifference('End', end.reading.text, record, expected);
		yield { range: end.range, message, related, data: { fact: 'end' } };
	}
	if (facts.has('impact') && incident.impact && record.impact !== undefined) {
		const { range, value } = incident.impact;
		const message = formatDifference('Impact', value, record, quoted(record.impact));
		yield { range, message, related, fixes: [write(range, record.impact, 'suggested')], data: { fact: 'impact' } };
	}
}

function formatDifference(field: string, found: string, record: Definition, expected: string): string {
	return `${field} ${quoted(found)} differs from record ${quoted(record.id)}. Expected ${expected}.`;
}

/** An approximate time, as in "about 05:30", does not contradict other times near it. */
function isApproximate(time: ReturnType<typeof startOf>): boolean {
	return time?.reading.ok === true && time.reading.isApproximate;
}

/** Reports the day if it differs, and the time of day if not. */
function startReport(
	entry: WrittenEntry,
	definition: Definition,
	record: Definition,
	document: LogDocument,
	{ configuration: { timeZone } }: LogView,
): Pick<Report, 'range' | 'message' | 'fixes'> {
	const start = startOf(entry.incident);
	const isOtherDay = definition.date !== record.date && record.date !== undefined;
	if (isOtherDay || !start || record.start === undefined) {
		const range = dayRangeOf(entry, document);
		const found = document.text.slice(range.start, range.end);
		const day = Temporal.PlainDate.from(record.date ?? entry.date);
		return {
			range,
			message: formatDifference('Day', found, record, formatDay(day)),
			fixes: [write(range, formatBulletinDay(day), 'suggested')],
		};
	}
	const { range, reading } = start;
	const clock = `${formatClock(record.start, timeZone)} ${abbreviationAt(timeZone, record.start)}`;
	return {
		range,
		message: formatDifference('Start', reading.text, record, formatInstant(record.start, timeZone)),
		// The start in an entry's comment may include the date, which a clock time must not replace.
		fixes: reading.ok && !reading.hasWrittenDate ? [write(range, clock, 'suggested')] : [],
	};
}
