/** The value under a key that a user wrote: `constructor` is a key of every object, but not one of its own. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
	return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
