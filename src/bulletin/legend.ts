import type { PictureForm } from './form.ts';
import { type Html, html } from './html.ts';
import type { Item } from './items.ts';
import type { Picture, PictureBox } from './model.ts';
import type { Painter } from './paint.ts';
import { boxShape } from './shapes.ts';
import { svg } from './svg.ts';
import { textWidth } from './text-width.ts';

const SWATCH_WIDTH = 16;
const SWATCH_HEIGHT = 11;
const TEXT_GAP = 6;
const ITEM_GAP = 16;
const LINE = 20;
const PAD = 7;

interface LegendItem {
	readonly box: Partial<PictureBox>;
	readonly item?: Partial<Item>;
	readonly text: string;
}

/** Renders the legend on the colour of the strips: all levels, then the signs that the picture uses. */
export function legend(
	picture: Picture,
	form: PictureForm,
	top: number,
	paint: Painter,
): { readonly markup: Html; readonly height: number } {
	let x = PAD;
	let y = top + PAD - 2;
	const items = legendItems(picture).map(({ box, item, text }) => {
		const width = SWATCH_WIDTH + TEXT_GAP + textWidth(text) * form.textSize;
		if (x > PAD && x + width > form.width - PAD) {
			x = PAD;
			y += LINE;
		}
		const isNotice = box.kind === 'notice';
		const swatch: Item = {
			...PLAIN_ITEM,
			box: { ...PLAIN_BOX, ...box },
			x,
			width: isNotice ? 12 : SWATCH_WIDTH,
			height: SWATCH_HEIGHT,
			...item,
			...(item?.certainUntil !== undefined && { certainUntil: x + item.certainUntil }),
			...(item?.mitigated !== undefined && { mitigated: x + item.mitigated }),
		};
		const textX = x + SWATCH_WIDTH + TEXT_GAP;
		const name = svg('text', { ...paint('text-muted'), x: textX, y: y + 12, 'font-size': form.textSize }, text);
		x += width + ITEM_GAP;
		return html`${boxShape(swatch, y + 2.5, picture.levels, paint)}${name}`;
	});
	const height = y + LINE + PAD - 4 - top;
	const markup = svg(
		'g',
		{ class: 'il-legend', 'aria-hidden': 'true' },
		svg('rect', { ...paint('strip'), x: 0, y: top, width: form.width, height }),
		items,
	);
	return { markup, height };
}

function legendItems({ rows, levels }: Picture): readonly LegendItem[] {
	const boxes = rows.flatMap(row => row.boxes);
	const signs: readonly (readonly [used: (box: PictureBox) => boolean, item: LegendItem])[] = [
		[({ kind, rank }) => kind !== 'notice' && rank === undefined, { box: {}, text: 'level not known' }],
		[
			({ ending, isImpactInferred, certainUntil }) =>
				(ending === 'inferred' || isImpactInferred) && certainUntil === undefined,
			{ box: { ending: 'inferred', rank: 0 }, text: 'inferred' },
		],
		[
			({ certainUntil }) => certainUntil !== undefined,
			{
				box: { ending: 'inferred', rank: last(levels) },
				item: { certainUntil: 8 },
				text: 'duration inferred as a range',
			},
		],
		[
			({ ending, isDateOnly }) => ending === 'unknown' && !isDateOnly,
			{ box: { ending: 'unknown', rank: 0 }, item: { width: 5, tail: 12 }, text: 'duration unknown' },
		],
		[
			({ ending, isDateOnly }) => ending === 'unknown' && isDateOnly,
			{ box: { ending: 'unknown', isDateOnly: true, rank: last(levels) }, text: 'only the day known' },
		],
		[
			({ mitigated }) => mitigated !== undefined,
			{ box: { rank: last(levels) }, item: { mitigated: 8 }, text: 'mitigated' },
		],
		[({ ending }) => ending === 'open', { box: { ending: 'open', rank: 0 }, text: 'still open' }],
		[
			({ kind, isPlanned }) => kind === 'maintenance' && !isPlanned,
			{ box: { kind: 'maintenance', rank: 0 }, text: 'maintenance' },
		],
		[({ isPlanned }) => isPlanned, { box: { isPlanned: true, rank: 0 }, text: 'planned' }],
		[({ kind }) => kind === 'notice', { box: { kind: 'notice', rank: 0 }, text: 'notice' }],
	];
	return [
		...levels.map((text, rank) => ({ box: { rank }, text })),
		...signs.flatMap(([used, item]) => (boxes.some(used) ? [item] : [])),
	];
}

const last = (levels: readonly string[]) => Math.max(0, levels.length - 2);

const PLAIN_BOX: PictureBox = {
	id: '',
	title: '',
	kind: 'incident',
	uri: '',
	offset: 0,
	start: 0,
	end: 0,
	ending: 'stated',
	certainUntil: undefined,
	mitigated: undefined,
	isPlanned: false,
	isDateOnly: false,
	impact: undefined,
	impactNote: undefined,
	rank: undefined,
	isImpactInferred: false,
	durationText: '',
	startText: '',
	clockText: '',
	sinceText: '',
	href: undefined,
	isCurrent: false,
};

const PLAIN_ITEM = {
	tail: 0,
	continuesBefore: false,
	continuesAfter: false,
	certainUntil: undefined,
	mitigated: undefined,
};

/** Renders the swatch of a level next to its words, on the colour of the strips. */
export function swatch(box: Pick<PictureBox, 'rank'>, levels: readonly string[], paint: Painter): Html {
	const item: Item = { ...PLAIN_ITEM, box: { ...PLAIN_BOX, rank: box.rank }, x: 2, width: 12, height: 10 };
	return svg(
		'svg',
		{
			class: 'il-svg il-swatch',
			viewBox: '0 0 16 14',
			width: 16,
			height: 14,
			'aria-hidden': 'true',
			focusable: 'false',
		},
		svg('rect', { ...paint('strip'), x: 0, y: 0, width: 16, height: 14 }),
		boxShape(item, 2, levels, paint),
	);
}
