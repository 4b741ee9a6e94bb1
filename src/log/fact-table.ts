import { findFirstIndex } from '../core/binary-search.ts';

/** A value of one document, and the key under which it is queried. */
export interface Fact<Value> {
	readonly key: string;
	readonly value: Value;
}

/**
 * Facts of many documents by key. The facts of a document are replaced as a whole. The result for a key depends only on
 * the current facts, not on the order of updates.
 */
export class FactTable<Value> {
	/** Sorted by `order`. */
	readonly #valuesByKey = new Map<string, Value[]>();
	readonly #documents = new Map<string, readonly Fact<Value>[]>();
	readonly #order: (one: Value, other: Value) => number;
	readonly #same: (one: Value, other: Value) => boolean;

	/** `order` must distinguish any two facts. `same` returns true if replacing one by the other changes no result. */
	constructor(order: (one: Value, other: Value) => number, same: (one: Value, other: Value) => boolean) {
		this.#order = order;
		this.#same = same;
	}

	/** Returns all facts under a key, in order. */
	get(key: string): readonly Value[] {
		return this.#valuesByKey.get(key) ?? [];
	}

	/** Returns the facts under a key near a value in the order: at most `reach` before it and `reach` after it. */
	around(key: string, value: Value, reach: number): readonly Value[] {
		const values = this.get(key);
		const index = this.#indexOf(value, values);
		return values.slice(Math.max(0, index - reach), index + reach);
	}

	/**
	 * All keys with facts, in any order. For debugging only: a rule that lists all keys would depend on all documents.
	 */
	keys(): Iterable<string> {
		return this.#valuesByKey.keys();
	}

	/** Replaces the facts of a document. Returns the keys whose results have changed. */
	update(uri: string, facts: readonly Fact<Value>[]): ReadonlySet<string> {
		const before = this.#documents.get(uri) ?? [];
		const changed = this.#changedKeys(before, facts);
		// Equal facts are replaced as well: the table must contain the objects of the current document.
		for (const fact of before) {
			this.#remove(fact);
		}
		for (const fact of facts) {
			this.#insert(fact);
		}
		if (facts.length === 0) {
			this.#documents.delete(uri);
		} else {
			this.#documents.set(uri, facts);
		}
		return changed;
	}

	#changedKeys(before: readonly Fact<Value>[], after: readonly Fact<Value>[]): ReadonlySet<string> {
		if (before.length === 0 || after.length === 0) {
			return new Set([...before, ...after].map(({ key }) => key));
		}
		const previous = byKey(before);
		const current = byKey(after);
		const keys = new Set([...previous.keys(), ...current.keys()]);
		return new Set([...keys].filter(key => !this.#sameList(previous.get(key), current.get(key))));
	}

	#sameList(previous: readonly Value[] = [], current: readonly Value[] = []): boolean {
		const isSame = (value: Value, index: number) => {
			const other = current[index];
			return other !== undefined && this.#same(value, other);
		};
		return previous.length === current.length && previous.every(isSame);
	}

	#insert({ key, value }: Fact<Value>): void {
		const values = this.#valuesByKey.get(key);
		const last = values?.at(-1);
		if (values && last !== undefined && this.#order(last, value) < 0) {
			// Files are mostly read in order: a search and a shift of all values are not needed.
			values.push(value);
		} else if (values) {
			values.splice(this.#indexOf(value, values), 0, value);
		} else {
			this.#valuesByKey.set(key, [value]);
		}
	}

	#remove({ key, value }: Fact<Value>): void {
		const values = this.#valuesByKey.get(key);
		if (values?.length === 1) {
			this.#valuesByKey.delete(key);
		} else {
			values?.splice(this.#indexOf(value, values), 1);
		}
	}

	/** Returns the index of a value in a sorted list, or the index at which it would be inserted. */
	#indexOf(value: Value, values: readonly Value[]): number {
		return findFirstIndex(values.length, index => {
			const other = values[index];
			return other !== undefined && this.#order(other, value) < 0;
		});
	}
}

function byKey<Value>(facts: readonly Fact<Value>[]): Map<string, Value[]> {
	const lists = new Map<string, Value[]>();
	for (const { key, value } of facts) {
		const list = lists.get(key);
		if (list) {
			list.push(value);
		} else {
			lists.set(key, [value]);
		}
	}
	return lists;
}
