import { MINUTE } from '../core/time/units.ts';
import { type DrawContext, drawStrip } from './draw-strip.ts';
import { type PictureForm, WIDE } from './form.ts';
import { type Html, trusted } from './html.ts';
import { layoutPicture } from './layout.ts';
import { legend } from './legend.ts';
import type { Picture, PictureBox } from './model.ts';
import { PageMemo } from './page-memo.ts';
import { type PagePart, type ParentPart, partText } from './page-part.ts';
import { classPaint, literalPaint, type PictureColours } from './paint.ts';
import { startTag, svg } from './svg.ts';
import { impactText } from './texts.ts';

export interface PictureOptions {
	/** Default: wide. */
	readonly form?: PictureForm;
	/** Converts the URI of a source to the relative URI of the page. Without it, boxes have no sources. */
	readonly relativeSource?: (uri: string) => string;
	/** The parts of an earlier picture. */
	readonly memo?: PageMemo;
	/** The relative URI of the page's own document, if its boxes can move with its text. */
	readonly movable?: string | undefined;
}

const LEGEND_GAP = 10;
/** Around an exported picture. */
const MARGIN = 16;

/** Renders the picture of the trailing two weeks as SVG with classes of `pageStyles`, for use in a page. */
export function pictureSvg(picture: Picture, options: PictureOptions = {}): Html {
	return trusted(partText(picturePart(picture, options)));
}

/** Like `pictureSvg`, with each box as a part of its own. */
export function picturePart(
	picture: Picture,
	{ form = WIDE, relativeSource, memo = new PageMemo(), movable }: PictureOptions = {},
): ParentPart {
	const { content, height } = drawPicture(picture, form, {
		paint: classPaint,
		relativeSource,
		hasLinks: true,
		memo,
		movable,
	});
	const linked = picture.rows.some(row => row.boxes.some(box => box.href !== undefined));
	const title = `il-picture-${form.name}-title`;
	const description = `il-picture-${form.name}-description`;
	return {
		key: form.name,
		open: startTag('svg', {
			xmlns: 'http://www.w3.org/2000/svg',
			class: `il-svg il-${form.name}`,
			viewBox: `0 0 ${form.width} ${height}`,
			// Links inside of an element with the role `img` are not accessible.
			role: linked ? 'group' : 'img',
			'aria-labelledby': title,
			'aria-describedby': description,
		}),
		close: '</svg>',
		children: [
			{ key: 'title', html: svg('title', { id: title }, picture.title).toString() },
			{ key: 'description', html: svg('desc', { id: description }, describe(picture)).toString() },
			...content,
		],
	};
}

/** Renders the picture as an SVG file of its own: with literal colours, without links and sources. */
export function exportPicture(picture: Picture, colours: PictureColours, form: PictureForm = WIDE): string {
	const { content, height } = drawPicture(picture, form, {
		paint: literalPaint(colours),
		relativeSource: undefined,
		hasLinks: false,
		memo: new PageMemo(),
		movable: undefined,
	});
	const [width, whole] = [form.width + 2 * MARGIN, height + 2 * MARGIN];
	return svg(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			viewBox: `${-MARGIN} ${-MARGIN} ${width} ${whole}`,
			width,
			height: whole,
			role: 'img',
			'font-family': 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
			'aria-label': `${picture.title}. ${describe(picture)}`,
		},
		svg('rect', { fill: colours.paper, x: -MARGIN, y: -MARGIN, width, height: whole }),
		content.map(part => trusted(partText(part))),
	).toString();
}

function drawPicture(
	picture: Picture,
	form: PictureForm,
	context: Omit<DrawContext, 'form' | 'density' | 'levels'>,
): { readonly content: readonly PagePart[]; readonly height: number } {
	const { levels, rows, now } = picture;
	// Within a minute, nothing moves visibly.
	const inputs = [
		levels,
		Math.floor(now / MINUTE),
		...rows.flatMap(({ midnights, boxes }) => [midnights[0], boxes.length, ...boxes]),
	];
	const layout = context.memo.layouts.get(form.name, inputs, () => layoutPicture(picture, form));
	const drawing = { ...context, form, density: layout.density, levels };
	const { markup, height } = legend(picture, form, layout.height + LEGEND_GAP, context.paint);
	return {
		content: [
			...layout.strips.map((strip, index) => drawStrip(strip, index, drawing)),
			{ key: 'legend', html: markup.toString() },
		],
		height: Math.ceil(layout.height + LEGEND_GAP + height),
	};
}

/** The accessible description of the picture. Each incident has its own name, and the table lists all. */
function describe({ rows, nowText, zoneText }: Picture): string {
	const counts = rows.map(({ label, boxes }) => `${label}: ${countOf(boxes)}`).join('; ');
	const worst = rows
		.flatMap(row => row.boxes)
		.filter(({ rank }) => rank !== undefined)
		.reduce<PictureBox | undefined>((found, box) => ((box.rank ?? 0) >= (found?.rank ?? 0) ? box : found), undefined);
	return [
		'Two rows of seven days, last week above this week. Each incident is a box over its time: larger boxes are longer, darker boxes are higher-impact.',
		`${counts}. ${nowText}. ${zoneText}.`,
		...(worst === undefined ? [] : [`The highest impact is ${impactText(worst)}.`]),
	].join(' ');
}

function countOf({ length }: readonly PictureBox[]): string {
	return length === 0 ? 'no incidents' : length === 1 ? 'one incident' : `${length} incidents`;
}
