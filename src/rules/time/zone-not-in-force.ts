import { formatDay } from '../../core/time/format.ts';
import { zonePlace } from '../../core/time/zone-offset.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { type Declaration, declarationsOf } from './support/declared-zones.ts';
import { rangeOfPart, timesOf } from './support/times.ts';

export const zoneNotInForce: Rule = {
	code: 'time/zone-not-in-force',
	title: 'Zone abbreviation not in force',
	rationale: dedent`
		EST is five hours behind UTC, but in August New York is four hours behind: a literal conversion of \`05:30 EST\` is
		an hour off. Authors usually mean the local time, so it is read as local time, with the offset of that day in the
		[IANA time zone database](https://www.iana.org/time-zones). The fix changes only the abbreviation.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'safe',
	valid: [
		{
			caption: 'EDT in August, EST in January, and ET in both',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /bulletins/2024-08-31.md
				* **August 26: Deployments failed** (05:30EDT): A lease was not available.
				* **August 27: Deployments failed again** (17:30 ET): The same host.
				//- /bulletins/2024-01-27.md
				* **January 22: Deployments slow** (05:30EST): Two hosts were full.
			`,
		},
		{
			caption: 'EST in Panama, where it is in force all year',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/Panama
				//- /bulletins/2024-08-31.md
				* **August 26: Deployments failed** (05:30 EST): A lease was not available.
			`,
		},
		{
			caption: 'Declared once for a whole timeline, with one entry before the clock change',
			text: dedent`
				//- /postmortems/2024-04-02-mail.md
				# Mail was delayed

				## Timeline

				All times in CEST.

				- 2024-03-28 16:00: A relay is set up
				- 2024-04-02 05:30: It is overloaded
				- 06:10: It is over
			`,
		},
	],
	invalid: [
		{
			caption: 'Declared once for a whole timeline',
			text: dedent`
				//- /postmortems/2024-08-26-mail.md
				# Mail was delayed

				## Timeline

				All times in «CET».

				- 2024-08-26 05:30: A relay is overloaded
				- 06:10: It is over
			`,
			message: 'Zone abbreviation `CET` is not in force in Berlin on 26 August 2024. Expected `CEST`.',
			fixed: dedent`
				//- /postmortems/2024-08-26-mail.md
				# Mail was delayed

				## Timeline

				All times in CEST.

				- 2024-08-26 05:30: A relay is overloaded
				- 06:10: It is over
			`,
		},
		{
			caption: 'EST in August, in a bulletin',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /bulletins/2024-08-31.md
				* **August 26: Deployments failed** (05:30«EST»): A lease was not available.
			`,
			message: 'Zone abbreviation `EST` is not in force in New York on 26 August 2024. Expected `EDT`.',
			fixed: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /bulletins/2024-08-31.md
				* **August 26: Deployments failed** (05:30EDT): A lease was not available.
			`,
		},
		{
			caption: 'CEST in January, in a record',
			text: dedent`
				title: Deployments failed
				impact: minor
				started_at: 2024-01-22 05:30 «CEST»
			`,
			message: 'Zone abbreviation `CEST` is not in force in Berlin on 22 January 2024. Expected `CET`.',
			fixed: dedent`
				title: Deployments failed
				impact: minor
				started_at: 2024-01-22 05:30 CET
			`,
			now: '2024-02-01T00:00:00Z',
		},
	],
	*check({ once }) {
		for (const { at } of once(timesOf)) {
			const { reading } = at;
			if (!reading.ok || !reading.abbreviation || reading.abbreviation.isInForce || !reading.zone) {
				continue;
			}
			const { timeZone, expected } = reading.abbreviation;
			const { text, range } = reading.zone;
			if (reading.offsetMismatch) {
				// The offset next to it decides, and `time/zone-offset-mismatch` reports the difference.
				continue;
			}
			const zoneRange = rangeOfPart(at, range);
			const where = `${zonePlace(timeZone)} on ${formatDay(reading.date)}`;
			yield {
				range: zoneRange,
				message: `Zone abbreviation ${quoted(text)} is not in force in ${where}. Expected ${quoted(expected)}.`,
				fixes: [write(zoneRange, expected, 'safe')],
				data: { found: text, expected },
			};
		}
		yield* checkDeclaredZones(once(declarationsOf));
	},
};

/** Reports declared abbreviations that are not in force at most of the times that they apply to. */
function* checkDeclaredZones(declarations: readonly Declaration[]): Iterable<Report> {
	for (const { zone, uses } of declarations) {
		const wrong = uses.filter(({ meaning }) => !meaning.isInForce);
		const [first] = wrong;
		const { text, range, offset } = zone;
		if (!first || wrong.length * 2 <= uses.length || first.meaning.ambiguousZones.length > 1) {
			continue;
		}
		const { timeZone, expected } = first.meaning;
		if (offset && offset.value !== first.meaning.offset) {
			// The offset next to it decides, and `time/zone-offset-mismatch` reports the difference.
			continue;
		}
		const where = `${zonePlace(timeZone)} on ${formatDay(first.date)}`;
		yield {
			range,
			message: `Zone abbreviation ${quoted(text)} is not in force in ${where}. Expected ${quoted(expected)}.`,
			fixes: offset ? [] : [write(range, expected, wrong.length === uses.length ? 'safe' : 'suggested')],
			data: { found: text, expected },
		};
	}
}
