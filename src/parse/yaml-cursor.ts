import { contains, type Range } from '../core/range.ts';
import type { DataPath } from './data.ts';
import type { TreeNode } from './yaml-tree.ts';

/** The innermost path whose key or value holds an offset. */
export function pathAt(_text: string, _range: Range, root: TreeNode, offset: number): DataPath {
	const path: (string | number)[] = [];
	let node: TreeNode | undefined = root;
	while (node) {
		const next: TreeNode | undefined = node.members.find(
			member => contains(member.whole, offset) || (member.keyRange && contains(member.keyRange, offset)),
		);
		if (next) {
			path.push(next.step);
		}
		node = next;
	}
	return path;
}
