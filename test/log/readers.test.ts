import { expect, test } from 'vitest';
import { Readers } from '../../src/log/readers.ts';

test('those who have read a key are those whose last check has', () => {
	const readers = new Readers();
	readers.note('a', new Set(['x', 'y']));
	readers.note('b', new Set(['y']));
	expect([...readers.of(['y'])].sort()).toEqual(['a', 'b']);
	expect([...readers.of(['x', 'y', 'z'])].sort()).toEqual(['a', 'b']);
	readers.note('a', new Set(['z']));
	expect([...readers.of(['x'])]).toEqual([]);
	expect([...readers.of(['y'])]).toEqual(['b']);
	readers.forget('b');
	readers.note('a', new Set());
	expect([...readers.of(['x', 'y', 'z'])]).toEqual([]);
});
