/**
 * Dyadic blocks of days: the block `i` of level `k` consists of the `2^k` days from day `i · 2^k` on. An interval is stored
 * under the few largest blocks that it consists of; a query reads all blocks that its days meet. Each stored interval that
 * meets the days has a block in common with them, and no other one has. Both are a few dozen blocks at most, so that an
 * interval query reads only its results, and each block can be a key of the dependencies.
 */
export interface DayBlock {
	readonly level: number;
	readonly index: number;
}

const LEVELS = 17;
/** Days before 1970 that are distinguished: from 1880 on. */
const OFFSET = 2 ** 15;
const MAX_DAY = 2 ** (LEVELS - 1) - 1;

/** Returns the largest blocks that together are the days from `first` to `last`, in days since 1970. Infinity: for ever. */
export function blocksOf(first: number, last: number): readonly DayBlock[] {
	const blocks: DayBlock[] = [];
	let day = numberOf(first);
	const end = Math.max(day, numberOf(last)) + 1;
	while (day < end) {
		let level = 0;
		while (level < LEVELS - 1 && day % 2 ** (level + 1) === 0 && day + 2 ** (level + 1) <= end) {
			level++;
		}
		blocks.push({ level, index: day / 2 ** level });
		day += 2 ** level;
	}
	return blocks;
}

/** Returns all blocks with at least one of the days from `first` to `last`, in days since 1970. */
export function blocksMeeting(first: number, last: number): readonly DayBlock[] {
	const blocks: DayBlock[] = [];
	const [from, to] = [numberOf(first), Math.max(numberOf(first), numberOf(last))];
	for (let level = 0; level < LEVELS; level++) {
		for (let index = Math.floor(from / 2 ** level); index <= Math.floor(to / 2 ** level); index++) {
			blocks.push({ level, index });
		}
	}
	return blocks;
}

/** Days outside of the distinguished ones are the first or the last of these. */
function numberOf(day: number): number {
	return Math.min(MAX_DAY, Math.max(0, Math.floor(day) + OFFSET));
}
