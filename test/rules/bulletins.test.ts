import { describe, expect, test } from 'vitest';
import { findingLines, formatFindings, openText, RECORD } from './report-text.ts';

const PATH = '/bulletins/2024-08-31.md';
const page = (...lines: readonly string[]) => `//- ${PATH}\n${lines.join('\n')}\n`;
const entry = (day: number, time: string, headline = 'Mail was late', facts = '') =>
	`* **August ${day}: ${headline}**${time === '' ? '' : ` (${time})`}: Late.${facts === '' ? '' : `\n  <!-- incident: { ${facts} } -->`}`;
const record = (id: string, start: string, rest = '') =>
	`//- /incidents/${id}.yaml\ntitle: Mail was late\nimpact: minor\nstarted_at: ${start}\n${rest}`;

/** Returns the findings of a rule as "«text» message". */
const findingsOf = (text: string, code: string) => findingLines(text, code).map(line => line.replace(/^\S+ \S+ /, ''));

describe('bulletin/date', () => {
	const dates = (configuration: string, ...days: readonly string[]) =>
		findingLines(
			`//- /incident-log.yaml\n${configuration}\n${days.map(day => `//- /bulletins/${day}.md\n# Log\n`).join('')}`,
			'bulletin/date',
		).map(line => /^\/bulletins\/(\S+)\.md/.exec(line)?.[1]);

	test.each<[string, string, readonly string[], readonly string[]]>([
		['accepts the configured weekday', 'week_ends_on: sunday', ['2024-09-01'], []],
		['reports a weekday other than the configured one', 'week_ends_on: sunday', ['2024-08-31'], ['2024-08-31']],
		['accepts Fridays without a configured weekday', '', ['2024-08-16', '2024-08-23', '2024-08-30'], []],
		['reports a Friday after two Saturdays', '', ['2024-08-17', '2024-08-24', '2024-08-30'], ['2024-08-30']],
		['reports a Sunday between two Saturdays', '', ['2024-08-24', '2024-09-01', '2024-09-07'], ['2024-09-01']],
	])('%s', (_, configuration, days, expected) => {
		expect(dates(configuration, ...days)).toEqual(expected);
	});

	test('replaces a date, and offers no fix for a date with a time', () => {
		const fixed = (front: string) => {
			const text = `//- /incident-log.yaml\nweek_ends_on: saturday\n//- /bulletins/x.md\n---\ndate: ${front}\n---\n\n# Log\n`;
			return openText(text).fixed('bulletin/date').files.get('/bulletins/x.md');
		};
		expect(fixed('"2024-09-02"')).toBe('---\ndate: "2024-08-31"\n---\n\n# Log\n');
		expect(fixed('2024-09-02T00:00:00Z')).toBe('---\ndate: 2024-09-02T00:00:00Z\n---\n\n# Log\n');
	});
});

describe('bulletin/entry-order', () => {
	const countFindings = (...lines: readonly string[]) => findingsOf(page(...lines), 'bulletin/entry-order').length;
	test.each<[string, readonly string[], number]>([
		[
			'accepts the oldest entry first',
			[entry(26, '05:30 UTC', 'a'), entry(26, '06:30 UTC', 'b'), entry(27, '01:30 UTC', 'c')],
			0,
		],
		[
			'accepts the newest entry first',
			[entry(27, '01:30 UTC', 'a'), entry(26, '06:30 UTC', 'b'), entry(26, '05:30 UTC', 'c')],
			0,
		],
		[
			'accepts an entry without a time as the last of its day',
			[entry(26, '05:30 UTC', 'a'), entry(26, '', 'b'), entry(27, '', 'c')],
			0,
		],
		[
			'accepts an entry without a time, newest first',
			[entry(27, '', 'c'), entry(26, '', 'b'), entry(26, '05:30 UTC', 'a')],
			0,
		],
		[
			'reports one entry out of order',
			[entry(26, '', 'a'), entry(28, '', 'b'), entry(29, '', 'c'), entry(27, '', 'd')],
			1,
		],
		['orders each list separately', [entry(28, '', 'a'), '', '## Customers', '', entry(26, '', 'b')], 0],
		['ignores an unresolved reference', [entry(28, '', 'a'), '* [[nothing]]', entry(29, '', 'b')], 0],
	])('%s', (_, lines, count) => {
		expect(countFindings(...lines)).toBe(count);
	});

	test('offers no fix for a numbered list', () => {
		const lines = ['1. **August 28: a**: x', '2. **August 29: b**: x', '3. **August 26: c**: x'];
		const log = openText(page(...lines));
		expect(log.findings().filter(({ code }) => code === 'bulletin/entry-order')).toHaveLength(1);
		expect(log.fixed('bulletin/entry-order').files).toEqual(log.files);
	});
});

describe('bulletin/entry-differs', () => {
	const START = '2024-08-26T05:30:00Z';

	test.each<[string, string, readonly string[]]>([
		['accepts a time on the date of the record', record('a', '2024-08-26') + page(entry(26, '05:30 UTC')), []],
		['accepts the date of the start of the record', record('a', START) + page(entry(26, '')), []],
		['ignores seconds', record('a', '2024-08-26T05:30:59Z') + page(entry(26, '05:30 UTC')), []],
		['accepts an approximate time', record('a', '2024-08-26T05:40:00Z') + page(entry(26, 'about 05:30 UTC')), []],
		[
			'ignores an unknown impact level',
			record('a', START) + page(entry(26, '05:30 UTC', 'Mail was late', 'impact: mayor')),
			[],
		],
		[
			'ignores an end that only the entry states',
			record('a', START) + page(entry(26, '05:30 UTC', 'Mail was late', 'resolved_at: 2024-08-26T06:00:00Z')),
			[],
		],
		[
			'ignores an entry with a different headline and no id',
			record('a', START) + page('* [[a]]', entry(26, '09:30 UTC', 'Names')),
			[],
		],
		[
			"states the expected time in the log's zone",
			`//- /incident-log.yaml\ntime_zone: America/New_York\n${record('a', START)}${page(entry(26, '05:30EST'))}`,
			['«05:30EST» Start `05:30EST` differs from record `a`. Expected 26 August 2024, 01:30 EDT.'],
		],
	])('%s', (_, text, expected) => {
		expect(findingsOf(text, 'bulletin/entry-differs')).toEqual(expected);
	});

	test('is the only rule that reports differences between an entry and its record', () => {
		const text = record('a', START) + page(entry(26, '09:30 UTC', 'Mail was late', 'id: a, impact: major'));
		expect(findingLines(text).map(line => line.split(' ')[1])).toEqual([
			'bulletin/entry-differs',
			'bulletin/entry-differs',
		]);
	});
});

describe('bulletin/duplicate-entry', () => {
	const countFindings = (text: string) => findingsOf(text, 'bulletin/duplicate-entry').length;
	const START = '2024-08-26T05:30:00Z';

	test.each<[string, string, number]>([
		['accepts the same headline on two days', page(entry(26, ''), entry(27, '')), 0],
		['reports the same day and headline', page(entry(26, '05:30 UTC'), entry(26, '06:30 UTC', 'mail was LATE.')), 1],
		['reports the same id', page(entry(26, '', 'a', 'id: x'), entry(27, '', 'b', 'id: x')), 1],
		['reports the second and the third entry', page('* [[a]]', '* [[a]]', '* [[a]]') + record('a', START), 2],
		['reports a repeated id without a record', page('* [[nothing]]', '* [[nothing]]'), 1],
		[
			'accepts two records with the same day and headline',
			page('* [[a]]', '* [[b]]') + record('a', START) + record('b', START),
			0,
		],
		[
			'reports an entry with the day and headline of a record',
			page('* [[a]]', entry(26, '05:30 UTC')) + record('a', START),
			1,
		],
	])('%s', (_, text, count) => {
		expect(countFindings(text)).toBe(count);
	});
});

describe('one fault gives one finding', () => {
	const START = '2024-08-26T05:30:00Z';
	const codes = (text: string) => findingLines(text, 'bulletin/').map(line => line.split(' ')[1]);

	test.each<[string, string, readonly string[]]>([
		[
			'for a wrong day of an entry with a record',
			page(entry(22, '05:30 UTC', 'Mail was late', 'id: a'), entry(27, '', 'b')) + record('a', START),
			['bulletin/entry-differs'],
		],
		[
			'for a wrong day of an entry without a record',
			page(entry(26, '', 'a'), entry(22, '', 'b')),
			['bulletin/outside-week'],
		],
		[
			'for a wrong day that puts the entries out of order',
			page(entry(30, '', 'Mail was late', 'id: a'), entry(27, '', 'b'), entry(28, '', 'c')) + record('a', START),
			['bulletin/entry-differs'],
		],
		[
			'for a wrong date of the bulletin',
			`//- /incident-log.yaml\nweek_ends_on: saturday\n//- /bulletins/2024-09-01.md\n${entry(25, '', 'a')}\n`,
			['bulletin/date'],
		],
	])('%s', (_, text, expected) => {
		expect(codes(text)).toEqual(expected);
	});

	test('and the fix writes the day of the record', () => {
		const text = page(entry(22, '05:30 UTC', 'Mail was late', 'id: a')) + record('a', START);
		expect(openText(text).fixed('bulletin/entry-differs').files.get(PATH)).toBe(
			`${entry(26, '05:30 UTC', 'Mail was late', 'id: a')}\n`,
		);
	});
});

describe('bulletin rules', () => {
	const mail = `//- /incidents/2024-08-26-mail.yaml\n${RECORD}`;
	test.each<[string, string, readonly string[]]>([
		[
			'reports a missing incident at the start of an empty bulletin',
			`${mail}//- /bulletins/2024-08-31.md\n`,
			[
				'warning bulletin/incident-missing «» Incident `2024-08-26-mail` (Mail was late) is missing from the bulletin. Expected an entry for each incident of the week.',
			],
		],
		[
			'accepts a missing duplicate',
			`${mail}//- /incidents/copy.yaml\n${RECORD}references: [{ id: 2024-08-26-mail, relation: duplicate-of }]\n//- /bulletins/2024-08-31.md\n- [[2024-08-26-mail]]\n`,
			[],
		],
		[
			'matches an entry and a record by the id in the comment',
			`${mail}//- /bulletins/2024-08-31.md\n* **August 26: Another headline** (05:30 UTC): Late.\n  <!-- incident: { id: 2024-08-26-mail } -->\n`,
			[
				'warning bulletin/entry-differs «Another headline» Title `Another headline` differs from record `2024-08-26-mail`. Expected `Mail was late`.',
			],
		],
		[
			'leaves an entry without an incident to reference/unresolved',
			'//- /bulletins/2024-08-31.md\n- [[2024-08-26-male]]\n',
			[
				'error reference/unresolved «2024-08-26-male» Unresolved reference `2024-08-26-male`: no record has this id. Expected the id of a record.',
			],
		],
	])('%s', (_, text, expected) => {
		expect(formatFindings(text)).toEqual(expected);
	});
});
