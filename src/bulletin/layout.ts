import { boxHeight, MIN_WIDTH, TALLEST } from './box-size.ts';
import { layoutDense } from './dense-lanes.ts';
import { type Density, densityOf, type PictureForm } from './form.ts';
import { layoutFull } from './full-lanes.ts';
import type { Item, LanesLayout } from './items.ts';
import { layoutMicro } from './micro-lanes.ts';
import type { Picture, PictureBox, PictureRow } from './model.ts';

export interface StripLayout extends LanesLayout {
	readonly row: PictureRow;
	/** The top of its name and counts, and that of the strip itself. */
	readonly headY: number;
	readonly y: number;
	/** The eight midnights, from 0 to the width of the form. */
	readonly dayLines: readonly number[];
	/** Where the time after now begins: 0 to the width of the form. */
	readonly now: number;
}

export interface PictureLayout {
	readonly form: PictureForm;
	readonly density: Density;
	/** Without the legend. */
	readonly height: number;
	readonly strips: readonly StripLayout[];
}

/** The height of the name above a strip, of its labels of days, and the space below a strip. */
const HEAD = 22;
const DAYS = 24;
const STRIP_GAP = 18;
const EMPTY_LANES = 30;

/** The top of the lanes in a strip. */
export const LANES_TOP = DAYS;
/** Lays out both strips. Pure geometry. */
export function layoutPicture(picture: Picture, form: PictureForm): PictureLayout {
	const density = densityOf(Math.max(...picture.rows.map(({ boxes }) => boxes.length)), form);
	const strips: StripLayout[] = [];
	let y = 0;
	for (const row of picture.rows) {
		const strip = layoutStrip(row, picture, form, density, y);
		strips.push(strip);
		y = strip.y + strip.height + STRIP_GAP;
	}
	return { form, density, strips, height: y - STRIP_GAP };
}

function layoutStrip(row: PictureRow, picture: Picture, form: PictureForm, density: Density, top: number): StripLayout {
	const x = timeScale(row, form);
	const items = row.boxes.map(box => itemOf(box, row, x, form, density));
	const lanesY = top + HEAD + DAYS;
	const lanes =
		density === 'full'
			? layoutFull(items, form, lanesY)
			: density === 'dense'
				? layoutDense(items, form, lanesY)
				: layoutMicro(items, lanesY, picture.levels);
	return {
		...lanes,
		row,
		headY: top,
		y: top + HEAD,
		height: DAYS + Math.max(lanes.height, EMPTY_LANES),
		dayLines: row.midnights.map(x),
		now: Math.min(form.width, Math.max(0, x(picture.now))),
	};
}

/** Converts instants to x positions, linearly from the first midnight to the last: days of 23 and 25 hours differ in width. */
function timeScale({ midnights }: PictureRow, { width }: PictureForm): (instant: number) => number {
	const start = midnights[0] ?? 0;
	const end = midnights.at(-1) ?? start;
	return instant => (end === start ? 0 : ((instant - start) / (end - start)) * width);
}

function itemOf(
	box: PictureBox,
	row: PictureRow,
	x: (instant: number) => number,
	form: PictureForm,
	density: Density,
): Item {
	const [first, last] = [row.midnights[0] ?? 0, row.midnights.at(-1) ?? 0];
	const { start, end, kind } = box;
	const unit = form.width / Math.max(1, last - first);
	const isSign = kind === 'notice';
	const from = x(Math.max(start, first));
	const natural = x(Math.min(end, last)) - from;
	const width = isSign ? NOTICE_WIDTH[density] : Math.max(MIN_WIDTH, natural);
	// A box in the last minutes of a strip is moved into it.
	const left = Math.max(0, Math.min(isSign ? from - width / 2 : from, form.width - width));
	const inside = (instant: number | undefined) => {
		const at = instant === undefined ? undefined : x(instant);
		return at !== undefined && at < left + width ? Math.max(left, at) : undefined;
	};
	return {
		box,
		x: left,
		width,
		height: isSign ? width : heightOf(box, unit, density),
		tail: hasTail(box) ? Math.min(TAIL, form.width - left - width) : 0,
		continuesBefore: start < first,
		continuesAfter: end > last,
		certainUntil: inside(box.certainUntil),
		mitigated: inside(box.mitigated),
	};
}

/** Whether the duration is unknown, but not the time of the start. */
function hasTail({ ending, isDateOnly }: PictureBox): boolean {
	return ending === 'unknown' && !isDateOnly;
}

/** The length of the tail of dots of an unknown duration, in user units. */
const TAIL = 14;

function heightOf(box: PictureBox, unit: number, density: Density): number {
	// An unknown duration has no size. It is as tall as any short one, and has another outline.
	return hasTail(box) ? TALLEST[density] : boxHeight(box.end - box.start, unit, density);
}

/** The width of the diamond of a notice. */
const NOTICE_WIDTH: Readonly<Record<Density, number>> = { full: 12, dense: 11, micro: 6 };
