import type { PictureForm } from './form.ts';
import { type BoxLayout, boxSpan, type Item, type LabelLayout, type LanesLayout } from './items.ts';
import { Lane, type Span } from './lanes.ts';
import { BOLD, oneLine, textWidth } from './text-width.ts';
import { factsText } from './texts.ts';

/** The height of a label of two lines. */
const LABEL = 29;
/** Between a box and its label, between neighbours in a lane, and between lanes. */
const LABEL_GAP = 6;
const GAP = 10;
const LANE_GAP = 8;
const BELOW_LABEL = 2;
const TOP = 4;

/** A place of a label, and the extent of box and label in the lane. */
interface Candidate {
	readonly place: 'right' | 'left' | 'above';
	readonly label: Span;
	readonly align: LabelLayout['align'];
	readonly span: Span;
}

/** Places boxes with labels of two lines: each in the first lane in which box and label meet nothing. */
export function layoutFull(items: readonly Item[], form: PictureForm, top: number): LanesLayout {
	const lanes: Lane[] = [];
	const placed = items.map(item => {
		const candidates = candidatesOf(item, form);
		let lane = 0;
		for (; lane < lanes.length; lane++) {
			const free = candidates.find(({ span }) => lanes[lane]?.isFree(span, GAP));
			if (free !== undefined) {
				break;
			}
		}
		const chosen = candidates.find(({ span }) => lanes[lane]?.isFree(span, GAP) ?? true);
		lanes[lane] ??= new Lane();
		lanes[lane]?.add(chosen?.span ?? boxSpan(item));
		return { item, lane, chosen };
	});
	const heights = lanes.map((_, lane) =>
		Math.max(...placed.filter(each => each.lane === lane).map(({ item, chosen }) => heightOf(item, chosen))),
	);
	const tops: number[] = [];
	let y = top + TOP;
	for (const height of heights) {
		tops.push(y);
		y += height + LANE_GAP;
	}
	const boxes = placed.map(({ item, lane, chosen }) => positioned(item, chosen, tops[lane] ?? y, heights[lane] ?? 0));
	return { boxes, bands: [], height: y - top };
}

/** Returns the places of a label, best first: above a wide box; otherwise to the right, or to the left without room. */
function candidatesOf(item: Item, form: PictureForm): readonly Candidate[] {
	const natural = Math.min(form.maxLabel, naturalWidth(item, form));
	const own = boxSpan(item);
	const right = { start: own.end + LABEL_GAP, end: form.width - 1 };
	const left = { start: 1, end: own.start - LABEL_GAP };
	const fits = ({ start, end }: Span) => end - start >= natural;
	if (item.width >= form.labelAbove || !(fits(right) || fits(left))) {
		return [above(own, natural, form)];
	}
	const beside: Candidate[] = [];
	if (fits(right)) {
		const label = { start: right.start, end: right.start + natural };
		beside.push({ place: 'right', label, align: 'start', span: { start: own.start, end: label.end } });
	}
	if (fits(left)) {
		const label = { start: left.end - natural, end: left.end };
		beside.push({ place: 'left', label, align: 'end', span: { start: label.start, end: own.end } });
	}
	return beside;
}

/** The label begins at the start of the box, or as near to it as the strip allows. */
function above(own: Span, natural: number, form: PictureForm): Candidate {
	const width = Math.min(natural, form.width - 2);
	const start = Math.max(1, Math.min(own.start, form.width - 1 - width));
	const label = { start, end: start + width };
	const span = { start: Math.min(own.start, label.start), end: Math.max(own.end, label.end) };
	const isAtEnd = own.end >= form.width - 1 && own.start > start;
	return { place: 'above', label, align: isAtEnd ? 'end' : 'start', span };
}

function heightOf({ height }: Item, candidate: Candidate | undefined): number {
	return candidate?.place === 'above' ? LABEL + BELOW_LABEL + height : Math.max(LABEL, height);
}

function positioned(item: Item, candidate: Candidate | undefined, top: number, height: number): BoxLayout {
	const isAbove = candidate?.place === 'above';
	const own = heightOf(item, candidate);
	const y = isAbove ? top + (height - own) + LABEL + BELOW_LABEL : top + (height - item.height) / 2;
	const label = candidate && {
		align: candidate.align,
		x: candidate.label.start,
		y: isAbove ? y - BELOW_LABEL - LABEL : top + (height - LABEL) / 2,
		width: candidate.label.end - candidate.label.start,
		height: LABEL,
	};
	return { ...item, y, label };
}

function naturalWidth({ box, continuesBefore }: Item, form: PictureForm): number {
	const title = textWidth(oneLine(box.title)) * form.titleSize * BOLD;
	const facts = textWidth(factsText(box, continuesBefore)) * form.textSize;
	return Math.ceil(Math.max(title, facts)) + 2;
}
