import type { Range } from '../../src/core/range.ts';
import { readPlainYaml } from '../../src/parse/yaml/plain-reader.ts';
import { parseYaml } from '../../src/parse/yaml/read-yaml.ts';
import type { TreeNode } from '../../src/parse/yaml/tree.ts';

/** A YAML text as the two readers read it, as JSON: equal, different, or left to the `yaml` package. */
export type Comparison =
	| { readonly result: 'equal' | 'declined' }
	| { readonly result: 'different'; readonly plain: string; readonly expected: string };

/** Compares the reader of plain YAML with the `yaml` package: nodes, values and all ranges. */
export function comparePlainYaml(text: string, range: Range = { start: 0, end: text.length }): Comparison {
	const root = readPlainYaml(text, range);
	if (!root) {
		return { result: 'declined' };
	}
	const { data, problems } = parseYaml(text, range, { plainFirst: false });
	const node = data?.at([]);
	const plain = treeText(root);
	const expected = problems[0]?.message ?? (node ? treeText(node as TreeNode) : 'no data');
	return plain === expected ? { result: 'equal' } : { result: 'different', plain, expected };
}

/** Numbers that JSON cannot represent are written as text. */
function treeText(root: TreeNode): string {
	return JSON.stringify(root, (_, value: unknown) => {
		const isSpecial = typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value));
		return isSpecial ? `${Object.is(value, -0) ? '-' : ''}${value}` : value;
	});
}
