import { formatDay } from '../../core/time/format.ts';
import { zonePlace } from '../../core/time/zone-offset.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const nonexistentLocal: Rule = {
	code: 'time/nonexistent-local',
	title: 'A local time is one that its clocks showed',
	rationale: dedent`
		On the night on which clocks are set forward an hour is left out: in New York there was no 02:30 on 8 March 2026.
		A record that tells one was converted wrongly, or by hand. It is read as far after the gap as it lies in it.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'The minute after the gap; and with an offset any time exists',
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
			caption: 'In the hour that is left out',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2026-03-08-jobs.yaml
				title: Jobs ran twice
				impact: none
				started_at: «2026-03-08T02:30:00»
			`,
			message: '`2026-03-08T02:30:00` was shown by no clock in New York on 8 March 2026; expected an offset',
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
			caption: 'In a headline',
			text: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Rome
				//- /bulletins/2026-04-04.md
				* **March 29: Jobs ran twice** («02:30»): Clocks were set forward.
			`,
			message: '`02:30` was shown by no clock in Rome on 29 March 2026; expected an offset',
			now: '2026-05-01T00:00:00Z',
		},
	],
	*check({ once }) {
		for (const { at, form } of once(timesOf)) {
			const { reading } = at;
			if (reading.ok && reading.localFault === 'nonexistent') {
				const range = rangeOfPart(at, reading.canonicalRange);
				const found = quoted(textOfPart(at, reading.canonicalRange));
				const where = `${zonePlace(reading.timeZone)} on ${formatDay(reading.date)}`;
				yield {
					range,
					message: `${found} was shown by no clock in ${where}; expected an offset`,
					fixes: form === 'field' ? [write(range, reading.canonical, 'suggested')] : [],
				};
			}
		}
	},
};
