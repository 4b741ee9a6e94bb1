import type { PictureForm } from './form.ts';
import { type Html, html } from './html.ts';
import { levelMarks, shadeOf } from './level-marks.ts';
import type { Picture, PictureBox } from './model.ts';
import { type BoxLook, boxShape } from './shapes.ts';
import { path, svg } from './svg.ts';
import { textWidth } from './text-width.ts';

const SWATCH = 20;
const MARK_SIZE = 10.5;
const TEXT_GAP = 6;
const ITEM_GAP = 18;
const LINE_HEIGHT = 27;
const SENTENCE = 'Larger boxes are longer, darker boxes are higher-impact.';

interface LegendItem {
	readonly look: BoxLook;
	readonly text: string;
}

/** Renders the legend at a vertical position: all levels, then the other symbols that the picture uses. */
export function legend(
	picture: Picture,
	form: PictureForm,
	top: number,
): { readonly markup: Html; readonly height: number } {
	const left = form.margin;
	const right = form.width - form.margin;
	let x = left;
	let y = top + 14;
	const items = legendItems(picture).map(({ look, text }) => {
		const width = SWATCH + TEXT_GAP + textWidth(text) * form.factsSize;
		if (x > left && x + width > right) {
			x = left;
			y += LINE_HEIGHT;
		}
		const words = svg('text', { class: 'il-note', x: x + SWATCH + TEXT_GAP, y: y + SWATCH - 6 }, text);
		const item = html`${boxShape(look, { x, y, size: SWATCH }, MARK_SIZE)}${words}`;
		x += width + ITEM_GAP;
		return item;
	});
	y += LINE_HEIGHT;
	const markup = svg(
		'g',
		{ class: 'il-legend', 'font-size': form.factsSize },
		svg('path', { class: 'il-rule', d: path('M', left, top, 'H', right) }),
		items,
		svg('text', { class: 'il-note', x: left, y: y + 14 }, SENTENCE),
	);
	return { markup, height: y + 24 - top };
}

function legendItems({ rows, levels }: Picture): readonly LegendItem[] {
	const boxes = rows.flatMap(row => row.boxes);
	const used = (test: (box: PictureBox) => boolean) => boxes.some(test);
	const marks = levelMarks(levels);
	const items: LegendItem[] = levels.map((level, rank) => ({
		look: { ...PLAIN, shade: shadeOf(rank, levels.length), mark: marks[rank] ?? '' },
		text: level,
	}));
	if (used(box => box.impact === undefined)) {
		items.push({ look: { ...PLAIN, mark: '?' }, text: 'not stated' });
	}
	if (used(box => box.ending === 'inferred' || box.inferredImpact || box.ending === 'unknown')) {
		items.push({ look: { ...PLAIN, dashed: true }, text: 'inferred or unknown' });
	}
	if (used(box => box.kind === 'maintenance')) {
		items.push({ look: { ...PLAIN, maintenance: true }, text: 'maintenance' });
	}
	if (used(box => box.ending === 'open')) {
		items.push({ look: { ...PLAIN, goesOn: true }, text: 'still open' });
	}
	return items;
}

const PLAIN: BoxLook = {
	shade: undefined,
	dashed: false,
	goesOn: false,
	continued: false,
	maintenance: false,
	mark: '',
};
