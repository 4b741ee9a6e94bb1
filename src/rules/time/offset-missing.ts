import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const offsetMissing: Rule = {
	code: 'time/offset-missing',
	title: 'A time in a field says its offset from UTC',
	rationale: dedent`
		Half past five where? A record is read by people in other zones, by tools that take it for UTC and by tools that
		take it for their own machine's time. It is read in the log's zone here; the fix writes the offset that this zone
		had then. It is a safe one where \`time_zone\` in \`incident-log.yaml\` says which zone that is. Headlines of bulletins
		and timelines in Markdown need no offset.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'safe',
	valid: [
		{
			caption: 'A day has no offset',
			text: dedent`
				title: Queue stood still
				impact: minor
				started_at: 2024-08-26
				resolved_at: 2024-08-27T10:00:00Z
			`,
		},
		{
			caption: "A headline is in the log's zone",
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
			caption: 'In a field, and in an update',
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
			message: '`2024-01-26T05:30:00` has no offset; expected `2024-01-26T05:30:00-05:00`',
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
			caption: 'The same in front matter',
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
			message: '`2024-08-26T05:30:00` has no offset; expected `2024-08-26T05:30:00+02:00`',
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
				message: `${quoted(found)} has no offset; expected ${quoted(reading.canonical)}`,
				fixes: [write(range, reading.canonical, configuration.timeZoneStated ? 'safe' : 'suggested')],
				data: { found, expected: reading.canonical },
			};
		}
	},
};
