import { contains, type Range } from '../../core/range.ts';
import type { DataPath, YamlCursor } from '../model/data.ts';
import { type CursorLine, columnOf, cursorLine, toCursor, withoutQuotes, wordRange } from './cursor-line.ts';
import type { TreeNode } from './tree.ts';

/** Returns the innermost path whose key or value contains an offset. */
export function pathAt(root: TreeNode, offset: number): DataPath {
	const path: (string | number)[] = [];
	for (let node = memberAt(root, offset); node; node = memberAt(node, offset)) {
		path.push(node.step);
	}
	return path;
}

function memberAt(node: TreeNode, offset: number): TreeNode | undefined {
	const member = node.members[lastBefore(node, offset)];
	const isAt = member && (contains(member.fullRange, offset) || (member.keyRange && contains(member.keyRange, offset)));
	return isAt ? member : undefined;
}

/**
 * Returns what can be completed at an offset: a key, a value or a list item. Uses the repaired tree, and the column of
 * the cursor where the tree has no node: on an empty line, after a dash, and for a word without a colon, which the repair
 * blanks. Without a root, as in an empty text, only a key of the root can be completed. Undefined in comments and block
 * text, and after a complete value.
 */
export function cursorAt(
	text: string,
	yaml: Range,
	root: TreeNode | undefined,
	offset: number,
): YamlCursor | undefined {
	const line = cursorLine(text, yaml, offset);
	if (isInComment(line, root) || text.startsWith('---', line.start)) {
		return undefined;
	}
	if (root) {
		return inCollection(line, root, []);
	}
	const isCollection = line.dashes.length > 0 || /[[{]/.test(text.charAt(line.content));
	return isCollection ? undefined : keyCursor(line, [], undefined, undefined, wordRange(line));
}

/** Returns true if a `#` before the cursor begins a comment: after white space, and not in a key or value of the tree. */
function isInComment({ text, start, offset }: CursorLine, root: TreeNode | undefined): boolean {
	for (let at = start; at < offset; at++) {
		if (text[at] === '#' && (at === start || /\s/.test(text.charAt(at - 1)))) {
			const scalar = root && scalarAt(root, at);
			if (!scalar) {
				return true;
			}
			at = Math.max(at, scalar.end - 1);
		}
	}
	return false;
}

/** The range of the key or scalar that contains an offset. */
function scalarAt(root: TreeNode, offset: number): Range | undefined {
	let node: TreeNode | undefined = root;
	while (node && node.shape !== 'scalar') {
		node = node.members[lastBefore(node, offset)];
		if (node?.keyRange && contains(node.keyRange, offset)) {
			return node.keyRange;
		}
	}
	return node && contains(node.fullRange, offset) ? node.fullRange : undefined;
}

function inCollection(line: CursorLine, node: TreeNode, path: DataPath): YamlCursor | undefined {
	switch (node.shape) {
		case 'block-map':
			return inBlockMapping(line, node, path);
		case 'block-seq':
			return inBlockSequence(line, node, path);
		default:
			return inFlow(line, node, path);
	}
}

function inBlockMapping(line: CursorLine, mapping: TreeNode, path: DataPath): YamlCursor | undefined {
	const member = mapping.members[lastBefore(mapping, line.offset)];
	const isKeyOnLine = member !== undefined && startOf(member) >= line.start;
	if (!member || !(isKeyOnLine || isPartOf(line, mapping, member))) {
		return keyCursor(line, path, mapping, undefined, wordRange(line));
	}
	if (!isAfterColon(line, member)) {
		return keyCursor(line, path, mapping, member, keyOf(line, member));
	}
	const inner = [...path, member.step];
	if (isKeyOnLine && isBlock(member)) {
		return valueCursor(line, inner, mapping, member, atCursor(line));
	}
	return isKeyOnLine
		? inMember(line, member, inner, atCursor(line), written => valueCursor(line, inner, mapping, member, written))
		: inMember(line, member, inner, wordRange(line), written => keyCursor(line, inner, undefined, undefined, written));
}

function inBlockSequence(line: CursorLine, sequence: TreeNode, path: DataPath): YamlCursor | undefined {
	const column = columnOf(line.text, sequence.fullRange.start);
	const dash = line.dashes.find(at => at - line.start === column);
	const index = dash === undefined ? lastBefore(sequence, line.offset) : lastBefore(sequence, dash) + 1;
	const item = sequence.members[index];
	if (dash === undefined && !(item && isPartOf(line, sequence, item))) {
		return keyCursor(line, path, undefined, undefined, wordRange(line));
	}
	const inner = [...path, index];
	return item
		? inMember(line, item, inner, wordRange(line), written => itemCursor(line, inner, written))
		: itemCursor(line, inner, wordRange(line));
}

function inFlow(line: CursorLine, node: TreeNode, path: DataPath): YamlCursor | undefined {
	const { text, offset } = line;
	if (isClosed(text, node) && offset >= node.fullRange.end) {
		return undefined;
	}
	const isMapping = node.shape === 'flow-map';
	const last = lastBefore(node, offset);
	const [before, next] = [node.members[last], node.members[last + 1]];
	const isInBefore = before && !text.slice(endOf(before), offset).includes(',');
	const isAtNext = next && /^[ \t]*["']?$/.test(text.slice(offset, startOf(next)));
	const member = isInBefore ? before : isAtNext ? next : undefined;
	const inner = [...path, member?.step ?? last + 1];
	const cursor =
		member && (!isMapping || isAfterColon(line, member))
			? inMember(line, member, inner, atCursor(line), written =>
					isMapping ? valueCursor(line, inner, node, member, written) : itemCursor(line, inner, written),
				)
			: isMapping
				? keyCursor(line, path, node, member, member ? keyOf(line, member) : atCursor(line))
				: itemCursor(line, inner, atCursor(line));
	return cursor && { ...cursor, isInFlow: true };
}

/**
 * In a value, before it, or in place of an absent one. `toResult` returns the result for the text that a completion
 * replaces: the scalar at the cursor, or `empty` if there is none. Undefined if the text cannot be completed.
 */
function inMember(
	line: CursorLine,
	member: TreeNode,
	path: DataPath,
	empty: Range,
	toResult: (written: Range) => YamlCursor,
): YamlCursor | undefined {
	const { text, offset } = line;
	const { fullRange, value } = member;
	if (member.shape !== 'scalar') {
		const isEntered = isBlock(member) || offset > fullRange.start || isImplicitPair(text, member);
		return isEntered ? inCollection(line, member, path) : toResult(empty);
	}
	if ((value === null && fullRange.start === fullRange.end) || fullRange.start > line.end) {
		return toResult(empty);
	}
	const isComplete =
		/["']/.test(text.charAt(fullRange.start)) && offset > fullRange.end && isQuoteClosed(text, fullRange);
	return isComplete || isBlockScalar(text, member) || fullRange.start < line.start
		? undefined
		: toResult(toCursor(line, withoutQuotes(text, fullRange, offset)));
}

/** The key of a mapping. `member` is the one whose key is at the cursor; undefined for a word without a colon. */
function keyCursor(
	line: CursorLine,
	path: DataPath,
	mapping: TreeNode | undefined,
	member: TreeNode | undefined,
	written: Range,
): YamlCursor {
	const end = member?.keyRange?.end;
	return {
		expects: 'key',
		path,
		written,
		siblings: siblingsOf(mapping, member),
		hasColon: end !== undefined && /^["']?[ \t]{0,20}:/.test(line.text.slice(end, end + 22)),
		isInFlow: false,
		needsSpace: line.dashes.at(-1) === line.offset - 1,
	};
}

function valueCursor(
	{ text, offset }: CursorLine,
	path: DataPath,
	mapping: TreeNode,
	member: TreeNode,
	written: Range,
): YamlCursor {
	const siblings = siblingsOf(mapping, member);
	const needsSpace = text[offset - 1] === ':' && written.start === offset;
	return { expects: 'value', path, written, siblings, hasColon: false, isInFlow: false, needsSpace };
}

function itemCursor({ dashes, offset }: CursorLine, path: DataPath, written: Range): YamlCursor {
	const needsSpace = dashes.at(-1) === offset - 1;
	return { expects: 'item', path, written, siblings: NO_KEYS, hasColon: false, isInFlow: false, needsSpace };
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** The keys of a mapping, without that of a member. */
function siblingsOf(mapping: TreeNode | undefined, member: TreeNode | undefined): ReadonlySet<string> {
	return new Set(mapping?.members.flatMap(other => (other === member ? [] : [String(other.step)])));
}

function keyOf(line: CursorLine, { keyRange, fullRange }: TreeNode): Range {
	return toCursor(line, withoutQuotes(line.text, keyRange ?? fullRange, line.offset));
}

function atCursor({ offset }: CursorLine): Range {
	return { start: offset, end: offset };
}

/** The index of the last member that begins at or before an offset; -1 if none does. Uses a binary search. */
function lastBefore({ members }: TreeNode, offset: number): number {
	let low = 0;
	let high = members.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const member = members[middle];
		if (member && startOf(member) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low - 1;
}

function startOf({ keyRange, fullRange }: TreeNode): number {
	return keyRange?.start ?? fullRange.start;
}

function endOf({ keyRange, fullRange }: TreeNode): number {
	return Math.max(fullRange.end, keyRange?.end ?? 0);
}

/** Returns true if a cursor on a later line is in a member: by its column, or because the value ends after the cursor. */
function isPartOf(line: CursorLine, parent: TreeNode, member: TreeNode): boolean {
	const end = isBlockScalar(line.text, member) ? member.range.end : member.fullRange.end;
	return line.column > columnOf(line.text, parent.fullRange.start) || (!isBlock(member) && line.offset <= end);
}

function isAfterColon({ text, offset }: CursorLine, { keyRange }: TreeNode): boolean {
	return keyRange === undefined || text.slice(keyRange.end, offset).includes(':');
}

function isBlock({ shape }: TreeNode): boolean {
	return shape === 'block-map' || shape === 'block-seq';
}

function isBlockScalar(text: string, { shape, fullRange }: TreeNode): boolean {
	return shape === 'scalar' && /[|>]/.test(text.charAt(fullRange.start));
}

function isQuoteClosed(text: string, { start, end }: Range): boolean {
	return end > start + 1 && text[end - 1] === text[start];
}

/** A mapping of one pair without braces, as in `[a: b]`. */
function isImplicitPair(text: string, { shape, fullRange }: TreeNode): boolean {
	return shape === 'flow-map' && text[fullRange.start] !== '{';
}

/** Returns false for an unclosed collection: the repair ends it at its last member. */
function isClosed(text: string, { shape, fullRange, members }: TreeNode): boolean {
	const last = members.at(-1);
	return (
		text[fullRange.end - 1] === (shape === 'flow-map' ? '}' : ']') &&
		(last === undefined || endOf(last) < fullRange.end)
	);
}
