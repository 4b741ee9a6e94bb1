import { describe, expect, test } from 'vitest';
import { readTime } from '../../src/core/time/read-time.ts';
import { isInWorkingHours } from '../../src/rules/time/support/working-hours.ts';

function check(from: string, to: string, minutes: number): boolean {
	const [start, end] = [from, to].map(text => readTime(text, { timeZone: 'UTC' }));
	return start?.ok === true && end?.ok === true && isInWorkingHours(minutes, start, end);
}

describe('hours at work', () => {
	test.each([
		['over one night, from ten to five', '2024-08-26 12:15', '2024-08-27 10:00', 285, true],
		['over a weekend that is none of work', '2024-08-23 16:00', '2024-08-26 10:00', 120, true],
		['over a weekend that is one', '2024-08-24 22:00', '2024-08-25 12:16', 316, true],
		['a length of no such hours', '2024-08-26 15:31', '2024-08-27 10:29', 303, false],
		['within one day there is nothing to leave out', '2024-08-26 09:00', '2024-08-26 12:00', 120, false],
		['for longer than anybody counts', '2024-08-01 09:00', '2024-08-26 12:00', 180, false],
	])('%s', (_, from, to, minutes, expected) => {
		expect(check(from, to, minutes)).toBe(expected);
	});
});
