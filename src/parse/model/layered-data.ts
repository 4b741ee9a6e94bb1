import { contains, type Range } from '../../core/range.ts';
import type { Data, DataNode, DataPath } from './data.ts';

/** The YAML of a record, with additional fields from the page. The YAML takes precedence. */
export class LayeredData implements Data {
	readonly range: Range;
	readonly #first: Data;
	readonly #second: Data;

	constructor(first: Data, second: Data) {
		this.#first = first;
		this.#second = second;
		this.range = first.range;
	}

	/** Built on each access, as that of YAML. */
	get value(): Readonly<Record<string, unknown>> {
		return Object.assign(Object.create(null), this.#second.value, this.#first.value);
	}

	sourceName(field: string): string {
		return this.#first.at([field]) ? field : (this.#second.sourceName?.(field) ?? field);
	}

	at(path: DataPath): DataNode | undefined {
		return this.#first.at(path) ?? this.#second.at(path);
	}

	itemCount(path: DataPath): number {
		return (this.#first.at(path) === undefined ? this.#second : this.#first).itemCount(path);
	}

	pathAt(offset: number): DataPath {
		return contains(this.range, offset) ? this.#first.pathAt(offset) : this.#second.pathAt(offset);
	}

	keys(path: DataPath): readonly { readonly key: string; readonly range: Range }[] {
		const first = this.#first.keys(path);
		const known = new Set(first.map(({ key }) => key));
		return path.length > 0 && known.size > 0
			? first
			: [...first, ...this.#second.keys(path).filter(({ key }) => !known.has(key))];
	}
}
