import type { PictureForm } from './form.ts';
import { type BoxLayout, boxSpan, type Item, type LabelLayout, type LanesLayout } from './items.ts';
import { Lane } from './lanes.ts';
import { oneLine, textWidth } from './text-width.ts';

/** The height of a lane, and of a label of one line. */
const LANE = 20;
const LABEL = 16;
/** The top of a flat box below its label, in its lane. */
const FLAT_TOP = 13;
const GAP = 4;
const LABEL_GAP = 5;
/** A label of this width shows enough of a title. */
const READABLE = 90;
const TOP = 3;
const BOTTOM = 4;

/** Places boxes in lanes of one height, filled evenly. Labels of one line get the free space, the worst incidents first. */
export function layoutDense(items: readonly Item[], form: PictureForm, top: number): LanesLayout {
	const perLane = Math.max(1, Math.floor(form.width / form.denseSlot));
	const lanes = Array.from({ length: Math.ceil(items.length / perLane) }, () => new Lane());
	const laneOf = new Map<Item, Lane>();
	for (const item of [...items].sort((a, b) => a.x - b.x)) {
		const span = boxSpan(item);
		const free = lanes.filter(lane => lane.isFree(span, GAP));
		// The lane that was free for the longest time has the most space for labels.
		let lane = free[0];
		for (const other of free) {
			lane = lane === undefined || other.end < lane.end ? other : lane;
		}
		if (lane === undefined) {
			lane = new Lane();
			lanes.push(lane);
		}
		lane.add(span);
		laneOf.set(item, lane);
	}
	const labels = new Map<Item, LabelLayout>();
	const yOf = (item: Item) => {
		const lane = laneOf.get(item);
		return top + TOP + (lane === undefined ? 0 : lanes.indexOf(lane)) * LANE;
	};
	for (const item of [...items].sort(byPriority)) {
		const label = labelOf(item, laneOf.get(item), form, yOf(item));
		if (label !== undefined) {
			labels.set(item, label);
			laneOf.get(item)?.add({ start: label.x, end: label.x + label.width });
		}
	}
	const boxes = items.map((item): BoxLayout => {
		const label = labels.get(item) ?? labelAbove(item, form, yOf(item));
		const isAbove = label !== undefined && !labels.has(item);
		return { ...item, y: yOf(item) + (isAbove ? FLAT_TOP : (LANE - item.height) / 2), label };
	});
	return { boxes, bands: [], height: TOP + lanes.length * LANE + BOTTOM };
}

/** Worse levels first, then longer incidents. */
function byPriority({ box: one }: Item, { box: other }: Item): number {
	return (other.rank ?? -1) - (one.rank ?? -1) || other.end - other.start - (one.end - one.start);
}

/** The label above a long flat box that leaves no space beside it. Both fit in one lane. */
function labelAbove(item: Item, form: PictureForm, y: number): LabelLayout | undefined {
	const width = Math.min(naturalWidth(item, form), item.width);
	return item.height > LANE - FLAT_TOP - 1 || width < form.minLabel
		? undefined
		: { align: 'start', x: Math.max(1, item.x), y: y - 1, width, height: FLAT_TOP };
}

function naturalWidth({ box }: Item, form: PictureForm): number {
	return Math.min(form.maxLabel, Math.ceil(textWidth(oneLine(box.title)) * form.textSize) + 2);
}

function labelOf(item: Item, lane: Lane | undefined, form: PictureForm, y: number): LabelLayout | undefined {
	const own = boxSpan(item);
	const limits = { start: 1, end: form.width - 1 };
	const after = lane?.freeAround(own.end, limits, GAP) ?? limits;
	const before = lane?.freeAround(own.start, limits, GAP) ?? limits;
	const right = after.end - own.end - LABEL_GAP;
	const left = own.start - LABEL_GAP - before.start;
	const natural = naturalWidth(item, form);
	// Labels to the right are read first: one to the left must show much more of its title.
	const isRight = right >= Math.min(natural, READABLE) || right >= left;
	const width = Math.min(natural, isRight ? right : left);
	if (width < Math.min(natural, form.minLabel)) {
		return undefined;
	}
	return {
		align: isRight ? 'start' : 'end',
		x: isRight ? own.end + LABEL_GAP : own.start - LABEL_GAP - width,
		y: y + (LANE - LABEL) / 2,
		width,
		height: LABEL,
	};
}
