/**
 * Returns true if two values of plain data (objects, arrays, maps, primitives) are deeply equal. The order of lists and
 * maps counts.
 */
export function sameData(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) {
		return true;
	}
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
		return false;
	}
	if (Array.isArray(one) || Array.isArray(other)) {
		return (
			Array.isArray(one) &&
			Array.isArray(other) &&
			one.length === other.length &&
			one.every((item, index) => sameData(item, other[index]))
		);
	}
	if (one instanceof Map || other instanceof Map) {
		return one instanceof Map && other instanceof Map && sameData([...one], [...other]);
	}
	const left = new Map(Object.entries(one));
	const right = Object.entries(other);
	return left.size === right.length && right.every(([key, value]) => left.has(key) && sameData(left.get(key), value));
}
