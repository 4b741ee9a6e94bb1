import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { TimelineEntry } from '../../../src/core/incident.ts';
import { findDeclaredZone } from '../../../src/parse/english/declared-zone.ts';
import { readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';
import { readTimeline } from '../../../src/parse/records/timeline.ts';

const DAY = Temporal.PlainDate.from('2024-08-26');

function sourceOf(text: string) {
	const configuration = { ...DEFAULT_CONFIGURATION, timeZone: 'America/New_York' };
	return { uri: 'file:///log/postmortems/x.md', text, kind: 'postmortem', configuration } as const;
}

/** Reads the timeline in the section "Timeline", or in the whole text. */
function read(text: string, date: Temporal.PlainDate | 'unknown' = DAY): TimelineEntry[] {
	const page = readMarkdown(text, 0);
	const section = page.sections.find(({ title }) => title.value.startsWith('Timeline'));
	const start = { date: date === 'unknown' ? undefined : date, time: undefined };
	return [...readTimeline(sourceOf(text), page, section?.content ?? page.range, start).entries];
}

/** Each entry as "«time as written» time as read: text". */
function describeTimeline(text: string, date: Temporal.PlainDate | 'unknown' = DAY): string[] {
	return read(text, date).map(({ at, text: words }) => {
		const time = at && (at.reading.ok ? at.reading.canonical : at.reading.reason);
		return `«${at ? text.slice(at.range.start, at.range.end) : ''}» ${time}: ${words?.value.replace(/\s+/g, ' ')}`;
	});
}

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

/** The instants of entries, in UTC, without their seconds. */
function instants(text: string, date?: Temporal.PlainDate): string[] {
	return read(text, date).map(({ at }) =>
		at?.reading.ok ? at.reading.earliest.toString().slice(5, 16).replace('T', ' ') : '-',
	);
}

const UTC = '## Timeline\n\nAll times in UTC.\n\n';

describe('the date of an entry', () => {
	test.each([
		[
			'is that of the previous entry',
			'- 2024-08-25 22:00 a\n- 22:30 b\n- 23:00 c',
			['08-25 22:00', '08-25 22:30', '08-25 23:00'],
		],
		[
			'is the next day after midnight',
			'- 23:50 a\n- 00:10 b\n- 09:00 c\n- 23:00 d\n- 01:00 e',
			['08-26 23:50', '08-27 00:10', '08-27 09:00', '08-27 23:00', '08-28 01:00'],
		],
		[
			'is not the next day for a small step back',
			'- 10:00 a\n- 09:50 b\n- 10:10 c',
			['08-26 10:00', '08-26 09:50', '08-26 10:10'],
		],
		[
			'comes from a heading',
			'### 2024-08-24\n\n- 10:00 a\n\n### 2024-08-27\n\n- 09:00 b',
			['08-24 10:00', '08-27 09:00'],
		],
		[
			'comes from a heading with the day before the month',
			'### 2024-08-24 19:47\n\na\n\n### 25. August, 11:00\n\nb\n\n### 11:07\n\nc',
			['08-24 19:47', '08-25 11:00', '08-25 11:07'],
		],
		['comes from a line with a numeric date', '20:45 a\n\n27/08/24\n\n12:34 b', ['08-26 20:45', '08-27 12:34']],
		['comes from a line with the month first', '20:45 a\n\n08/27/2024\n\n12:34 b', ['08-26 20:45', '08-27 12:34']],
		[
			'has the year nearest to the previous date',
			'- 2024-12-31 23:00 a\n- January 1, 01:00 b',
			['12-31 23:00', '01-01 01:00'],
		],
		[
			'newest first',
			'- 2024-08-27 00:20 a\n- 00:10 b\n- 23:50 c\n- 22:00 d',
			['08-27 00:20', '08-27 00:10', '08-26 23:50', '08-26 22:00'],
		],
		[
			'newest first without a date',
			'- 00:20 a\n- 00:10 b\n- 23:50 c\n- 22:00 d',
			['08-27 00:20', '08-27 00:10', '08-26 23:50', '08-26 22:00'],
		],
		[
			'is a date alone if no time follows',
			'### 2024-08-24\n\nOne\n\n### 2024-08-25 10:00\n\nTwo',
			['08-24 00:00', '08-25 10:00'],
		],
	])('%s', (_, text, expected) => {
		expect(instants(UTC + text)).toEqual(expected);
	});

	test('is unknown without a date', () => {
		expect(describeTimeline('- 10:15 Alert fires', 'unknown')).toEqual(['«» undefined: Alert fires']);
	});
});

describe('the zone of a timeline', () => {
	test.each([
		['All times in UTC', 'UTC', 'UTC'],
		['All times are in CEST.', 'Europe/Berlin', 'CEST'],
		['(all times America/Chicago)', 'America/Chicago', 'America/Chicago'],
		['Times below are in Pacific time', 'America/Los_Angeles', 'Pacific time'],
		['All times listed are Eastern', 'America/New_York', 'Eastern'],
		['All times in CET (GMT+1)', 'Europe/Berlin', 'CET'],
		['All times in PST (UTC-7)', '-07:00', 'PST'],
		['All times in IST (UTC+2)', 'Asia/Jerusalem', 'IST'],
		['All times in Central European Time (CET)', 'Europe/Berlin', 'Central European Time'],
		['All times in UTC+2', '+02:00', 'UTC+2'],
		['Time zone: PST', 'America/Los_Angeles', 'PST'],
		['> (all times in Pacific Time)', 'America/Los_Angeles', 'Pacific Time'],
		['Three times in a row, all of them bad', undefined, undefined],
		['All times are local', undefined, undefined],
		['`All times in UTC`', undefined, undefined],
	])('%s', (sentence, timeZone, written) => {
		const text = `## Timeline\n\n${sentence}\n\n- 10:15 Alert fires\n`;
		const page = readMarkdown(text, 0);
		const zone = findDeclaredZone(sourceOf(text), page, page.sections[0]?.content ?? page.range);
		expect(zone?.timeZone).toBe(timeZone);
		expect(zone && text.slice(zone.range.start, zone.range.end)).toBe(written);
		const reading = read(text)[0]?.at?.reading;
		expect(reading?.ok && reading.timeZone).toBe(timeZone ?? 'America/New_York');
		expect(reading?.ok && reading.zone).toBeUndefined();
	});

	test('is stored in the entries that are read in it', () => {
		const text = `${UTC}- 10:15 a\n- 10:20 EDT b\n\n| Time (CET) | Event |\n|---|---|\n| 10:25 | c |\n`;
		expect(read(text).map(({ declaredZone }) => declaredZone?.text)).toEqual(['UTC', undefined, 'CET']);
	});

	test('keeps the offset next to its name', () => {
		const text = '## Timeline\n\nAll times in PST (UTC-7).\n\n- 10:15 a\n';
		const offset = read(text)[0]?.declaredZone?.offset;
		expect(offset?.value).toBe('-07:00');
		expect(offset && text.slice(offset.range.start, offset.range.end)).toBe('UTC-7');
	});

	test('can be in the heading, or elsewhere on the page', () => {
		expect(instants('## Timeline (UTC)\n\n- 10:15 a')).toEqual(['08-26 10:15']);
		expect(instants('# X\n\nAll times in UTC.\n\n## Timeline\n\n- 10:15 a')).toEqual(['08-26 10:15']);
	});

	test('is that of the previous time with a zone', () => {
		expect(instants('- 10:15 UTC a\n- 10:20 b\n- 10:25 EDT c\n- 10:30 d')).toEqual([
			'08-26 10:15',
			'08-26 10:20',
			'08-26 14:25',
			'08-26 14:30',
		]);
	});

	test('does not apply to a time with its own zone', () => {
		expect(instants(`${UTC}- 10:15 EDT a\n- 15:00 b`)).toEqual(['08-26 14:15', '08-26 15:00']);
	});
});
