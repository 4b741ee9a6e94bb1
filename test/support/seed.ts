/** An arbitrary number. It is fixed so that every run draws the same cases. */
const FIXED_SEED = 20240826;

/**
 * The seed from which the property tests draw their cases: the value of `TEST_SEED`, which is an integer, `random`, or
 * absent for the fixed one. Throws on anything else.
 */
export function seedFrom(value: string | undefined): number {
	if (value === undefined || value === '') {
		return FIXED_SEED;
	}
	if (value === 'random') {
		return Math.floor(Math.random() * 2 ** 31);
	}
	const seed = Number(value);
	if (!Number.isInteger(seed) || Math.abs(seed) >= 2 ** 31) {
		throw new Error(`Invalid TEST_SEED \`${value}\`. Expected a 32-bit integer or \`random\`.`);
	}
	return seed;
}
