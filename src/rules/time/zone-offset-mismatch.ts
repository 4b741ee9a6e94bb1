import { type Located, type Range, within } from '../../core/range.ts';
import { abbreviationWithOffset } from '../../core/time/abbreviation-with-offset.ts';
import { formatClock } from '../../core/time/format.ts';
import { parseOffset } from '../../core/time/offset.ts';
import { DAY, MINUTE } from '../../core/time/units.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { type Declaration, declarationsOf } from './support/declared-zones.ts';
import { rangeOfPart, timesOf } from './support/times.ts';

/** A zone with its offset in parentheses, in prose: "PST (UTC-7)". */
const ZONE_AND_OFFSET = /\b([A-Z]{3,5}) ?\((?:UTC|GMT) ?([+−-])(\d{1,2})(?::?(\d\d))?\)/g;

export const zoneOffsetMismatch: Rule = {
	code: 'time/zone-offset-mismatch',
	title: 'Zone and offset disagree',
	rationale: dedent`
		In "PST (UTC-7)", one of the two is wrong: PST is UTC-8, and UTC-7 is PDT. A reader cannot know which. A time in a
		field is read by its offset, as [RFC 9557](https://www.rfc-editor.org/rfc/rfc9557#section-3.4) suggests. Times,
		pairs of zone and offset in prose, and times that a timeline states in two zones are checked.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'A zone with its summer offset',
			text: dedent`
				title: Builds were slow
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00[America/New_York]
				summary: All times in PDT (UTC-7).
			`,
		},
		{
			caption: 'An ambiguous abbreviation with the offset of one of its zones',
			text: dedent`
				//- /postmortems/2024-01-22-builds.md
				# Builds were slow

				## Timeline

				All times in IST (UTC+2).

				- 2024-01-22 05:30: A queue grows
			`,
		},
	],
	invalid: [
		{
			caption: 'An offset that is never used in New York',
			text: dedent`
				title: Builds were slow
				impact: minor
				started_at: 2024-08-26T05:30:00«+02:00»[America/New_York]
			`,
			message: 'Offset `+02:00` does not match zone `America/New_York` at that time. Expected `-04:00`.',
		},
		{
			caption: 'A winter abbreviation with the summer offset',
			text: dedent`
				//- /postmortems/2024-08-26-builds.md
				# Builds were slow

				## Timeline

				All times in PST («UTC-7»).
			`,
			message: 'Offset `UTC-7` does not match zone `PST`. Expected `UTC-8`.',
		},
		{
			caption: 'Declared once for a whole timeline',
			text: dedent`
				//- /postmortems/2024-08-26-builds.md
				# Builds were slow

				## Timeline

				All times in CET, «UTC+2».

				- 2024-08-26 05:30: A queue grows
				- 06:10: It is empty
			`,
			message: 'Offset `UTC+2` does not match zone `CET`. Expected `UTC+1`.',
		},
		{
			caption: 'A time in two zones',
			text: dedent`
				//- /postmortems/2024-08-26-builds.md
				# Builds were slow

				## Timeline

				- 2024-08-26 05:30 PT / 12:30 UTC: A queue grows
				- 06:10 PT / «12:10 UTC»: It is empty
			`,
			message: 'Time `12:10 UTC` does not match `06:10 PT` beside it. Expected `13:10 UTC`.',
		},
	],
	*check({ document, log, once }) {
		const { timeZone } = log.configuration;
		const reported: Range[] = [];
		for (const { at } of once(timesOf)) {
			const mismatch = at.reading.ok ? at.reading.offsetMismatch : undefined;
			if (mismatch) {
				const range = rangeOfPart(at, mismatch.offset.range);
				reported.push(range);
				const found = `Offset ${quoted(mismatch.offset.value)} does not match zone ${quoted(mismatch.zone.value)} at that time`;
				yield {
					range,
					message: `${found}. Expected ${quoted(mismatch.expected)}.`,
					data: { expected: mismatch.expected },
				};
			}
		}
		yield* clockPairs(document);
		for (const report of [...declaredPairs(document, once(declarationsOf)), ...pairsInProse(document, timeZone)]) {
			if (!reported.some(({ start, end }) => start < report.range.end && report.range.start < end)) {
				reported.push(report.range);
				yield report;
			}
		}
	},
};

/** Checks times that are written twice, in two zones: `06:30 PT / 14:30 UTC`. They can be on two dates. */
function* clockPairs({ incidents, postmortem, uri }: LogDocument): Iterable<Report> {
	for (const { timeline } of postmortem ? [...incidents, postmortem] : incidents) {
		for (const { at, clock, also } of timeline) {
			const first = (at ?? clock)?.reading;
			const time = at ?? clock;
			if (!first?.ok || !also?.reading.ok || time === undefined || first.precision === 'date') {
				continue;
			}
			const apart = (((also.reading.earliestMs - first.earliestMs) % DAY) + DAY) % DAY;
			if (Math.floor(apart / MINUTE) !== 0 && !first.isApproximate && !also.reading.isApproximate) {
				const expected = `${formatClock(first.earliestMs, also.reading.timeZone)} ${also.reading.zone?.text ?? also.reading.timeZone}`;
				yield {
					range: also.range,
					message: `Time ${quoted(also.reading.text)} does not match ${quoted(first.text)} beside it. Expected ${quoted(expected)}.`,
					related: [{ uri, range: time.range, message: 'Time in the other zone' }],
				};
			}
		}
	}
}

/** Checks declarations such as "All times in PST, UTC-7". */
function* declaredPairs(document: LogDocument, declarations: readonly Declaration[]): Iterable<Report> {
	for (const { zone, uses } of declarations) {
		if (zone.offset) {
			yield* checkPair(document, zone.text, zone.offset, uses[0]?.meaning.offset);
		}
	}
}

function* pairsInProse(document: LogDocument, timeZone: string): Iterable<Report> {
	for (const prose of document.body?.prose ?? []) {
		const value = document.text.slice(prose.start, prose.end);
		for (const match of value.matchAll(ZONE_AND_OFFSET)) {
			const [whole, name = '', sign, hours = '', minutes = '00'] = match;
			const offset = `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
			const start = match.index + whole.indexOf('(') + 1;
			const range = within({ value, range: prose }, { start, end: match.index + whole.length - 1 });
			const expected = abbreviationWithOffset(name, offset, timeZone, 0)?.offset;
			yield* checkPair(document, name, { value: offset, range }, expected);
		}
	}
}

/** Reports an offset that is not `expected`, which is undefined for an unknown zone. */
function* checkPair(
	{ text }: LogDocument,
	name: string,
	offset: Located<string>,
	expected: string | undefined,
): Iterable<Report> {
	if (expected === undefined || expected === offset.value || parseOffset(offset.value) === undefined) {
		return;
	}
	const { range } = offset;
	const found = `Offset ${quoted(text.slice(range.start, range.end))} does not match zone ${quoted(name)}`;
	yield { range, message: `${found}. Expected ${quoted(shortOffset(expected))}.` };
}

/** Formats `-08:00` as "UTC-8". */
function shortOffset(offset: string): string {
	return `UTC${offset.replace(/^([+-])0/, '$1').replace(/:00$/, '')}`;
}
