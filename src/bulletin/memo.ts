/** A value that a result was computed from. Compared with `Object.is`. */
export type MemoInput = string | number | boolean | object | undefined;

interface Entry<Value> {
	readonly inputs: readonly MemoInput[];
	readonly value: Value;
}

/** Keeps one result for each key, until its inputs change or a page does not use it. */
export class MemoTable<Value> {
	#used = new Map<string, Entry<Value>>();
	#before = new Map<string, Entry<Value>>();
	/** The number of computed results, for tests. */
	computed = 0;

	/** Returns the kept result if its inputs are equal and `isCurrent` accepts it, otherwise a new one. */
	get(key: string, inputs: readonly MemoInput[], compute: () => Value, isCurrent?: (value: Value) => boolean): Value {
		const kept = this.#used.get(key) ?? this.#before.get(key);
		if (kept !== undefined && areEqual(kept.inputs, inputs) && (isCurrent?.(kept.value) ?? true)) {
			this.#used.set(key, kept);
			return kept.value;
		}
		const value = compute();
		this.computed += 1;
		this.#used.set(key, { inputs, value });
		return value;
	}

	/** Removes the results that were not used since the last call. */
	sweep(): void {
		this.#before = this.#used;
		this.#used = new Map();
	}
}

function areEqual(one: readonly MemoInput[], other: readonly MemoInput[]): boolean {
	if (one.length !== other.length) {
		return false;
	}
	for (let index = 0; index < one.length; index++) {
		if (!Object.is(one[index], other[index])) {
			return false;
		}
	}
	return true;
}
