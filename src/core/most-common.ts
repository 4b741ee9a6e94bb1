/** Returns the most common value and how often it occurs; of equally common values, the first. Undefined without values. */
export function mostCommon<Value>(
	values: readonly Value[],
): { readonly value: Value; readonly count: number } | undefined {
	const counts = new Map<Value, number>();
	for (const value of values) {
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	const [first] = [...counts].sort(([, one], [, other]) => other - one);
	return first && { value: first[0], count: first[1] };
}
