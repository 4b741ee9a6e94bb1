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
	title: 'Local time repeated by a clock change',
	rationale: dedent`
		When clocks are set back, an hour occurs twice: 01:30 on 2 November 2025 in New York was two instants, an hour
		apart. An offset, or the abbreviation EDT or EST, decides between them. A time in the repeated hour without
		either is reported, and is read as the first of the two instants.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'EST selects the second instant',
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
			caption: 'A time in the repeated hour',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /incidents/2025-11-02-jobs.yaml
				title: Jobs ran twice
				impact: none
				started_at: «2025-11-02T01:30:00»
			`,
			message:
				'Ambiguous local time `2025-11-02T01:30:00`: clocks in New York showed it twice on 2 November 2025. Expected a UTC offset.',
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
			caption: 'A headline of a bulletin',
			text: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Rome
				//- /bulletins/2025-11-01.md
				* **October 26: Jobs ran twice** («02:30»): Clocks were set back.
			`,
			message:
				'Ambiguous local time `02:30`: clocks in Rome showed it twice on 26 October 2025. Expected a UTC offset.',
			now: '2025-12-01T00:00:00Z',
		},
	],
	*check({ once }) {
		for (const { at, form } of once(timesOf)) {
			const { reading } = at;
			if (reading.ok && reading.localFault === 'ambiguous') {
				const range = rangeOfPart(at, reading.canonicalRange);
				const found = quoted(textOfPart(at, reading.canonicalRange));
				const place = zonePlace(reading.timeZone);
				const corrections = form === 'field' ? [reading.canonical, laterInstant(reading)] : [];
				yield {
					range,
					message: `Ambiguous local time ${found}: clocks in ${place} showed it twice on ${formatDay(reading.date)}. Expected a UTC offset.`,
					fixes: corrections.map(text => write(range, text, 'suggested')),
				};
			}
		}
	},
};

/** Returns the second of the two instants, in canonical form. */
function laterInstant({ date, time, timeZone, canonical }: WrittenTime): string {
	return time === undefined
		? canonical
		: date
				.toPlainDateTime(time)
				.toZonedDateTime(timeZone, { disambiguation: 'later' })
				.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
