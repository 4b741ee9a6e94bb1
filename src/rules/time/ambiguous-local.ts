import { formatDay } from '../../core/time/format.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import { zonePlace } from '../../core/time/zone-offset.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const ambiguousLocal: Rule = {
	code: 'time/ambiguous-local',
	title: 'A local time is one that its clocks showed once',
	rationale: dedent`
		On the night on which clocks are set back an hour comes twice: 01:30 on 2 November 2025 was two instants in New
		York, an hour apart. An offset, or EDT and EST, says which. The first of the two is assumed.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'EST says that it was the second',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /bulletins/2025-11-08.md
				* **November 2: Jobs ran twice** (01:30 EST): Clocks were set back.
			`,
			now: '2025-12-01T00:00:00Z',
		},
	],
	invalid: [
		{
			caption: 'In the hour that comes twice',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2025-11-02-jobs.yaml
				title: Jobs ran twice
				impact: none
				started_at: «2025-11-02T01:30:00»
			`,
			message: '`2025-11-02T01:30:00` came twice in New York on 2 November 2025; expected an offset',
			fixed: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2025-11-02-jobs.yaml
				title: Jobs ran twice
				impact: none
				started_at: 2025-11-02T01:30:00-04:00
			`,
			now: '2025-11-10T00:00:00Z',
		},
		{
			caption: 'In a headline',
			text: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Rome
				//- /bulletins/2025-11-01.md
				* **October 26: Jobs ran twice** («02:30»): Clocks were set back.
			`,
			message: '`02:30` came twice in Rome on 26 October 2025; expected an offset',
			now: '2025-12-01T00:00:00Z',
		},
	],
	*check({ once }) {
		for (const { at, form } of once(timesOf)) {
			const { reading } = at;
			if (reading.ok && reading.localFault === 'ambiguous') {
				const range = rangeOfPart(at, reading.canonicalRange);
				const found = quoted(textOfPart(at, reading.canonicalRange));
				const where = `${zonePlace(reading.timeZone)} on ${formatDay(reading.date)}`;
				const meant = form === 'field' ? [reading.canonical, later(reading)] : [];
				yield {
					range,
					message: `${found} came twice in ${where}; expected an offset`,
					fixes: meant.map(text => write(range, text, 'suggested')),
				};
			}
		}
	},
};

/** The second of the two instants, in canonical form. */
function later({ date, time, timeZone, canonical }: WrittenTime): string {
	return time === undefined
		? canonical
		: date
				.toPlainDateTime(time)
				.toZonedDateTime(timeZone, { disambiguation: 'later' })
				.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
