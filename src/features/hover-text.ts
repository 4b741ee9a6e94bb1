import type { Range } from '../core/range.ts';

/** What a part of the text is, with the part that it is about. */
export interface HoverText {
	readonly text: string;
	readonly range: Range;
}
