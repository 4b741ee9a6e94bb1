import { describe, expect, test } from 'vitest';
import { openText, told } from './report-text.ts';

const PATH = '/bulletins/2024-08-31.md';
const page = (...lines: readonly string[]) => `//- ${PATH}\n${lines.join('\n')}\n`;
const entry = (day: number, time: string, headline = 'Mail was late', facts = '') =>
	`* **August ${day}: ${headline}**${time === '' ? '' : ` (${time})`}: Late.${facts === '' ? '' : `\n  <!-- incident: { ${facts} } -->`}`;
const record = (id: string, start: string, rest = '') =>
	`//- /incidents/${id}.yaml\ntitle: Mail was late\nimpact: minor\nstarted_at: ${start}\n${rest}`;

/** What a rule says, without path and code. */
const said = (text: string, code: string) => told(text, code).map(line => line.replace(/^\S+ \S+ /, ''));

describe('the date', () => {
	const dates = (configuration: string, ...days: readonly string[]) =>
		told(
			`//- /incident-log.yaml\n${configuration}\n${days.map(day => `//- /bulletins/${day}.md\n# Log\n`).join('')}`,
			'bulletin/date',
		).map(line => /^\/bulletins\/(\S+)\.md/.exec(line)?.[1]);

	test.each<[string, string, readonly string[], readonly string[]]>([
		['a Sunday of the log', 'week_ends_on: sunday', ['2024-09-01'], []],
		['a Saturday of a log of Sundays', 'week_ends_on: sunday', ['2024-08-31'], ['2024-08-31']],
		['nothing said, all on Fridays', '', ['2024-08-16', '2024-08-23', '2024-08-30'], []],
		['nothing said, one out of line', '', ['2024-08-17', '2024-08-24', '2024-08-30'], ['2024-08-30']],
		['a day late', '', ['2024-08-24', '2024-09-01', '2024-09-07'], ['2024-09-01']],
	])('%s', (_, configuration, days, expected) => {
		expect(dates(configuration, ...days)).toEqual(expected);
	});

	test('nothing else than the day is written anew', () => {
		const mended = (front: string) => {
			const text = `//- /incident-log.yaml\nweek_ends_on: saturday\n//- /bulletins/x.md\n---\ndate: ${front}\n---\n\n# Log\n`;
			return openText(text).mended('bulletin/date').files.get('/bulletins/x.md');
		};
		expect(mended('"2024-09-02"')).toBe('---\ndate: "2024-08-31"\n---\n\n# Log\n');
		expect(mended('2024-09-02T00:00:00Z')).toBe('---\ndate: 2024-09-02T00:00:00Z\n---\n\n# Log\n');
	});
});

describe('the order', () => {
	const order = (...lines: readonly string[]) => said(page(...lines), 'bulletin/entry-order').length;
	test.each<[string, readonly string[], number]>([
		['days and times', [entry(26, '05:30 UTC', 'a'), entry(26, '06:30 UTC', 'b'), entry(27, '01:30 UTC', 'c')], 0],
		['newest first', [entry(27, '01:30 UTC', 'a'), entry(26, '06:30 UTC', 'b'), entry(26, '05:30 UTC', 'c')], 0],
		['a day without a time, last of its day', [entry(26, '05:30 UTC', 'a'), entry(26, '', 'b'), entry(27, '', 'c')], 0],
		['the same, newest first', [entry(27, '', 'c'), entry(26, '', 'b'), entry(26, '05:30 UTC', 'a')], 0],
		['one out of order', [entry(26, '', 'a'), entry(28, '', 'b'), entry(29, '', 'c'), entry(27, '', 'd')], 1],
		['two lists', [entry(28, '', 'a'), '', '## Customers', '', entry(26, '', 'b')], 0],
		['an id that is not there', [entry(28, '', 'a'), '* [[nothing]]', entry(29, '', 'b')], 0],
	])('%s', (_, lines, count) => {
		expect(order(...lines)).toBe(count);
	});

	test('a numbered list keeps its numbers', () => {
		const lines = ['1. **August 28: a**: x', '2. **August 29: b**: x', '3. **August 26: c**: x'];
		const log = openText(page(...lines));
		expect(log.findings().filter(({ code }) => code === 'bulletin/entry-order')).toHaveLength(1);
		expect(log.mended('bulletin/entry-order').files).toEqual(log.files);
	});
});

describe('what an entry and its record tell', () => {
	const differs = (text: string) => said(text, 'bulletin/entry-differs');
	const START = '2024-08-26T05:30:00Z';

	test.each<[string, string, readonly string[]]>([
		['a record of a day', record('a', '2024-08-26') + page(entry(26, '05:30 UTC')), []],
		['an entry of a day', record('a', START) + page(entry(26, '')), []],
		['seconds', record('a', '2024-08-26T05:30:59Z') + page(entry(26, '05:30 UTC')), []],
		['about', record('a', '2024-08-26T05:40:00Z') + page(entry(26, 'about 05:30 UTC')), []],
		[
			'an impact that is no level',
			record('a', START) + page(entry(26, '05:30 UTC', 'Mail was late', 'impact: mayor')),
			[],
		],
		[
			'an end that only one tells',
			record('a', START) + page(entry(26, '05:30 UTC', 'Mail was late', 'resolved_at: 2024-08-26T06:00:00Z')),
			[],
		],
		['another headline is another incident', record('a', START) + page('* [[a]]', entry(26, '09:30 UTC', 'Names')), []],
		[
			'in the zone of the log',
			`//- /incident-log.yaml\ntime_zone: America/New_York\n${record('a', START)}${page(entry(26, '05:30EST'))}`,
			['«05:30EST» `05:30EST` is not when it began by its record; expected 26 August 2024, 01:30 EDT'],
		],
	])('%s', (_, text, expected) => {
		expect(differs(text)).toEqual(expected);
	});

	test('it alone speaks of them', () => {
		const text = record('a', START) + page(entry(26, '09:30 UTC', 'Mail was late', 'id: a, impact: major'));
		expect(told(text).map(line => line.split(' ')[1])).toEqual(['bulletin/entry-differs', 'bulletin/entry-differs']);
	});
});

describe('told twice', () => {
	const twice = (text: string) => said(text, 'bulletin/duplicate-entry').length;
	const START = '2024-08-26T05:30:00Z';

	test.each<[string, string, number]>([
		['two days', page(entry(26, ''), entry(27, '')), 0],
		['one day and headline', page(entry(26, '05:30 UTC'), entry(26, '06:30 UTC', 'mail was LATE.')), 1],
		['one id', page(entry(26, '', 'a', 'id: x'), entry(27, '', 'b', 'id: x')), 1],
		['three times', page('* [[a]]', '* [[a]]', '* [[a]]') + record('a', START), 2],
		['an id that is not there', page('* [[nothing]]', '* [[nothing]]'), 1],
		['two records of one day and headline', page('* [[a]]', '* [[b]]') + record('a', START) + record('b', START), 0],
		['a record by its headline', page('* [[a]]', entry(26, '05:30 UTC')) + record('a', START), 1],
	])('%s', (_, text, count) => {
		expect(twice(text)).toBe(count);
	});
});

describe('one fault, one finding', () => {
	const START = '2024-08-26T05:30:00Z';
	const codes = (text: string) => told(text, 'bulletin/').map(line => line.split(' ')[1]);

	test.each<[string, string, readonly string[]]>([
		[
			'a slip in the day of an entry with a record',
			page(entry(22, '05:30 UTC', 'Mail was late', 'id: a'), entry(27, '', 'b')) + record('a', START),
			['bulletin/entry-differs'],
		],
		['a slip in the day of one without', page(entry(26, '', 'a'), entry(22, '', 'b')), ['bulletin/outside-week']],
		[
			'a slip in the order of days',
			page(entry(30, '', 'Mail was late', 'id: a'), entry(27, '', 'b'), entry(28, '', 'c')) + record('a', START),
			['bulletin/entry-differs'],
		],
		[
			'a slip in the date of the page',
			`//- /incident-log.yaml\nweek_ends_on: saturday\n//- /bulletins/2024-09-01.md\n${entry(25, '', 'a')}\n`,
			['bulletin/date'],
		],
	])('%s', (_, text, expected) => {
		expect(codes(text)).toEqual(expected);
	});

	test('the day is mended by the record', () => {
		const text = page(entry(22, '05:30 UTC', 'Mail was late', 'id: a')) + record('a', START);
		expect(openText(text).mended('bulletin/entry-differs').files.get(PATH)).toBe(
			`${entry(26, '05:30 UTC', 'Mail was late', 'id: a')}\n`,
		);
	});
});
