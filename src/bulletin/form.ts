/** Whether labels have two lines next to their boxes, one line in narrow lanes, or lanes with one name per level. */
export type Density = 'full' | 'dense' | 'micro';

/** A layout of the picture. Lengths are in user units, which are CSS pixels at the width of the form. */
export interface PictureForm {
	readonly name: 'wide' | 'medium' | 'narrow';
	readonly width: number;
	/** The numbers of boxes of a strip up to which labels have two lines, or one. */
	readonly maxFull: number;
	readonly maxDense: number;
	/** A label of two lines above its box instead of beside it: for boxes of at least this width. */
	readonly labelAbove: number;
	/** The width of the longest label, and of the shortest one that is not omitted. */
	readonly maxLabel: number;
	readonly minLabel: number;
	/** The width for a box and its label in dense lanes. */
	readonly denseSlot: number;
	/** The letters of a weekday in the labels of days. */
	readonly weekdayLetters: number;
	readonly titleSize: number;
	/** Of all other text. */
	readonly textSize: number;
}

export const WIDE: PictureForm = {
	name: 'wide',
	width: 880,
	maxFull: 16,
	maxDense: 60,
	labelAbove: 150,
	maxLabel: 420,
	minLabel: 44,
	denseSlot: 140,
	weekdayLetters: 3,
	titleSize: 12.5,
	textSize: 11.5,
};

export const MEDIUM: PictureForm = {
	...WIDE,
	name: 'medium',
	width: 600,
	maxFull: 10,
	labelAbove: 130,
	maxLabel: 340,
	denseSlot: 130,
};

export const NARROW: PictureForm = {
	...WIDE,
	name: 'narrow',
	width: 328,
	maxFull: 7,
	labelAbove: 110,
	maxLabel: 300,
	denseSlot: 115,
	weekdayLetters: 2,
	titleSize: 12,
	textSize: 11,
};

export const FORMS: readonly PictureForm[] = [WIDE, MEDIUM, NARROW];

/** Returns the density for both strips, so that the sizes of their boxes compare. `count`: boxes in the fuller strip. */
export function densityOf(count: number, { maxFull, maxDense }: PictureForm): Density {
	return count <= maxFull ? 'full' : count <= maxDense ? 'dense' : 'micro';
}
