import { type Html, html } from './html.ts';
import type { Item } from './items.ts';
import type { PictureBox } from './model.ts';
import type { Painter, Role } from './paint.ts';
import { SHADES, shadeOf } from './ramp.ts';
import { path, svg } from './svg.ts';

/** The opacity of a part that is uncertain, and of one in which users were not affected. */
const UNCERTAIN = '0.35';
const MITIGATED = '0.45';
const STRIPE_GAP = 5;

/** Draws a box at a height. Its outline and fill show which facts of the incident are known. */
export function boxShape(item: Item, y: number, levels: readonly string[], paint: Painter): Html {
	const { box, x, width, height } = item;
	if (box.kind === 'notice') {
		return notice(item, y, levels, paint);
	}
	const outline = outlineOf(item, y);
	const d = `${outline}Z`;
	const isDay = box.ending === 'unknown' && box.isDateOnly;
	const solidUntil = isDay ? x : (item.certainUntil ?? item.mitigated);
	const fill = box.isPlanned ? 'hollow' : fillOf(box, levels);
	const faint = isDay || item.certainUntil !== undefined ? UNCERTAIN : MITIGATED;
	const parts =
		solidUntil === undefined
			? svg('path', { ...paint(fill), d })
			: html`${svg('path', { ...paint(fill), d, 'fill-opacity': faint })}${
					solidUntil > x && svg('rect', { ...paint(fill), x, y, width: solidUntil - x, height })
				}`;
	const stripes = box.kind === 'maintenance' && !box.isPlanned && stripesOf(item, y);
	const line = item.continuesAfter ? outline : d;
	return html`${parts}${stripes !== false && svg('path', { ...paint(isDark(fill) ? 'stripes-light' : 'stripes'), d: stripes })}${
		fill === 'hollow' && !box.isPlanned && dash(item, y, paint)
	}${svg('path', { ...paint(lineOf(box, isDay)), d: line })}${
		item.tail > 0 &&
		svg('path', { ...paint('tail'), d: path('M', x + width + 3, y + height / 2, 'H', x + width + item.tail) })
	}`;
}

/** The fill of a level. No fill if the impact is not stated or not a level of the log. */
export function fillOf({ rank }: Pick<PictureBox, 'rank'>, levels: readonly string[]): Role {
	return rank === undefined ? 'hollow' : `shade-${shadeOf(rank, levels.length)}`;
}

function isDark(fill: Role): boolean {
	const shade = /^shade-(\d+)$/.exec(fill)?.[1];
	return shade !== undefined && Number(shade) > SHADES / 2;
}

function lineOf({ ending, isPlanned, isImpactInferred }: PictureBox, isDay: boolean): Role {
	if (isPlanned) {
		return 'dotted';
	}
	return ending === 'inferred' || isImpactInferred || isDay ? 'dashed' : 'outline';
}

/**
 * The outline, from the upper right corner to the lower right one: with a notch if it began before the strip, and a point if
 * the incident is open. It is closed at the right unless the incident goes on after the strip.
 */
function outlineOf({ box, x, width, height, continuesBefore, continuesAfter }: Item, y: number): string {
	const [right, bottom, middle] = [x + width, y + height, y + height / 2];
	const depth = Math.min(6, width / 2, height / 2);
	const notch = continuesBefore ? ['H', x, 'L', x + depth, middle, 'L', x, bottom] : ['H', x, 'V', bottom];
	if (box.ending === 'open' && !continuesAfter) {
		return path('M', right, middle, 'L', right - depth, y, ...notch, 'H', right - depth);
	}
	return path('M', right, y, ...notch, 'H', right);
}

/** Diagonal stripes inside of a box. */
function stripesOf({ x, width, height }: Item, y: number): string {
	const steps: (string | number)[] = [];
	for (let at = STRIPE_GAP / 2; at < width + height; at += STRIPE_GAP) {
		const [x1, y1] = at <= height ? [x, y + at] : [x + at - height, y + height];
		const [x2, y2] = at <= width ? [x + at, y] : [x + width, y + at - width];
		steps.push('M', x1, y1, 'L', x2, y2);
	}
	return path(...steps);
}

/** A dash in a box whose level is not known. */
function dash({ x, width, height }: Item, y: number, paint: Painter): Html {
	const half = Math.min(4, width / 2 - 1);
	return svg('path', {
		...paint('outline'),
		d: path('M', x + width / 2 - half, y + height / 2, 'H', x + width / 2 + half),
	});
}

function notice({ box, x, width }: Item, y: number, levels: readonly string[], paint: Painter): Html {
	const half = width / 2;
	const d = path('M', x + half, y, 'L', x + width, y + half, 'L', x + half, y + width, 'L', x, y + half, 'Z');
	return html`${svg('path', { ...paint(fillOf(box, levels)), d })}${svg('path', { ...paint('outline'), d })}`;
}
