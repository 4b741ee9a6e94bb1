import type { Range } from '../../core/range.ts';

/** A link with its destination, `[text](destination)`, or a definition, `[text]: destination`. Not an image. */
export interface InlineLink {
	readonly text: Range;
	/** Without angle brackets and without a title. */
	readonly destination: Range;
	/** The whole link. */
	readonly fullRange: Range;
}

/** A link whose destination is in a definition: `[text][label]`, `[label][]` or `[label]`. Not an image. */
export interface ReferenceLink {
	readonly text: Range;
	/** The text, unless a label of its own follows it. */
	readonly label: Range;
	readonly fullRange: Range;
}
