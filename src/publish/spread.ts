/** The middle of some values: never a mean, which one long incident moves. */
export interface Spread {
	readonly lowerQuartile: number;
	readonly median: number;
	readonly upperQuartile: number;
}

/** Fewer values than this have no median. */
export const MIN_VALUES = 5;

/** Returns the median and the quartiles of sorted values, interpolated; undefined for fewer than `MIN_VALUES`. */
export function spreadOf(sorted: readonly number[]): Spread | undefined {
	return sorted.length < MIN_VALUES
		? undefined
		: {
				lowerQuartile: quantile(sorted, 0.25),
				median: quantile(sorted, 0.5),
				upperQuartile: quantile(sorted, 0.75),
			};
}

function quantile(sorted: readonly number[], share: number): number {
	const position = (sorted.length - 1) * share;
	const below = sorted[Math.floor(position)] ?? 0;
	const above = sorted[Math.ceil(position)] ?? below;
	return below + (above - below) * (position % 1);
}
