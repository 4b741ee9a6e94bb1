import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { WEEKDAYS, type Weekday } from '../../src/core/configuration.ts';
import { daysOf, isInWeek, previousWeek, type Week, weekBounds, weekEndingOn, weekOf } from '../../src/core/week.ts';

const span = ({ first, last }: Week) => `${first} to ${last}`;

test('a week has the seven days that end on its date', () => {
	const week = weekEndingOn('2024-08-31');
	expect(span(week)).toBe('2024-08-25 to 2024-08-31');
	expect(daysOf(week).map(String)).toHaveLength(7);
	expect(span(previousWeek(week))).toBe('2024-08-18 to 2024-08-24');
});

test.each<[string, Weekday, string]>([
	['2024-08-26', 'saturday', '2024-08-25 to 2024-08-31'],
	['2024-08-31', 'saturday', '2024-08-25 to 2024-08-31'],
	['2024-09-01', 'saturday', '2024-09-01 to 2024-09-07'],
	['2024-08-26', 'sunday', '2024-08-26 to 2024-09-01'],
	['2024-08-26', 'monday', '2024-08-20 to 2024-08-26'],
	['2024-12-31', 'friday', '2024-12-28 to 2025-01-03'],
])('%s is in the week that ends on a %2$s: %s', (date, weekday, expected) => {
	expect(span(weekOf(date, weekday))).toBe(expected);
});

test('every day is in exactly one week, for each last weekday', () => {
	const days = daysOf(weekEndingOn('2024-03-02'));
	for (const day of days) {
		for (const weekday of WEEKDAYS) {
			const week = weekOf(day, weekday);
			expect(isInWeek(day, week)).toBe(true);
			expect(isInWeek(day, previousWeek(week))).toBe(false);
			expect(WEEKDAYS[week.last.dayOfWeek - 1]).toBe(weekday);
		}
	}
});

describe('bounds in a zone', () => {
	const hours = (week: Week, timeZone: string) => {
		const { midnights } = weekBounds(week, timeZone);
		return midnights.slice(1).map((midnight, index) => (midnight - (midnights[index] ?? 0)) / 3_600_000);
	};
	test('are the midnights at which its days begin and end', () => {
		const { start, end, midnights } = weekBounds(weekEndingOn('2024-08-31'), 'America/New_York');
		expect(start).toBe(Date.parse('2024-08-25T04:00Z'));
		expect(end).toBe(Date.parse('2024-09-01T04:00Z'));
		expect(midnights).toHaveLength(8);
	});
	test('have days of 23 and of 25 hours', () => {
		expect(hours(weekEndingOn('2026-03-14'), 'America/New_York')).toEqual([23, 24, 24, 24, 24, 24, 24]);
		expect(hours(weekEndingOn('2025-11-08'), 'America/New_York')).toEqual([25, 24, 24, 24, 24, 24, 24]);
	});
	test('agree with Temporal where a day has no midnight', () => {
		const { midnights } = weekBounds(weekEndingOn('2024-04-27'), 'Africa/Cairo');
		const expected = daysOf(weekEndingOn('2024-04-27')).map(
			day => day.toZonedDateTime('Africa/Cairo').epochMilliseconds,
		);
		expect(midnights.slice(0, 7)).toEqual(expected);
	});
});

test('throws for an impossible date', () => {
	expect(() => weekEndingOn('2024-02-30')).toThrow(RangeError);
	expect(weekEndingOn(Temporal.PlainDate.from('2024-02-29')).last.toString()).toBe('2024-02-29');
});
