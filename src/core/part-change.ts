/** A new part of a page: its HTML, or an element whose content is made of parts. */
export type NewPart =
	| {
			readonly html: string;
			/** The index of the earlier part that it replaces, whose nodes can be reused. */
			readonly replaces?: number;
	  }
	| { readonly open: string; readonly close: string; readonly children: readonly NewPart[] };

/** A run of parts with unchanged content. */
export interface UnchangedParts {
	/** The index of the first, and the number of parts. */
	readonly from: number;
	readonly count: number;
	/** Is added to the offsets of these parts in the page's own document. Default: 0. */
	readonly shift?: number;
}

/** An element of which some parts have changed. */
export interface ChangedParent {
	readonly from: number;
	/** The start tag, if its attributes have changed. */
	readonly tag?: string;
	readonly changes: readonly PartChange[];
}

/**
 * How the parts of an element follow from its earlier ones, in their new order. Indexes are those of the earlier parts.
 * Earlier parts that are not mentioned are removed.
 */
export type PartChange = UnchangedParts | ChangedParent | NewPart;
