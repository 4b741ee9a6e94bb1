import { canonicalText } from '../core/canonical-text.ts';

/** A closed list of values (`enum`, `const`), compared by their canonical text. Immutable. */
export class ValueSet {
	/** The values without duplicates. All faults of a schema share this array. */
	readonly list: readonly unknown[];
	readonly #texts: ReadonlySet<string>;

	constructor(values: readonly unknown[]) {
		const byText = new Map(values.map(value => [canonicalText(value), value]));
		this.list = [...byText.values()];
		this.#texts = new Set(byText.keys());
	}

	has(value: unknown): boolean {
		return this.#texts.has(canonicalText(value));
	}
}
