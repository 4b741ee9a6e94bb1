import { describe, expect, test } from 'vitest';
import { DeclaredZones } from '../../../src/parse/english/declared-zone.ts';
import { readMarkdown } from '../../../src/parse/markdown/read-markdown.ts';
import { describeTimeline, instants, read, sourceOf, UTC } from './help-timeline.ts';

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
