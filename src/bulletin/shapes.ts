import { type Html, html } from './html.ts';
import { levelMarks, SHADES, shadeOf, unknownMark } from './level-marks.ts';
import type { PictureBox } from './model.ts';
import { path, svg } from './svg.ts';

/** The look of a box in the picture, in its legend and next to an entry. */
export interface BoxLook {
	/** 0 (lightest) to 7; undefined for no stated impact, drawn without a fill. */
	readonly shade: number | undefined;
	/** Duration or impact is inferred from prose, or the end is unknown. */
	readonly dashed: boolean;
	/** The incident is open or ends after the row: the right side is an arrow. */
	readonly goesOn: boolean;
	/** It began before the row: the left side is notched. */
	readonly continued: boolean;
	/** Drawn with a second outline inside of the first. */
	readonly maintenance: boolean;
	readonly mark: string;
}

/** The look of a box alone. In a row it can be cut off at either side. */
export function lookOf(box: PictureBox, levels: readonly string[]): BoxLook {
	const { impact, rank, ending, kind } = box;
	const mark = impact === undefined ? '?' : (levelMarks(levels)[levels.indexOf(impact)] ?? unknownMark(impact));
	return {
		shade: impact === undefined ? undefined : shadeOf(rank ?? levels.length - 1, levels.length),
		dashed: ending === 'inferred' || box.inferredImpact || ending === 'unknown',
		goesOn: ending === 'open',
		continued: false,
		maintenance: kind === 'maintenance',
		mark,
	};
}

export interface Square {
	readonly x: number;
	readonly y: number;
	readonly size: number;
}

/** Draws a box. Colours and patterns are defined by classes, in `pageStyles`. */
export function boxShape(look: BoxLook, square: Square, markSize: number): Html {
	const { x, y, size } = square;
	const d = outlineOf(look, square);
	const shade = look.shade ?? 'none';
	const inset = Math.max(2.5, size * 0.09);
	const inner = { x: x + inset, y: y + inset, size: size - 2 * inset };
	// Centred in the area without notch and arrow.
	const middle = x + size * (0.5 + (look.continued ? 0.06 : 0) - (look.goesOn ? 0.06 : 0));
	return html`${svg('path', { class: `il-fill il-shade-${shade}`, d })}${
		look.shade !== undefined && svg('path', { fill: `url(#il-hatch-${shade})`, d })
	}${svg('path', { class: look.dashed ? 'il-outline il-dashed' : 'il-outline', d })}${
		look.maintenance && svg('path', { class: `il-inline il-ink-${shade}`, d: outlineOf(look, inner) })
	}${svg(
		'text',
		{ class: `il-mark il-ink-${shade}`, x: middle, y: y + size / 2 + markSize * 0.36, 'font-size': markSize },
		look.mark,
	)}`;
}

function outlineOf({ goesOn, continued }: BoxLook, { x, y, size }: Square): string {
	const [right, bottom, middle, point] = [x + size, y + size, y + size / 2, size * 0.24];
	const end = goesOn ? ['H', right - point, 'L', right, middle, 'L', right - point, bottom] : ['H', right, 'V', bottom];
	const begin = continued ? ['H', x, 'L', x + point, middle, 'Z'] : ['H', x, 'Z'];
	return path('M', x, y, ...end, ...begin);
}

const NO_HATCH = { size: 8, d: '' };

const HATCHES: readonly { readonly size: number; readonly d: string }[] = [
	NO_HATCH,
	{ size: 6, d: 'M3 3h.01' },
	{ size: 6, d: 'M1.5 1.5h.01M4.5 4.5h.01' },
	{ size: 8, d: 'M-1 9L9 -1' },
	{ size: 5, d: 'M-1 6L6 -1' },
	{ size: 8, d: 'M-1 9L9 -1M-1 -1L9 9' },
	{ size: 5, d: 'M-1 6L6 -1M-1 -1L6 6' },
	NO_HATCH,
];

/**
 * A pattern for each shade, denser as it gets darker: none, dots, strokes, crossed strokes, none again for the darkest.
 * Patterns make the shades distinguishable for readers who cannot distinguish the colours.
 */
export const hatchPatterns: Html = svg(
	'defs',
	{},
	Array.from({ length: SHADES }, (_, shade) => {
		const { size, d } = HATCHES[shade] ?? NO_HATCH;
		const place = { id: `il-hatch-${shade}`, width: size, height: size, patternUnits: 'userSpaceOnUse' };
		return svg('pattern', place, d !== '' && svg('path', { class: `il-hatch il-hatch-${shade}`, d }));
	}),
);
