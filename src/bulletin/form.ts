/** A shape of the picture: all its measures in user units, of which `width` fill the page's width. */
export interface PictureForm {
	readonly name: 'wide' | 'narrow';
	readonly width: number;
	/** Around the whole. */
	readonly margin: number;
	/** Room after the last midnight, for boxes of the week's last hours (the largest one fits) and for heads of lines. */
	readonly overhang: number;
	/** The edge of the smallest box and of the largest. */
	readonly sizes: readonly [number, number];
	/** The same where a row holds more than `denseAbove` boxes; labels then have one line. */
	readonly denseSizes: readonly [number, number];
	readonly denseAbove: number;
	/** Names of week and days above the lanes, and the space below them. */
	readonly headHeight: number;
	readonly footHeight: number;
	readonly rowGap: number;
	readonly emptyLanes: number;
	readonly laneGap: number;
	/** Between a box and its neighbour in a lane. */
	readonly boxGap: number;
	/** Below a box, for its line. */
	readonly lineSpace: number;
	readonly shortestLine: number;
	readonly labelGap: number;
	readonly labelHeight: number;
	readonly denseLabelHeight: number;
	/** A label without room for `leastLabel` is left out; it gets `wantedLabel` if need be in a lane of its own. */
	readonly leastLabel: number;
	readonly wantedLabel: number;
	readonly denseLabel: number;
	readonly widestLabel: number;
	/** Sizes of type. */
	readonly weekSize: number;
	readonly daySize: number;
	readonly titleSize: number;
	readonly factsSize: number;
	readonly markSize: number;
}

export const WIDE: PictureForm = {
	name: 'wide',
	width: 880,
	margin: 18,
	overhang: 62,
	sizes: [24, 60],
	denseSizes: [19, 42],
	denseAbove: 14,
	headHeight: 50,
	footHeight: 2,
	rowGap: 18,
	emptyLanes: 52,
	laneGap: 8,
	boxGap: 14,
	lineSpace: 9,
	shortestLine: 2,
	labelGap: 7,
	labelHeight: 29,
	denseLabelHeight: 16,
	leastLabel: 60,
	wantedLabel: 190,
	denseLabel: 120,
	widestLabel: 460,
	weekSize: 15,
	daySize: 11.5,
	titleSize: 12.5,
	factsSize: 11.5,
	markSize: 11.5,
};

export const NARROW: PictureForm = {
	...WIDE,
	name: 'narrow',
	width: 460,
	margin: 12,
	overhang: 48,
	sizes: [22, 46],
	denseSizes: [18, 34],
	denseAbove: 10,
	headHeight: 46,
	rowGap: 14,
	leastLabel: 50,
	wantedLabel: 150,
	denseLabel: 100,
	widestLabel: 320,
	daySize: 11,
	titleSize: 12,
	factsSize: 11,
	markSize: 11,
};
