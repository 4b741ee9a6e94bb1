import { formatDay } from '../../core/time/format.ts';
import { zonePlace } from '../../core/time/zone-offset.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const nonexistentLocal: Rule = {
	code: 'time/nonexistent-local',
	title: 'Local time skipped by a clock change',
	rationale: dedent`
		When clocks are set forward, an hour is skipped: in New York, 02:30 did not occur on 8 March 2026. A record with
		this time was usually converted incorrectly. It is read with the skipped hour added: 02:30 as 03:30 EDT.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The first minute after the skipped hour, and a time with an offset',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /bulletins/2026-03-14.md
				* **March 8: Reports were late** (03:00): Clocks were set forward.
				* [[2026-03-08-jobs]]
				//- /incidents/2026-03-08-jobs.yaml
				title: Jobs ran twice
				impact: none
				started_at: 2026-03-08T02:30:00-05:00
			`,
			now: '2026-03-15T00:00:00Z',
		},
	],
	invalid: [
		{
			caption: 'A time in the skipped hour',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2026-03-08-jobs.yaml
				title: Jobs ran twice
				impact: none
				started_at: «2026-03-08T02:30:00»
			`,
			message:
				'Nonexistent local time `2026-03-08T02:30:00`: clocks in New York skipped it on 8 March 2026. Expected a UTC offset.',
			fixed: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2026-03-08-jobs.yaml
				title: Jobs ran twice
				impact: none
				started_at: 2026-03-08T03:30:00-04:00
			`,
			now: '2026-03-15T00:00:00Z',
		},
		{
			caption: 'A headline of a bulletin',
			text: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Rome
				//- /bulletins/2026-04-04.md
				* **March 29: Jobs ran twice** («02:30»): Clocks were set forward.
			`,
			message: 'Nonexistent local time `02:30`: clocks in Rome skipped it on 29 March 2026. Expected a UTC offset.',
			now: '2026-05-01T00:00:00Z',
		},
	],
	*check({ once }) {
		for (const { at, form } of once(timesOf)) {
			const { reading } = at;
			if (reading.ok && reading.localFault === 'nonexistent') {
				const range = rangeOfPart(at, reading.canonicalRange);
				const found = quoted(textOfPart(at, reading.canonicalRange));
				const place = zonePlace(reading.timeZone);
				yield {
					range,
					message: `Nonexistent local time ${found}: clocks in ${place} skipped it on ${formatDay(reading.date)}. Expected a UTC offset.`,
					fixes: form === 'field' ? [write(range, reading.canonical, 'suggested')] : [],
				};
			}
		}
	},
};
