/**
 * Returns the text of a scalar; undefined for a list, a mapping and other values. Values from user files, which are
 * `unknown`, are converted to text only by this function: `String()` and template literals throw on an object without a
 * prototype (tested by `test/coercions.test.ts`).
 */
export function scalarText(value: unknown): string | undefined {
	switch (typeof value) {
		case 'string':
			return value;
		case 'number':
		case 'bigint':
		case 'boolean':
			return String(value);
		default:
			return value === null ? 'null' : undefined;
	}
}

/** The message of a thrown value, which can be of any type. */
export function errorText(error: unknown): string {
	return error instanceof Error ? error.message : (scalarText(error) ?? 'unknown error');
}
