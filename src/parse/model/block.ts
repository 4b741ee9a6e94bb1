import type { Range } from '../../core/range.ts';

/** Containers, and after them the types of blocks that contain no other block. */
export const BLOCK_TYPES = ['list', 'item', 'heading', 'paragraph', 'row', 'code', 'html', 'break'] as const;
export type BlockType = (typeof BLOCK_TYPES)[number];

/** A block of a Markdown page. A list or an item precedes the blocks in it. Quotes are not blocks. */
export interface Block {
	readonly type: BlockType;
	/** The block with its marker, without surrounding white space. */
	readonly range: Range;
	/**
	 * Of a heading its text; of a paragraph its lines, without indentation and quote marks; of a row its cells; of an item
	 * that begins with a paragraph that paragraph, as a single range. Empty for other blocks.
	 */
	readonly text: readonly Range[];
	/** The number of lists and quotes that contain the block. */
	readonly depth: number;
	/** 1 to 6 for a heading, 1 for the header row of a table, otherwise 0. */
	readonly level: number;
}

/** Returns true for a block that contains no other block. Such blocks do not overlap. */
export function isLeaf({ type }: Block): boolean {
	return type !== 'list' && type !== 'item';
}
