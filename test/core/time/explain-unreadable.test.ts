import { describe, expect, test } from 'vitest';
import { findDateOrder } from '../../../src/core/time/date-order.ts';
import { explainUnreadable } from '../../../src/core/time/explain-unreadable.ts';
import { readTimeRange } from '../../../src/core/time/read-time-range.ts';

const context = { timeZone: 'UTC' };

describe('a range of times in one value', () => {
	test.each([
		['2024-08-26 14:00–14:20 EDT', '2024-08-26T14:00:00-04:00', '2024-08-26T14:20:00-04:00'],
		['2024-08-26 14:00 to 15:10 UTC', '2024-08-26T14:00:00Z', '2024-08-26T15:10:00Z'],
		['2024-08-26 23:50 - 00:10', '2024-08-26T23:50:00Z', '2024-08-27T00:10:00Z'],
		['2024-08-26T14:00Z → 2024-08-27T02:00Z', '2024-08-26T14:00:00Z', '2024-08-27T02:00:00Z'],
		['2024-08-26 → 2024-08-28', '2024-08-26', '2024-08-28'],
		['August 26–28, 2024', '2024-08-26', '2024-08-28'],
		['26.–28. August 2024', '2024-08-26', '2024-08-28'],
		['26. August 2024, 14:00 bis 15:00 Uhr', '2024-08-26T14:00:00Z', '2024-08-26T15:00:00Z'],
	])('%s', (text, start, end) => {
		const range = readTimeRange(text, context);
		expect([range?.start.canonical, range?.end.canonical]).toEqual([start, end]);
	});

	test.each(['2024-08-26', '2024-08-26T14:00:00-04:00', 'TBD', '14:00', '2024-08-26 and later'])('%s is none', text => {
		expect(readTimeRange(text, context)).toBeUndefined();
	});
});

test.each([
	['1724664600', 'epoch'],
	['1724664600000', 'epoch'],
	['<t:1724664600:F>', 'epoch'],
	['06/08/2024 14:00', 'either-order'],
	['2024-08-26 14:00–14:20', 'range'],
	['2024\u201108\u201126', 'odd-character'],
	['2024-08-26\u200bT14:00Z', 'odd-character'],
	['4711', undefined],
	['yesterday', undefined],
])('%s is explained as %s', (text, kind) => {
	expect(explainUnreadable(text, context)?.kind).toBe(kind);
});

test.each([
	['on 26/08/2024 and 03/02/2024', 'day-first'],
	['on 8/26/2024', 'month-first'],
	['on 03/02/2024', undefined],
	['on 26/08/2024 and 8/27/2024', undefined],
	['see /2024/08/26/', undefined],
])('the date order of %j is %s', (text, order) => {
	expect(findDateOrder(text)).toBe(order);
});
