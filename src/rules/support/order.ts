/**
 * The places of a list that must be taken out so that the rest does not decrease: as few as possible, so that one wrong
 * value among many is the one that is named. Patience sorting; n log n.
 */
export function outliers(keys: readonly number[]): readonly number[] {
	const tails: number[] = [];
	const before: (number | undefined)[] = [];
	keys.forEach((key, index) => {
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((keys[tails[middle] ?? 0] ?? 0) <= key) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		before.push(tails[low - 1]);
		tails[low] = index;
	});
	const kept = new Set<number>();
	for (let at = tails.at(-1); at !== undefined; at = before[at]) {
		kept.add(at);
	}
	return keys.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}
