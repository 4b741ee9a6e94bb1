import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Range } from '../../core/range.ts';
import { clip } from '../../core/well-formed.ts';
import type { DataNode, DataPath } from '../model/data.ts';
import type { Problem } from '../model/document.ts';

/** Maximum nesting. Records are flat; deeper values are not read, so that no reader overflows the stack. */
export const MAX_YAML_DEPTH = 100;

/** A node of a YAML text: its plain value and its members. */
export interface TreeNode extends DataNode {
	readonly shape: 'scalar' | 'block-map' | 'block-seq' | 'flow-map' | 'flow-seq';
	/** The step that leads here from the node above. */
	readonly step: string | number;
	/** The value with its quotes or its block header; of a collection from the first to the last of its characters. */
	readonly fullRange: Range;
	/** Of a mapping or a sequence, in written order; a duplicate key has one member per occurrence. */
	readonly members: readonly TreeNode[];
}

const NO_MEMBERS: readonly TreeNode[] = [];

/** In UTF-16 units. Longer white space before a value is not inspected. */
const MAX_SEPARATOR_LENGTH = 100;

/** Mappings up to this size are searched. Longer ones get an index: reading all members would be quadratic otherwise. */
const MAX_UNINDEXED_MEMBERS = 32;

/**
 * A mapping or a sequence. Its value is computed from its members on each access: a log keeps the trees of all documents
 * in memory, and a null-prototype object takes as much memory as its node.
 */
export class CollectionNode implements TreeNode {
	readonly shape: Exclude<TreeNode['shape'], 'scalar'>;
	readonly step: string | number;
	readonly fullRange: Range;
	readonly keyRange: Range | undefined;
	readonly members: readonly TreeNode[];
	/** Index of a long mapping, built on first use: the last member of each key. */
	#byStep: ReadonlyMap<string | number, TreeNode> | undefined;

	constructor(
		shape: CollectionNode['shape'],
		{ step, fullRange, keyRange }: Pick<TreeNode, 'step' | 'fullRange' | 'keyRange'>,
		members: readonly TreeNode[],
	) {
		this.shape = shape;
		this.step = step;
		this.fullRange = fullRange;
		this.keyRange = keyRange;
		this.members = members;
	}

	get range(): Range {
		return this.fullRange;
	}

	/** The member at a step; for a duplicate key the last one. */
	member(step: string | number): TreeNode | undefined {
		if (this.shape === 'block-seq' || this.shape === 'flow-seq') {
			return typeof step === 'number' ? this.members[step] : undefined;
		}
		if (this.members.length <= MAX_UNINDEXED_MEMBERS) {
			return this.members.findLast(member => member.step === step);
		}
		this.#byStep ??= new Map(this.members.map(member => [member.step, member]));
		return this.#byStep.get(step);
	}

	get value(): unknown {
		if (this.shape === 'block-seq' || this.shape === 'flow-seq') {
			return this.members.map(member => member.value);
		}
		const value: Record<string, unknown> = Object.create(null);
		for (const member of this.members) {
			value[member.step] = member.value;
		}
		return value;
	}
}

/** The position of a collection in the tree and in the document. */
interface ParentContext {
	readonly step: string | number;
	readonly keyRange: Range | undefined;
	readonly depth: number;
	readonly fullRange: Range;
	readonly isFlow: boolean;
}

/** Maps an offset into the text passed to the YAML parser to a document offset. */
export type ToDocument = (offset: number) => number;

/**
 * Converts the parser's tree to plain values with ranges in one pass. Aliases are never followed: each anchor and alias
 * is a problem, and an alias has the value null. For a duplicate key the last value wins, as in most readers.
 */
export class TreeBuilder {
	readonly problems: Problem[] = [];
	readonly #text: string;
	readonly #toDocument: ToDocument;

	/** `text`: the text passed to the YAML parser. */
	constructor(text: string, toDocument: ToDocument) {
		this.#text = text;
		this.#toDocument = toDocument;
	}

	build(node: ParsedNode): TreeNode {
		return this.#node(node, '', undefined, 0);
	}

	#node(node: Node | null, step: string | number, key: Node | undefined, depth: number): TreeNode {
		const keyRange = key === undefined ? undefined : this.#content(key);
		if (node === null || !node.range) {
			const end = keyRange?.end ?? this.#toDocument(0);
			return this.#scalar(null, { start: end, end }, keyRange, step);
		}
		this.#refuseAlias(node);
		if (isAlias(node)) {
			return this.#scalar(null, this.#range(node.range[0], node.range[1]), keyRange, step);
		}
		if (depth > MAX_YAML_DEPTH) {
			const start = this.#toDocument(node.range[0]);
			this.#problem('syntax', { start, end: start + 1 }, TOO_DEEP);
			return this.#scalar(null, { start, end: start + 1 }, keyRange, step);
		}
		if (isMap(node) || isSeq(node)) {
			const parent = { step, keyRange, depth, fullRange: this.#collectionRange(node), isFlow: node.flow === true };
			return isMap(node) ? this.#map(node.items, parent) : this.#seq(node.items, parent);
		}
		if (node.range[0] === node.range[1] && keyRange !== undefined) {
			return this.#scalar(node.value, { start: keyRange.end, end: keyRange.end }, keyRange, step);
		}
		const fullRange = this.#range(node.range[0], node.range[1]);
		const content = this.#content(node);
		// Shares one Range object where both are equal: a log keeps the trees of all documents in memory.
		const range = content.start === fullRange.start && content.end === fullRange.end ? fullRange : content;
		return { value: node.value, range, keyRange, shape: 'scalar', step, fullRange, members: NO_MEMBERS };
	}

	#map(items: readonly unknown[], parent: ParentContext): TreeNode {
		const first = new Map<string, Range>();
		const members: TreeNode[] = [];
		for (const pair of items) {
			if (!isPair<Node, Node | null>(pair)) {
				continue;
			}
			this.#refuseAlias(pair.key);
			this.#refuseTab(pair.key, pair.value);
			const name = this.#keyName(pair.key);
			const member = this.#node(pair.value, name, pair.key ?? undefined, parent.depth + 1);
			const earlier = first.get(name);
			if (earlier !== undefined && member.keyRange) {
				this.problems.push({
					kind: 'duplicate-key',
					range: member.keyRange,
					message: `Duplicate key \`${brief(name)}\`. Expected each key once.`,
					related: earlier,
				});
			} else if (member.keyRange) {
				first.set(name, member.keyRange);
			}
			members.push(member);
		}
		return new CollectionNode(parent.isFlow ? 'flow-map' : 'block-map', parent, members);
	}

	#seq(items: readonly unknown[], parent: ParentContext): TreeNode {
		const members = items.map((item, index) => {
			if (isPair<Node, Node | null>(item)) {
				// `[a: b]` is a sequence of one mapping; it has no node of its own.
				const fullRange = this.#pairRange(item.key, item.value);
				return this.#map([item], {
					step: index,
					keyRange: undefined,
					depth: parent.depth + 1,
					fullRange,
					isFlow: true,
				});
			}
			return this.#node(isNodeLike(item) ? item : null, index, undefined, parent.depth + 1);
		});
		return new CollectionNode(parent.isFlow ? 'flow-seq' : 'block-seq', parent, members);
	}

	#scalar(value: unknown, range: Range, keyRange: Range | undefined, step: string | number): TreeNode {
		return { value, range, keyRange, shape: 'scalar', step, fullRange: range, members: NO_MEMBERS };
	}

	/** Every key is read as a string: `2024:` is the key "2024". */
	#keyName(key: Node | null): string {
		if (key === null || !key.range) {
			return '';
		}
		if (isScalar(key) && typeof key.value === 'string') {
			return key.value;
		}
		return this.#text.slice(key.range[0], Math.min(key.range[1], key.range[0] + 200));
	}

	/** The content of a scalar: without quotes if the source has no escapes, and without the header of a block scalar. */
	#content(node: Node): Range {
		const [start, end] = node.range ?? [0, 0];
		if (!isScalar(node)) {
			return this.#range(start, end);
		}
		const { value, type } = node;
		if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && typeof value === 'string') {
			const isVerbatim = end - start === value.length + 2 && this.#text.startsWith(value, start + 1);
			return isVerbatim ? this.#range(start + 1, end - 1) : this.#range(start, end);
		}
		if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
			return this.#blockContent(start, end);
		}
		return this.#range(start, end);
	}

	#blockContent(start: number, end: number): Range {
		const header = this.#text.indexOf('\n', start);
		if (header < 0 || header >= end) {
			return this.#range(start, end);
		}
		let from = header + 1;
		let to = end;
		while (from < to && isBlank(this.#text.charCodeAt(from))) {
			from++;
		}
		while (to > from && isBlank(this.#text.charCodeAt(to - 1))) {
			to--;
		}
		return from < to ? this.#range(from, to) : this.#range(start, end);
	}

	/** A block collection ends with the line of its last item: without the white space after it. */
	#collectionRange(node: YAMLMap | YAMLSeq): Range {
		const [start, end] = node.range ?? [0, 0];
		let to = end;
		while (to > start && isBlank(this.#text.charCodeAt(to - 1))) {
			to--;
		}
		return this.#range(start, to);
	}

	#pairRange(key: Node | null, value: Node | null): Range {
		const start = key?.range?.[0] ?? value?.range?.[0] ?? 0;
		return this.#range(start, value?.range?.[1] ?? key?.range?.[1] ?? start);
	}

	#refuseAlias(node: Node | null): void {
		const [start, end] = node?.range ?? [0, 0];
		if (isAlias(node)) {
			this.#problem('alias', this.#range(start, end), `Alias \`*${brief(node.source)}\`. Expected the value itself.`);
		} else if (node?.anchor) {
			// The node begins after its anchor; the parser keeps no range of the anchor.
			const at = Math.max(0, this.#text.lastIndexOf(`&${node.anchor}`, start));
			const range = this.#range(at, at + node.anchor.length + 1);
			this.#problem('alias', range, `Anchor \`&${brief(node.anchor)}\`. Expected no anchors and no aliases.`);
		}
	}

	/** YAML 1.2 allows a tab before a value, but readers of YAML 1.1 such as PyYAML and libyaml refuse the file. */
	#refuseTab(key: Node | null, value: Node | null): void {
		const from = key?.range?.[1] ?? 0;
		const to = Math.min(value?.range?.[0] ?? 0, from + MAX_SEPARATOR_LENGTH);
		const [before = '', tab = ''] = /^ *: *(\t[ \t]*)(?!\s)/.exec(this.#text.slice(from, to)) ?? [];
		if (tab !== '' && before.length === to - from) {
			const range = this.#range(to - tab.length, to);
			const message = `Tab before the value of \`${brief(this.#keyName(key))}\`. Expected a space.`;
			const fix = { title: 'Change to a space', edits: [{ range, newText: ' ' }], safe: true };
			this.problems.push({ kind: 'syntax', range, message, related: undefined, fix });
		}
	}

	#range(start: number, end: number): Range {
		return { start: this.#toDocument(start), end: this.#toDocument(end) };
	}

	#problem(kind: Problem['kind'], range: Range, message: string): void {
		this.problems.push({ kind, range, message, related: undefined });
	}
}

export const TOO_DEEP = `YAML nested deeper than ${MAX_YAML_DEPTH} levels. Expected at most ${MAX_YAML_DEPTH} levels.`;

/** The descendant of a node at a path. */
export function nodeAt(root: TreeNode, path: DataPath): TreeNode | undefined {
	let node: TreeNode | undefined = root;
	for (const step of path) {
		node = node instanceof CollectionNode ? node.member(step) : undefined;
		if (node === undefined) {
			return undefined;
		}
	}
	return node;
}

function isNodeLike(item: unknown): item is Node {
	return isScalar(item) || isMap(item) || isSeq(item) || isAlias(item);
}

function isBlank(code: number): boolean {
	return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Shortens a text from the user to one line of at most 40 characters, for a message. */
export function brief(text: string): string {
	const line = text.split(/[\r\n]/, 1)[0] ?? '';
	return line.length > 40 ? `${clip(line, 39)}…` : line;
}
