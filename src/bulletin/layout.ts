import { relativeSize } from './box-size.ts';
import type { PictureForm } from './form.ts';
import { type Item, type LabelLayout, placeInLanes } from './lanes.ts';
import type { Picture, PictureBox, PictureRow } from './model.ts';
import { BOLD, oneLine, textWidth } from './text-width.ts';
import { factsText } from './texts.ts';

export interface BoxLayout {
	readonly box: PictureBox;
	/** The upper left corner, at the start of the incident, and the edge length. */
	readonly x: number;
	readonly y: number;
	readonly size: number;
	/** Whether it began before this row. It is drawn at the start of the row then. */
	readonly continued: boolean;
	/** Undefined without space for a label. The box still has a tooltip, an accessible name and a row in the table. */
	readonly label: LabelLayout | undefined;
	/** The line below the box, to the scale of the days. */
	readonly line: {
		readonly from: number;
		readonly to: number;
		readonly y: number;
		/** Whether it continues after the row: into the next week, or without a known end. */
		readonly goesOn: boolean;
	};
}

export interface RowLayout {
	readonly row: PictureRow;
	readonly y: number;
	readonly height: number;
	/** The top of the lanes, below the labels of week and days. */
	readonly lanesY: number;
	/** The eight midnights. */
	readonly dayLines: readonly number[];
	readonly boxes: readonly BoxLayout[];
}

export interface PictureLayout {
	readonly form: PictureForm;
	/** Whether labels have one line, because a row has many boxes. */
	readonly dense: boolean;
	readonly height: number;
	readonly rows: readonly RowLayout[];
}

/** Lays out both rows. Pure geometry, in user units of the form's width. */
export function layoutPicture(picture: Picture, form: PictureForm): PictureLayout {
	const dense = picture.rows.some(row => row.boxes.length > form.denseAbove);
	const rows: RowLayout[] = [];
	let y = form.margin;
	for (const row of picture.rows) {
		const laidOut = layoutRow(row, { form, dense, y });
		rows.push(laidOut);
		y += laidOut.height + form.rowGap;
	}
	return { form, dense, rows, height: y - form.rowGap };
}

interface RowContext {
	readonly form: PictureForm;
	readonly dense: boolean;
	readonly y: number;
}

function layoutRow(row: PictureRow, context: RowContext): RowLayout {
	const { form, y } = context;
	const x = timeScale(row, form);
	const items = row.boxes.map(box => itemOf(box, row, x, context));
	const { lanes, placed } = placeInLanes(items, {
		left: form.margin,
		right: form.width - form.margin,
		labelGap: form.labelGap,
		gap: form.boxGap,
	});
	const lanesY = y + form.headHeight;
	const tops: number[] = [];
	let bottom = lanesY;
	for (const lane of lanes) {
		tops.push(bottom);
		bottom += lane.height + form.laneGap;
	}
	const boxes = placed.map(({ item, lane, label }): BoxLayout => {
		const base = (tops[lane] ?? lanesY) + (lanes[lane]?.height ?? 0) - form.lineSpace;
		return {
			box: item.box,
			x: item.x,
			y: base - item.size,
			size: item.size,
			continued: item.continued,
			label,
			line: { from: item.x, to: item.lineEnd, y: base + form.lineSpace / 2, goesOn: item.goesOn },
		};
	});
	const height = form.headHeight + Math.max(bottom - lanesY, form.emptyLanes) + form.footHeight;
	return { row, y, height, lanesY, dayLines: row.midnights.map(x), boxes };
}

/** Converts instants to x positions, linearly from the first midnight to the last: days of 23 and 25 hours differ in width. */
function timeScale(row: PictureRow, form: PictureForm): (instant: number) => number {
	const start = row.midnights[0] ?? 0;
	const end = row.midnights.at(-1) ?? start;
	const width = form.width - 2 * form.margin - form.overhang;
	return instant => form.margin + (end === start ? 0 : ((instant - start) / (end - start)) * width);
}

function itemOf(box: PictureBox, row: PictureRow, x: (instant: number) => number, context: RowContext): Item {
	const { form, dense } = context;
	const [smallest, largest] = dense ? form.denseSizes : form.sizes;
	const first = row.midnights[0] ?? 0;
	const last = row.midnights.at(-1) ?? 0;
	const continued = box.start < first;
	const { end } = box;
	const size = smallest + (largest - smallest) * relativeSize(end - box.start);
	const left = x(Math.min(Math.max(box.start, first), last));
	const goesOn = box.ending === 'open' || end > last;
	return {
		box,
		x: left,
		size,
		height: Math.max(size, dense ? form.denseLabelHeight : form.labelHeight) + form.lineSpace,
		lineEnd: goesOn ? form.width - form.margin : Math.max(x(Math.min(end, last)), left + form.shortestLine),
		goesOn,
		continued,
		label: {
			natural: Math.min(naturalWidth(box, continued, form, dense), form.widestLabel),
			wanted: dense ? form.denseLabel : form.wantedLabel,
			least: form.leastLabel,
		},
	};
}

function naturalWidth(box: PictureBox, continued: boolean, form: PictureForm, dense: boolean): number {
	const title = textWidth(oneLine(box.title)) * form.titleSize * BOLD;
	const facts = dense ? 0 : textWidth(factsText(box, continued)) * form.factsSize;
	return Math.ceil(Math.max(title, facts)) + 2;
}
