import { type Located, type Range, within } from '../../core/range.ts';
import { abbreviationWithOffset } from '../../core/time/abbreviation-with-offset.ts';
import { parseOffset } from '../../core/time/offset.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { quoted } from '../support/words.ts';
import { type Declaration, declarationsOf } from './support/declared-zones.ts';
import { rangeOfPart, timesOf } from './support/times.ts';

/** A zone and its offset in parentheses, as sentences about times have them: "PST (UTC-7)". */
const PAIR = /\b([A-Z]{3,5}) ?\((?:UTC|GMT) ?([+−-])(\d{1,2})(?::?(\d\d))?\)/g;

export const zoneOffsetMismatch: Rule = {
	code: 'time/zone-offset-mismatch',
	title: 'A zone and the offset beside it agree',
	rationale: dedent`
		"PST (UTC-7)": PST is UTC-8, and UTC-7 is PDT. One of the two is wrong, and the reader cannot know which. A time in
		a field is read by its offset, as [RFC 9557](https://www.rfc-editor.org/rfc/rfc9557#section-3.4) suggests.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'A zone with the offset of its summer',
			text: dedent`
				title: Builds were slow
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00[America/New_York]
				summary: All times in PDT (UTC-7).
			`,
		},
		{
			caption: 'Of the zones that go by an abbreviation, one with that offset',
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
			caption: 'An offset that New York never has',
			text: dedent`
				title: Builds were slow
				impact: minor
				started_at: 2024-08-26T05:30:00«+02:00»[America/New_York]
			`,
			message: '`+02:00` is not the offset of `America/New_York` then; expected `-04:00`',
		},
		{
			caption: 'Winter and summer in one sentence',
			text: dedent`
				//- /postmortems/2024-08-26-builds.md
				# Builds were slow

				## Timeline

				All times in PST («UTC-7»).
			`,
			message: '`UTC-7` is not the offset of `PST`; expected `UTC-8`',
		},
		{
			caption: 'Once for a whole timeline',
			text: dedent`
				//- /postmortems/2024-08-26-builds.md
				# Builds were slow

				## Timeline

				All times in CET, «UTC+2».

				- 2024-08-26 05:30: A queue grows
				- 06:10: It is empty
			`,
			message: '`UTC+2` is not the offset of `CET`; expected `UTC+1`',
		},
	],
	*check({ document, log, once }) {
		const { timeZone } = log.configuration;
		const told: Range[] = [];
		for (const { at } of once(timesOf)) {
			const mismatch = at.reading.ok ? at.reading.offsetMismatch : undefined;
			if (mismatch) {
				const range = rangeOfPart(at, mismatch.offset.range);
				told.push(range);
				const found = `${quoted(mismatch.offset.value)} is not the offset of ${quoted(mismatch.zone.value)} then`;
				yield {
					range,
					message: `${found}; expected ${quoted(mismatch.expected)}`,
					data: { expected: mismatch.expected },
				};
			}
		}
		for (const report of [...declaredPairs(document, once(declarationsOf)), ...pairsInProse(document, timeZone)]) {
			if (!told.some(({ start, end }) => start < report.range.end && report.range.start < end)) {
				told.push(report.range);
				yield report;
			}
		}
	},
};

/** "All times in PST, UTC-7". */
function* declaredPairs(document: LogDocument, declarations: readonly Declaration[]): Iterable<Report> {
	for (const { zone, uses } of declarations) {
		if (zone.offset) {
			yield* pair(document, zone.text, zone.offset, uses[0]?.meaning.offset);
		}
	}
}

function* pairsInProse(document: LogDocument, timeZone: string): Iterable<Report> {
	for (const prose of document.body?.prose ?? []) {
		const value = document.text.slice(prose.start, prose.end);
		for (const match of value.matchAll(PAIR)) {
			const [whole, name = '', sign, hours = '', minutes = '00'] = match;
			const offset = `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
			const start = match.index + whole.indexOf('(') + 1;
			const range = within({ value, range: prose }, { start, end: match.index + whole.length - 1 });
			const expected = abbreviationWithOffset(name, offset, timeZone, 0)?.offset;
			yield* pair(document, name, { value: offset, range }, expected);
		}
	}
}

/** One finding, where the offset is another than that of the name beside it. */
function* pair(
	{ text }: LogDocument,
	name: string,
	offset: Located<string>,
	expected: string | undefined,
): Iterable<Report> {
	if (expected === undefined || expected === offset.value || parseOffset(offset.value) === undefined) {
		return;
	}
	const { range } = offset;
	const found = `${quoted(text.slice(range.start, range.end))} is not the offset of ${quoted(name)}`;
	yield { range, message: `${found}; expected ${quoted(briefOffset(expected))}` };
}

/** "UTC-8" for `-08:00`. */
function briefOffset(offset: string): string {
	return `UTC${offset.replace(/^([+-])0/, '$1').replace(/:00$/, '')}`;
}
