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
import { differences, type Fact } from '../support/differences.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { dayRangeOf, entryReader, recordOf } from './support/entries.ts';

/** Of more entries the rest is not looked at. */
const MOST = 500;

export const entryDiffers: Rule = {
	code: 'bulletin/entry-differs',
	title: 'An entry tells the facts that its record tells',
	rationale: dedent`
		An entry written by hand and a record are one incident where they share an id (in the entry's comment), or a day and
		a headline. Title, start, end and impact are compared, as far as both state them; prose never is, and neither is
		what was only inferred from it. Whichever of the two is wrong, readers of the other one are misled.
	`,
	level: 'warning',
	kinds: ['bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The same facts, written as each writes them',
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
			caption: 'Another time and another impact',
			text: dedent`
				//- /incidents/2024-08-26-queue.yaml
				title: Queue stood still
				impact: major
				started_at: 2024-08-26T05:30:00Z
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** («06:30 UTC»): Its store was full.
				  <!-- incident: { impact: «minor» } -->
			`,
			message: '`06:30 UTC` is not when it began by its record; expected 26 August 2024, 05:30 UTC',
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
			caption: 'Another title and another impact, with an id',
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
			message: '`Mail was late` is not its title by its record; expected `Queue stood still`',
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
			caption: 'Another day and another end',
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
			message: '`August 27` is not the day on which it began by its record; expected 26 August 2024',
		},
	],
	*check({ document, log }) {
		const read = entryReader(document, log);
		for (const entry of document.bulletin?.entries.slice(0, MOST) ?? []) {
			const told = entry.form === 'written' ? read(entry) : undefined;
			const record = told && recordOf(told, log);
			if (entry.form === 'written' && record) {
				yield* differencesOf(entry, told, record, document, log);
			}
		}
	},
};

function* differencesOf(
	entry: Extract<BulletinEntry, { form: 'written' }>,
	told: Definition,
	record: Definition,
	document: LogDocument,
	log: LogView,
): Iterable<Report> {
	const { incident } = entry;
	const facts = new Set<Fact>(differences(told, record, log.configuration.impact));
	const related = [relatedDefinition(record)];
	if (incident.title && slug(incident.title.value) !== slug(record.title) && record.title !== record.id) {
		const { range, value } = incident.title;
		const message = `${quoted(value)} is not its title by its record; expected ${quoted(record.title)}`;
		yield { range, message, related, fixes: [write(range, record.title, 'suggested')], data: { fact: 'title' } };
	}
	if (facts.has('start') && !isRough(startOf(incident))) {
		yield { ...startReport(entry, told, record, document, log), related, data: { fact: 'start' } };
	}
	const end = endOf(incident);
	if (facts.has('end') && end && record.end !== undefined && !isRough(end)) {
		const expected = formatInstant(record.end, log.configuration.timeZone);
		const message = `${quoted(end.reading.text)} is not when it ended by its record; expected ${expected}`;
		yield { range: end.range, message, related, data: { fact: 'end' } };
	}
	if (facts.has('impact') && incident.impact && record.impact !== undefined) {
		const { range, value } = incident.impact;
		const message = `${quoted(value)} is not its impact by its record; expected ${quoted(record.impact)}`;
		yield { range, message, related, fixes: [write(range, record.impact, 'suggested')], data: { fact: 'impact' } };
	}
}

/** "About 05:30": as good as any time around it. */
function isRough(time: ReturnType<typeof startOf>): boolean {
	return time?.reading.ok === true && time.reading.approximate;
}

/** The day where that is another one, else the time. */
function startReport(
	entry: Extract<BulletinEntry, { form: 'written' }>,
	told: Definition,
	record: Definition,
	document: LogDocument,
	{ configuration: { timeZone } }: LogView,
): Pick<Report, 'range' | 'message' | 'fixes'> {
	const start = startOf(entry.incident);
	const isOtherDay = told.date !== record.date && record.date !== undefined;
	if (isOtherDay || !start || record.start === undefined) {
		const range = dayRangeOf(entry, document);
		const found = quoted(document.text.slice(range.start, range.end));
		const day = Temporal.PlainDate.from(record.date ?? entry.date);
		return {
			range,
			message: `${found} is not the day on which it began by its record; expected ${formatDay(day)}`,
			fixes: [write(range, formatBulletinDay(day), 'suggested')],
		};
	}
	const { range, reading } = start;
	const clock = `${formatClock(record.start, timeZone)} ${abbreviationAt(timeZone, record.start)}`;
	return {
		range,
		message: `${quoted(reading.text)} is not when it began by its record; expected ${formatInstant(record.start, timeZone)}`,
		// A comment may state the start with its day.
		fixes: reading.ok && !reading.dateWritten ? [write(range, clock, 'suggested')] : [],
	};
}
