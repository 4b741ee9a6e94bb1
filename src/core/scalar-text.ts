/**
 * The text of a scalar; undefined for a list, a mapping and everything else that has none. The only way in which a value
 * of a user's file, which is `unknown`, becomes text: `String()` and template literals throw on an object without a
 * prototype (held by `test/coercions.test.ts`).
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
