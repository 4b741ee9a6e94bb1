import type { Fix } from '../../core/text-edit.ts';
import { readTime } from '../../core/time/read-time.ts';
import { zonePlace } from '../../core/time/zone-offset.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { listed, quoted } from '../support/words.ts';
import { declarationsOf } from './support/declared-zones.ts';
import { type DocumentTime, rangeOfPart, timesOf } from './support/times.ts';

export const zoneAmbiguous: Rule = {
	code: 'time/zone-ambiguous',
	title: 'A zone is named by a word that means one zone',
	rationale: dedent`
		CST is Chicago and Shanghai, IST is Kolkata, Dublin and Jerusalem, BST is London and Dhaka. Where the log's own
		zone, or its part of the world, goes by one of them, that is the one. Elsewhere an offset says what is meant.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'CST in a log of Chicago',
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/Chicago
				//- /bulletins/2024-01-27.md
				* **January 22: Pages were slow** (05:30 CST): A cache was cold.
			`,
		},
	],
	invalid: [
		{
			caption: 'IST in a log that says nothing of where it is',
			text: dedent`
				title: Pages were slow
				impact: minor
				started_at: 2024-01-22 05:30 «IST»
			`,
			message: '`IST` can mean Kolkata, Dublin or Jerusalem; expected an offset from UTC',
			fixed: dedent`
				title: Pages were slow
				impact: minor
				started_at: 2024-01-22T05:30:00+05:30
			`,
			now: '2024-02-01T00:00:00Z',
		},
		{
			caption: 'CST in a bulletin of a log of Berlin',
			text: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Berlin
				//- /bulletins/2024-01-27.md
				* **January 22: Pages were slow** (05:30 «CST»): A cache was cold.
			`,
			message: '`CST` can mean Chicago or Shanghai; expected an offset from UTC',
		},
		{
			caption: 'Said once for a whole timeline',
			text: dedent`
				//- /postmortems/2024-01-22-pages.md
				# Pages were slow

				## Timeline

				All times in «IST».

				- 2024-01-22 05:30: A cache is cold
				- 06:10: It is warm
			`,
			message: '`IST` can mean Kolkata, Dublin or Jerusalem; expected the name of a zone, or UTC',
			fixed: dedent`
				//- /postmortems/2024-01-22-pages.md
				# Pages were slow

				## Timeline

				All times in Asia/Kolkata.

				- 2024-01-22 05:30: A cache is cold
				- 06:10: It is warm
			`,
		},
	],
	*check({ once }) {
		for (const place of once(timesOf)) {
			const { reading } = place.at;
			if (!reading.ok || !reading.zone || !reading.abbreviation || reading.offsetMismatch) {
				continue;
			}
			const { ambiguousZones } = reading.abbreviation;
			if (ambiguousZones.length > 1) {
				const places = ambiguousZones.map(zonePlace);
				yield {
					range: rangeOfPart(place.at, reading.zone.range),
					message: `${quoted(reading.zone.text)} can mean ${listed(places, 'or')}; expected an offset from UTC`,
					fixes: place.form === 'field' ? ambiguousZones.map(zone => writeIn(zone, place)) : [],
					data: { zones: ambiguousZones },
				};
			}
		}
		for (const { zone, uses } of once(declarationsOf)) {
			const zones = uses[0]?.meaning.ambiguousZones ?? [];
			if (zones.length > 1 && !zone.offset) {
				const places = zones.map(zonePlace);
				yield {
					range: zone.range,
					message: `${quoted(zone.text)} can mean ${listed(places, 'or')}; expected the name of a zone, or UTC`,
					fixes: zones.map(name => write(zone.range, name, 'suggested')),
					data: { zones },
				};
			}
		}
	},
};

/** The same wall clock with the offset of a zone, whole. */
function writeIn(timeZone: string, { at }: DocumentTime): Fix {
	const { reading } = at;
	const range = rangeOfPart(at, reading.ok ? reading.canonicalRange : reading.range);
	const meant = readTime(reading.text, { timeZone });
	const newText = meant.ok ? meant.canonical : reading.text;
	return { title: `Write ${quoted(newText)} (${zonePlace(timeZone)})`, edits: [{ range, newText }], safe: false };
}
