import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDurations } from '../../../src/parse/english/read-duration.ts';
import { readText } from '../../support/fixture.ts';

/** Each expected phrase is marked with «…», and followed by its minutes, and by `~` if it is approximate. */
const cases: readonly (readonly [text: string, ...found: string[]])[] = [
	['It took «3-4 hours».', '180..240'],
	['«3–4 hours»', '180..240'],
	['«3 to 4 hours»', '180..240'],
	['«three or four hours»', '180..240'],
	['«between 3 and 4 hours»', '180..240'],
	['«between 30 minutes and an hour»', '30..60'],
	['«between 1 hour and 90 minutes»', '60..90'],
	['«30 minutes to an hour»', '30..60'],
	['«6-9hours»', '360..540'],
	['lasted «about 90 minutes» in all', '90..90~'],
	['«approximately an hour»', '60..60~'],
	['«Approx. 24 hrs»', '1440..1440~'],
	['«just over two hours»', '120..120~'],
	['«~45 minutes»', '45..45~'],
	['«90+ minutes»', '90..90~'],
	['«an hour or so»', '60..60~'],
	['«under an hour»', '0..60~'],
	['«up to 45 minutes»', '0..45~'],
	['«less than 5 minutes»', '0..5~'],
	['«half an hour»', '30..30'],
	['«a half-hour» gap', '30..30'],
	['«an hour and a half»', '90..90'],
	['«a quarter of an hour»', '15..15'],
	['«two and a half hours»', '150..150'],
	['«1.5 hours»', '90..90'],
	['«1½ hours»', '90..90'],
	['«1 1/2 hours»', '90..90'],
	['«1/2 hour»', '30..30'],
	['«1h 50m»', '110..110'],
	['«1h50m»', '110..110'],
	['«1 h 50 min»', '110..110'],
	['«0h 16m»', '16..16'],
	['«19 hours 43 minutes»', '1183..1183'],
	['lasting «1 hour and 48 minutes», from 16:58 to 18:46 UTC', '108..108'],
	['«2 hours, 5 minutes»', '125..125'],
	['«2 days and 4 hours»', '3120..3120'],
	['«1d 5h 47m»', '1787..1787'],
	['«1,500 minutes»', '1500..1500'],
	['the «5-minute» window', '5..5'],
	['«forty-five minutes»', '45..45'],
	['a «twenty-minute» wait', '20..20'],
	['«a couple of hours»', '120..120~'],
	['«a few\nminutes»', '2..5~'],
	['«several minutes»', '2..10~'],
	['«30 seconds»', '0.5..0.5'],
	['«two weeks»', '20160..20160'],
	['«PT4H12M»', '252..252'],
	['«P1DT2H»', '1560..1560'],
	['«P2W»', '20160..20160'],
	['«one hour» and «90 minutes»', '60..60', '90..90'],
	['«10 minutes» and «5 minutes» later', '10..10', '5..5'],
	['nine times «2 minutes»', '2..2'],
	['a second outage, the second minute'],
	['5M users, 500ms, 15 people, 24/7'],
	['commits 877d1f2 and a9s, v5 minutes'],
	['at 0530 hours and 1400 hours'],
	['2024-08-26 minutes of the meeting, item 10:30 minutes'],
	['from 14h30 on, between 9h and the evening'],
	['PT, P, PT5X, P1, 1000000 minutes, -5 minutes'],
	['for hours, the minutes, a daytime job'],
];

test.each(cases)('finds durations in: %s', (marked, ...expected) => {
	const { text, marks } = readText(marked);
	const found = findDurations(text);
	const minutes = found.map(({ value: { minMinutes, maxMinutes, isApproximate } }) => {
		return `${minMinutes}..${maxMinutes}${isApproximate ? '~' : ''}`;
	});
	expect(minutes).toEqual(expected);
	expect(found.map(({ range }) => range)).toEqual(marks);
});

describe('finds phrases in order, without overlap, with a range of minutes, in any text', () => {
	const word = fc.constantFrom(
		'an',
		'hour',
		'and',
		'a',
		'half',
		'3',
		'-',
		'1h',
		'PT',
		'between',
		'to',
		'few',
		'½',
		'.',
		',',
		'~',
	);
	test.each([
		['arbitrary', fc.string({ unit: 'binary', maxLength: 200 })],
		['of the words', fc.array(word, { maxLength: 30 }).map(words => words.join(' '))],
		['of the words, glued', fc.array(word, { maxLength: 30 }).map(words => words.join(''))],
	])('%s: phrases are in order, do not overlap, and have a range of minutes', (_, texts) => {
		fc.assert(
			fc.property(texts, text => {
				let end = 0;
				for (const { value, range } of findDurations(text)) {
					expect(range.start).toBeGreaterThanOrEqual(end);
					expect(range.end).toBeGreaterThan(range.start);
					expect(value.minMinutes).toBeGreaterThanOrEqual(0);
					expect(value.maxMinutes).toBeGreaterThanOrEqual(value.minMinutes);
					end = range.end;
				}
				expect(end).toBeLessThanOrEqual(text.length);
			}),
			{ numRuns: 3000 },
		);
	});
});
