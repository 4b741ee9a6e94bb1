import { compareText } from '../core/compare-text.ts';
import type { Definition } from '../core/definition.ts';
import { compareDefinitions } from '../core/same-incident.ts';
import { DialectFits } from './dialect-fits.ts';
import type { DocumentFacts, IdShape, PlacedReference } from './extract-facts.ts';
import { type Fact, FactTable } from './fact-table.ts';
import { DIALECT_KEY } from './keys.ts';
import { sameData } from './same-data.ts';
import type { Spelling } from './spelling.ts';

/** All facts of a log: definitions, references, and spellings of ids. */
export class LogIndex {
	readonly definitions = new FactTable<Definition>(compareDefinitions, sameData);
	readonly references = new FactTable<PlacedReference>(
		(one, other) => compareText(one.uri, other.uri) || one.reference.range.start - other.reference.range.start,
		sameData,
	);
	readonly spellings = new FactTable<Spelling>(
		(one, other) =>
			compareText(one.letters, other.letters) || compareText(one.id, other.id) || compareText(one.uri, other.uri),
		sameData,
	);

	/** The number of ids of each shape: whether there is one is all that is queried. */
	readonly #shapes = new Map<string, number>();
	readonly #shapesByDocument = new Map<string, readonly string[]>();

	readonly dialects = new DialectFits();

	/** Whether there is an id of a shape, by `shapeKey`. */
	hasShape(key: string): boolean {
		return this.#shapes.has(key);
	}

	/** Returns the shapes that are new, or have no id any more. */
	#updateShapes(uri: string, facts: readonly Fact<IdShape>[]): readonly string[] {
		const before = this.#shapesByDocument.get(uri) ?? [];
		const after = facts.map(({ key }) => key);
		const keys = [...new Set([...before, ...after])];
		const known = new Set(keys.filter(key => this.hasShape(key)));
		for (const key of after) {
			this.#shapes.set(key, (this.#shapes.get(key) ?? 0) + 1);
		}
		for (const key of before) {
			const count = (this.#shapes.get(key) ?? 0) - 1;
			if (count > 0) {
				this.#shapes.set(key, count);
			} else {
				this.#shapes.delete(key);
			}
		}
		if (after.length > 0) {
			this.#shapesByDocument.set(uri, after);
		} else {
			this.#shapesByDocument.delete(uri);
		}
		return keys.filter(key => known.has(key) !== this.hasShape(key));
	}

	/** Replaces the facts of a document. Returns the keys whose results have changed. No rule reads references. */
	update(uri: string, facts: DocumentFacts): ReadonlySet<string> {
		this.references.update(uri, facts.references);
		return new Set([
			...this.definitions.update(uri, facts.definitionFacts),
			...this.spellings.update(uri, facts.spellings),
			...this.#updateShapes(uri, facts.shapes),
			...(this.dialects.update(uri, facts.dialectFit) ? [DIALECT_KEY] : []),
		]);
	}
}
