import { describe, expect, test } from 'vitest';
import { findingLines } from './report-text.ts';

const incident = (front = '') =>
	`//- /incidents/2024-08-26-mail.yaml\ntitle: Mail was late\nimpact: minor\nstarted_at: 2024-08-26T14:00:00Z\nresolved_at: 2024-08-26T15:00:00Z\n${front}`;
const postmortem = (body: string) =>
	`${incident()}//- /postmortems/mail.md\n---\ntitle: Mail was late\nincident: 2024-08-26-mail\nstatus: published\n---\n\n${body}\n`;
const found = (body: string, code = 'time/') =>
	findingLines(postmortem(body), code).map(line => line.replace(/^\S+ (\S+) «([^»]*)» .*$/, '$1 $2'));

const ENTRIES = '- 14:13 a\n- 14:20 b\n- 14:40 c\n- 14:15 d';
const LATE = ['time/timeline-order 14:15'];

describe('the section of a timeline', () => {
	test.each([
		'Timeline\n========',
		'## 1. Timeline',
		'## ⏱️ Timeline',
		'## **Timeline**',
		'## Detailed timeline',
		'## Timeline of events',
		'## Incident timeline (UTC)',
		'## Timeline — UTC',
		'## Timeline [UTC]',
		'## Timeline (all times in UTC)',
		'## Sequence of events',
		'## Zeitverlauf',
		'## Linha do tempo',
		'## Tidslinje',
		'## タイムライン',
		'# Timeline',
		'Timeline:',
		'**Timeline**',
		'## What happened',
	])('is %j', heading => {
		expect(found(`${heading}\n\n${ENTRIES}`)).toEqual(LATE);
	});

	test('can be in the body of an incident record', () => {
		const text = `//- /incidents/INC-7.md\n---\ntitle: A\nimpact: minor\nstarted_at: 2024-08-26T14:00:00Z\n---\n\n## Timeline\n\n${ENTRIES}\n`;
		expect(findingLines(text, 'time/timeline')).toHaveLength(1);
	});

	test('is not what is in comments', () => {
		expect(found('## Timeline\n\n<!--\n- 18:00 a\n- 12:00 b\n-->\n- 14:03 a\n<!-- - 12:00 c -->\n- 14:20 b')).toEqual(
			[],
		);
	});
});

describe('the order of a timeline', () => {
	test.each<[string, string, readonly string[]]>([
		[
			'is checked without a known day',
			'- 14:03 UTC: a\n- 14:20 UTC: b\n- 13:50 UTC: c',
			['time/timeline-order 13:50 UTC'],
		],
		[
			'is oldest first for as many steps in each direction',
			'- 14:03 a\n- 14:20 b\n- 13:50 c',
			['time/timeline-order 13:50'],
		],
		['can be newest first', '- 14:40 a\n- 14:20 b\n- 14:03 c', []],
		['passes midnight', '- 23:50 a\n- 00:10 b\n- 01:05 c', []],
		['passes midnight in a range', '- ~23:50–00:10 UTC: a\n- 00:15 UTC: b', []],
		['has room for approximate times', '- 14:03 a\n- ~13:20 b\n- 14:20 c', []],
		[
			'has no room for approximate times hours away',
			'- ~14:03 a\n- ~15:20 b\n- ~09:00 c\n- ~16:00 d',
			['time/timeline-order ~09:00'],
		],
		['ignores notes to an entry', '- 14:03 a\n  - 13:10 found later\n- 14:20 b\n  - 09:00 built', []],
		['is that of each heading alone', '### Mail\n\n- 14:03 a\n- 14:20 b\n\n### Web\n\n- 13:50 c\n- 14:00 d', []],
		[
			'is checked for times after the start',
			'- T+0: a\n- T+17m: b\n- T+5m: c\n- T+40m: d',
			['time/timeline-order T+5m'],
		],
		[
			'is checked in a table with a column of numbers',
			'| # | Time (UTC) | Event |\n|---|---|---|\n| 1 | 14:03 | a |\n| 2 | 14:20 | b |\n| 3 | 13:50 | c |',
			['time/timeline-order 13:50'],
		],
		[
			'is checked in a table with escaped bars',
			' Time (UTC) | Event\n---|---\n14:03 | `a \\| b`\n14:20 | c \\| d\n14:10 | e\n14:40 | f',
			['time/timeline-order 14:10'],
		],
		[
			'is checked with markup in the cells',
			'| Time | Event |\n|---|---|\n| 14:03&nbsp;UTC | a<br>b |\n| 14:20&nbsp;UTC | b |\n| **13:50**&nbsp;UTC | c |',
			['time/timeline-order 13:50**&nbsp;UTC'],
		],
	])('%s', (_, entries, expected) => {
		expect(found(`## Timeline\n\n${entries}`)).toEqual(expected);
	});
});

test('events of the history with a date of their own are not outside of the incident', () => {
	const history = '- 2023-09-15 00:00 a\n- 2024-06-01 09:00 b\n- 2024-08-26 14:03 c\n- 2024-11-01 00:00 d';
	expect(found(`## Timeline\n\nAll times in UTC.\n\n${history}`, 'time/timeline-outside')).toEqual([]);
	expect(found('## Timeline\n\n- 2023-08-26 14:03 UTC a', 'time/timeline-outside')).toHaveLength(1);
});

test('clocks from zero are not times of day', () => {
	expect(found('## Timeline\n\nMinutes after the start:\n\n- 00:00 a\n- 00:05 b\n- 00:15 c')).toEqual([]);
});

describe('a time in two zones', () => {
	test.each<[string, readonly string[]]>([
		['- 07:30 PT / 14:30 UTC: a', []],
		['- 07:30 PT / 15:30 UTC: a', ['time/zone-offset-mismatch 15:30 UTC']],
		['- 14:30 UTC (07:30 PT): a', []],
		['- 23:30 PT / 06:30 UTC: a', []],
	])('%j', (entry, expected) => {
		expect(found(`## Timeline\n\n${entry}`)).toEqual(expected);
	});

	test('is compared in two columns', () => {
		const table = '| UTC | CEST | Event |\n|---|---|---|\n| 14:03 | 16:03 | a |\n| 14:20 | 15:20 | b |';
		expect(found(`## Timeline\n\n${table}`)).toEqual(['time/zone-offset-mismatch 15:20']);
	});
});
