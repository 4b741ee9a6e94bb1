import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFirstIndex } from '../../src/core/binary-search.ts';

test('returns the number of leading indices for which the predicate is true', () => {
	fc.assert(
		fc.property(fc.nat(100), fc.nat(100), (length, count) => {
			expect(findFirstIndex(length, index => index < count)).toBe(Math.min(length, count));
		}),
	);
});

test('calls the predicate a logarithmic number of times, and only inside of the range', () => {
	const indices: number[] = [];
	findFirstIndex(1000, index => {
		indices.push(index);
		return true;
	});
	expect(indices.length).toBeLessThanOrEqual(10);
	expect(Math.max(...indices)).toBe(999);
});
