import { expect, test } from 'vitest';
import { sameData } from '../../src/log/same-data.ts';

test.each<[unknown, unknown, boolean]>([
	[1, 1, true],
	[1, '1', false],
	[Number.NaN, Number.NaN, true],
	[null, undefined, false],
	[null, {}, false],
	[[], {}, false],
	[[1, [2]], [1, [2]], true],
	[[1, 2], [2, 1], false],
	[[1], [1, undefined], false],
	[{ a: 1, b: { c: [2] } }, { b: { c: [2] }, a: 1 }, true],
	[{ a: 1 }, { a: 1, b: undefined }, false],
	[{ a: 1, b: undefined }, { a: 1 }, false],
	[{ a: undefined }, { b: undefined }, false],
	[new Map([['a', [1]]]), new Map([['a', [1]]]), true],
	[new Map([['a', 1]]), new Map([['a', 2]]), false],
	[new Map(), {}, false],
])('%j and %j', (one, other, expected) => {
	expect(sameData(one, other)).toBe(expected);
	expect(sameData(other, one)).toBe(expected);
});
