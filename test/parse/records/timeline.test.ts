import { describe, expect, test } from 'vitest';
import type { LocatedTime } from '../../../src/core/incident.ts';
import { readTime } from '../../../src/core/time/read-time.ts';
import { readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';
import { readTimeline } from '../../../src/parse/records/timeline.ts';
import { DAY, describeTimeline, read, sourceOf } from './help-timeline.ts';

describe('forms of an entry', () => {
	test.each([
		['- 10:15 Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- 10:15: Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- 10:15 - Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- 10:15 – Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- **10:15** Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- **10:15:** Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- `10:15` Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- [10:15] Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- [10:15](https://example.com/x) Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- (10:15 UTC) Alert fires', '«10:15 UTC» 2024-08-26T10:15:00Z: Alert fires'],
		['**10:15 UTC** - Alert fires', '«10:15 UTC» 2024-08-26T10:15:00Z: Alert fires'],
		['10:15 UTC: Alert fires', '«10:15 UTC» 2024-08-26T10:15:00Z: Alert fires'],
		[
			'10:15 PM PST Friday Aug 30th: Alert fires',
			'«10:15 PM PST Friday Aug 30th» 2024-08-30T22:15:00-07:00: Alert fires',
		],
		['- 2024-08-25 10:15: Alert fires', '«2024-08-25 10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['- 2024-08-25T10:15:00Z Alert fires', '«2024-08-25T10:15:00Z» 2024-08-25T10:15:00Z: Alert fires'],
		['- 2024-08-25 10:15-07:00 Alert fires', '«2024-08-25 10:15-07:00» 2024-08-25T10:15:00-07:00: Alert fires'],
		['- August 25, 10:15 – Alert fires', '«August 25, 10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['- August 25: Alert fires', '«August 25» 2024-08-25: Alert fires'],
		['- 10:15–10:40: Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- 10:15 to 10:40 UTC: Alert fires', '«10:15» 2024-08-26T10:15:00Z: Alert fires'],
		['- ~10:15 Alert fires', '«~10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- 2024-08-25 ca. 10:15 Alert fires', '«2024-08-25 ca. 10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['- 10:15 Met with the vendor', '«10:15» 2024-08-26T10:15:00-04:00: Met with the vendor'],
		['- 10:15 met with the vendor', '«10:15» 2024-08-26T10:15:00-04:00: met with the vendor'],
		['- 10:15 utc: Alert fires', '«10:15 utc» 2024-08-26T10:15:00Z: Alert fires'],
		['- 25:15 Alert fires', '«25:15» impossible: Alert fires'],
		['### 10:15\n\nAlert fires\n\n- twice', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires - twice'],
		['### 25. August, 10:15\n\nAlert fires', '«25. August, 10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['### 10:15: Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['### 10:15:\n\nAlert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- 10:15:30: Alert fires', '«10:15:30» 2024-08-26T10:15:30-04:00: Alert fires'],
		['### 2024-08-25 10:15: Alert fires', '«2024-08-25 10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['### 25. August, 10:15: Alert fires', '«25. August, 10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['### 2024-08-25 10:15 - Alert fires', '«2024-08-25 10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['| Time | Event |\n|---|---|\n| 10:15 | Alert fires |', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		[
			'| Time | Who | What |\n|---|---|---|\n| 10:15 | Kim | Alert fires |',
			'«10:15» 2024-08-26T10:15:00-04:00: Alert fires',
		],
		[
			'| Date | Time | Event |\n|---|---|---|\n| August 25 | 10:15 | Alert fires |',
			'«10:15» 2024-08-25T10:15:00-04:00: Alert fires',
		],
		['- 14.03 Alert fires', '«14.03» 2024-08-26T14:03:00-04:00: Alert fires'],
		['- 14h03 : Alert fires', '«14h03» 2024-08-26T14:03:00-04:00: Alert fires'],
		['- 1403Z Alert fires', '«1403Z» 2024-08-26T14:03:00Z: Alert fires'],
		['- 2pm: Alert fires', '«2pm» 2024-08-26T14:00:00-04:00: Alert fires'],
		['- Noon: Alert fires', '«Noon» 2024-08-26T12:00:00-04:00: Alert fires'],
		['- 12:26-12:?? Alert fires', '«12:26» 2024-08-26T12:26:00-04:00: Alert fires'],
		['- 10:45~ Alert fires', '«10:45~» 2024-08-26T10:45:00-04:00: Alert fires'],
		['- 20:00ish - Alert fires', '«20:00ish» 2024-08-26T20:00:00-04:00: Alert fires'],
		['- 22:XX Alert fires', '«22:XX» 2024-08-26T22:00:00-04:00: Alert fires'],
		['- 09:15 Uhr: Alarm', '«09:15 Uhr» 2024-08-26T09:15:00-04:00: Alarm'],
		['- kl 09.15 Alarm', '«09.15» 2024-08-26T09:15:00-04:00: Alarm'],
		['- 14時03分 アラート', '«14時03分» 2024-08-26T14:03:00-04:00: アラート'],
		['- 16:05:57-58: Alert fires', '«16:05:57» 2024-08-26T16:05:57-04:00: Alert fires'],
		['- 22:02, 22:07, 22:33: Alert fires', '«22:02» 2024-08-26T22:02:00-04:00: Alert fires'],
		['- 🔥 10:15 Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- [x] 10:15 Alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- At 10:15 UTC, alert fires', '«10:15 UTC» 2024-08-26T10:15:00Z: alert fires'],
		['- Kim, 10:15 – alert fires', '«10:15» 2024-08-26T10:15:00-04:00: Kim, 10:15 – alert fires'],
		['- **Detected**: 10:15', '«10:15» 2024-08-26T10:15:00-04:00: **Detected**: 10:15'],
		['- Alert fires (10:15 UTC)', '«10:15 UTC» 2024-08-26T10:15:00Z: Alert fires (10:15 UTC)'],
		['### Update 10:15\n\nAlert fires', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['- Aug 25th **10:15** Alert fires', '«Aug 25th **10:15» 2024-08-25T10:15:00-04:00: Alert fires'],
		['| Time | Event |\n|---|---|\n| `10:15`<br> | Alert fires |', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		[
			'| # | When | Who | What |\n|---|---|---|---|\n| 1 | 10:15 | Kim | Alert fires |',
			'«10:15» 2024-08-26T10:15:00-04:00: Alert fires',
		],
		['| Step | Note |\n|---|---|\n| Alert fires | 10:15 |', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['| 時刻 | 内容 |\n|---|---|\n| 10:15 | アラート |', '«10:15» 2024-08-26T10:15:00-04:00: アラート'],
		['10:15 | Alert fires\n---|---', '«10:15» 2024-08-26T10:15:00-04:00: Alert fires'],
		['| Time (UTC) | Event |\n|---|---|\n| 10:15 | Alert fires |', '«10:15» 2024-08-26T10:15:00Z: Alert fires'],
		['| When | Event |\n|---|---|\n| later | Alert fires |', '«» undefined: Alert fires'],
	])('%j', (text, expected) => {
		const entries = describeTimeline(`## Timeline\n\n${text}\n`);
		expect(entries[0]).toBe(expected);
		expect(entries).toHaveLength(1);
	});

	test.each([
		'- Alert fires at 10:15',
		'- 3 hosts went down',
		'- August 25 was a Sunday',
		'The alert\n10:15 fired',
		'2024-08-25 was a Sunday',
		'| Host | Load |\n|---|---|\n| a | b |',
		'```\n10:15 Alert fires\n```',
		'### Investigation',
		'### 3. August 25, 10:15: Alert fires',
	])('%j is not an entry', text => {
		expect(describeTimeline(`## Timeline\n\n${text}\n`)).toEqual([]);
	});

	test('include lines of one paragraph', () => {
		expect(describeTimeline('10:15: Alert fires\nand rings\n10:20: Kim answers\n10:25 Lee')).toEqual([
			'«10:15» 2024-08-26T10:15:00-04:00: Alert fires and rings',
			'«10:20» 2024-08-26T10:20:00-04:00: Kim answers',
			'«10:25» 2024-08-26T10:25:00-04:00: Lee',
		]);
	});

	test('have the range of the whole item and the text of its first paragraph', () => {
		const text = '## Timeline\n\n- 10:15 Alert fires\n  - 10:16 It rings\n  - loudly\n\n## Next\n\n- 10:17 Not here\n';
		const entries = read(text);
		expect(entries.map(({ range }) => text.slice(range.start, range.end))).toEqual([
			'- 10:15 Alert fires\n  - 10:16 It rings\n  - loudly',
		]);
		expect(entries.map(({ text: words }) => words?.value)).toEqual(['Alert fires']);
	});
});

describe('a time after the start', () => {
	const start = { range: { start: 0, end: 0 }, reading: readTime('2024-08-26T14:00:00Z', { timeZone: 'UTC' }) };
	const counted = (text: string, time: LocatedTime | undefined) => {
		const page = readMarkdown(text, 0);
		const { entries } = readTimeline(sourceOf(text), page, page.range, { date: DAY, time });
		return entries.map(({ at, clock }) =>
			[at, clock].map(each => (each?.reading.ok ? each.reading.canonical.slice(8, 16) : '-')).join(' '),
		);
	};

	test('counts from the start of the incident', () => {
		const text = '- T+0: a\n- T+5m: b\n- T+00:17 c\n- +1h 30 min d\n- T-10m e';
		expect(counted(text, start)).toEqual(['26T14:00 -', '26T14:05 -', '26T14:17 -', '26T15:30 -', '26T13:50 -']);
	});

	test('is comparable with others without a start', () => {
		expect(counted('- T+0: a\n- T+5m: b', undefined)).toEqual(['- 01T00:00', '- 01T00:05']);
	});

	test('can be a clock that counts from zero', () => {
		expect(counted('- 00:00 a\n- 00:05 b', start)).toEqual(['26T14:00 -', '26T14:05 -']);
		expect(counted('Minutes after the start:\n\n- 00:00 a\n- 00:05 b', undefined)).toEqual([
			'- 01T00:00',
			'- 01T00:05',
		]);
	});
});

describe('times that cannot be read', () => {
	const unread = (text: string) => {
		const page = readMarkdown(text, 0);
		const reading = readTimeline(sourceOf(text), page, page.range, { date: DAY, time: undefined });
		return reading.unread.map(({ start, end }) => text.slice(start, end));
	};

	test.each<[string, readonly string[]]>([
		['| Time | Event |\n|---|---|\n| 10:15 | a |\n| later | b |', ['later']],
		['| Time | Event |\n|---|---|\n| 10:15 | a |\n| | b |', []],
		['- [10:15] a\n- [???] b\n- [the link](x) c', ['[???]']],
		['| Phase | Cost |\n|---|---|\n| one | 5 |', []],
	])('of %j are %j', (text, expected) => {
		expect(unread(text)).toEqual(expected);
	});
});
