import { describe, expect, test } from 'vitest';
import { readTime } from '../../src/core/time/read-time.ts';
import { isInWorkingHours } from '../../src/rules/time/support/working-hours.ts';

function check(from: string, to: string, minutes: number): boolean {
	const [start, end] = [from, to].map(text => readTime(text, { timeZone: 'UTC' }));
	return start?.ok === true && end?.ok === true && isInWorkingHours(minutes, start, end);
}

describe('isInWorkingHours', () => {
	test.each([
		['accepts working hours over one night, from ten to five', '2024-08-26 12:15', '2024-08-27 10:00', 285, true],
		['accepts working hours that leave out a weekend', '2024-08-23 16:00', '2024-08-26 10:00', 120, true],
		['accepts working days of seven and a half hours', '2024-08-23 09:14', '2024-08-29 12:28', 1994, true],
		['accepts working hours that include a weekend', '2024-08-24 22:00', '2024-08-25 12:16', 316, true],
		['rejects a duration that no usual working hours give', '2024-08-26 15:31', '2024-08-27 10:29', 303, false],
		['rejects times within one day', '2024-08-26 09:00', '2024-08-26 12:00', 120, false],
		['rejects times more than 14 days apart', '2024-08-01 09:00', '2024-08-26 12:00', 180, false],
	])('%s', (_, from, to, minutes, expected) => {
		expect(check(from, to, minutes)).toBe(expected);
	});
});
