/** The longest non-decreasing subsequence that ends at a value. */
interface Run {
	readonly length: number;
	/** The first value of the subsequence. */
	readonly from: number;
	readonly before: number | undefined;
}

/**
 * Returns the indexes outside of a longest non-decreasing subsequence, so that one wrong value among correct ones is the
 * one that is reported. Of several longest subsequences, chooses the one with the smallest difference between its ends.
 * Takes time quadratic in the length.
 */
export function outliers(keys: readonly number[]): readonly number[] {
	const runs: Run[] = [];
	let best: number | undefined;
	for (const [index, key] of keys.entries()) {
		let run: Run = { length: 1, from: key, before: undefined };
		for (let before = 0; before < index; before++) {
			const { length, from } = runs[before] ?? run;
			if ((keys[before] ?? 0) <= key && (length >= run.length || (length + 1 === run.length && from > run.from))) {
				run = { length: length + 1, from, before };
			}
		}
		runs.push(run);
		if (best === undefined || isBetter(index, best, runs, keys)) {
			best = index;
		}
	}
	const kept = new Set<number>();
	for (let at = best; at !== undefined; at = runs[at]?.before) {
		kept.add(at);
	}
	return [...runs.keys()].filter(index => !kept.has(index));
}

function isBetter(one: number, other: number, runs: readonly Run[], keys: readonly number[]): boolean {
	const [first, second] = [runs[one], runs[other]];
	if (!first || !second || first.length !== second.length) {
		return (first?.length ?? 0) > (second?.length ?? 0);
	}
	return (keys[one] ?? 0) - first.from < (keys[other] ?? 0) - second.from;
}
