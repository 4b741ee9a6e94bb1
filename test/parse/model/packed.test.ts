import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_TYPES } from '../../../src/parse/model/block.ts';
import { PackedBlocks } from '../../../src/parse/model/packed-blocks.ts';
import { packRanges } from '../../../src/parse/model/packed-ranges.ts';
import { overlapping } from '../../../src/parse/model/ranges.ts';

const offset = fc.integer({ min: 0, max: 2 ** 20 });
const range = fc.record({ start: offset, end: offset });
const block = fc.record({
	type: fc.constantFrom(...BLOCK_TYPES),
	range,
	text: fc.array(range, { maxLength: 3 }),
	depth: fc.integer({ min: 0, max: 200 }),
	level: fc.integer({ min: 0, max: 6 }),
});

describe('packed lists', () => {
	test('contain the ranges that they are built of', () => {
		fc.assert(
			fc.property(fc.array(range), ranges => {
				const packed = packRanges(ranges);
				expect([...packed]).toEqual(ranges);
				expect(ranges.map((_, index) => packed.at(index))).toEqual(ranges);
				expect([packed.length, packed.at(ranges.length), packed.at(-1)]).toEqual([ranges.length, undefined, undefined]);
			}),
		);
	});

	test('contain the blocks that they are built of', () => {
		fc.assert(
			fc.property(fc.array(block), blocks => {
				const packed = new PackedBlocks(blocks);
				expect([...packed]).toEqual(blocks);
				expect(blocks.map((_, index) => packed.at(index))).toEqual(blocks);
				expect([packed.length, packed.at(blocks.length), packed.at(-1)]).toEqual([blocks.length, undefined, undefined]);
			}),
		);
	});

	test('are searched like arrays', () => {
		const ranges = [0, 10, 20, 30].map(start => ({ start, end: start + 5 }));
		const found = overlapping(packRanges(ranges), each => each, { start: 12, end: 25 });
		expect(found).toEqual(ranges.slice(1, 3));
	});
});
