import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readTime } from '../../../src/core/time/read-time.ts';
import type { Deviation, UnreadableTime, WrittenTime } from '../../../src/core/time/written-time.ts';

const context = { timeZone: 'America/New_York' };
const withDate = { ...context, date: Temporal.PlainDate.from('2024-08-26') };

function read(text: string, where: { timeZone: string; date?: Temporal.PlainDate } = context): WrittenTime {
	const reading = readTime(text, where);
	if (!reading.ok) {
		throw new Error(`${text}: ${reading.reason} ${reading.detail}`);
	}
	return reading;
}

function readUnreadable(
	text: string,
	where: { timeZone: string; date?: Temporal.PlainDate } = context,
): UnreadableTime {
	const reading = readTime(text, where);
	if (reading.ok) {
		throw new Error(`${text} was read as ${reading.canonical}`);
	}
	return reading;
}

const slice = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('a date and a time', () => {
	const cases: readonly [text: string, canonical: string, deviations: readonly Deviation[]][] = [
		['2024-08-26T05:30:00-04:00', '2024-08-26T05:30:00-04:00', []],
		['2024-08-26T05:30:00Z', '2024-08-26T05:30:00Z', []],
		['2024-08-26T05:30:00+00:00', '2024-08-26T05:30:00+00:00', []],
		['2024-08-26T05:30:00.125Z', '2024-08-26T05:30:00.125Z', []],
		['2024-08-26T05:30:00.1234567891Z', '2024-08-26T05:30:00.123456789Z', []],
		['2024-08-26T05:30:00', '2024-08-26T05:30:00-04:00', []],
		['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z', []],
		['2024-08-26T05:30:00-04:00[America/New_York]', '2024-08-26T05:30:00-04:00[America/New_York]', []],
		['2024-08-26T05:30:00-04:00[!america/new_york][u-ca=gregory]', '2024-08-26T05:30:00-04:00[America/New_York]', []],
		['2024-08-26T05:30:00-04:00[u-ca=hebrew]', '2024-08-26T05:30:00-04:00', []],
		['2024-08-26T09:30:00Z[America/New_York]', '2024-08-26T09:30:00Z[America/New_York]', []],
		['2024-08-26T05:30:00+05:30[+05:30]', '2024-08-26T05:30:00+05:30[+05:30]', []],
		['2024-08-26T05:30:00[Europe/Rome]', '2024-08-26T05:30:00+02:00[Europe/Rome]', []],
		['2024-08-26 05:30:00-04:00', '2024-08-26T05:30:00-04:00', ['space-for-t']],
		['2024-08-26t05:30:00z', '2024-08-26T05:30:00Z', ['lower-case']],
		['2024-08-26T05:30-04:00', '2024-08-26T05:30:00-04:00', ['no-seconds']],
		['2024-08-26T5:30:00-04:00', '2024-08-26T05:30:00-04:00', ['one-digit-hour']],
		['2024-08-26T05:30:00-0400', '2024-08-26T05:30:00-04:00', ['short-offset']],
		['2024-08-26T05:30:00+02', '2024-08-26T05:30:00+02:00', ['short-offset']],
		['2024-08-26T05:30:00-5:30', '2024-08-26T05:30:00-05:30', ['short-offset']],
		['2024-08-26T05:30:00−04:00', '2024-08-26T05:30:00-04:00', ['short-offset']],
		['2024-08-26T05:30:00UTC+2', '2024-08-26T05:30:00+02:00', ['short-offset']],
		['2024-08-26T05:30:00-00:00', '2024-08-26T05:30:00Z', ['negative-zero-offset']],
		['2024-08-26T05:30:00 -04:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['2024-08-26T05:30:00,5-04:00', '2024-08-26T05:30:00.5-04:00', ['other-order']],
		['2024-08-26 05:30 EDT', '2024-08-26T05:30:00-04:00', ['space-for-t', 'no-seconds', 'abbreviation']],
		['2024-08-26 05:30EST', '2024-08-26T05:30:00-04:00', ['space-for-t', 'no-seconds', 'abbreviation']],
		['2024-08-26T05:30:00 UTC', '2024-08-26T05:30:00Z', ['abbreviation']],
		['2024-08-26T05Z', '2024-08-26T05:00:00Z', ['no-seconds', 'other-order']],
		['2024-08-26 05:30 [UTC]', '2024-08-26T05:30:00Z[UTC]', ['space-for-t', 'no-seconds', 'other-order']],
		['2024-08-26 05:30 UTC±0', '2024-08-26T05:30:00Z', ['space-for-t', 'no-seconds', 'short-offset', 'other-order']],
		['2024-08-26 05:30 PST/PDT', '2024-08-26T05:30:00-07:00', ['space-for-t', 'no-seconds', 'abbreviation']],
		['2024-08-26 05:30 Pacific Time', '2024-08-26T05:30:00-07:00', ['space-for-t', 'no-seconds', 'abbreviation']],
		['2024-08-26 05:30 GMT/UTC', '2024-08-26T05:30:00Z', ['space-for-t', 'no-seconds', 'abbreviation']],
		['Mon Aug 26 05:30:00 UTC 2024', '2024-08-26T05:30:00Z', ['abbreviation', 'other-order']],
		['Mon Aug 26 05:30:00 2024 -0400', '2024-08-26T05:30:00-04:00', ['short-offset', 'other-order']],
		['2024-08-26 9.07', '2024-08-26T09:07:00-04:00', ['space-for-t', 'no-seconds', 'one-digit-hour', 'other-order']],
		['2024-08-26 1403Z', '2024-08-26T14:03:00Z', ['space-for-t', 'no-seconds', 'other-order']],
		['2024-08-26 noon', '2024-08-26T12:00:00-04:00', ['space-for-t', 'no-seconds', 'other-order']],
		['2024-08-26 12 midnight', '2024-08-26T00:00:00-04:00', ['space-for-t', 'no-seconds', 'other-order']],
		[
			'26. August 2024, 5:30 Uhr MESZ',
			'2024-08-26T05:30:00+02:00',
			['no-seconds', 'one-digit-hour', 'abbreviation', 'other-order'],
		],
		['3 de março de 2024 às 14h03', '2024-03-03T14:03:00-05:00', ['no-seconds', 'other-order']],
		['1er février 2024 à 14h', '2024-02-01T14:00:00-05:00', ['no-seconds', 'other-order']],
		['26.08.2024 kl 14.03', '2024-08-26T14:03:00-04:00', ['no-seconds', 'other-order']],
		['26.08.24 14:03', '2024-08-26T14:03:00-04:00', ['no-seconds', 'other-order']],
		['2024年8月26日(月) 14時03分', '2024-08-26T14:03:00-04:00', ['no-seconds', 'other-order']],
		[
			'2024年8月26日 午後2時',
			'2024-08-26T14:00:00-04:00',
			['no-seconds', 'one-digit-hour', 'twelve-hour', 'other-order'],
		],
		['2024-08-26T05:30:00 JST', '2024-08-26T05:30:00+09:00', ['abbreviation']],
		['2024-08-26T05:30:00 PT', '2024-08-26T05:30:00-07:00', ['abbreviation']],
		['2024-08-26 5:30:00 PM', '2024-08-26T17:30:00-04:00', ['space-for-t', 'one-digit-hour', 'twelve-hour']],
		['2024-08-26T12:00:00 a.m.', '2024-08-26T00:00:00-04:00', ['twelve-hour']],
		['2024-08-26T12:00:00pm', '2024-08-26T12:00:00-04:00', ['twelve-hour']],
		['2024-08-26T13:55:00 PM', '2024-08-26T13:55:00-04:00', ['twelve-hour']],
		['2024-08-26T05:30:00 US/Pacific', '2024-08-26T05:30:00-07:00[US/Pacific]', ['other-order']],
		['20240826T053000Z', '2024-08-26T05:30:00Z', ['other-order']],
		['2024-08-26, 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['2024-08-26 - 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['2024/08/26 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['2024-8-26 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['26/08/2024 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['08/26/2024 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['04.05.2024 05:30:00', '2024-05-04T05:30:00-04:00', ['other-order']],
		['26 August 2024 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['26. August 2024 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['26-Aug-2024 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['26th of August 2024 at 05:30:00', '2024-08-26T05:30:00-04:00', ['other-order']],
		['August 26, 2024 05:30 UTC', '2024-08-26T05:30:00Z', ['no-seconds', 'abbreviation', 'other-order']],
		['Aug. 26th 2024, 5h30', '2024-08-26T05:30:00-04:00', ['no-seconds', 'one-digit-hour', 'other-order']],
		['05:30:00 on Monday, 26 August 2024', '2024-08-26T05:30:00-04:00', ['other-order']],
		['Mon, 26 Aug 2024 05:30:00 GMT', '2024-08-26T05:30:00Z', ['abbreviation', 'other-order']],
		['2024-08-26T05:30:00Z Monday', '2024-08-26T05:30:00Z', ['other-order']],
	];
	test.each(cases)('%s', (text, canonical, deviations) => {
		const reading = read(text);
		expect(reading.canonical).toBe(canonical);
		expect(reading.deviations).toEqual(deviations);
		expect(reading.canonicalRange).toEqual({ start: 0, end: text.length });
	});
});

describe('a date alone', () => {
	test('is read as a date that lasts the whole local day', () => {
		const reading = read('2024-08-26');
		expect(reading).toMatchObject({ precision: 'date', canonical: '2024-08-26', deviations: [], time: undefined });
		expect(reading.earliest.toString()).toBe('2024-08-26T04:00:00Z');
		expect(reading.latest.toString()).toBe('2024-08-27T03:59:59.999Z');
	});
	test('has 25 hours when clocks are set back', () => {
		const { earliest, latest } = read('2025-11-02');
		expect(latest.epochMilliseconds - earliest.epochMilliseconds + 1).toBe(25 * 3_600_000);
	});
	test('begins after its first hour if that is skipped', () => {
		expect(read('2024-04-26', { timeZone: 'Africa/Cairo' }).earliest.toString()).toBe('2024-04-25T22:00:00Z');
	});
	test.each(['2024/08/26', 'August 26, 2024', '26.08.2024', 'Monday 26 August 2024', '20240826'])('%s', text => {
		expect(read(text)).toMatchObject({ precision: 'date', canonical: '2024-08-26', deviations: ['other-order'] });
	});
});

describe('with the date of the context', () => {
	test.each([
		['05:30', '2024-08-26T05:30:00-04:00', false],
		['05:30 EDT', '2024-08-26T05:30:00-04:00', false],
		['5:30pm', '2024-08-26T17:30:00-04:00', false],
		['5 p.m. PT', '2024-08-26T17:00:00-07:00', false],
		['13:55 PM PST Saturday Oct 30th', '2024-10-30T13:55:00-07:00', true],
		['August 27, 05:30', '2024-08-27T05:30:00-04:00', true],
		['2023-01-02 05:30', '2023-01-02T05:30:00-05:00', true],
	])('%s', (text, canonical, hasWrittenDate) => {
		expect(read(text, withDate)).toMatchObject({ canonical, hasWrittenDate });
	});
	test('a date without a year gets the nearest year', () => {
		const newYear = { ...context, date: Temporal.PlainDate.from('2024-01-02') };
		expect(read('31 December', newYear).canonical).toBe('2023-12-31');
		const newYearsEve = { ...context, date: Temporal.PlainDate.from('2023-12-31') };
		expect(read('1 January 05:30', newYearsEve).canonical).toBe('2024-01-01T05:30:00-05:00');
	});
	test.each(['05:30', '5:30pm', '26 August', 'August 26 05:30'])('without a date %s is malformed', text => {
		expect(readUnreadable(text).reason).toBe('malformed');
	});
	test.each(['Monday', 'EDT', 'about', '~', 'at', 'Z'])('%s alone is malformed', text => {
		expect(readUnreadable(text, withDate).reason).toBe('malformed');
	});
});

describe('precision and approximation', () => {
	test('without seconds a time spans the minute', () => {
		const { precision, earliest, latest } = read('2024-08-26T05:30-04:00');
		expect([precision, earliest.toString(), latest.toString()]).toEqual([
			'minute',
			'2024-08-26T09:30:00Z',
			'2024-08-26T09:30:59.999Z',
		]);
	});
	test('with seconds a time is one instant', () => {
		const { precision, earliest, latest } = read('2024-08-26T05:30:07.000000001-04:00');
		expect([precision, earliest.toString(), latest.equals(earliest)]).toEqual([
			'second',
			'2024-08-26T09:30:07.000000001Z',
			true,
		]);
	});
	test.each(['about', 'approx', 'approx.', 'approximately', 'around', 'ca.', 'circa', 'c.', 'roughly', '~'])(
		'%s',
		word => {
			const text = ` ${word} 2024-08-26T05:30:00Z `;
			const reading = read(text);
			expect(reading.isApproximate).toBe(true);
			expect(slice(text, reading.canonicalRange)).toBe('2024-08-26T05:30:00Z');
		},
	);
	test('a time without such a word is exact', () => expect(read('2024-08-26').isApproximate).toBe(false));
});

describe('the zone', () => {
	test.each([
		['2024-08-26T05:30:00', undefined, undefined, 'America/New_York'],
		['2024-08-26T05:30:00-04:00', 'offset', '-04:00', '-04:00'],
		['2024-08-26T05:30:00Z', 'offset', 'Z', 'UTC'],
		['2024-08-26T05:30:00 (EDT)', 'abbreviation', 'EDT', 'America/New_York'],
		['2024-08-26T05:30:00CEST', 'abbreviation', 'CEST', 'Europe/Berlin'],
		['2024-08-26T05:30:00 UTC', 'abbreviation', 'UTC', 'UTC'],
		['2024-08-26T05:30:00+02:00[Europe/Rome]', 'iana', 'Europe/Rome', 'Europe/Rome'],
		['2024-08-26T05:30:00 Asia/Tokyo', 'iana', 'Asia/Tokyo', 'Asia/Tokyo'],
	])('%s', (text, form, written, timeZone) => {
		const { zone, ...reading } = read(text);
		expect([zone?.form, zone?.text, reading.timeZone]).toEqual([form, written, timeZone]);
		expect(zone && slice(text, zone.range)).toBe(written);
	});

	test('an abbreviation that is not in force is read by the wall clock', () => {
		const reading = read('2024-08-26 05:30 EST');
		expect(reading.earliest.toString()).toBe('2024-08-26T09:30:00Z');
		expect(reading.abbreviation).toMatchObject({ isInForce: false, expected: 'EDT', timeZone: 'America/New_York' });
	});
	test('the preferred zone determines the meaning of an abbreviation', () => {
		const shanghai = { timeZone: 'Asia/Shanghai' };
		expect(read('2024-08-26 05:30 CST', shanghai).canonical).toBe('2024-08-26T05:30:00+08:00');
		expect(read('2024-01-26 05:30 CST').canonical).toBe('2024-01-26T05:30:00-06:00');
	});

	test.each([
		['2024-08-26T05:30:00-05:00[America/New_York]', '-05:00', 'America/New_York', '-04:00', '2024-08-26T10:30:00Z'],
		['2024-08-26T05:30:00-07:00 (PST)', '-07:00', 'PST', '-08:00', '2024-08-26T12:30:00Z'],
		['2024-08-26T10:00:00 PST (UTC-7)', 'UTC-7', 'PST', '-08:00', '2024-08-26T17:00:00Z'],
		['2024-08-26T10:00:00 IST (UTC+3)', 'UTC+3', 'IST', '+05:30', '2024-08-26T07:00:00Z'],
		['2024-08-26T10:00:00Z (EDT)', 'Z', 'EDT', '-04:00', '2024-08-26T10:00:00Z'],
	])('%s contradicts itself and is read by the offset', (text, offset, zone, expected, instant) => {
		const { offsetMismatch, earliest } = read(text);
		expect(earliest.toString()).toBe(instant);
		expect(offsetMismatch).toMatchObject({ offset: { value: offset }, zone: { value: zone }, expected });
		expect(offsetMismatch && slice(text, offsetMismatch.offset.range)).toBe(offset);
		expect(offsetMismatch && slice(text, offsetMismatch.zone.range)).toBe(zone);
	});
	test.each([
		'2024-08-26T05:30:00-04:00[America/New_York]',
		'2024-08-26T05:30:00-0400 EDT',
		'2024-08-26T05:30:00Z[America/New_York]',
		'2024-08-26T05:30:00 PST (UTC-8)',
		'2024-01-26T05:30:00 IST (UTC+2)',
	])('%s does not contradict itself', text => expect(read(text).offsetMismatch).toBeUndefined());
});

describe('daylight saving', () => {
	test.each([
		['2026-03-08T02:30:00', 'nonexistent', '2026-03-08T03:30:00-04:00'],
		['2026-03-08T02:30:00[America/New_York]', 'nonexistent', '2026-03-08T03:30:00-04:00[America/New_York]'],
		['2026-03-08T02:30:00 EST', 'nonexistent', '2026-03-08T03:30:00-04:00'],
		['2026-03-08T01:59:59', undefined, '2026-03-08T01:59:59-05:00'],
		['2026-03-08T03:00:00', undefined, '2026-03-08T03:00:00-04:00'],
		['2026-03-08T02:30:00-05:00', undefined, '2026-03-08T02:30:00-05:00'],
		['2025-11-02T01:30:00', 'ambiguous', '2025-11-02T01:30:00-04:00'],
		['2025-11-02T01:30:00 ET', 'ambiguous', '2025-11-02T01:30:00-04:00'],
		['2025-11-02T01:30:00 EDT', undefined, '2025-11-02T01:30:00-04:00'],
		['2025-11-02T01:30:00 EST', undefined, '2025-11-02T01:30:00-05:00'],
		['2025-11-02T02:00:00', undefined, '2025-11-02T02:00:00-05:00'],
	])('%s', (text, localFault, canonical) => {
		expect(read(text)).toMatchObject({ localFault, canonical });
	});
	test('an ambiguous time spans both instants', () => {
		const { earliest, latest } = read('2025-11-02T01:30:00');
		expect([earliest.toString(), latest.toString()]).toEqual(['2025-11-02T05:30:00Z', '2025-11-02T06:30:00Z']);
	});
});

test('the weekday next to a date is kept, right or wrong', () => {
	const text = 'Tuesday, 26 August 2024';
	const { weekday } = read(text);
	expect(weekday?.value).toBe(2);
	expect(weekday && slice(text, weekday.range)).toBe('Tuesday');
});

describe('impossible', () => {
	test.each([
		['2024-02-30', '30', 'February 2024 has 29 days'],
		['2023-02-29T05:30:00Z', '29', 'February 2023 has 28 days'],
		['1900-02-29', '29', 'February 1900 has 28 days'],
		['31 April 2024', '31', 'April 2024 has 30 days'],
		['2024-01-00', '00', 'January 2024 has 31 days'],
		['2024-13-01', '13', 'a year has months 1 to 12'],
		['2024-00-01T00:00:00Z', '00', 'a year has months 1 to 12'],
		['2024-08-26T25:00', '25', 'a day has hours 0 to 23'],
		['2024-08-26T24:00:00Z', '24', 'a day has hours 0 to 23'],
		['2024-08-26T05:61Z', '61', 'an hour has minutes 0 to 59'],
		['2024-08-26T05:30:61Z', '61', 'a minute has seconds 0 to 59'],
		['2024-08-26 13:00am', '13', 'a 12-hour clock has hours 1 to 12'],
		['2024-08-26 00:30 pm', '00', 'a 12-hour clock has hours 1 to 12'],
		['2024-08-26T05:30:00+25:00', '+25:00', 'an offset has hours 0 to 23 and minutes 0 to 59'],
		['2024-08-26T05:30:00+02:75', '+02:75', 'an offset has hours 0 to 23 and minutes 0 to 59'],
		['2024-08-26T05:30:00-04:00[America/NewYork]', 'America/NewYork', 'unknown time zone `America/NewYork`'],
		['2024-08-26T05:30:00Z[!x-y=z]', 'x-y=z', 'unsupported critical suffix `x-y=z`'],
	])('%s', (text, part, detail) => {
		const { reason, range, ...reading } = readUnreadable(text);
		expect({ reason, detail: reading.detail, part: slice(text, range) }).toEqual({
			reason: 'impossible',
			detail,
			part,
		});
	});
});

describe('malformed', () => {
	test.each([
		['', ''],
		['   ', ''],
		['TBD', 'TBD'],
		['2023-04-12:11:00', ':11:00'],
		['2016-01-04T208:10:0+00:00', '208:10:0+00:00'],
		['2024-08-26T05:3', '05:3'],
		['2024-08-26T05:30:0', ':0'],
		['2024-08-26 05:30 XYZ', 'XYZ'],
		['2024-08-26 05:30 et', 'et'],
		['2024-08-26 2024-08-27', '2024-08-27'],
		['2024-08-26 05:30 06:30', '06:30'],
		['2024-08-26 0530', '0530'],
		['26 August 0530', '0530'],
		['2024-08-26T05:30:00-04:00[America/New_York', '[America/New_York'],
		['2024-08-26T05:30:00Z[Europe/Rome][Europe/Paris]', '[Europe/Paris]'],
		['2024-08-26T05:30:00Z[]', '[]'],
		['2024-08-26 05:30 (EDT', '(EDT'],
		['04/05/2024', '04/05/2024'],
		['2024-08-26,', ''],
		['24-08-26', '24-08-26'],
		['August 2024', 'August 2024'],
		[`2024-08-26T05:30:00Z${'[a=b]'.repeat(30)}`, `2024-08-26T05:30:00Z${'[a=b]'.repeat(30)}`],
	])('%s', (text, part) => {
		const { reason, range, detail } = readUnreadable(text);
		expect({ reason, detail, part: slice(text, range) }).toEqual({ reason: 'malformed', detail: '', part });
	});
});

describe('digits that are unknown, and words that make a time approximate', () => {
	test.each([
		['2024-08-26T14:3x:00Z', '2024-08-26T14:30:00Z'],
		['2024-08-26 22:XX UTC', '2024-08-26T22:00:00Z'],
		['2024-08-26 12:?? UTC', '2024-08-26T12:00:00Z'],
		['2024-08-26 14:30~ UTC', '2024-08-26T14:30:00Z'],
		['2024-08-26 14:30ish', '2024-08-26T14:30:00-04:00'],
		['2024-08-26 ca. 14:30', '2024-08-26T14:30:00-04:00'],
		['2024-08-26T14:30Z (approx)', '2024-08-26T14:30:00Z'],
		['gegen 14:30 Uhr', '2024-08-26T14:30:00-04:00'],
		['about 14:30', '2024-08-26T14:30:00-04:00'],
		['c. 14:30', '2024-08-26T14:30:00-04:00'],
		['~14:30', '2024-08-26T14:30:00-04:00'],
		['≈ 14:30', '2024-08-26T14:30:00-04:00'],
		['～14:30', '2024-08-26T14:30:00-04:00'],
		['約14:30', '2024-08-26T14:30:00-04:00'],
		['约14:30', '2024-08-26T14:30:00-04:00'],
	])('%s', (text, canonical) => {
		expect(read(text, withDate)).toMatchObject({ isApproximate: true, canonical });
	});
});

test('a date with the day or the month first is read in the order of the page', () => {
	expect(readTime('03/02/2024 14:00', context).ok).toBe(false);
	expect(readTime('03/02/2024', { ...context, dateOrder: 'day-first' })).toMatchObject({ canonical: '2024-02-03' });
	expect(readTime('03/02/2024', { ...context, dateOrder: 'month-first' })).toMatchObject({ canonical: '2024-03-02' });
});

test.each([
	['9.07', '2024-08-26T09:07:00-04:00'],
	['13.14', '2024-08-26T13:14:00-04:00'],
	['9.07.24', '2024-07-09'],
])('a dotted time of day: %s', (text, canonical) => {
	expect(read(text, withDate)).toMatchObject({ canonical });
});

test.each(['9.07.5', '24.07', '9.75', '3.15 GB', '2024-08-26 9.07.99', '2024-08-26 9.07 GB'])(
	'a number with dots is not a time of day: %s',
	text => {
		expect(readTime(text, withDate).ok).toBe(false);
	},
);

test.each(['America/Port-au-Prince', 'America/New_York', 'Etc/GMT+5', 'Etc/GMT-14', 'EST5EDT'])(
	'a zone name with other characters than letters: %s',
	timeZone => {
		expect(read(`2024-08-26 14:30 ${timeZone}`)).toMatchObject({ timeZone });
	},
);
