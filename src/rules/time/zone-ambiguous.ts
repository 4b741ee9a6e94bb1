import { listed } from '../../core/listed.ts';
import type { Fix } from '../../core/text-edit.ts';
import { readTime } from '../../core/time/read-time.ts';
import { zonePlace } from '../../core/time/zone-offset.ts';
import type { Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { declarationsOf } from './support/declared-zones.ts';
import { type DocumentTime, rangeOfPart, timesOf } from './support/times.ts';

export const zoneAmbiguous: Rule = {
	code: 'time/zone-ambiguous',
	title: 'Ambiguous zone abbreviation',
	rationale: dedent`
		CST is used in Chicago and Shanghai, IST in Kolkata, Dublin and Jerusalem, and BST in London and Dhaka. If the
		log's own zone or its region uses the abbreviation, that meaning is taken. Otherwise the abbreviation is reported,
		because only an offset makes it clear.
	`,
	level: 'warning',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'CST in a log with the time zone of Chicago',
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
			caption: 'IST in a log without a time zone',
			text: dedent`
				title: Pages were slow
				impact: minor
				started_at: 2024-01-22 05:30 «IST»
			`,
			message: 'Ambiguous zone abbreviation `IST`: used in Kolkata, Dublin and Jerusalem. Expected a UTC offset.',
			fixed: dedent`
				title: Pages were slow
				impact: minor
				started_at: 2024-01-22T05:30:00+05:30
			`,
			now: '2024-02-01T00:00:00Z',
		},
		{
			caption: 'CST in a bulletin of a log with the time zone of Berlin',
			text: dedent`
				//- /incident-log.yaml
				time_zone: Europe/Berlin
				//- /bulletins/2024-01-27.md
				* **January 22: Pages were slow** (05:30 «CST»): A cache was cold.
			`,
			message: 'Ambiguous zone abbreviation `CST`: used in Chicago and Shanghai. Expected a UTC offset.',
		},
		{
			caption: 'Declared once for a whole timeline',
			text: dedent`
				//- /postmortems/2024-01-22-pages.md
				# Pages were slow

				## Timeline

				All times in «IST».

				- 2024-01-22 05:30: A cache is cold
				- 06:10: It is warm
			`,
			message: 'Ambiguous zone abbreviation `IST`: used in Kolkata, Dublin and Jerusalem. Expected a zone name or UTC.',
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
	*check({ once, log }) {
		// A log without a zone is usually written in one of them, which its readers know.
		const level = log.configuration.isTimeZoneStated ? undefined : ('info' as const);
		for (const time of once(timesOf)) {
			const { reading } = time.at;
			if (!reading.ok || !reading.zone || !reading.abbreviation || reading.offsetMismatch) {
				continue;
			}
			const { ambiguousZones } = reading.abbreviation;
			if (ambiguousZones.length > 1) {
				const places = ambiguousZones.map(zonePlace);
				yield {
					range: rangeOfPart(time.at, reading.zone.range),
					message: `Ambiguous zone abbreviation ${quoted(reading.zone.text)}: used in ${listed(places, 'and')}. Expected a UTC offset.`,
					fixes: time.form === 'field' ? ambiguousZones.map(zone => writeIn(zone, time)) : [],
					data: { zones: ambiguousZones },
					...(level && { level }),
				};
			}
		}
		for (const { zone, uses } of once(declarationsOf)) {
			const zones = uses[0]?.meaning.ambiguousZones ?? [];
			if (zones.length > 1 && !zone.offset) {
				const places = zones.map(zonePlace);
				yield {
					range: zone.range,
					message: `Ambiguous zone abbreviation ${quoted(zone.text)}: used in ${listed(places, 'and')}. Expected a zone name or UTC.`,
					fixes: zones.map(name => write(zone.range, name, 'suggested')),
					data: { zones },
					...(level && { level }),
				};
			}
		}
	},
};

/** Returns a fix that writes the same local time in full, with the offset of a zone. */
function writeIn(timeZone: string, { at }: DocumentTime): Fix {
	const { reading } = at;
	const range = rangeOfPart(at, reading.ok ? reading.canonicalRange : reading.range);
	const inZone = readTime(reading.text, { timeZone });
	const newText = inZone.ok ? inZone.canonical : reading.text;
	return { title: `Change to ${quoted(newText)} (${zonePlace(timeZone)})`, edits: [{ range, newText }], safe: false };
}
