import { ownValue } from './own-value.ts';

/** Plain data with names. Mappings from user files have no prototype: a key is what was written and nothing else. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key. Undefined where there is no such key, and for anything that is no mapping. */
export function memberOf(value: unknown, key: string): unknown {
	return isMapping(value) ? ownValue(value, key) : undefined;
}
