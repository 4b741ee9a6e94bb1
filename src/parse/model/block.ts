import type { Range } from '../../core/range.ts';

/** A piece of a page's structure. A list or an item comes before what stands in it. */
export interface Block {
	readonly type: 'heading' | 'paragraph' | 'list' | 'item' | 'row';
	/** Whole, with its marker, without the white space around it. */
	readonly range: Range;
	/**
	 * Its own text: a heading's; a paragraph's lines without indentation and quote marks; a row's cells; of an item, its
	 * first paragraph where it begins with one, as a single range; of a list none.
	 */
	readonly text: readonly Range[];
	/** In how many lists and quotes it stands: 0 for the page itself. */
	readonly depth: number;
	/** Of a heading 1 to 6; of the header row of a table 1; else 0. */
	readonly level: number;
}
