import { expect, test } from 'vitest';
import { readCanonicalTime } from '../../../src/core/time/canonical-time.ts';

const read = (text: string) => readCanonicalTime(text, 'America/New_York');

// Without these, the reader of all forms would read each time, with the same result.
test.each(['2024-08-26T05:30:00Z', '2024-02-29T23:59:59-04:00', '2024-08-26', '0000-01-01'])('reads %s', text => {
	expect(read(text)?.canonical).toBe(text);
});

test.each([
	'2024-08-26T05:30:00-00:00',
	'2024-08-26T05:30:60Z',
	'2024-08-26T05:30:00.5Z',
	'2024-08-26T05:30Z',
	'2024-08-26t05:30:00Z',
	'2024-08-26T05:30:00',
	'2024-08-26T24:00:00Z',
	'2024-08-26T0a:30:00Z',
	'2024-08-26T05:3 :00Z',
	'2024-08-26T05:60:00Z',
	'2024-08-26T05.30:00Z',
	'2024-08-26T05:30.00Z',
	'2023-02-29',
	'2024-00-10',
	'2024-13-10',
	'2024-08-00',
	'202/-08-10',
	'2024/08-10',
	'2024-08/10',
	'2024-08-1',
])('leaves %j to the reader of all forms', text => {
	expect(read(text)).toBeUndefined();
});
