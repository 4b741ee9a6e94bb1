import { nearest } from '../core/nearest.ts';
import type { Fact, FactTable } from './fact-table.ts';

/** An id in a form whose order places similar ids next to each other. */
export interface Spelling {
	readonly uri: string;
	readonly id: string;
	/** The id in lower case; under the key of its tail reversed. */
	readonly letters: string;
}

const LONG = 8;
const SHORT = 3;
/** In UTF-16 units. In shorter ids, one typing error can leave only a short head or tail intact. */
const SHORT_ID = 12;
/**
 * Number of ids compared on either side: a thousand ids of one year share their head, and the most similar are nearby.
 */
const REACH = 100;

/**
 * Returns the spellings of an id under its first and its last characters: two ids that differ by a typing error share
 * one of them. Short ids use fewer characters. "Did you mean" therefore does not compare all ids.
 */
export function spellingsOf(id: string, uri: string): readonly Fact<Spelling>[] {
	const size = id.length <= SHORT_ID ? SHORT : LONG;
	return sidesOf(id, size).map(({ key, letters }) => ({ key, value: { uri, id, letters } }));
}

/** Returns the most similar ids, nearest first, at most `max`. `recordRead` is called with the keys that were read. */
export function nearestSpellings(
	id: string,
	table: FactTable<Spelling>,
	max: number,
	recordRead: (key: string) => void,
): readonly string[] {
	const sizes = id.length <= SHORT_ID - SHORT ? [SHORT] : id.length <= SHORT_ID + SHORT ? [SHORT, LONG] : [LONG];
	const ids = new Set<string>();
	for (const { key, letters } of sizes.flatMap(size => sidesOf(id, size))) {
		recordRead(key);
		for (const spelling of table.around(key, { uri: '', id, letters }, REACH)) {
			ids.add(spelling.id);
		}
	}
	return nearest(id, [...ids].sort(), max);
}

function sidesOf(id: string, size: number): readonly { readonly key: string; readonly letters: string }[] {
	const forwards = id.toLowerCase();
	const backwards = [...forwards].reverse().join('');
	return [
		{ key: `near-head:${forwards.slice(0, size)}`, letters: forwards },
		{ key: `near-tail:${forwards.slice(-size)}`, letters: backwards },
	];
}
