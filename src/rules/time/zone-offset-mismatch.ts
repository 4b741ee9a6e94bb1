import { type Range, within } from '../../core/range.ts';
import { parseOffset } from '../../core/time/offset.ts';
import { abbreviationInfo } from '../../core/time/zones.ts';
import type { LogDocument } from '../../parse/document.ts';
import type { Report, Rule } from '../rule.ts';
import { sample } from '../support/sample.ts';
import { placeWithin, timesOf } from '../support/times.ts';
import { quoted } from '../support/words.ts';

/** A zone and its offset in parentheses, as sentences about times have them: "PST (UTC-7)". */
const PAIR = /\b([A-Z]{3,5}) ?\((?:UTC|GMT) ?([+−-])(\d{1,2})(?::?(\d\d))?\)/g;

export const zoneOffsetMismatch: Rule = {
	code: 'time/zone-offset-mismatch',
	title: 'A zone and the offset beside it agree',
	rationale: sample`
		"PST (UTC-7)": PST is UTC-8, and UTC-7 is PDT. One of the two is wrong, and the reader cannot know which. A time in
		a field is read by its offset, as [RFC 9557](https://www.rfc-editor.org/rfc/rfc9557#section-3.4) suggests.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	valid: [
		{
			caption: 'A zone with the offset of its summer',
			text: sample`
				title: Builds were slow
				impact: minor
				started_at: 2024-08-26T05:30:00-04:00[America/New_York]
				summary: All times in PDT (UTC-7).
			`,
		},
	],
	invalid: [
		{
			caption: 'An offset that New York never has',
			text: sample`
				title: Builds were slow
				impact: minor
				started_at: 2024-08-26T05:30:00«+02:00»[America/New_York]
			`,
			message: '`+02:00` is not the offset of `America/New_York` then; expected `-04:00`',
		},
		{
			caption: 'Winter and summer in one sentence',
			text: sample`
				//- /postmortems/2024-08-26-builds.md
				# Builds were slow

				## Timeline

				All times in PST («UTC-7»).
			`,
			message: '`UTC-7` is not the offset of `PST`; expected `UTC-8`',
		},
	],
	*check({ document, log }) {
		const { timeZone } = log.configuration;
		const told: Range[] = [];
		for (const { at } of timesOf(document, timeZone)) {
			const mismatch = at.reading.ok ? at.reading.offsetMismatch : undefined;
			if (mismatch) {
				const range = placeWithin(at, mismatch.offset.range);
				told.push(range);
				const found = `${quoted(mismatch.offset.value)} is not the offset of ${quoted(mismatch.zone.value)} then`;
				yield {
					range,
					message: `${found}; expected ${quoted(mismatch.expected)}`,
					data: { expected: mismatch.expected },
				};
			}
		}
		for (const report of pairsInProse(document, timeZone)) {
			if (!told.some(({ start, end }) => start < report.range.end && report.range.start < end)) {
				yield report;
			}
		}
	},
};

function* pairsInProse({ text, body }: LogDocument, timeZone: string): Iterable<Report> {
	for (const prose of body?.prose ?? []) {
		const value = text.slice(prose.start, prose.end);
		for (const match of value.matchAll(PAIR)) {
			const [whole, name = '', sign, hours = '', minutes = '00'] = match;
			const offset = `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
			const expected = abbreviationInfo(name, timeZone, 0)?.offset;
			if (expected === undefined || parseOffset(offset) === undefined || expected === offset) {
				continue;
			}
			const start = match.index + whole.indexOf('(') + 1;
			const range = within({ value, range: prose }, { start, end: match.index + whole.length - 1 });
			const found = quoted(text.slice(range.start, range.end));
			yield {
				range,
				message: `${found} is not the offset of ${quoted(name)}; expected ${quoted(briefOffset(expected))}`,
			};
		}
	}
}

/** "UTC-8" for `-08:00`. */
function briefOffset(offset: string): string {
	return `UTC${offset.replace(/^([+-])0/, '$1').replace(/:00$/, '')}`;
}
