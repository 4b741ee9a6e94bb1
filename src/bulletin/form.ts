/** A layout of the picture. Lengths are in user units; `width` units fill the width of the page. */
export interface PictureForm {
	readonly name: 'wide' | 'narrow';
	readonly width: number;
	/** Around the picture. */
	readonly margin: number;
	/** Space after the last midnight, for the largest box in the last hours of the week and for arrowheads. */
	readonly overhang: number;
	/** Edge lengths of the smallest and the largest box. */
	readonly sizes: readonly [number, number];
	/** Edge lengths if a row has more than `denseAbove` boxes. Labels have one line then. */
	readonly denseSizes: readonly [number, number];
	readonly denseAbove: number;
	/** Labels of week and days above the lanes, and the space below them. */
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
	/** A label with less space than `leastLabel` is omitted. A box gets another lane if that gives its label `wantedLabel`. */
	readonly leastLabel: number;
	readonly wantedLabel: number;
	readonly denseLabel: number;
	readonly widestLabel: number;
	/** Font sizes. */
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
