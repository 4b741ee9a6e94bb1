import type { LocatedTime } from '../../core/incident.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { type DocumentTime, rangeOfPart, textOfPart, timesOf } from './support/times.ts';

export const format: Rule = {
	code: 'time/format',
	title: 'A time in a field is written as RFC 3339 has it',
	rationale: dedent`
		\`2024-08-26T05:30:00-04:00\` means one instant to every reader and every tool ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)),
		optionally with a zone in brackets ([RFC 9557](https://www.rfc-editor.org/rfc/rfc9557)). What people write in its
		stead (a space for \`T\`, no seconds, \`5:30 am EDT\`) can be read here and not everywhere: that is a hint, and the
		fix writes the same instant in full. What is no time at all is an error. Headlines of bulletins and timelines in
		Markdown have a grammar of their own.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'safe',
	valid: [
		{
			caption: 'With an offset, with a zone, and a day whose hour is not known',
			text: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26
				detected_at: 2024-08-26T05:41:00-04:00
				resolved_at: 2024-08-26T06:30:00-04:00[America/New_York]
			`,
		},
		{
			caption: "The headline of a bulletin's entry",
			text: dedent`
				//- /incident-log.yaml
				time_zone: America/New_York
				//- /bulletins/2024-08-31.md
				* **August 26: Sign-in turned some accounts away** (5:30 EDT): A new check was too strict.
			`,
		},
	],
	invalid: [
		{
			caption: 'Readable, but not by every tool',
			text: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: «2024-08-26 05:30 -0400»
				resolved_at: "«2024-08-26 6:30am EDT»"
			`,
			message: '`2024-08-26 05:30 -0400` is not written in full; expected `2024-08-26T05:30:00-04:00`',
			fixed: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: "2024-08-26T06:30:00-04:00"
			`,
		},
		{
			caption: 'No time at all, in front matter',
			text: dedent`
				//- /incidents/2024-08-26-sign-in.md
				---
				title: Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: «TBD»
				---

				A new check was too strict.
			`,
			message: '`TBD` is no time; expected one such as `2024-08-26T05:30:00-04:00`',
		},
	],
	*check({ once }) {
		for (const place of once(timesOf)) {
			if (place.form === 'field') {
				const { reading } = place.at;
				yield* reading.ok ? deviating(place.at, reading) : malformed(place);
			}
		}
	},
};

function* malformed({ at, isDay }: DocumentTime): Iterable<Report> {
	const { reading, range } = at;
	if (reading.ok || reading.reason !== 'malformed') {
		return;
	}
	const expected = isDay ? 'a day such as `2024-08-26`' : 'one such as `2024-08-26T05:30:00-04:00`';
	yield {
		range,
		message: `${quoted(reading.text)} is no ${isDay ? 'day' : 'time'}; expected ${expected}`,
		data: { found: reading.text },
	};
}

function* deviating(at: LocatedTime, reading: WrittenTime): Iterable<Report> {
	const { deviations, canonical, canonicalRange, abbreviation } = reading;
	// Where the offset is missing or the zone is in doubt, the rules for that speak, and mend it first.
	const isWithoutOffset = reading.precision !== 'date' && reading.zone === undefined && !reading.zoneImplied;
	const isInDoubt = abbreviation?.inForce === false || (abbreviation?.ambiguousZones.length ?? 0) > 1;
	if (deviations.length === 0 || isWithoutOffset || isInDoubt || reading.offsetMismatch) {
		return;
	}
	const range = rangeOfPart(at, canonicalRange);
	const found = textOfPart(at, canonicalRange);
	yield {
		range,
		message: `${quoted(found)} is not written in full; expected ${quoted(canonical)}`,
		fixes: [write(range, canonical, deviations.includes('negative-zero-offset') ? 'suggested' : 'safe')],
		data: { found, expected: canonical },
		level: 'hint',
	};
}
