import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/core/configuration.ts';
import type { LocatedTime, TimelineEntry } from '../../../src/core/incident.ts';
import { readTime } from '../../../src/core/time/read-time.ts';
import { DeclaredZones } from '../../../src/parse/english/declared-zone.ts';
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
	return [
		...readTimeline(sourceOf(text), page, section?.content ?? page.range, start, { title: section?.title.range })
			.entries,
	];
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

	test('is unknown without a date, and the time of day is kept for the order', () => {
		expect(describeTimeline('- 10:15 Alert fires', 'unknown')).toEqual(['«» undefined: Alert fires']);
		const clocks = read('- 23:50 a\n- 00:10 b', 'unknown').map(
			({ clock }) => clock?.reading.ok && clock.reading.canonical,
		);
		expect(clocks).toEqual(['2000-01-01T23:50:00-05:00', '2000-01-02T00:10:00-05:00']);
	});

	test.each([
		[
			'is not carried from a date that does not exist',
			'- 2024-08-25 10:00 a\n- 2024-08-32 11:00 b\n- 12:00 c',
			['08-25 10:00', '-', '-'],
		],
		[
			'comes from a cell of its own, which can be empty',
			'| Date | Time | Event |\n|---|---|---|\n| 2024-08-25 | 10:00 | a |\n| | 11:00 | b |\n| 2024-08-26 | 09:00 | c |',
			['08-25 10:00', '08-25 11:00', '08-26 09:00'],
		],
		[
			'comes from a row of its own',
			'Time | Event\n---|---\n8/25 |\n10:00 | a\n8/27 |\n09:00 | b',
			['08-25 10:00', '08-27 09:00'],
		],
		[
			'comes from an item with nested items',
			'- 2024-08-25\n  - 10:00 a\n- 2024-08-27\n  - 09:00 b',
			['08-25 10:00', '08-27 09:00'],
		],
		[
			'is the last one of a range of dates',
			'- 2024-08-24 → 2024-08-25 (overnight): a\n- 10:00 b',
			['08-24 00:00', '08-25 10:00'],
		],
		['can be without a year', '- [08-25 10:00] a\n- [08-26 09:00] b', ['08-25 10:00', '08-26 09:00']],
		[
			'has the order of the other dates of the page',
			'- 25/08/2024 10:00 a\n- 01/09/2024 09:00 b',
			['08-25 10:00', '09-01 09:00'],
		],
		[
			'begins anew under a heading that begins earlier',
			'### Mail\n\n- 10:00 a\n- 11:00 b\n\n### Web\n\n- 09:00 c',
			['08-26 10:00', '08-26 11:00', '08-26 09:00'],
		],
		['is counted from the first one', '- 10:00 a\n- 09:00+3d b', ['08-26 10:00', '08-29 09:00']],
	])('%s', (_, text, expected) => {
		const entries = instants(UTC + text);
		expect(entries).toEqual(expected);
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
		['Times: UTC', 'UTC', 'UTC'],
		['Times are JST on 2024-08-26.', 'Asia/Tokyo', 'JST'],
		['Times are JST (UTC+09:00). Some are reconstructed.', 'Asia/Tokyo', 'JST'],
		['Everything below is in UTC.', 'UTC', 'UTC'],
		['All times in GMT/UTC.', 'UTC', 'GMT/UTC'],
		['All timestamps are US Eastern', 'America/New_York', 'US Eastern'],
		['In this time zone: all times shown are in JST', 'Asia/Tokyo', 'JST'],
		['Entries below are in UTC, and times of the vendor are PST.', 'UTC', 'UTC'],
		['Alle Zeiten in MESZ', 'Europe/Berlin', 'MESZ'],
		['Die Zeitangaben sind alle in UTC.', 'UTC', 'UTC'],
		['Uhrzeiten: CET', 'Europe/Berlin', 'CET'],
		['Zeitzone: Europe/Vienna', 'Europe/Vienna', 'Europe/Vienna'],
		['Toutes les heures sont en UTC', 'UTC', 'UTC'],
		['Les heures sont indiquées en CET.', 'Europe/Berlin', 'CET'],
		['Fuseau horaire : Europe/Paris', 'Europe/Paris', 'Europe/Paris'],
		['Vers 14 heures UTC, le service est tombé.', undefined, undefined],
		['Todas las horas están en CET', 'Europe/Berlin', 'CET'],
		['Zona horaria: America/Bogota', 'America/Bogota', 'America/Bogota'],
		['Horario UTC', 'UTC', 'UTC'],
		['Todos os horários estão em UTC', 'UTC', 'UTC'],
		['Fuso horário: America/Sao_Paulo', 'America/Sao_Paulo', 'America/Sao_Paulo'],
		['Horários em GMT-3', '-03:00', 'GMT-3'],
		['Alle tider i CET', 'Europe/Berlin', 'CET'],
		['Alle tidspunkt er oppgitt i UTC.', 'UTC', 'UTC'],
		['Tidssone: Europe/Oslo', 'Europe/Oslo', 'Europe/Oslo'],
		['時刻はすべてJST', 'Asia/Tokyo', 'JST'],
		['以下の日時は全てJSTです', 'Asia/Tokyo', 'JST'],
		['タイムゾーン：UTC', 'UTC', 'UTC'],
		['所有时间均为UTC+8', '+08:00', 'UTC+8'],
		['以下时间为 UTC', 'UTC', 'UTC'],
		['时区：Asia/Shanghai', 'Asia/Shanghai', 'Asia/Shanghai'],
		['Three times in a row, all of them bad', undefined, undefined],
		['All times are local', undefined, undefined],
		['`All times in UTC`', undefined, undefined],
	])('%s', (sentence, timeZone, written) => {
		const text = `## Timeline\n\n${sentence}\n\n- 10:15 Alert fires\n`;
		const page = readMarkdown(text, 0);
		const zone = new DeclaredZones(sourceOf(text), page).find(
			page.sections[0]?.content ?? page.range,
			page.sections[0]?.title.range,
		);
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
		for (const heading of [
			'Timeline (UTC)',
			'Timeline (all times in UTC)',
			'Zeitachse (alle Zeiten in UTC)',
			'タイムライン（時刻はUTC）',
		]) {
			expect(instants(`## ${heading}\n\n- 10:15 a`), heading).toEqual(['08-26 10:15']);
		}
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

describe('a time in two zones', () => {
	const second = (text: string) => read(text).map(({ also }) => also?.reading.ok && also.reading.canonical);

	test('is read in both', () => {
		expect(second('- 06:30 PT / 13:30 UTC: a')).toEqual(['2024-08-26T13:30:00Z']);
		expect(second('- 06:30 PT (13:30 UTC) a')).toEqual(['2024-08-26T13:30:00Z']);
		expect(second('| UTC | CET | Event |\n|---|---|---|\n| 13:30 | 15:30 | a |')).toEqual([
			'2024-08-26T15:30:00+02:00',
		]);
	});

	test('is one time without a second zone', () => {
		expect(second('- 06:30 / 13:30: a')).toEqual([undefined]);
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
