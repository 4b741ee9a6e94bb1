import { contains, type Range } from '../../core/range.ts';
import type { Data, DataNode, DataPath } from './data.ts';

/** A node of a mapped record. The value of a list or mapping consists of the values of its members. */
export interface MappedNode extends DataNode {
	readonly members: readonly MappedMember[];
}

export interface MappedMember {
	readonly step: string | number;
	readonly node: MappedNode;
}

const NONE: readonly MappedMember[] = [];

export function scalar(value: unknown, range: Range, keyRange: Range | undefined): MappedNode {
	return { value, range, keyRange, members: NONE };
}

export function list(items: readonly MappedNode[], range: Range, keyRange: Range | undefined): MappedNode {
	const members = items.map((node, step) => ({ step, node }));
	return { value: items.map(item => item.value), range, keyRange, members };
}

export function mapping(
	entries: readonly (readonly [key: string, node: MappedNode])[],
	range: Range,
	keyRange: Range | undefined,
): MappedNode {
	const value: Record<string, unknown> = Object.create(null);
	for (const [key, node] of entries) {
		value[key] = node.value;
	}
	return { value, range, keyRange, members: entries.map(([step, node]) => ({ step, node })) };
}

/** Copies the node at a path with its descendants. */
export function copyOf(data: Data, path: DataPath): MappedNode | undefined {
	const node = data.at(path);
	if (node === undefined) {
		return undefined;
	}
	const count = data.itemCount(path);
	const steps = count > 0 ? Array.from({ length: count }, (_, index) => index) : data.keys(path).map(({ key }) => key);
	const members = [...new Set<string | number>(steps)].flatMap(step => {
		const below = copyOf(data, [...path, step]);
		return below ? [{ step, node: below }] : [];
	});
	return { value: node.value, range: node.range, keyRange: node.keyRange, members };
}

/** What a dialect calls native fields and their values. */
export interface SourceNames {
	readonly absentFields: ReadonlySet<string>;
	/** The source names of native fields. */
	readonly names: ReadonlyMap<string, string>;
	readonly fieldWords?: ReadonlyMap<string, readonly string[]>;
}

/** A record of a dialect under native names, with the ranges of the source. */
export class MappedData implements Data {
	readonly value: Readonly<Record<string, unknown>>;
	readonly range: Range;
	readonly absentFields: ReadonlySet<string>;
	readonly fieldWords: ReadonlyMap<string, readonly string[]>;
	readonly #root: MappedNode;
	readonly #names: ReadonlyMap<string, string>;

	constructor(
		fields: readonly (readonly [field: string, node: MappedNode])[],
		range: Range,
		{ absentFields, names, fieldWords = new Map() }: SourceNames,
	) {
		this.#root = mapping(fields, range, undefined);
		this.value = Object.assign(Object.create(null), this.#root.value);
		this.range = range;
		this.absentFields = absentFields;
		this.fieldWords = fieldWords;
		this.#names = names;
	}

	sourceName(field: string): string {
		return this.#names.get(field) ?? field;
	}

	at(path: DataPath): DataNode | undefined {
		return this.#at(path);
	}

	itemCount(path: DataPath): number {
		const value = this.#at(path)?.value;
		return Array.isArray(value) ? value.length : 0;
	}

	pathAt(offset: number): DataPath {
		const path: (string | number)[] = [];
		for (let node: MappedNode | undefined = this.#root; node; ) {
			const member: MappedMember | undefined = node.members.find(
				({ node: { range, keyRange } }) =>
					contains(range, offset) || (keyRange !== undefined && contains(keyRange, offset)),
			);
			if (member) {
				path.push(member.step);
			}
			node = member?.node;
		}
		return path;
	}

	keys(path: DataPath): readonly { readonly key: string; readonly range: Range }[] {
		return (this.#at(path)?.members ?? []).flatMap(({ step, node }) =>
			typeof step === 'string' ? [{ key: step, range: node.keyRange ?? node.range }] : [],
		);
	}

	#at(path: DataPath): MappedNode | undefined {
		let node: MappedNode | undefined = this.#root;
		for (const step of path) {
			node = node?.members.find(member => member.step === step)?.node;
		}
		return node;
	}
}
