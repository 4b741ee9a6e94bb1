import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
	dateAt,
	formatBulletinDay,
	formatClock,
	formatDay,
	formatDuration,
	formatDurationRange,
	formatInstant,
	formatShortDay,
	monthOf,
	weekdayOf,
} from '../../../src/core/time/format.ts';

const day = Temporal.PlainDate.from('2024-08-26');
const instant = Date.parse('2024-08-26T09:30:40Z');

test('formats days', () => {
	expect([formatDay(day), formatShortDay(day), formatBulletinDay(day)]).toEqual([
		'26 August 2024',
		'26 August',
		'August 26',
	]);
});

test('formats instants', () => {
	expect(formatClock(instant, 'America/New_York')).toBe('05:30');
	expect(formatInstant(instant, 'America/New_York')).toBe('26 August 2024, 05:30 EDT');
	expect(formatInstant(instant, '-11:00')).toBe('25 August 2024, 22:30 -11:00');
	expect(dateAt(instant, 'Pacific/Pago_Pago').toString()).toBe('2024-08-25');
});

describe('durations', () => {
	test.each([
		[0, '0 min'],
		[0.4, '0 min'],
		[5, '5 min'],
		[59.6, '1 h'],
		[60, '1 h'],
		[215, '3 h 35 min'],
		[1439, '23 h 59 min'],
		[1440, '1 d'],
		[3120, '2 d 4 h'],
		[3150, '2 d 5 h'],
		[20_160, '14 d'],
		[-35, '-35 min'],
		[-0.2, '0 min'],
		[Number.NaN, ''],
	])('%d minutes: %s', (minutes, text) => expect(formatDuration(minutes)).toBe(text));

	test.each([
		[180, 240, false, '3–4 h'],
		[30, 60, false, '30 min – 1 h'],
		[90, 120, true, 'about 1 h 30 min – 2 h'],
		[60, 60, true, 'about 1 h'],
		[215, 215, false, '3 h 35 min'],
		[0, 60, true, 'up to 1 h'],
		[60, 60.2, false, '1 h'],
	])('%d to %d minutes: %s', (minMinutes, maxMinutes, isApproximate, text) =>
		expect(formatDurationRange({ minMinutes, maxMinutes, isApproximate })).toBe(text),
	);
});

describe('names', () => {
	test.each([
		['August', 8],
		['aug', 8],
		['Sept', 9],
		['MAY', 5],
		['Augu', undefined],
		['constructor', undefined],
	])('month %s', (word, expected) => expect(monthOf(word)).toBe(expected));
	test.each([
		['Monday', 1],
		['sun', 7],
		['Thurs', 4],
		['Mo', undefined],
	])('weekday %s', (word, expected) => expect(weekdayOf(word)).toBe(expected));
});
