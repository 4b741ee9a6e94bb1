/**
 * Returns the first index from 0 to `length` for which `isBefore` is false, by binary search. `isBefore` must be true for
 * the indices up to some position and false for all others. It is not called with `length`.
 */
export function findFirstIndex(length: number, isBefore: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(middle)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
