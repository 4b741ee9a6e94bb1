import type { Span } from './lanes.ts';
import type { PictureBox } from './model.ts';

/** A box with its extent on the time axis, to be placed in a lane. Lengths in user units. */
export interface Item {
	readonly box: PictureBox;
	readonly x: number;
	readonly width: number;
	readonly height: number;
	/** The length of the dots after a box of unknown duration. */
	readonly tail: number;
	/** Whether it began before the strip, and whether it goes on after it. */
	readonly continuesBefore: boolean;
	readonly continuesAfter: boolean;
	/** Where the certain part of an inferred duration ends, and where the effect on users ended; inside of the box. */
	readonly certainUntil: number | undefined;
	readonly mitigated: number | undefined;
}

/** The text of a box. `x` is the left edge of its space, also for right-aligned text. */
export interface LabelLayout {
	readonly align: 'start' | 'end';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface BoxLayout extends Item {
	readonly y: number;
	/** Undefined without space for a label. The box still has a tooltip, an accessible name and a row in the table. */
	readonly label: LabelLayout | undefined;
}

/** The lanes of a level in a strip with very many boxes. */
export interface BandLayout {
	/** "critical · 57". */
	readonly text: string;
	readonly y: number;
}

/** The boxes of a strip, below the labels of its days. `height`: that of the lanes. */
export interface LanesLayout {
	readonly boxes: readonly BoxLayout[];
	readonly bands: readonly BandLayout[];
	readonly height: number;
}

/** The extent of a box with its tail. */
export function boxSpan({ x, width, tail }: Item): Span {
	return { start: x, end: x + width + tail };
}
