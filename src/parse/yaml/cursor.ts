import { contains, type Range } from '../../core/range.ts';
import type { DataPath } from '../model/data.ts';
import { startOfLine } from './syntax-faults.ts';
import type { TreeNode } from './tree.ts';

/**
 * Returns the innermost path whose key or value contains an offset. Where there is no node (after a colon, on an empty
 * line) the indentation decides which mapping or list the offset is in.
 */
export function pathAt(text: string, range: Range, root: TreeNode, offset: number): DataPath {
	const line = startOfLine(text, offset);
	const indentation = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(line, offset))?.[0].length ?? 0;
	const cursor = { text, offset, line: Math.max(line, range.start), column: indentation };
	const path: (string | number)[] = [];
	for (let node = memberAt(cursor, root); node; node = memberAt(cursor, node)) {
		path.push(node.step);
	}
	return path;
}

interface Cursor {
	readonly text: string;
	readonly offset: number;
	/** The start of the line that contains the offset. */
	readonly line: number;
	/** The column of the first character that is neither white space nor a list dash, or of the cursor if it is before that. */
	readonly column: number;
}

function memberAt(cursor: Cursor, node: TreeNode): TreeNode | undefined {
	const { text, offset, line, column } = cursor;
	const member = node.members.findLast(other => memberStart(other) <= offset);
	if (!member || node.shape === 'scalar') {
		return undefined;
	}
	const end = Math.max(member.whole.end, member.keyRange?.end ?? 0);
	if (node.shape === 'flow-map' || node.shape === 'flow-seq') {
		return offset <= end || /^[\s:]*$/.test(text.slice(end, offset)) ? member : undefined;
	}
	const holds = member.shape !== 'block-map' && member.shape !== 'block-seq' && contains(member.whole, offset);
	return holds || memberStart(member) >= line || column > memberColumn(text, node, member) ? member : undefined;
}

function memberStart({ keyRange, whole }: TreeNode): number {
	return keyRange?.start ?? whole.start;
}

/** Lines with more indentation than this column are part of the member: the column of its key or of its dash. */
function memberColumn(text: string, parent: TreeNode, member: TreeNode): number {
	const start = memberStart(member);
	const from = startOfLine(text, start);
	return parent.shape === 'block-seq' ? Math.max(0, text.slice(from, start).lastIndexOf('-')) : start - from;
}
