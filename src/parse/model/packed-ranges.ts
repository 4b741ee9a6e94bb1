import type { Range } from '../../core/range.ts';
import type { Sequence } from './sequence.ts';

/** Ranges stored as plain numbers. A log keeps the ranges of all documents in memory: objects take three times as much. */
export class PackedRanges implements Sequence<Range> {
	/** Start and end of each range, one after the other. */
	readonly #offsets: readonly number[];

	constructor(offsets: readonly number[]) {
		this.#offsets = offsets;
	}

	get length(): number {
		return this.#offsets.length / 2;
	}

	at(index: number): Range | undefined {
		const start = this.#offsets[2 * index];
		const end = this.#offsets[2 * index + 1];
		return start === undefined || end === undefined ? undefined : { start, end };
	}

	slice(from: number, to: number): Range[] {
		const ranges: Range[] = [];
		for (let index = from; index < to; index++) {
			const range = this.at(index);
			if (range !== undefined) {
				ranges.push(range);
			}
		}
		return ranges;
	}

	*[Symbol.iterator](): Iterator<Range> {
		yield* this.slice(0, this.length);
	}
}

const NO_RANGES = new PackedRanges([]);

/** Packs ranges. Empty lists share one object. */
export function packRanges(ranges: readonly Range[]): PackedRanges {
	if (ranges.length === 0) {
		return NO_RANGES;
	}
	// Of the exact size: an array that grows reserves memory.
	const offsets = new Array<number>(2 * ranges.length);
	let size = 0;
	for (const { start, end } of ranges) {
		offsets[size++] = start;
		offsets[size++] = end;
	}
	return new PackedRanges(offsets);
}
