/** Whether two values of plain data (objects, arrays, primitives) are alike to the last leaf. */
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
	const left = new Map(Object.entries(one));
	const right = Object.entries(other);
	return left.size === right.length && right.every(([key, value]) => left.has(key) && sameData(left.get(key), value));
}
