/** A run of values that do not decrease. */
interface Run {
	readonly length: number;
	/** Its first value. */
	readonly from: number;
	readonly before: number | undefined;
}

/**
 * The places of a list that must be taken out so that the rest does not decrease: as few as possible, and of several
 * ways the one whose rest lies closest together. So one wrong value among others is the one that is named. Costs
 * the square of the length.
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
