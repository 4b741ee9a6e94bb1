import type { LocatedTime } from '../../core/incident.ts';
import type { WrittenTime } from '../../core/time/written-time.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { quoted } from '../support/words.ts';
import { rangeOfPart, textOfPart, timesOf } from './support/times.ts';
import { reportUnreadable } from './support/unreadable-time.ts';

export const format: Rule = {
	code: 'time/format',
	title: 'Time not in RFC 3339 format',
	rationale: dedent`
		\`2024-08-26T05:30:00-04:00\` means one instant to every reader and every tool ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)),
		optionally with a zone in brackets ([RFC 9557](https://www.rfc-editor.org/rfc/rfc9557)). Common variants (a space
		instead of \`T\`, no seconds, \`5:30 am EDT\`) are understood here, but not by every tool. They are reported as a
		hint, and the fix writes the same instant in full. Values that are not a time are an error, which states what they
		are: a range, a date with the day or the month first, seconds since 1970, look-alike characters. Headlines of bulletins
		and timelines in Markdown have their own syntax and are not reported.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'safe',
	valid: [
		{
			caption: 'A time with an offset, a time with a zone, and a day without a time',
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
			caption: 'Variants that not every tool can read',
			text: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: «2024-08-26 05:30 -0400»
				resolved_at: "«2024-08-26 6:30am EDT»"
			`,
			message: 'Time `2024-08-26 05:30 -0400` is not in RFC 3339 format. Expected `2024-08-26T05:30:00-04:00`.',
			fixed: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: "2024-08-26T06:30:00-04:00"
			`,
		},
		{
			caption: 'A value that is not a time, in front matter',
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
			message:
				'Invalid time `TBD`. Expected a time such as `2024-08-26T05:30:00-04:00`, or no `resolved_at` until it is known.',
		},
		{
			caption: 'A range in one field',
			text: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: «2024-08-26 05:30–06:30 EDT»
			`,
			message:
				'Two times in one value: `2024-08-26 05:30–06:30 EDT` is a range. Expected `2024-08-26T05:30:00-04:00` here and `2024-08-26T06:30:00-04:00` in a field of its own.',
			fixed: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00
				resolved_at: 2024-08-26T06:30:00-04:00
			`,
		},
		{
			caption: 'A date with the day or the month first',
			text: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: «06/08/2024 05:30 UTC»
				resolved_at: 2024-08-26T06:30:00Z
			`,
			message:
				'Ambiguous date in `06/08/2024 05:30 UTC`: 6 August 2024 or 8 June 2024. Expected `2024-08-06T05:30:00Z` or `2024-06-08T05:30:00Z`.',
		},
		{
			caption: 'Seconds since 1970',
			text: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: «1724664600»
			`,
			message: 'Seconds since 1970 as a time: `1724664600` is `2024-08-26T09:30:00Z`. Expected RFC 3339 format.',
			fixed: dedent`
				title: Sign-in turned some accounts away
				impact: minor
				started_at: 2024-08-26T09:30:00Z
			`,
		},
	],
	*check({ document, log, once }) {
		for (const time of once(timesOf)) {
			if (time.form === 'field') {
				const { reading } = time.at;
				if (reading.ok) {
					yield* deviating(time.at, reading);
				} else if (reading.reason === 'malformed') {
					yield reportUnreadable(time, document, log.configuration);
				}
			}
		}
	},
};

function* deviating(at: LocatedTime, reading: WrittenTime): Iterable<Report> {
	const { deviations, canonical, canonicalRange, abbreviation } = reading;
	// A missing offset and a doubtful zone are reported, and fixed, by their own rules first.
	const isWithoutOffset = reading.precision !== 'date' && reading.zone === undefined && !reading.zoneImplied;
	const isInDoubt = abbreviation?.isInForce === false || (abbreviation?.ambiguousZones.length ?? 0) > 1;
	if (deviations.length === 0 || isWithoutOffset || isInDoubt || reading.offsetMismatch) {
		return;
	}
	const range = rangeOfPart(at, canonicalRange);
	const found = textOfPart(at, canonicalRange);
	yield {
		range,
		message: `Time ${quoted(found)} is not in RFC 3339 format. Expected ${quoted(canonical)}.`,
		fixes: [write(range, canonical, deviations.includes('negative-zero-offset') ? 'suggested' : 'safe')],
		data: { found, expected: canonical },
		level: 'hint',
	};
}
