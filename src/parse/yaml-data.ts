import { parseDocument } from 'yaml';
import type { Range } from '../core/range.ts';
import type { Data, DataPath } from './data.ts';
import type { Problem } from './document.ts';
import { pathAt } from './yaml-cursor.ts';
import { nodeAt, TreeBuilder, type TreeNode } from './yaml-tree.ts';

/**
 * YAML's core schema, whatever a `%YAML` directive in the text says: `12:30` and `2024-08-26` stay the strings that
 * they are. Keys may stand twice for the parser; the tree tells of them.
 */
const OPTIONS = {
	schema: 'core',
	resolveKnownTags: false,
	version: '1.2',
	merge: false,
	uniqueKeys: false,
	prettyErrors: false,
	logLevel: 'silent',
} as const;

/**
 * Reads the part of a document's text that is YAML. All places are offsets into the whole text. The data is undefined
 * where there is nothing but comments, and where the YAML is no mapping (which is a problem, too).
 */
export function parseYaml(text: string, range: Range): { data: Data | undefined; problems: Problem[] } {
	const slice = text.slice(range.start, range.end);
	const parsed = parseDocument(slice, OPTIONS);
	const problems: Problem[] = parsed.errors.slice(0, 3).map(error => ({
		kind: 'syntax',
		range: { start: range.start + error.pos[0], end: range.start + error.pos[1] },
		message: error.message,
		related: undefined,
	}));
	const builder = new TreeBuilder(slice, offset => range.start + offset);
	if (parsed.contents === null) {
		return { data: undefined, problems };
	}
	const root = builder.build(parsed.contents);
	problems.push(...builder.problems);
	if (root.value === null) {
		return { data: undefined, problems };
	}
	if (root.shape !== 'block-map' && root.shape !== 'flow-map') {
		problems.push(noMapping(root));
		return { data: undefined, problems };
	}
	return { data: new YamlData(text, range, root), problems };
}

function noMapping(root: TreeNode): Problem {
	const found = root.shape === 'scalar' ? 'a single value' : 'a list';
	const { start, end } = root.whole;
	return {
		kind: 'syntax',
		range: { start, end: Math.min(end, start + 1) },
		message: `${found}; expected a mapping (\`key: value\`)`,
		related: undefined,
	};
}

class YamlData implements Data {
	readonly value: Readonly<Record<string, unknown>>;
	readonly range: Range;
	readonly #text: string;
	readonly #root: TreeNode;

	constructor(text: string, range: Range, root: TreeNode) {
		this.value = root.value as Readonly<Record<string, unknown>>;
		this.range = range;
		this.#text = text;
		this.#root = root;
	}

	at(path: DataPath): TreeNode | undefined {
		return nodeAt(this.#root, path);
	}

	pathAt(offset: number): DataPath {
		return pathAt(this.#text, this.range, this.#root, offset);
	}

	keys(path: DataPath): readonly { readonly key: string; readonly range: Range }[] {
		const members = nodeAt(this.#root, path)?.members ?? [];
		return members.flatMap(({ step, keyRange }) =>
			typeof step === 'string' && keyRange ? [{ key: step, range: keyRange }] : [],
		);
	}
}
