import type { PictureBox } from './model.ts';

/** Position of a label next to its box, in user units. `x` is its left edge, also for right-aligned text. */
export interface LabelLayout {
	readonly side: 'right' | 'left';
	readonly x: number;
	readonly width: number;
}

/** What has to find room in a row: a box, its line and its label. Places and lengths in user units. */
export interface Item {
	readonly box: PictureBox;
	readonly x: number;
	readonly size: number;
	/** Of box and line, or of the label where that is higher. */
	readonly height: number;
	readonly lineEnd: number;
	readonly goesOn: boolean;
	readonly continued: boolean;
	/** `natural`: the whole text; `wanted`: what is worth another lane; `least`: below this it is not worth drawing. */
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

export interface RowRoom {
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
	/** What it takes in its lane with a label of the wanted width. */
	readonly span: Span;
}

/**
 * Puts each item into the first lane where it meets no other, in the order in which they come, and then widens labels
 * into the room that is left. A row grows by lanes: nothing is ever left out or drawn over.
 */
export function placeInLanes(
	items: readonly Item[],
	room: RowRoom,
): { lanes: readonly Lane[]; placed: readonly Placed[] } {
	const lanes: Candidate[][] = [];
	const laneOf: number[] = [];
	for (const item of items) {
		const candidate = candidateOf(item, room);
		let lane = lanes.findIndex(others => others.every(other => apart(other.span, candidate.span, room.gap)));
		if (lane < 0) {
			lane = lanes.push([]) - 1;
		}
		lanes[lane]?.push(candidate);
		laneOf.push(lane);
	}
	const labels = new Map<Item, LabelLayout | undefined>();
	for (const lane of lanes) {
		for (const [i, candidate] of lane.entries()) {
			const label = widened(candidate, lane, room);
			labels.set(candidate.item, label);
			lane[i] = { ...candidate, span: spanOf(candidate.item, label) };
		}
	}
	return {
		lanes: lanes.map(lane => ({ height: Math.max(...lane.map(({ item }) => item.height)) })),
		placed: items.map((item, i) => ({ item, lane: laneOf[i] ?? 0, label: labels.get(item) })),
	};
}

/** Puts the label to the right of its box, or to the left near the end of the week. */
function candidateOf(item: Item, { left, right, labelGap }: RowRoom): Candidate {
	const wanted = Math.min(item.label.natural, item.label.wanted);
	const roomRight = right - item.x - item.size - labelGap;
	const roomLeft = item.x - labelGap - left;
	const side = roomRight < wanted && roomLeft > roomRight ? 'left' : 'right';
	const width = Math.min(wanted, side === 'left' ? roomLeft : roomRight);
	return { item, side, span: spanOf(item, labelOf(item, side, width, labelGap)) };
}

/** The label with all the room that its neighbours in the lane leave. */
function widened({ item, side }: Candidate, lane: readonly Candidate[], room: RowRoom): LabelLayout | undefined {
	const { left, right, labelGap, gap } = room;
	const others = lane.filter(candidate => candidate.item !== item).map(({ span }) => span);
	const width =
		side === 'right'
			? Math.min(right, ...others.filter(span => span.start > item.x).map(span => span.start - gap)) -
				(item.x + item.size + labelGap)
			: item.x - labelGap - Math.max(left, ...others.filter(span => span.start < item.x).map(span => span.end + gap));
	return labelOf(item, side, Math.min(width, item.label.natural), labelGap);
}

/** None where it would be too short to be read. */
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

function apart(a: Span, b: Span, gap: number): boolean {
	return a.end + gap <= b.start || b.end + gap <= a.start;
}
