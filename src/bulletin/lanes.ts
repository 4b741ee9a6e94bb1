import type { PictureBox } from './model.ts';

/** Position of a label next to its box, in user units. `x` is its left edge, also for right-aligned text. */
export interface LabelLayout {
	readonly side: 'right' | 'left';
	readonly x: number;
	readonly width: number;
}

/** A box with its line and label, to be placed in a lane. Lengths in user units. */
export interface Item {
	readonly box: PictureBox;
	readonly x: number;
	readonly size: number;
	/** The height of box and line, or of the label if it is higher. */
	readonly height: number;
	readonly lineEnd: number;
	readonly goesOn: boolean;
	readonly continued: boolean;
	/** Widths. `natural`: of the whole text; `wanted`: another lane is added for it; `least`: a shorter label is omitted. */
	readonly label: { readonly natural: number; readonly wanted: number; readonly least: number };
}

export interface Lane {
	readonly height: number;
}

export interface Placed {
	readonly item: Item;
	readonly lane: number;
	readonly label: LabelLayout | undefined;
}

export interface RowBounds {
	readonly left: number;
	readonly right: number;
	/** Between a box and its label. */
	readonly labelGap: number;
	/** Between neighbours in a lane. */
	readonly gap: number;
}

interface Span {
	readonly start: number;
	readonly end: number;
}

interface Candidate {
	readonly item: Item;
	readonly side: LabelLayout['side'];
	/** The extent in its lane, with a label of the wanted width. */
	readonly span: Span;
}

/**
 * Assigns each item, in the given order, to the first lane in which it overlaps no other, then widens labels into the free
 * space. Lanes are added as needed, so that no item is omitted or overlapped.
 */
export function placeInLanes(
	items: readonly Item[],
	bounds: RowBounds,
): { lanes: readonly Lane[]; placed: readonly Placed[] } {
	const lanes: Candidate[][] = [];
	const laneOf: number[] = [];
	for (const item of items) {
		const candidate = candidateOf(item, bounds);
		let lane = lanes.findIndex(others => others.every(other => isApart(other.span, candidate.span, bounds.gap)));
		if (lane < 0) {
			lane = lanes.push([]) - 1;
		}
		lanes[lane]?.push(candidate);
		laneOf.push(lane);
	}
	const labels = new Map<Item, LabelLayout | undefined>();
	for (const lane of lanes) {
		for (const [i, candidate] of lane.entries()) {
			const label = widenLabel(candidate, lane, bounds);
			labels.set(candidate.item, label);
			lane[i] = { ...candidate, span: spanOf(candidate.item, label) };
		}
	}
	return {
		lanes: lanes.map(lane => ({ height: Math.max(...lane.map(({ item }) => item.height)) })),
		placed: items.map((item, i) => ({ item, lane: laneOf[i] ?? 0, label: labels.get(item) })),
	};
}

/** Places the label to the right of its box, or to the left near the end of the week. */
function candidateOf(item: Item, { left, right, labelGap }: RowBounds): Candidate {
	const wanted = Math.min(item.label.natural, item.label.wanted);
	const roomRight = right - item.x - item.size - labelGap;
	const roomLeft = item.x - labelGap - left;
	const side = roomRight < wanted && roomLeft > roomRight ? 'left' : 'right';
	const width = Math.min(wanted, side === 'left' ? roomLeft : roomRight);
	return { item, side, span: spanOf(item, labelOf(item, side, width, labelGap)) };
}

/** The label with the whole space up to its neighbours in the lane. */
function widenLabel({ item, side }: Candidate, lane: readonly Candidate[], bounds: RowBounds): LabelLayout | undefined {
	const { left, right, labelGap, gap } = bounds;
	const others = lane.filter(candidate => candidate.item !== item).map(({ span }) => span);
	const width =
		side === 'right'
			? Math.min(right, ...others.filter(span => span.start > item.x).map(span => span.start - gap)) -
				(item.x + item.size + labelGap)
			: item.x - labelGap - Math.max(left, ...others.filter(span => span.start < item.x).map(span => span.end + gap));
	return labelOf(item, side, Math.min(width, item.label.natural), labelGap);
}

/** Undefined for a label that would be too short. */
function labelOf(item: Item, side: LabelLayout['side'], width: number, labelGap: number): LabelLayout | undefined {
	if (width < Math.min(item.label.least, item.label.natural)) {
		return undefined;
	}
	return { side, width, x: side === 'right' ? item.x + item.size + labelGap : item.x - labelGap - width };
}

function spanOf(item: Item, label: LabelLayout | undefined): Span {
	return {
		start: Math.min(item.x, label?.x ?? item.x),
		end: Math.max(item.x + item.size, item.lineEnd, label === undefined ? item.x : label.x + label.width),
	};
}

function isApart(a: Span, b: Span, gap: number): boolean {
	return a.end + gap <= b.start || b.end + gap <= a.start;
}
