import type { Range } from '../core/range.ts';

/** The content of a hover, and the range that it describes. */
export interface HoverText {
	readonly text: string;
	readonly range: Range;
}
