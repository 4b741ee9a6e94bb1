import type { Range } from '../../core/range.ts';
import { BLOCK_TYPES, type Block } from './block.ts';
import { type PackedRanges, packRanges } from './packed-ranges.ts';
import type { Sequence } from './sequence.ts';

/** Greater than any level, and than any index of `BLOCK_TYPES`. */
const RADIX = 8;

/** Blocks stored as plain numbers, for the same reason as `PackedRanges`. */
export class PackedBlocks implements Sequence<Block> {
	readonly #ranges: PackedRanges;
	/** The texts of all blocks. */
	readonly #texts: PackedRanges;
	/** For each block the index of its first text, and its depth, level and type in one number. */
	readonly #heads: readonly number[];

	constructor(blocks: readonly Block[]) {
		const heads = new Array<number>(2 * blocks.length);
		const ranges: Range[] = [];
		const texts: Range[] = [];
		let size = 0;
		for (const { type, range, text, depth, level } of blocks) {
			heads[size++] = texts.length;
			heads[size++] = (depth * RADIX + level) * RADIX + BLOCK_TYPES.indexOf(type);
			ranges.push(range);
			for (const each of text) {
				texts.push(each);
			}
		}
		this.#ranges = packRanges(ranges);
		this.#texts = packRanges(texts);
		this.#heads = heads;
	}

	get length(): number {
		return this.#ranges.length;
	}

	at(index: number): Block | undefined {
		const range = this.#ranges.at(index);
		const [firstText = 0, head = 0] = [this.#heads[2 * index], this.#heads[2 * index + 1]];
		const type = BLOCK_TYPES[head % RADIX];
		if (range === undefined || type === undefined) {
			return undefined;
		}
		const text = this.#texts.slice(firstText, this.#heads[2 * index + 2] ?? this.#texts.length);
		const level = Math.floor(head / RADIX) % RADIX;
		return { type, range, text, depth: Math.floor(head / RADIX / RADIX), level };
	}

	*[Symbol.iterator](): Iterator<Block> {
		for (let index = 0; index < this.length; index++) {
			const block = this.at(index);
			if (block !== undefined) {
				yield block;
			}
		}
	}
}
