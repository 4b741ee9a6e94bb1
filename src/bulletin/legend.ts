import type { PictureForm } from './form.ts';
import { type Html, html } from './html.ts';
import { levelMarks, shadeOf } from './level-marks.ts';
import type { Picture, PictureBox } from './model.ts';
import { type BoxLook, boxShape, round } from './shapes.ts';
import { textWidth } from './text-width.ts';

const SWATCH = 20;
const TEXT_GAP = 6;
const ITEM_GAP = 18;
const LINE_HEIGHT = 27;

interface LegendItem {
	readonly look: BoxLook;
	readonly text: string;
}

/** The legend at a height of the picture: the levels, then only those signs that the picture uses. */
export function legend(
	picture: Picture,
	form: PictureForm,
	top: number,
): { readonly svg: Html; readonly height: number } {
	const left = form.margin;
	const right = form.width - form.margin;
	const sentence = 'Larger boxes are longer, darker boxes are higher-impact.';
	let x = left;
	let y = top + 14;
	const items = legendItems(picture).map(({ look, text }) => {
		const width = SWATCH + TEXT_GAP + textWidth(text) * form.factsSize;
		if (x > left && x + width > right) {
			x = left;
			y += LINE_HEIGHT;
		}
		const item = html`${boxShape(look, x, y, SWATCH)}<text class="il-note" x="${round(x + SWATCH + TEXT_GAP)}" y="${
			y + SWATCH - 6
		}">${text}</text>`;
		x += width + ITEM_GAP;
		return item;
	});
	y += LINE_HEIGHT;
	const svg = html`<g class="il-legend" font-size="${form.factsSize}"><path class="il-rule" d="M${left} ${round(top)}H${right}"/>${
		items
	}<text class="il-note" x="${left}" y="${round(y + 14)}">${sentence}</text></g>`;
	return { svg, height: y + 24 - top };
}

function legendItems(picture: Picture): readonly LegendItem[] {
	const boxes = picture.rows.flatMap(row => row.boxes);
	const used = (test: (box: PictureBox) => boolean) => boxes.some(test);
	const { levels } = picture;
	const marks = levelMarks(levels);
	const items: LegendItem[] = levels.map((level, rank) => ({
		look: { ...PLAIN, shade: shadeOf(rank, levels.length), mark: marks[rank] ?? '' },
		text: level,
	}));
	if (used(box => box.impact === undefined)) {
		items.push({ look: { ...PLAIN, mark: '?' }, text: 'not stated' });
	}
	if (used(box => box.inferredDuration || box.inferredImpact || box.ending === 'unknown')) {
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
	markSize: 10.5,
};
