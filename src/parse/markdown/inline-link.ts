import type { Range } from '../../core/range.ts';

/** A Markdown link with its destination, `[text](destination)`, or a definition, `[text]: destination`. Images are none. */
export interface InlineLink {
	readonly text: Range;
	/** Without angle brackets and without a title. */
	readonly destination: Range;
	/** All of it. */
	readonly extent: Range;
}
