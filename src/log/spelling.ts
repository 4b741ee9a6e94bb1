import { nearest } from '../core/nearest.ts';
import type { Fact, FactTable } from './fact-table.ts';

/** An id in letters by which those that look alike stand next to each other. */
export interface Spelling {
	readonly uri: string;
	readonly id: string;
	/** In lower case; under the key of its tail back to front. */
	readonly letters: string;
}

const LONG = 8;
const SHORT = 3;
/** Up to this length a slip of the pen may leave no more than a short head or tail intact. */
const SHORT_ID = 12;
/** As many ids are compared on either side: a thousand of one year share their head, and the likeliest are neighbours. */
const REACH = 100;

/**
 * An id under its first and its last letters: two ids that differ by a slip of the pen share one or the other. Short ids
 * are found by shorter ones. So "did you mean" never looks at all ids.
 */
export function spellingsOf(id: string, uri: string): readonly Fact<Spelling>[] {
	const size = id.length <= SHORT_ID ? SHORT : LONG;
	return sidesOf(id, size).map(({ key, letters }) => ({ key, value: { uri, id, letters } }));
}

/** The ids that look like one, nearest first, at most `max`. `note` is told of the keys that were looked at. */
export function nearestSpellings(
	id: string,
	table: FactTable<Spelling>,
	max: number,
	note: (key: string) => void,
): readonly string[] {
	const sizes = id.length <= SHORT_ID - SHORT ? [SHORT] : id.length <= SHORT_ID + SHORT ? [SHORT, LONG] : [LONG];
	const ids = new Set<string>();
	for (const { key, letters } of sizes.flatMap(size => sidesOf(id, size))) {
		note(key);
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
