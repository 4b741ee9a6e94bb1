import { ownValue } from './own-value.ts';

/** A mapping of plain data. Mappings from user files have no prototype, so that they have no keys but the written ones. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key. Undefined for an absent key, and for a value that is not a mapping. */
export function memberOf(value: unknown, key: string): unknown {
	return isMapping(value) ? ownValue(value, key) : undefined;
}
