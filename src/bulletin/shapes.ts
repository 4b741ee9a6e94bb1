import { type Html, html } from './html.ts';
import { SHADES } from './level-marks.ts';

/** How one box looks, wherever it is drawn: in the picture, in its legend, beside an entry. */
export interface BoxLook {
	/** 0 (lightest) to 7; undefined where nothing is said of the impact: hollow. */
	readonly shade: number | undefined;
	/** Something of it was read from the prose. */
	readonly dashed: boolean;
	/** Nobody knows its end yet, or it lies beyond the row: the right side is an arrow. */
	readonly goesOn: boolean;
	/** It began before the row: the left side is notched. */
	readonly continued: boolean;
	/** Planned: a second outline within the first. */
	readonly maintenance: boolean;
	readonly mark: string;
	readonly markSize: number;
}

/** A box at a place, in user units. Darkness and pattern come from classes alone: `pageStyles` says what they are. */
export function boxShape(look: BoxLook, x: number, y: number, size: number): Html {
	const outline = outlineOf(look, x, y, size);
	const shade = look.shade === undefined ? 'none' : String(look.shade);
	const inset = Math.max(2.5, size * 0.09);
	const middle = x + size / 2 + (look.continued ? size * 0.06 : 0) - (look.goesOn ? size * 0.06 : 0);
	return html`<path class="il-fill il-shade-${shade}" d="${outline}"/>${
		look.shade !== undefined && html`<path fill="url(#il-hatch-${shade})" d="${outline}"/>`
	}<path class="il-outline${look.dashed && ' il-dashed'}" d="${outline}"/>${
		look.maintenance &&
		html`<path class="il-inline il-ink-${shade}" d="${outlineOf(look, x + inset, y + inset, size - 2 * inset)}"/>`
	}<text class="il-mark il-ink-${shade}" x="${round(middle)}" y="${round(y + size / 2 + look.markSize * 0.36)}" font-size="${
		look.markSize
	}">${look.mark}</text>`;
}

function outlineOf({ goesOn, continued }: BoxLook, x: number, y: number, size: number): string {
	const right = x + size;
	const bottom = y + size;
	const middle = y + size / 2;
	const point = size * 0.24;
	const end = goesOn
		? `H${round(right - point)}L${round(right)} ${round(middle)}L${round(right - point)} ${round(bottom)}`
		: `H${round(right)}V${round(bottom)}`;
	const begin = continued ? `H${round(x)}L${round(x + point)} ${round(middle)}Z` : `H${round(x)}Z`;
	return `M${round(x)} ${round(y)}${end}${begin}`;
}

/** Lengths with a tenth of a unit, as they are written. */
export function round(length: number): number {
	return Math.round(length * 10) / 10;
}

const NO_HATCH = { size: 8, path: '' };

const HATCHES: readonly { readonly size: number; readonly path: string }[] = [
	NO_HATCH,
	{ size: 6, path: 'M3 3h.01' },
	{ size: 6, path: 'M1.5 1.5h.01M4.5 4.5h.01' },
	{ size: 8, path: 'M-1 9L9 -1' },
	{ size: 5, path: 'M-1 6L6 -1' },
	{ size: 8, path: 'M-1 9L9 -1M-1 -1L9 9' },
	{ size: 5, path: 'M-1 6L6 -1M-1 -1L6 6' },
	NO_HATCH,
];

/**
 * A pattern for each shade, denser as it gets darker: none, dots, strokes, crossed strokes, none again for the darkest.
 * Who cannot tell two shades apart tells their patterns apart.
 */
export const hatchPatterns: Html = html`<defs>${Array.from({ length: SHADES }, (_, shade) => pattern(shade))}</defs>`;

function pattern(shade: number): Html {
	const { size, path } = HATCHES[shade] ?? NO_HATCH;
	return html`<pattern id="il-hatch-${shade}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${
		path !== '' && html`<path class="il-hatch il-hatch-${shade}" d="${path}"/>`
	}</pattern>`;
}
