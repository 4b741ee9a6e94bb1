import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const offsetMissing: Rule = {
	code: 'time/offset-missing',
	title: 'Missing UTC offset',
	rationale: dedent`
		People in other zones read a time without an offset differently, and tools take it as UTC or as the local time of
		their machine. It is read in the log's zone here, and the fix writes the offset of that zone at that time. The fix
		is safe if \`incident-log.yaml\` states a \`time_zone\`. Headlines of bulletins and timelines in Markdown do not need
		an offset.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'safe',
	valid: [
		{
			caption: 'A day without a time',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26
				resolved_at: 2024-08-27T10:00:00Z
			`,
		},
		{
			caption: "A headline, which is in the log's zone",
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /bulletins/2024-08-31.md
				* **August 26: Queue stood still** (05:30): Its store was full.
			`,
		},
	],
	invalid: [
		{
			caption: 'A field and an update',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2024-01-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: «2024-01-26T05:30:00»
				updates:
				  - { at: «2024-01-26 6:30», body: Work is under way }
			`,
			message: 'Missing UTC offset in `2024-01-26T05:30:00`. Expected `2024-01-26T05:30:00-05:00`.',
			fixed: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2024-01-26-queue.yaml
				title: Queue stood still
				impact: minor
				started_at: 2024-01-26T05:30:00-05:00
				updates:
				  - { at: 2024-01-26T06:30:00-05:00, body: Work is under way }
			`,
			now: '2024-02-01T00:00:00Z',
		},
		{
			caption: 'A field in front matter',
			text: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Berlin
				//- /incidents/2024-08-26-queue.md
				---
				title: Queue stood still
				impact: minor
				started_at: «2024-08-26T05:30:00»
				---

				Its store was full.
			`,
			message: 'Missing UTC offset in `2024-08-26T05:30:00`. Expected `2024-08-26T05:30:00+02:00`.',
			fixed: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Berlin
				//- /incidents/2024-08-26-queue.md
				---
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26T05:30:00+02:00
				---

				Its store was full.
			`,
		},
	],
	*check({ log: { configuration }, once }) {
		for (const { at, form } of once(timesOf)) {
			const { reading } = at;
			if (
				form !== 'field' ||
				!reading.ok ||
				reading.precision === 'date' ||
				reading.zone ||
				reading.zoneImplied ||
				reading.localFault
			) {
				continue;
			}
			const range = rangeOfPart(at, reading.canonicalRange);
			const found = textOfPart(at, reading.canonicalRange);
			yield {
				range,
				message: `Missing UTC offset in ${quoted(found)}. Expected ${quoted(reading.canonical)}.`,
				fixes: [write(range, reading.canonical, configuration.isTimeZoneStated ? 'safe' : 'suggested')],
				data: { found, expected: reading.canonical },
			};
		}
	},
};
