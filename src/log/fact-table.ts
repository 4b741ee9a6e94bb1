/** Something that a document tells the log, under the key by which others ask for it. */
export interface Fact<Value> {
	readonly key: string;
	readonly value: Value;
}

interface Answer<Value> {
	values: Value[];
	sorted: boolean;
}

/**
 * Facts of many documents by key. The facts of a document are always replaced as a whole, so that none is left behind,
 * and what a key answers depends only on the facts that stand, never on the order in which they came.
 */
export class FactTable<Value> {
	readonly #answers = new Map<string, Answer<Value>>();
	readonly #documents = new Map<string, readonly Fact<Value>[]>();
	readonly #order: (one: Value, other: Value) => number;
	readonly #same: (one: Value, other: Value) => boolean;

	/** `order` must tell any two facts apart; `same` tells whether replacing one by the other makes no difference. */
	constructor(order: (one: Value, other: Value) => number, same: (one: Value, other: Value) => boolean) {
		this.#order = order;
		this.#same = same;
	}

	/** All facts under a key, in order. */
	get(key: string): readonly Value[] {
		const answer = this.#answers.get(key);
		if (answer === undefined) {
			return [];
		}
		if (!answer.sorted) {
			answer.values.sort(this.#order);
			answer.sorted = true;
		}
		return answer.values;
	}

	/** Every key that has an answer, in no order. For debugging: nobody else may list everything. */
	keys(): Iterable<string> {
		return this.#answers.keys();
	}

	/** Puts a document's facts in the place of those that it had. Returns the keys whose answers are others now. */
	replace(uri: string, facts: readonly Fact<Value>[]): ReadonlySet<string> {
		const before = byKey(this.#documents.get(uri) ?? []);
		const after = byKey(facts);
		const changed = new Set<string>();
		for (const key of new Set([...before.keys(), ...after.keys()])) {
			const old = before.get(key) ?? [];
			const fresh = after.get(key) ?? [];
			if (!this.#sameList(old, fresh)) {
				changed.add(key);
			}
			// Equal facts are exchanged as well, so that a later removal finds the very objects that the document has now.
			this.#exchange(key, old, fresh);
		}
		if (facts.length === 0) {
			this.#documents.delete(uri);
		} else {
			this.#documents.set(uri, facts);
		}
		return changed;
	}

	#sameList(old: readonly Value[], fresh: readonly Value[]): boolean {
		return (
			old.length === fresh.length &&
			old.every((value, index) => {
				const other = fresh[index];
				return other !== undefined && this.#same(value, other);
			})
		);
	}

	#exchange(key: string, old: readonly Value[], fresh: readonly Value[]): void {
		const gone = new Set(old);
		const answer = this.#answers.get(key);
		const values = old.length === 0 ? (answer?.values ?? []) : (answer?.values.filter(value => !gone.has(value)) ?? []);
		if (values.length + fresh.length === 0) {
			this.#answers.delete(key);
			return;
		}
		values.push(...fresh);
		this.#answers.set(key, { values, sorted: values.length === 1 });
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
